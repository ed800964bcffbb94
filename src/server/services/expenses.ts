import type { Selectable } from "kysely";
import { v7 as uuid } from "uuid";
import { assertExpense } from "../../domain/expense.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Database } from "../db/schema.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { type DecisionAsked, etagOf, ownerOf, stateDecided } from "./decision.ts";
import type { Answer } from "./idempotency.ts";
import { pricedMissions } from "./missions.ts";
import { idCursor, idOf, limitOf, type PageQuery, pageOf } from "./paging.ts";
import { contractOf } from "./people.ts";

function show(row: Selectable<Database["expenses"]>): Schemas["Expense"] {
  return {
    id: row.id,
    date: row.date,
    category: row.category,
    amountCents: row.amount_cents,
    vatCents: row.vat_cents,
    mission: row.mission,
    note: row.note,
    receiptId: row.receipt_id,
    state: row.state,
    submittedAt: row.recorded_at.toISOString(),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    payslipMonth: row.payslip_month,
  };
}

/** Lists a porté's expenses, newest first. */
export async function listExpenses({ db }: Deps, personId: string, query: PageQuery): Promise<Schemas["ExpensePage"]> {
  const cursor = idCursor(query);
  const rows = await db
    .selectFrom("expenses")
    .selectAll()
    .where("person_id", "=", personId)
    .$if(cursor !== undefined, (select) => select.where("id", "<", cursor as string))
    .orderBy("id", "desc")
    .limit(limitOf(query) + 1)
    .execute();
  return pageOf(rows, query, ({ id }) => id, show);
}

/** Lists those that wait for the company, and those that it refused since an instant; newest first. */
export async function openExpenses({ db }: Deps, personId: string, since: Date): Promise<Schemas["Expense"][]> {
  const rows = await db
    .selectFrom("expenses")
    .selectAll()
    .where("person_id", "=", personId)
    .where((row) =>
      row.or([row("state", "=", "submitted"), row.and([row("state", "=", "refused"), row("decided_at", ">=", since)])]),
    )
    .orderBy("id", "desc")
    .execute();
  return rows.map(show);
}

/**
 * Files one expense with a receipt of the same person.
 * @throws {PorteError} `expense.*`, `input.amount_range`, `activity.unknown_mission`, `company.not_found` for the receipt.
 */
export async function submitExpense(
  deps: Deps,
  trx: Db,
  caller: Caller,
  submission: Schemas["ExpenseSubmission"],
): Promise<Answer> {
  const { personId } = caller;
  const now = deps.now();
  assertExpense(submission, dayInParis(now), (await contractOf(trx, personId)).start);
  const missions = await pricedMissions(trx, personId);
  if (submission.mission !== null && !missions.some(({ reference }) => reference === submission.mission)) {
    throw new PorteError("activity.unknown_mission", {
      mission: submission.mission,
      missions: missions.map(({ reference }) => reference),
    });
  }
  const receipt = await trx
    .selectFrom("receipts")
    .select("id")
    .where("id", "=", idOf(submission.receiptId, "receipt"))
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (receipt === undefined) throw new PorteError("company.not_found", { what: "receipt" });
  const row = await trx
    .insertInto("expenses")
    .values({
      id: uuid(),
      person_id: personId,
      date: submission.date,
      category: submission.category,
      amount_cents: submission.amountCents,
      vat_cents: submission.vatCents,
      mission: submission.mission,
      note: submission.note,
      receipt_id: receipt.id,
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
  return { status: 201, body: show(row), etag: etagOf(row) };
}

/** Lists the expenses that wait for the company, oldest first. */
export async function listExpensesToDecide({ db }: Deps, query: PageQuery): Promise<Schemas["OwnedExpensePage"]> {
  const cursor = idCursor(query);
  const rows = await db
    .selectFrom("expenses")
    .innerJoin("people", "people.id", "expenses.person_id")
    .selectAll("expenses")
    .select(["people.name", "people.email"])
    .where("expenses.state", "=", "submitted")
    .$if(cursor !== undefined, (select) => select.where("expenses.id", ">", cursor as string))
    .orderBy("expenses.id")
    .limit(limitOf(query) + 1)
    .execute();
  return pageOf(
    rows,
    query,
    ({ id }) => id,
    (row) => ({ owner: { id: row.person_id, name: row.name, email: row.email }, expense: show(row) }),
  );
}

/** Approves or refuses a submitted expense. @throws {PorteError} as for reports. */
export async function decideExpense(
  deps: Deps,
  trx: Db,
  caller: Caller,
  expenseId: string,
  asked: Omit<DecisionAsked, "what">,
): Promise<Answer> {
  const expense = await trx
    .selectFrom("expenses")
    .selectAll()
    .where("id", "=", idOf(expenseId, expenseId))
    .forUpdate()
    .executeTakeFirst();
  if (expense === undefined) throw new PorteError("company.not_found", { what: expenseId });
  const state = stateDecided(expense, { ...asked, what: expenseId });
  const row = await trx
    .updateTable("expenses")
    .set({
      state,
      reason: asked.decision.reason ?? null,
      decided_at: deps.now(),
      decided_by: caller.name,
      revision: expense.revision + 1,
    })
    .where("id", "=", expense.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { status: 200, body: { owner: await ownerOf(trx, row.person_id), expense: show(row) }, etag: etagOf(row) };
}
