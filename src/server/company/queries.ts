import { PorteError } from "../../errors.ts";
import type { Db, Schemas } from "../deps.ts";

/** SQL of the company's profile as JSON text; null before the company has been set up. */
export const COMPANY = "(select profile::text from company_profile where id = 1)";

/** Gives the company's profile. @throws {PorteError} `company.not_found` before the company has been set up. */
export async function companyProfile({ db }: { db: Db }): Promise<Schemas["Company"]> {
  const row = await db.selectFrom("company_profile").select("profile").where("id", "=", 1).executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { what: "company" });
  return row.profile;
}
