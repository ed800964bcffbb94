import fc from "fast-check";
import { expect, test } from "vitest";
import { sum } from "../../src/domain/money.ts";
import { isFailure } from "../../src/errors.ts";
import { bindLaw } from "../../src/payroll/law.ts";
import { costOf, payslip } from "../../src/payroll/payslip.ts";
import { NEW_YEAR } from "../../src/payroll/year.ts";
import { type RunMonth, simulateRun, totalsOf } from "../../src/portage/run.ts";
import { lawOf, type Question, settle, simulate } from "../../src/portage/simulate.ts";
import { sumProvisions } from "../../src/portage/waterfall.ts";
import { situations, terms } from "../parts/situations.ts";
import { SIMULATIONS, SITUATIONS_A_MONTH, YEARS } from "./counts.ts";
import { differences, workedOut } from "./differences.ts";
import { MONTHS } from "./examiners.ts";

const grosses = fc.oneof(fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 1, max: 4_500_000 }));

test("in every month and any situation the payslip is the one worked out by hand: its lines, the branch's and the company's too, and every total", () => {
  for (const month of MONTHS)
    fc.assert(
      fc.property(situations, grosses, (one, gross) => {
        /** Above 2 000 employees at times. */
        const situation = { ...one, headcount: one.headcount % 3 === 0 ? one.headcount + 1_500 : one.headcount };
        const slip = payslip(bindLaw(month, situation), gross, 0);

        expect(differences(slip, workedOut(month, gross, situation))).toEqual([]);
        expect(slip.costCents).toBe(costOf(bindLaw(month, situation), gross));
      }),
      { numRuns: SITUATIONS_A_MONTH },
    );
});

test("in every month and any situation cost is gross pay and what the lines say, and net is gross pay less what they say", () => {
  for (const month of MONTHS)
    fc.assert(
      fc.property(situations, grosses, fc.constantFrom(0, 50_000, "neutral" as const), (situation, gross, taxRate) => {
        const slip = payslip(bindLaw(month, situation), gross, taxRate);
        const employer = sum(slip.lines.map(({ employerCents }) => employerCents));
        const employee = sum(slip.lines.map(({ employeeCents }) => employeeCents));

        expect(slip.costCents).toBe(gross + employer - slip.generalReductionCents);
        expect(slip.netBeforeTaxCents).toBe(gross - employee);
        expect(slip.netPaidCents).toBe(gross - employee - slip.withholdingCents);
        const branch = slip.lines.filter(({ code }) => code === "trainingBranch" || code === "socialDialogueBranch");
        expect(branch).toHaveLength(situation.branch === "3219" ? 2 : 0);
        expect(slip.lines.filter(({ code }) => code.startsWith("company-"))).toHaveLength(
          situation.companyLines.length,
        );
      }),
      { numRuns: SITUATIONS_A_MONTH },
    );
});

/** A question of one month, as a company or a porté asks it. */
const questionOf = (month: string, { situation, agreed, turnoverCents, expensesCents }: Asked): Question => ({
  month,
  start: { kind: "turnover", turnoverCents },
  expensesCents,
  otherProvisionsCents: 0,
  owesMinimum: true,
  mealVouchers: null,
  presence: { workingDays: 20, paidDays: null, mode: "calendar" },
  terms: agreed,
  situation,
  taxRate: "neutral",
  yearToDate: NEW_YEAR,
  reading: {},
});

type Asked = {
  readonly situation: Question["situation"];
  readonly agreed: Question["terms"];
  readonly turnoverCents: number;
  readonly expensesCents: number;
};

/** Pay that a turnover makes is the whole pay of its month: another one is said only beside a gross pay. */
const ofTurnover = situations.map((one) => ({ ...one, fullPayCents: null }));

/** A run; null where a month's health plan and charges leave nothing to pay, which is a failure of its own. */
function runOrNothing(planned: Parameters<typeof simulateRun>[0]): RunMonth[] | null {
  try {
    return simulateRun(planned);
  } catch (failure) {
    if (isFailure(failure, "portage.nothing_left")) return null;
    throw failure;
  }
}

