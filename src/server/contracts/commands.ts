import { v7 as uuid } from "uuid";
import type { Day } from "../../domain/calendar.ts";
import { given } from "../../domain/given.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf } from "../api/paging.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { ownerByEmail, ownerOf } from "../people/queries.ts";
import { amendContract } from "./history.ts";
import { contractOf } from "./queries.ts";

/** Says how a porté's contract counts time, from a day on or whatever the day. @throws {PorteError} `company.not_found`. */
export async function recordWorkingTime(
  deps: Pick<Deps, "now">,
  trx: Db,
  caller: Caller,
  { porteEmail, workingTime }: Schemas["WorkingTimeSubmission"],
  from: Day | null,
): Promise<Answer<Schemas["EmploymentContract"]>> {
  const { id } = await ownerByEmail(trx, porteEmail);
  const body = await amendContract(deps, trx, caller, id, { change: { working_time: workingTime }, from });
  return { status: 200, body, etag: null };
}

/** Says of a porté's contract what a payslip must name; what is left out stays. @throws {PorteError} `company.not_found`. */
export async function recordPayslipMentions(
  deps: Pick<Deps, "now">,
  trx: Db,
  caller: Caller,
  { porteEmail, job, position, weeklyHours, forfaitDays }: Schemas["PayslipMentionsSubmission"],
  from: Day | null,
): Promise<Answer<Schemas["EmploymentContract"]>> {
  const { id } = await ownerByEmail(trx, porteEmail);
  const change = given({ job, position, weekly_hours: weeklyHours, forfait_days: forfaitDays });
  return { status: 200, body: await amendContract(deps, trx, caller, id, { change, from }), etag: null };
}

/**
 * Records the contract of a porté who has none.
 * @throws {PorteError} `company.not_found` for the porté, `company.taken` for who has one, `company.invalid` for one that ends before it starts.
 */
export async function addContract(
  deps: Deps,
  trx: Db,
  { name }: Caller,
  given: Schemas["ContractSubmission"],
): Promise<Answer<Schemas["OwnedContract"]>> {
  const owner = await ownerByEmail(trx, given.porteEmail);
  assertOrder(given.start, given.end ?? null);
  const row = await trx
    .insertInto("employment_contracts")
    .values({
      id: uuid(),
      person_id: owner.id,
      kind: given.kind,
      category: given.category,
      level: given.level,
      start_day: given.start,
      end_day: given.end ?? null,
      alsace_moselle: given.alsaceMoselle ?? false,
      ...payTerms(given),
      position: given.position ?? null,
      forfait_days: given.forfaitDays ?? null,
      trial_months: given.trialMonths ?? null,
      ...(given.workingTime === undefined ? {} : { working_time: given.workingTime }),
      ...(given.job === undefined ? {} : { job: given.job }),
      ...(given.weeklyHours === undefined ? {} : { weekly_hours: given.weeklyHours }),
      recorded_at: deps.now(),
      recorded_by: name,
    })
    .onConflict((conflict) => conflict.columns(["person_id", "version"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.taken", { what: given.porteEmail });
  return {
    status: 201,
    body: { owner, contract: await contractOf(trx, owner.id, dayInParis(deps.now())) },
    etag: null,
  };
}

/** What of a contract a pay is computed with; null where nobody says. */
function payTerms({ taxRatePpm, taxZone, workTimePpm }: Schemas["ContractSubmission"]) {
  return { tax_rate_ppm: taxRatePpm ?? null, tax_zone: taxZone ?? null, work_time_ppm: workTimePpm ?? null };
}

/** @throws {PorteError} `company.invalid` where an end comes before its start. */
export function assertOrder(start: Day, end: Day | null): void {
  if (end !== null && end < start)
    throw new PorteError("company.invalid", {
      errors: [{ pointer: "/body/end", message: `must not be before ${start}` }],
    });
}

/** Says on which day a contract ends. @throws {PorteError} `company.not_found`, `company.invalid` before its start. */
export async function endContract(
  deps: Pick<Deps, "now">,
  trx: Db,
  caller: Caller,
  personId: string,
  { end }: Schemas["EndSubmission"],
): Promise<Answer<Schemas["OwnedContract"]>> {
  const id = idOf(personId, "person");
  const { start } = await contractOf(trx, id, dayInParis(deps.now()));
  assertOrder(start, end);
  const contract = await amendContract(deps, trx, caller, id, { change: { end_day: end }, from: null });
  return { status: 200, body: { owner: await ownerOf(trx, id), contract }, etag: null };
}
