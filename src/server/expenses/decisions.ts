import type { Selectable } from "kysely";
import { PorteError } from "../../errors.ts";
import { type DecisionAsked, stateDecided } from "../api/decision.ts";
import type { Answer } from "../api/idempotency.ts";
import type { Query } from "../api/operation.ts";
import { idOf, monthsIn, pageByOldest } from "../api/paging.ts";
import { assertSeen, ETAG, etagOf } from "../api/revision.ts";
import { objectOf, pageOf } from "../db/as-json.ts";
import { ask, type Prepared } from "../db/prepared.ts";
import type { Database } from "../db/schema.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { ownerOf } from "../people/queries.ts";
import { EXPENSE, ofMonths, showExpense } from "./queries.ts";

/** SQL of an expense with its porté and its version. */
const OWNED = `json_build_object('id', one.person_id, 'name', one.name, 'email', one.email) as owner,
  ${EXPENSE} as expense, ${ETAG} as etag`;
const OWNED_ROWS =
  "select expenses.*, people.name, people.email from expenses join people on people.id = expenses.person_id";

const ONE: Prepared = {
  name: "owned_expense",
  text: `select ${objectOf(OWNED)} as owned from (${OWNED_ROWS} where expenses.id = $1::uuid) one`,
};

/** Gives one expense with its porté and its version. @throws {PorteError} `company.not_found`. */
export async function ownedExpense(db: Db, expenseId: string): Promise<Schemas["OwnedExpense"]> {
  const [row] = await ask<{ owned: Schemas["OwnedExpense"] }>(db, ONE, [idOf(expenseId, "expense")]);
  if (row === undefined) throw new PorteError("company.not_found", { kind: "expense", what: expenseId });
  return row.owned;
}

/** The question of the list of expenses that wait. */
const EXPENSES_TO_DECIDE: Prepared = {
  name: "expenses_to_decide",
  text: `select ${pageOf({
    rows: `${OWNED_ROWS} where expenses.state = 'submitted' and expenses.id > $1::uuid
      and ${ofMonths("expenses.date", "$3", "$4")} order by expenses.id limit $2::int + 1`,
    shown: OWNED,
    key: "one.id",
    limit: "$2::int",
  })} as page`,
};

/** Lists the expenses that wait for the company, oldest first, as JSON. */
export async function listExpensesToDecide({ db }: Deps, query: Query<"listExpensesToDecide">): Promise<string> {
  const [row] = await ask<{ page: string }>(db, EXPENSES_TO_DECIDE, [...pageByOldest(query), ...monthsIn(query)]);
  return row?.page ?? "";
}

/** An expense, its row held until the end of the transaction. @throws {PorteError} `company.not_found`. */
async function findExpense(trx: Db, expenseId: string): Promise<Selectable<Database["expenses"]>> {
  const found = await trx
    .selectFrom("expenses")
    .selectAll()
    .where("id", "=", idOf(expenseId, "expense"))
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw new PorteError("company.not_found", { kind: "expense", what: expenseId });
  return found;
}

/** Approves or refuses a submitted expense. @throws {PorteError} as for reports. */
export async function decideExpense(
  deps: Deps,
  trx: Db,
  caller: Caller,
  expenseId: string,
  asked: Omit<DecisionAsked, "kind" | "what">,
): Promise<Answer<Schemas["OwnedExpense"]>> {
  const expense = await findExpense(trx, expenseId);
  const state = stateDecided(expense, { ...asked, kind: "expense", what: expenseId });
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

async function ownedAnswer(trx: Db, row: Selectable<Database["expenses"]>): Promise<Answer<Schemas["OwnedExpense"]>> {
  const etag = etagOf(row);
  const body: Schemas["OwnedExpense"] = {
    owner: await ownerOf(trx, row.person_id),
    expense: await showExpense(trx, row),
    etag,
  };
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
): Promise<Answer<Schemas["OwnedExpense"]>> {
  const found = await findExpense(trx, expenseId);
  assertSeen(found, { kind: "expense", what: expenseId, ifMatch });
  return ownedAnswer(trx, await moved(trx, found, "submitted", { question, answer: null, state: "questioned" }));
}

/** Answers what was asked. @throws {PorteError} `company.not_found` for another's expense, `company.already` where nothing is asked. */
export async function answerExpense(
  trx: Db,
  { personId }: Caller,
  expenseId: string,
  answer: string,
): Promise<Answer<Schemas["Expense"]>> {
  const found = await findExpense(trx, expenseId);
  if (found.person_id !== personId) throw new PorteError("company.not_found", { kind: "expense", what: expenseId });
  const row = await moved(trx, found, "questioned", { answer, state: "submitted" });
  return { status: 200, body: await showExpense(trx, row), etag: etagOf(row) };
}

/** Moves an expense between the company and its porté. @throws {PorteError} `company.already` where it is in another state. */
async function moved(
  trx: Db,
  found: Selectable<Database["expenses"]>,
  from: "submitted" | "questioned",
  change: { question?: string; answer: string | null; state: "questioned" | "submitted" },
): Promise<Selectable<Database["expenses"]>> {
  if (found.state !== from)
    throw new PorteError("company.already", { kind: "expense", what: found.id, state: found.state });
  return trx
    .updateTable("expenses")
    .set({ ...change, revision: found.revision + 1 })
    .where("id", "=", found.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
