import { MAX_PAGE, START } from "../api/alongside.ts";
import { monthsIn, pageByNewest, stateIn } from "../api/paging.ts";
import { type Handlers, reads, writes } from "../api/route.ts";
import { storedLists } from "../api/stored-lists.ts";
import type { Deps } from "../deps.ts";
import { submitExpense } from "./commands.ts";
import { answerExpense, decideExpense, listExpensesToDecide, ownedExpense, questionExpense } from "./decisions.ts";
import { EXPENSES } from "./queries.ts";

/** As the company's staff decides on them. */
function staffExpenses(deps: Deps) {
  return {
    listExpensesToDecide: reads(({ query }) => listExpensesToDecide(deps, query)),
    getOwnedExpense: reads(async ({ params: { expenseId }, reply }) => {
      const owned = await ownedExpense(deps.db, expenseId);
      void reply.header("etag", owned.etag);
      return owned;
    }),
    decideExpense: writes(deps, ({ trx, caller, body, params, ifMatch }) =>
      decideExpense(deps, trx, caller, params.expenseId, { decision: body, ifMatch }),
    ),
    questionExpense: writes(deps, ({ trx, body, params, ifMatch }) =>
      questionExpense(trx, params.expenseId, body.question, ifMatch),
    ),
  } satisfies Partial<Handlers>;
}

/** Expenses. */
export function expenseRoutes(deps: Deps) {
  return { ...ownExpenses(deps), ...staffExpenses(deps) };
}

/** As their porté sees and sends them. */
function ownExpenses(deps: Deps) {
  return {
    listExpenses: storedLists({
      name: "expenses",
      ...EXPENSES,
      rows: EXPENSES.rows("caller.id", { cursor: START, most: MAX_PAGE, first: "$5", last: "$6", state: "$7" }),
      values: (query) => [...pageByNewest(query), ...monthsIn(query), stateIn(query)],
    }),
    submitExpense: writes(deps, ({ trx, caller, body }) => submitExpense(deps, trx, caller, body)),
    answerExpense: writes(deps, ({ trx, caller, body, params }) =>
      answerExpense(trx, caller, params.expenseId, body.answer),
    ),
  } satisfies Partial<Handlers>;
}
