import type { Day } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Db, Deps, Schemas } from "../deps.ts";

/** SQL of the company's profile on a day, as JSON text; null before the company has been set up. */
export function companyOn(day: string): string {
  return `(select profile::text from company_profile where from_day <= ${day} order by from_day desc, id desc limit 1)`;
}

/** Gives the company's profile on a day, or today. @throws {PorteError} `company.not_found` before the company has been set up. */
export async function companyProfile({ db, now }: Pick<Deps, "db" | "now">, day?: Day): Promise<Schemas["Company"]> {
  return (await companyVersion(db, day ?? dayInParis(now()))).profile;
}

/** The same with the version that it is. @throws {PorteError} `company.not_found` before the company has been set up. */
export async function companyVersion(db: Db, day: Day): Promise<{ id: number; profile: Schemas["Company"] }> {
  const row = await db
    .selectFrom("company_profile")
    .select(["id", "profile"])
    .where("from_day", "<=", day)
    .orderBy("from_day", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "company", what: "company" });
  return row;
}
