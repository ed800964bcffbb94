import { monthOf } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import { lists, MOST, readsAlongside, START } from "../api/alongside.ts";
import { type MonthQuery, monthIn, pageByNewest } from "../api/paging.ts";
import type { Handlers } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { type AccountFacts, accountFacts, accountOf, ENTRIES } from "./queries.ts";

/** The account of a porté. */
export function accountRoutes(deps: Deps): Handlers {
  const monthAsked = (query: unknown) =>
    monthIn("month", (query as MonthQuery).month ?? monthOf(dayInParis(deps.now())));
  return {
    getAccount: readsAlongside<{ facts: AccountFacts }>("read", {
      name: "account",
      columns: `${accountFacts("caller.id", "$3::text")} as facts`,
      values: ({ query }) => [monthAsked(query)],
      answer: ({ facts }, _caller, { query }) => accountOf(facts, monthAsked(query)),
      isTagged: true,
    }),
    listAccountEntries: lists("read", {
      name: "entries",
      ...ENTRIES,
      rows: ENTRIES.rows("caller.id", { cursor: START, most: MOST, month: "$5::text" }),
      values: (query) => [...pageByNewest(query), query.month === undefined ? null : monthIn("month", query.month)],
      isTagged: true,
    }),
  };
}
