import { expect, test } from "vitest";
import type { Overview } from "../../src/domain/status/items.ts";
import { statusJson } from "../../src/view/status.ts";

const NOW = "2026-11-27T09:00:00.000Z";

test("a script reads what waits by the names of today, and by those of before", () => {
  const overview: Overview = {
    todo: [{ kind: "report-draft", month: "2026-11", day: "2026-11-25", isLate: true, due: "2026-11-25" }],
    waiting: [{ kind: "expenses-read", count: 2, amountCents: 2_140, since: "2026-11-20", waitingOn: "company" }],
    money: [{ kind: "balance", balanceCents: 100, reserveCents: 50 }],
  };
  const [todo, waiting] = [
    [
      {
        ...{ kind: "report-draft", month: "2026-11", day: "2026-11-25", isLate: true },
        ...{ due: "2026-11-25", command: "porte declare 2026-11" },
      },
    ],
    [
      {
        ...{ kind: "expenses-read", count: 2, amount: 21.4, command: "porte expenses list" },
        ...{ since: "2026-11-20", waitingOn: "company" },
      },
    ],
  ];

  expect(statusJson(overview, NOW)).toEqual({
    todo,
    waiting,
    money: [{ kind: "balance", balance: 1, reserve: 0.5, command: "porte account" }],
    mine: todo,
    others: waiting,
    asOf: NOW,
  });
});
