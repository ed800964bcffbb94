import { isDeepStrictEqual } from "node:util";
import type { Day } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { amended, standingOf } from "../api/history.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { companyProfile } from "./queries.ts";

/** What of the company's profile changes, and from which day on; null for whatever the day. */
export interface CompanyChange {
  readonly change: Partial<Schemas["Company"]>;
  readonly from: Day | null;
}

/**
 * Records that the company's profile says something else: a row more, and nothing edited. Gives the profile as it then is on that day, or
 * today.
 * @throws {PorteError} `company.not_found` before the company has been set up, `company.invalid` for a SIRET of another company.
 */
export async function amendCompany(
  { now }: Pick<Deps, "now">,
  trx: Db,
  by: string,
  { change, from }: CompanyChange,
): Promise<Schemas["Company"]> {
  /** One change at a time: each is a version after the one before. */
  await trx.selectFrom("company_profile").select("id").where("id", "=", 1).forNoKeyUpdate().execute();
  const rows = await trx
    .selectFrom("company_profile")
    .select(["id", "from_day", "profile"])
    .orderBy("from_day")
    .orderBy("id")
    .execute();
  const history = standingOf(rows).map(({ from_day, profile }) => ({ from: from_day, terms: flat(profile) }));
  const day = from ?? dayInParis(now());
  const standing = history.filter((one) => one.from <= day).at(-1)?.terms ?? {};
  const last = Math.max(0, ...rows.map(({ id }) => id));
  const added = amended(history, changeOf(change, standing), from).map(({ from: from_day, terms }, index) => {
    const profile = whole(terms);
    assertOwnSiret(profile);
    const recorded = { recorded_at: now(), recorded_by: by };
    return { id: last + 1 + index, from_day, profile: JSON.stringify(profile), ...recorded };
  });
  if (added.length > 0) await trx.insertInto("company_profile").values(added).execute();
  return companyProfile({ db: trx, now }, from ?? undefined);
}

/** A profile with each of payroll's terms beside the others, so that each changes on days of its own. */
type FlatTerms = Readonly<Record<string, unknown>>;

const PAYROLL = "payroll.";

function flat({ payroll, ...others }: Partial<Schemas["Company"]>): FlatTerms {
  const own = Object.entries(payroll ?? {}).map(([name, value]) => [`${PAYROLL}${name}`, value]);
  return { ...others, ...Object.fromEntries(own) };
}

function whole(terms: FlatTerms): Schemas["Company"] {
  const entries = Object.entries(terms);
  const others = entries.filter(([name]) => !name.startsWith(PAYROLL));
  const payroll = entries.filter(([name]) => name.startsWith(PAYROLL));
  const own = Object.fromEntries(payroll.map(([name, value]) => [name.slice(PAYROLL.length), value]));
  return { ...Object.fromEntries(others), payroll: own } as Schemas["Company"];
}

/** What a change says anew: of payroll, what differs from what holds that day, so that a rate that is planned stays planned. */
function changeOf(change: Partial<Schemas["Company"]>, standing: FlatTerms): FlatTerms {
  const said = flat(change);
  if (change.payroll === undefined) return said;
  const names = [...Object.keys(standing), ...Object.keys(said)].filter((name) => name.startsWith(PAYROLL));
  const others = Object.entries(said).filter(([name]) => !name.startsWith(PAYROLL));
  const changed = names.filter((name) => !isDeepStrictEqual(said[name], standing[name]));
  return Object.fromEntries([...others, ...changed.map((name) => [name, said[name]] as const)]);
}

/** @throws {PorteError} `company.invalid` for a SIRET that does not begin with the company's SIREN. */
export function assertOwnSiret({ siren, siret }: Pick<Schemas["Company"], "siren" | "siret">): void {
  if (!siret.startsWith(siren))
    throw new PorteError("company.invalid", {
      errors: [{ pointer: "/siret", message: `must begin with the company's SIREN, ${siren}` }],
    });
}
