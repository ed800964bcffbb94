import { expect, test } from "vitest";
import type { Overview } from "../../src/domain/overview.ts";
import { statusJson } from "../../src/view/status.ts";

test("a script reads what waits by the names of today, and by those of before", () => {
  const overview: Overview = {
    todo: [{ kind: "report-draft", month: "2026-11", day: "2026-11-25", isLate: true }],
    waiting: [{ kind: "expenses-read", count: 2, amountCents: 2_140 }],
    money: [{ kind: "balance", balanceCents: 100, reserveCents: 50 }],
  };
  const [todo, waiting] = [
    [{ kind: "report-draft", month: "2026-11", day: "2026-11-25", isLate: true }],
    [{ kind: "expenses-read", count: 2, amount: 21.4 }],
  ];

  expect(statusJson(overview)).toEqual({
    todo,
    waiting,
    money: [{ kind: "balance", balance: 1, reserve: 0.5 }],
    mine: todo,
    others: waiting,
  });
});
