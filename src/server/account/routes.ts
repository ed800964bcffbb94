import { monthOf } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import { MAX_PAGE, readsAlongside, START } from "../api/alongside.ts";
import { monthIn, monthsIn, pageByNewest } from "../api/paging.ts";
import type { Handlers } from "../api/route.ts";
import { storedLists } from "../api/stored-lists.ts";
import type { Deps } from "../deps.ts";
import { type AccountFacts, accountFacts, accountOf, ENTRIES } from "./queries.ts";

/** The account of a porté. */
export function accountRoutes(deps: Deps) {
  const monthAsked = ({ month }: { month?: string }) => monthIn("month", month ?? monthOf(dayInParis(deps.now())));
  return {
    getAccount: readsAlongside({
      name: "account",
      columns: `${accountFacts("caller.id", "$3::text")} as facts`,
      values: ({ query }) => [monthAsked(query)],
      answer: ({ facts }: { facts: AccountFacts }, { query }) => accountOf(facts, monthAsked(query)),
    }),
    listAccountEntries: storedLists({
      name: "entries",
      ...ENTRIES,
      rows: ENTRIES.rows("caller.id", { cursor: START, most: MAX_PAGE, first: "$5", last: "$6" }),
      values: (query) => [...pageByNewest(query), ...monthsIn(query)],
    }),
  } satisfies Partial<Handlers>;
}