/** Twelve months, each with its turnover (none at times: a client is late), its expenses and its days of leave. */
const years = fc.array(
  fc.record({
    turnoverCents: fc.oneof(fc.constant(0), fc.integer({ min: 300_000, max: 2_000_000 })),
    expensesCents: fc.integer({ min: 0, max: 40_000 }),
    leaveDays: fc.constantFrom(0, 0, 0, 5, 12),
    isSecond: fc.boolean(),
  }),
  { minLength: 12, maxLength: 12 },
);

test("over a year of absences, late payments, leave and ends of contracts, every cent of turnover and of what is released is in one place, month by month and in all", () => {
  fc.assert(
    fc.property(fc.constantFrom(2024, 2025, 2026), ofTurnover, terms, years, (year, situation, agreed, months) => {
      const end = months.findIndex(({ isSecond }) => isSecond);
      const run = runOrNothing(
        months.map((one, index) => {
          const month = `${year}-${String(index + 1).padStart(2, "0")}`;
          const isLast = index === 11 || index === end;
          const contractStart = `${year}-${end !== -1 && index > end ? String(end + 2).padStart(2, "0") : "01"}-01`;
          const ofMonth = { ...situation, contractStart: situation.contract === "cdd" ? contractStart : null };
          const endOfContract = isLast ? ("paid" as const) : ("kept" as const);
          return {
            month,
            workingDays: 20,
            billedDays: null,
            leaveDays: one.leaveDays,
            question: questionOf(month, { situation: ofMonth, agreed: { ...agreed, endOfContract }, ...one }),
          };
        }),
      );

      fc.pre(run !== null);
      let [heldBefore, turnover, left] = [0, 0, 0];
      for (const { answer, held } of run ?? []) {
        if (answer === null) continue;
        const found = answer.waterfall;
        if (found === null) throw new Error("no waterfall");
        const charges = sum(found.charges.map(({ cents }) => cents));
        const spent =
          found.managementFeeCents +
          charges +
          found.expensesCents +
          found.otherProvisionsCents +
          found.reserveCents +
          sumProvisions(found.kept) +
          found.costCents +
          found.remainderCents;
        expect(spent).toBe(found.turnoverCents + sumProvisions(found.released));
        expect(found.costCents).toBe(answer.payslip.costCents);
        expect(sum(Object.values<number>({ ...found.parts }))).toBe(found.grossCents);
        expect(sumProvisions(held)).toBe(heldBefore + sumProvisions(found.kept) - sumProvisions(found.released));
        heldBefore = sumProvisions(held);
        turnover += found.turnoverCents;
        left += spent - sumProvisions(found.kept) - found.remainderCents;
      }
      const { heldCents, remainderCents, turnoverCents } = totalsOf(run ?? []);
      expect(turnoverCents).toBe(turnover);
      expect(heldCents).toBe(heldBefore);
      /** Fees, charges, expenses, reserve and cost of the year; what remains of each month; what is still held. */
      expect(turnover).toBe(left + remainderCents + heldCents);
      expect(heldCents).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: YEARS, endOnFailure: true },
  );
});

test("a simulation and the month that a company settles are one answer wherever the turnover reaches the minimum pay", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MONTHS),
      situations,
      terms,
      fc.integer({ min: 100_000, max: 3_000_000 }),
      fc.integer({ min: 0, max: 50_000 }),
      (month, situation, agreed, turnoverCents, expensesCents) => {
        const owed = questionOf(month, { situation, agreed, turnoverCents, expensesCents });
        const asked = { ...owed, owesMinimum: false };
        const settled = settle(owed, lawOf(owed));
        if (!(settled.waterfall !== null && settled.waterfall.remainderCents >= 0)) return;
        if (settled.payslip.grossCents < 1) return;

        const { waterfall, payslip: slip } = simulate(asked);
        expect(slip).toEqual(settled.payslip);
        expect(waterfall).toEqual(settled.waterfall);
      },
    ),
    { numRuns: SIMULATIONS },
  );
});
