import { v7 as uuid } from "uuid";
import { firstDay, lastDay, monthOf } from "../../domain/calendar.ts";
import { assertExpense, isFlat } from "../../domain/expense.ts";
import { exemptionOf, monthExemptCents, taxableCents } from "../../domain/expense-limits.ts";
import { type MileageLaw, tripWorth, yearMetres } from "../../domain/mileage.ts";
import { plainEuros } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf } from "../api/paging.ts";
import { etagOf } from "../api/revision.ts";
import { companyProfile } from "../company/queries.ts";
import { contractOf } from "../contracts/queries.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { pricedMissions } from "../missions/queries.ts";
import { factColumns, showExpense } from "./queries.ts";
import { assertNew } from "./repeats.ts";

/**
 * Files one expense with a receipt of the same person.
 * @throws {PorteError} `expense.*` (`expense.repeated` for what it holds already, unless that is meant), `input.amount_range`, `activity.unknown_mission`, `company.not_found` for the receipt.
 */
export async function submitExpense(
  deps: Deps,
  trx: Db,
  caller: Caller,
  submission: Schemas["ExpenseSubmission"],
): Promise<Answer<Schemas["Expense"]>> {
  const { personId } = caller;
  const now = deps.now();
  const law = deps.law.domain;
  const today = dayInParis(now);
  assertExpense(submission, today, (await contractOf(trx, personId, today)).start, law);
  const missions = await pricedMissions(trx, personId);
  const mission = missions.find(({ reference }) => reference === submission.mission);
  if (submission.mission !== null && mission === undefined) {
    throw new PorteError("activity.unknown_mission", {
      mission: submission.mission,
      missions: missions.map(({ reference }) => reference),
    });
  }
  const { trip, isRepeated: _meant, ...facts } = submission;
  if (trip !== null) await assertTrip(trx, personId, { ...facts, trip }, law);
  const receiptId = await ownReceipt(trx, personId, submission);
  if (submission.isRepeated !== true) await assertNew(trx, personId, { ...facts, trip, receiptId });
  const { payroll } = await companyProfile({ db: trx, now: deps.now }, facts.date);
  const hasTeleworkAgreement = payroll.teleworkAgreement ?? false;
  const limit = exemptionOf({ ...facts, missionStart: mission?.start ?? null, hasTeleworkAgreement }, law);
  const used = limit?.monthCents == null ? 0 : monthExemptCents(await ofMonth(trx, personId, facts), limit);
  const row = await trx
    .insertInto("expenses")
    .values({
      id: uuid(),
      person_id: personId,
      ...factColumns({ ...facts, merchant: facts.merchant ?? null, trip }),
      receipt_id: receiptId,
      taxable_cents: taxableCents(facts.amountCents, limit, facts.units, used),
      question: null,
      answer: null,
      state: "submitted",
      reason: null,
      decided_at: null,
      decided_by: null,
      payslip_month: null,
      revision: 1,
      recorded_at: now,
      recorded_by: caller.name,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { status: 201, body: await showExpense(trx, row), etag: etagOf(row) };
}

/** A person's other expenses of a category in a month, in their order; one at a time, so that no two have the same part of a limit. */
async function ofMonth(
  trx: Db,
  personId: string,
  { date, category }: Pick<Schemas["ExpenseSubmission"], "date" | "category">,
): Promise<{ amountCents: number; units: number }[]> {
  await trx.selectFrom("people").select("id").where("id", "=", personId).forNoKeyUpdate().execute();
  return trx
    .selectFrom("expenses")
    .select(["amount_cents as amountCents", "units"])
    .where("person_id", "=", personId)
    .where("category", "=", category)
    .where("state", "!=", "refused")
    .where("date", ">=", firstDay(monthOf(date)))
    .where("date", "<=", lastDay(monthOf(date)))
    .orderBy("id")
    .execute();
}

/** The receipt of an expense, which only a flat one may lack. @throws {PorteError} `expense.no_receipt`, `company.not_found`. */
async function ownReceipt(
  trx: Db,
  personId: string,
  { receiptId, trip, category }: Schemas["ExpenseSubmission"],
): Promise<string | null> {
  if (receiptId === null) {
    if (!isFlat({ category, trip })) throw new PorteError("expense.no_receipt", { id: category });
    return null;
  }
  const receipt = await trx
    .selectFrom("receipts")
    .select("id")
    .where("id", "=", idOf(receiptId, "receipt"))
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (receipt === undefined) throw new PorteError("company.not_found", { kind: "receipt", what: "receipt" });
  return receipt.id;
}

/**
 * Checks a trip against the scale, after the year's others of the same vehicle; one trip of a person at a time.
 * @throws {PorteError} `expense.mileage` for another amount, `expense.category` for a trip that is no mileage.
 */
async function assertTrip(
  trx: Db,
  personId: string,
  {
    date,
    category,
    amountCents,
    trip,
  }: Pick<Schemas["ExpenseSubmission"], "date" | "category" | "amountCents"> & {
    trip: Schemas["Trip"];
  },
  law: MileageLaw,
): Promise<void> {
  if (category !== "mileage") throw new PorteError("expense.category", { category, wanted: "mileage" });
  await trx.selectFrom("people").select("id").where("id", "=", personId).forNoKeyUpdate().execute();
  const rows = await trx
    .selectFrom("expenses")
    .select(["trip"])
    .where("person_id", "=", personId)
    .where("trip", "is not", null)
    .where("state", "!=", "refused")
    .where("date", ">=", `${date.slice(0, 4)}-01-01`)
    .where("date", "<=", `${date.slice(0, 4)}-12-31`)
    .execute();
  const before = yearMetres(
    trip.vehicle,
    rows.flatMap((row) => (row.trip === null ? [] : [row.trip])),
  );
  const expected = tripWorth(trip.vehicle, trip.metres, before, date, law);
  if (expected !== amountCents)
    throw new PorteError("expense.mileage", { expected: plainEuros(expected), amount: plainEuros(amountCents) });
}
