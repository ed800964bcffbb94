import type { Selectable } from "kysely";
import { PorteError } from "../../errors.ts";
import type { Database } from "../db/schema.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { assertSeen, type DecisionAsked, etagOf, ownerOf, stateDecided } from "./decision.ts";
import { showExpense } from "./expenses.ts";
import type { Answer } from "./idempotency.ts";
import { idCursor, idOf, limitOf, type PageQuery, pageOf } from "./paging.ts";

/** Every expense with the porté that it belongs to. */
function ownedExpenses(db: Db) {
  return db
    .selectFrom("expenses")
    .innerJoin("people", "people.id", "expenses.person_id")
    .selectAll("expenses")
    .select(["people.name", "people.email"]);
}

function showOwned(
  row: Selectable<Database["expenses"]> & { readonly name: string; readonly email: string },
): Schemas["OwnedExpense"] {
  return {
    owner: { id: row.person_id, name: row.name, email: row.email },
    expense: showExpense(row),
    etag: etagOf(row),
  };
}

/** Gives one expense with its porté and its version. @throws {PorteError} `company.not_found`. */
export async function ownedExpense(db: Db, expenseId: string): Promise<Schemas["OwnedExpense"]> {
  const row = await ownedExpenses(db).where("expenses.id", "=", idOf(expenseId, expenseId)).executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { what: expenseId });
  return showOwned(row);
}

/** Lists the expenses that wait for the company, oldest first. */
export async function listExpensesToDecide({ db }: Deps, query: PageQuery): Promise<Schemas["OwnedExpensePage"]> {
  const cursor = idCursor(query);
  const rows = await ownedExpenses(db)
    .where("expenses.state", "=", "submitted")
    .$if(cursor !== undefined, (select) => select.where("expenses.id", ">", cursor as string))
    .orderBy("expenses.id")
    .limit(limitOf(query) + 1)
    .execute();
  return pageOf(rows, query, ({ id }) => id, showOwned);
}

/** An expense, its row held until the end of the transaction. @throws {PorteError} `company.not_found`. */
async function heldExpense(trx: Db, expenseId: string): Promise<Selectable<Database["expenses"]>> {
  const found = await trx
    .selectFrom("expenses")
    .selectAll()
    .where("id", "=", idOf(expenseId, expenseId))
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw new PorteError("company.not_found", { what: expenseId });
  return found;
}

/** Approves or refuses a submitted expense. @throws {PorteError} as for reports. */
export async function decideExpense(
  deps: Deps,
  trx: Db,
  caller: Caller,
  expenseId: string,
  asked: Omit<DecisionAsked, "what">,
): Promise<Answer> {
  const expense = await heldExpense(trx, expenseId);
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
  return ownedAnswer(trx, row);
}

async function ownedAnswer(trx: Db, row: Selectable<Database["expenses"]>): Promise<Answer> {
  const etag = etagOf(row);
  const body: Schemas["OwnedExpense"] = { owner: await ownerOf(trx, row.person_id), expense: showExpense(row), etag };
  return { status: 200, body, etag };
}

/**
 * Asks the porté about an expense that waits.
 * @throws {PorteError} `company.not_found`, what `assertSeen` throws, `company.already` once it is decided.
 */
export async function questionExpense(
  trx: Db,
  expenseId: string,
  question: string,
  ifMatch: string | undefined,
): Promise<Answer> {
  const found = await heldExpense(trx, expenseId);
  assertSeen(found, expenseId, ifMatch);
  return ownedAnswer(trx, await moved(trx, found, "submitted", { question, answer: null, state: "questioned" }));
}

/** Answers what was asked. @throws {PorteError} `company.not_found` for another's expense, `company.already` where nothing is asked. */
export async function answerExpense(trx: Db, { personId }: Caller, expenseId: string, answer: string): Promise<Answer> {
  const found = await heldExpense(trx, expenseId);
  if (found.person_id !== personId) throw new PorteError("company.not_found", { what: expenseId });
  const row = await moved(trx, found, "questioned", { answer, state: "submitted" });
  return { status: 200, body: showExpense(row), etag: etagOf(row) };
}

/** Moves an expense between the company and its porté. @throws {PorteError} `company.already` where it is in another state. */
async function moved(
  trx: Db,
  found: Selectable<Database["expenses"]>,
  from: "submitted" | "questioned",
  change: { question?: string; answer: string | null; state: "questioned" | "submitted" },
): Promise<Selectable<Database["expenses"]>> {
  if (found.state !== from) throw new PorteError("company.already", { what: found.id, state: found.state });
  return trx
    .updateTable("expenses")
    .set({ ...change, revision: found.revision + 1 })
    .where("id", "=", found.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
