import { lists, MOST, START } from "../api/alongside.ts";
import { type PageQuery, pageByNewest } from "../api/paging.ts";
import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps, Schemas } from "../deps.ts";
import { submitExpense } from "./commands.ts";
import { answerExpense, decideExpense, listExpensesToDecide, ownedExpense, questionExpense } from "./decisions.ts";
import { EXPENSES } from "./queries.ts";

/** As the company's staff decides on them. */
function staffExpenses(deps: Deps): Handlers {
  return {
    listExpensesToDecide: reads<PageQuery>("operator", (_caller, query) => listExpensesToDecide(deps, query)),
    getOwnedExpense: reads("operator", async (_caller, _query, { expenseId = "" }, reply) => {
      const owned = await ownedExpense(deps.db, expenseId);
      void reply.header("etag", owned.etag);
      return owned;
    }),
    decideExpense: writes<Schemas["Decision"]>(deps, "operator", ({ trx, caller, body, params, ifMatch }) =>
      decideExpense(deps, trx, caller, params.expenseId ?? "", { decision: body, ifMatch }),
    ),
    questionExpense: writes<Schemas["ExpenseQuestion"]>(deps, "operator", ({ trx, body, params, ifMatch }) =>
      questionExpense(trx, params.expenseId ?? "", body.question, ifMatch),
    ),
  };
}

/** Expenses. */
export function expenseRoutes(deps: Deps): Handlers {
  return { ...ownExpenses(deps), ...staffExpenses(deps) };
}

/** As their porté sees and sends them. */
function ownExpenses(deps: Deps): Handlers {
  return {
    listExpenses: lists("read", {
      name: "expenses",
      ...EXPENSES,
      rows: EXPENSES.rows("caller.id", START, MOST),
      values: pageByNewest,
      isTagged: true,
    }),
    submitExpense: writes<Schemas["ExpenseSubmission"]>(deps, "expenses", ({ trx, caller, body }) =>
      submitExpense(deps, trx, caller, body),
    ),
    answerExpense: writes<Schemas["ExpenseAnswer"]>(deps, "expenses", ({ trx, caller, body, params }) =>
      answerExpense(trx, caller, params.expenseId ?? "", body.answer),
    ),
  };
}
