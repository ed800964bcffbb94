import { v7 as uuid } from "uuid";
import { problemsOf } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import { signReceipt } from "../crypto/keys.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { personHeld } from "../people/queries.ts";
import { showImported } from "./queries.ts";

type Submission = Schemas["ImportedMonthSubmission"];

/**
 * Takes over a month that a porté lived before, as it was recorded: its report is locked and said to be imported, nothing is paid or billed.
 * @throws {PorteError} `company.not_found` for a person or a paper, `activity.problems`, `company.taken` where the month is another one here.
 */
export async function importMonth(
  { now }: Pick<Deps, "now">,
  trx: Db,
  caller: Caller,
  { personId, submission }: { readonly personId: string; readonly submission: Submission },
): Promise<Answer<Schemas["ImportedMonth"]>> {
  const person = await porteHeld(trx, personId);
  const { month, report } = submission;
  const known = await trx
    .selectFrom("imported_months")
    .selectAll()
    .where("person_id", "=", person.id)
    .where("month", "=", month)
    .executeTakeFirst();
  if (known !== undefined) {
    if (canonical(known.facts) !== canonical(submission)) throw new PorteError("company.taken", { what: month });
    return { status: 201, body: showImported(known), etag: null };
  }
  await assertPapers(trx, person.id, submission);
  const row = {
    id: uuid(),
    person_id: person.id,
    month,
    facts: JSON.stringify(submission),
    recorded_at: now(),
    recorded_by: caller.name,
  };
  if (report !== null) await lockMonth(trx, { person: person.id, month, report, at: row.recorded_at, by: caller.name });
  const kept = await trx.insertInto("imported_months").values(row).returningAll().executeTakeFirstOrThrow();
  return { status: 201, body: showImported(kept), etag: null };
}

/** A porté's row, held until the end of the transaction. @throws {PorteError} `company.not_found`, for one of the staff too. */
export async function porteHeld(trx: Db, personId: string) {
  const person = await personHeld(trx, personId);
  if (person.role !== "porte") throw new PorteError("company.not_found", { kind: "person", what: personId });
  return person;
}

/** The same facts are the same text, whatever the order in which they were written. */
function canonical(facts: object): string {
  return JSON.stringify(facts, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** @throws {PorteError} `company.not_found` for a paper that is not this person's. */
async function assertPapers(trx: Db, personId: string, { report, payslips, expenses }: Submission): Promise<void> {
  const named = [
    ...(report?.papers ?? []),
    ...payslips.map(({ paper }) => paper),
    ...expenses.flatMap(({ paper }) => paper ?? []),
  ];
  if (named.length === 0) return;
  const rows = await trx.selectFrom("receipts").select("id").where("person_id", "=", personId).execute();
  const own = new Set(rows.map(({ id }) => id));
  const missing = named.find((id) => !own.has(id));
  if (missing !== undefined) throw new PorteError("company.not_found", { kind: "receipt", what: missing });
}

interface LockedMonth {
  readonly person: string;
  readonly month: Month;
  readonly report: NonNullable<Submission["report"]>;
  readonly at: Date;
  readonly by: string;
}

/** Has the month's report stand as one that nobody declares again. @throws {PorteError} `activity.problems`, `company.taken`. */
async function lockMonth(trx: Db, { person, month, report, at, by }: LockedMonth): Promise<void> {
  const { days, restDaysConfirmed, restStatement, turnoverCents } = report;
  assertDays(month, days);
  const id = uuid();
  const inserted = await trx
    .insertInto("activity_reports")
    .values({ id, person_id: person, month, state: "locked", version: 1, revision: 1, imported_at: at })
    .onConflict((conflict) => conflict.columns(["person_id", "month"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted === undefined) throw new PorteError("company.taken", { what: month });
  const receipt = await signReceipt(trx, at, { personId: person, month, version: 1, days, restStatement });
  await trx
    .insertInto("report_versions")
    .values({
      report_id: id,
      version: 1,
      days: JSON.stringify(days),
      rest_days_confirmed: restDaysConfirmed,
      daily_rest: restStatement?.dailyRest ?? null,
      weekly_rest: restStatement?.weeklyRest ?? null,
      rest_half_days_given_up: restStatement === null ? null : restStatement.restDaysGivenUp * 2,
      turnover_cents: turnoverCents,
      receipt: JSON.stringify(receipt),
      recorded_at: at,
      recorded_by: by,
    })
    .execute();
}

/** What depends on where it was worked, which nobody says of before: in Alsace and Moselle two days more are public holidays. */
const OF_A_PLACE: ReadonlySet<string> = new Set(["not_a_holiday", "leave_on_holiday", "half_holiday"]);

/** The days are judged by what holds of any month; the missions and the contract of before are not this company's. */
function assertDays(month: Month, days: NonNullable<Submission["report"]>["days"]): void {
  const references = new Set(days.flatMap(({ entries }) => entries.flatMap(({ mission }) => mission ?? [])));
  const missions = [...references].map((reference) => ({
    reference,
    start: "2000-01-01",
    end: null,
    projectCodes: [],
  }));
  const rules = { missions, alsaceMoselle: false, restDaysConfirmed: true, workingTime: "days" } as const;
  const problems = problemsOf(month, days, rules).filter(({ code }) => !OF_A_PLACE.has(code));
  if (problems.length > 0) throw new PorteError("activity.problems", { month, problems });
}
