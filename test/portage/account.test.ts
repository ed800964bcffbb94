import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "../../src/domain/money.ts";
import { explain } from "../../src/portage/account-causes.ts";
import { EMPTY, headingOf, inAll, pursesOf, statementOf, statements } from "../../src/portage/account-headings.ts";
import { histories } from "../parts/history.ts";

describe("an account by its headings", () => {
  test("the headings, the reserve and the provisions are the balance, month after month, over two years", () => {
    fc.assert(
      fc.property(histories, (entries) => {
        const months = statements(entries, EMPTY);

        const spent = sum(months.flatMap(({ headings }) => headings.map(({ cents }) => cents)));
        const last = months.at(-1)?.closing ?? EMPTY;
        expect(spent + last.reserve + last.provision).toBe(sum(entries.map(({ amountCents }) => amountCents)));
        expect(inAll(last)).toBe(sum(entries.map(({ amountCents }) => amountCents)));
        expect(last).toEqual(pursesOf(entries));
        for (const { month, headings, change, opening, closing } of months) {
          expect(sum(headings.map(({ cents }) => cents))).toBe(change.activity);
          expect(inAll(closing ?? EMPTY) - inAll(opening ?? EMPTY)).toBe(inAll(change));
          const before = entries.filter((entry) => entry.month < month);
          expect(opening).toEqual(pursesOf(before));
        }
      }),
      { numRuns: 10 },
    );
  });

  test("a month alone is told from what was held before it; where nobody knows that, no balance is told", () => {
    const entries = [
      { month: "2026-11", kind: "client-payment", fund: "activity", amountCents: 1_000 },
      { month: "2026-11", kind: "reserve-transfer", fund: "activity", amountCents: -100 },
      { month: "2026-11", kind: "reserve-transfer", fund: "reserve", amountCents: 100 },
      { month: "2026-11", kind: "bonus", fund: "later", amountCents: 5 },
    ];
    const opening = { activity: 7, reserve: 3, provision: 0 };

    expect(statementOf("2026-11", entries, opening)).toMatchObject({
      headings: [
        { heading: "client-payments", cents: 1_000 },
        { heading: "reserve", cents: -100 },
        { heading: "other", cents: 5 },
      ],
      closing: { activity: 912, reserve: 103, provision: 0 },
    });
    expect(statementOf("2026-11", entries, null)).toMatchObject({ opening: null, closing: null });
    expect(headingOf("withholding")).toBe("levies");
  });
});

describe("what lies behind an entry", () => {
  const line = (code: string, employeeCents: number, employerCents: number) => ({ code, employeeCents, employerCents });
  const payslip = {
    id: "p1",
    generalReductionCents: 50,
    lines: [line("health", 10, 130), line("apec", 0, 20), line("csg", 40, 0)],
  };
  const expense = (id: string, amountCents: number, taxableCents: number, payslipMonth: string | null) => ({
    ...{ id, date: "2026-10-03", category: "restaurant", amountCents, taxableCents, payslipMonth },
  });
  const known = {
    payslips: [payslip],
    expenses: [
      expense("e1", 2_000, 0, "2026-11"),
      expense("e2", 900, 300, "2026-11"),
      expense("e3", 5, 0, null),
      expense("e4", 4, 4, "2026-11"),
    ],
  };
  const cause = { kind: "payslip", id: "p1", reference: "2026-11" };

  test("is each line of its payslip, what its reductions give back, and each expense, to the cent", () => {
    expect(explain({ kind: "employer-contributions", amountCents: -100, cause }, known)).toEqual({
      parts: [
        { kind: "payslip-line", code: "health", label: null, amountCents: -130 },
        { kind: "payslip-line", code: "apec", label: null, amountCents: -20 },
        { kind: "reduction", amountCents: 50 },
      ],
      unexplainedCents: 0,
    });
    expect(explain({ kind: "employee-contributions", amountCents: -50, cause }, known)).toMatchObject({
      parts: [{ code: "health" }, { code: "csg" }],
      unexplainedCents: 0,
    });
    expect(explain({ kind: "expense-reimbursement", amountCents: -2_601, cause }, known)).toMatchObject({
      parts: [
        { id: "e1", amountCents: -2_000 },
        { id: "e2", amountCents: -600 },
      ],
      unexplainedCents: -1,
    });
  });

  test("is not told where the entry is all of it, or where the payslip or the expenses are not known", () => {
    const other = { ...cause, id: "p0" };
    const payment = { kind: "payment", id: "x", reference: "ACME" };
    expect(explain({ kind: "net-pay", amountCents: -1, cause }, known)).toBe(null);
    expect(explain({ kind: "client-payment", amountCents: 1, cause: payment }, known)).toBe(null);
    expect(explain({ kind: "client-payment", amountCents: 1 }, known)).toBe(null);
    expect(explain({ kind: "employer-contributions", amountCents: -1, cause: other }, known)).toBe(null);
    expect(explain({ kind: "expense-reimbursement", amountCents: -1, cause }, { ...known, expenses: null })).toBe(null);
  });
});
