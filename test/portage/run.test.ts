import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, firstDay, lastDay, type Month } from "../../src/domain/calendar.ts";
import { workingDays } from "../../src/domain/holidays.ts";
import { sum } from "../../src/domain/money.ts";
import { payslip } from "../../src/payroll/payslip.ts";
import { NEW_YEAR } from "../../src/payroll/year.ts";
import { balances, type Posting, paymentPostings, payrollPostings } from "../../src/portage/account.ts";
import { questionFrom } from "../../src/portage/asked.ts";
import type { CompanyFacts, ContractFacts } from "../../src/portage/company-facts.ts";
import { knownTerms } from "../../src/portage/company-terms.ts";
import type { InputValues, Known } from "../../src/portage/inputs.ts";
import { type RunMonth, simulateRun, totalsOf } from "../../src/portage/run.ts";
import { lawOf, settle, simulate } from "../../src/portage/simulate.ts";
import { sumProvisions } from "../../src/portage/waterfall.ts";

const MOMENT = { today: "2026-11-27", yearToDate: () => NEW_YEAR, reading: {} };

/** A month of a run as somebody would ask for it. */
interface Want {
  readonly month: Month;
  readonly days: number;
  readonly leaveDays?: number;
}

function run(wanted: readonly Want[], asked: InputValues, known: Known = {}): RunMonth[] {
  return simulateRun(
    wanted.map(({ month, days, leaveDays = 0 }) => {
      const billed: InputValues = days > 0 ? { ...asked, tjm: 55_000, days } : { ...asked, turnover: 0 };
      const paid = { ...known, paidDays: days + leaveDays };
      const { question } = questionFrom({ ...billed, date: month }, paid, MOMENT);
      return { month, workingDays: workingDays(month).length, billedDays: days, leaveDays, question };
    }),
  );
}

const months = (first: Month, count: number): Month[] => Array.from({ length: count }, (_, i) => addMonths(first, i));

/** Every posting of a run, as the company's account would have them. */
const postings = (paid: readonly RunMonth[]): Posting[] =>
  paid.flatMap(({ answer }) => {
    if (answer === null || answer.waterfall === null) return [];
    const { waterfall, payslip: slip } = answer;
    return [
      ...paymentPostings(waterfall.turnoverCents, waterfall.managementFeeCents),
      ...payrollPostings(slip, waterfall),
    ];
  });

/** Every cent of the turnover and of what is released has its place. */
function expectSum(answer: RunMonth["answer"]): void {
  const { waterfall, payslip: slip } = answer ?? { waterfall: null, payslip: null };
  if (waterfall === null || slip === null) return;
  const out = [
    waterfall.managementFeeCents,
    ...waterfall.charges.map(({ cents }) => cents),
    waterfall.expensesCents,
    waterfall.reserveCents,
    sumProvisions(waterfall.kept),
    slip.costCents,
    waterfall.remainderCents,
  ];
  expect(sum(out)).toBe(waterfall.turnoverCents + sumProvisions(waterfall.released));
}

describe("what is kept is paid", () => {
  test("a fixed-term contract keeps its tenth month by month and pays all of it in its last one", () => {
    const known: Known = { contract: "cdd", contractStart: "2026-01-01", contractEnd: "2026-06-30", contractMonths: 6 };
    const paid = run(
      months("2026-01", 6).map((month) => ({ month, days: 18 })),
      {},
      known,
    );

    const [first] = paid;
    const last = paid.at(-1);
    expect(first?.answer?.waterfall?.parts.endOfContractCents).toBe(0);
    expect(first?.held.endOfContractCents).toBeGreaterThan(0);
    const before = paid.at(-2)?.held.endOfContractCents ?? 0;
    expect(last?.answer?.waterfall?.released.endOfContractCents).toBe(before);
    expect(last?.answer?.waterfall?.parts.endOfContractCents).toBeGreaterThan(before / 2);
    expect(last?.held).toEqual({ leaveCents: 0, endOfContractCents: 0 });
    expect(totalsOf(paid).heldCents).toBe(0);
  });

  test("provisioned leave is paid in the month that takes it, even where nothing is billed", () => {
    const paid = run(
      [
        ...months("2026-01", 6).map((month) => ({ month, days: 18 })),
        { month: "2026-07", days: 0, leaveDays: 12 },
        { month: "2026-08", days: 20 },
      ],
      { leave: "provisioned" },
    );

    const july = paid[6];
    expect(paid[5]?.held.leaveCents).toBeGreaterThan(0);
    expect(july?.answer?.waterfall?.turnoverCents).toBe(0);
    expect(july?.answer?.waterfall?.parts.paidLeaveCents).toBe(july?.answer?.payslip.grossCents);
    /** Twelve days of the twelve and a half that six months earn. */
    const share = 12 / (6 * (25 / 12));
    expect(july?.answer?.waterfall?.released.leaveCents).toBe(Math.round((paid[5]?.held.leaveCents ?? 0) * share));
    expect(paid[7]?.held.leaveCents).toBeGreaterThan(july?.held.leaveCents ?? 0);
  });

  test("a year and its account sum to the cent, whatever is kept, released, missed or charged", () => {
    const month = fc.record({ days: fc.integer({ min: 4, max: 23 }), leaveDays: fc.constantFrom(0, 0, 0, 5) });
    fc.assert(
      fc.property(
        fc.array(month, { minLength: 12, maxLength: 12 }),
        fc.constantFrom("cdi" as const, "cdd" as const),
        fc.constantFrom("paid" as const, "provisioned" as const),
        fc.integer({ min: 2, max: 12 }),
        (wanted, contract, leave, length) => {
          const start = firstDay("2026-01");
          const end = contract === "cdd" ? lastDay(addMonths("2026-01", length - 1)) : null;
          const known: Known = { contract, contractStart: start, contractEnd: end, charges: CHARGES, expenses: 2_000 };
          const worked = months("2026-01", contract === "cdd" ? length : 12).map((month, index) => ({
            month,
            ...(wanted[index] as (typeof wanted)[number]),
          }));
          const paid = run(worked, { leave, charges: CHARGES }, known);

          for (const { answer } of paid) expectSum(answer);
          const totals = totalsOf(paid);
          expect(balances(postings(paid))).toEqual({
            activity: totals.remainderCents,
            reserve: totals.reserveCents,
            provision: totals.heldCents,
          });
          if (contract === "cdd") expect(totals.heldCents).toBe(0);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const CHARGES = [
  { name: "médecine du travail", ratePpm: 1_000 },
  { name: "RC pro", amountCents: 1_250 },
] as const;

describe("a month that is not full", () => {
  const net = (days: number, asked: InputValues = {}) => {
    const { question } = questionFrom({ tjm: 55_000, days, date: "2026-11", ...asked }, {}, MOMENT);
    return { question, answer: simulate(question) };
  };

  test("with few billed days has the ceiling of their calendar days, and the SMIC and the minimum of their share", () => {
    const { question, answer } = net(5);

    expect(question.situation).toMatchObject({ presentDays: 8, paidPpm: 250_000 });
    expect(answer.law.ceilings).toMatchObject({
      pmssCents: Math.round((400_500 * 8) / 30),
      smicTwelfths: (1_202 * 1_820) / 4,
    });
    expect(answer.waterfall?.minimumPayCents).toBe(57_208);
    expect(net(5, { partialMonth: "none" }).answer.law.ceilings.pmssCents).toBe(400_500);
  });

  test("says what the other way would pay, where that matters", () => {
    const warning = (days: number, asked: InputValues = {}) =>
      net(days, asked).answer.warnings.find(({ code }) => code === "partial_month");

    expect(warning(5)).toMatchObject({
      mode: "calendar",
      otherNetPaidCents: net(5, { partialMonth: "none" }).answer.payslip.netPaidCents,
    });
    expect(warning(20)).toBeUndefined();
  });

  test("rises from nothing to one day without a jump: half a day is one calendar day", () => {
    const half = net(0.5).question.situation;
    const one = net(1).question.situation;

    expect(half.presentDays).toBe(1);
    expect(one.presentDays).toBe(2);
    const rate = (days: number) => net(days).answer.payslip.netPaidCents / days;
    expect(Math.abs(rate(4) - rate(2)) / rate(4)).toBeLessThan(0.1);
  });

  test("with calendar days said follows them alone, for the ceiling and the minimum", () => {
    const { question } = questionFrom({ turnover: 500_000, presentDays: 15, date: "2026-11" }, {}, MOMENT);

    expect(question.situation).toMatchObject({ presentDays: 15, paidPpm: null });
    expect(question.terms.workedPpm).toBe(500_000);
  });
});

describe("a client who is late", () => {
  const known: Known = { level: "senior", paidDays: 20 };
  const owed = (turnover: number, otherProvisionsCents = 0) => {
    const { question } = questionFrom({ turnover, date: "2026-11" }, known, MOMENT);
    const asked = { ...question, owesMinimum: true, otherProvisionsCents };
    return settle(asked, lawOf(asked));
  };

  test("does not put off the minimum pay: the company advances it, and takes it back from what comes", () => {
    const late = owed(0);

    expect(late.payslip.grossCents).toBe(245_175);
    expect(late.waterfall?.reachesMinimum).toBe(true);
    const advance = -(late.waterfall?.remainderCents ?? 0);
    expect(advance).toBe(late.payslip.costCents + (late.waterfall?.reserveCents ?? 0));
    const next = owed(2_200_000, advance);
    expect(next.waterfall?.otherProvisionsCents).toBe(advance);
    expect(next.waterfall?.remainderCents).toBeGreaterThanOrEqual(0);
  });

  test("who pays a part pays for a part: what it makes above the minimum, or the minimum", () => {
    expect(owed(100_000).payslip.grossCents).toBe(245_175);
    expect(owed(700_000).payslip.grossCents).toBeGreaterThan(245_175);
    expect(owed(700_000).payslip).toEqual(
      settle(
        { ...questionFrom({ turnover: 700_000, date: "2026-11" }, known, MOMENT).question },
        lawOf(questionFrom({ turnover: 700_000, date: "2026-11" }, known, MOMENT).question),
      ).payslip,
    );
  });
});

describe("a first contract of two months", () => {
  test("is taxed on less in its first two months alone, by the grid of the day on which it is paid", () => {
    const known: Known = { contract: "cdd", contractMonths: 2, contractStart: "2026-11-15", contractEnd: "2027-01-14" };
    const isShort = (month: Month) =>
      questionFrom({ gross: 300_000, date: month }, known, MOMENT).question.situation.isShort;

    expect(isShort("2026-11")).toBe(true);
    expect(isShort("2026-12")).toBe(true);
    const { question } = questionFrom(
      { gross: 300_000, date: "2026-05" },
      { transferDay: 5, contract: "cdd", contractMonths: 1 },
      MOMENT,
    );
    expect(question.situation.payDate).toBe("2026-06-05");
    expect(lawOf(question).tax.abatementCents).toBe(76_600);
    const april = questionFrom({ gross: 1_060_167, date: "2026-04" }, { transferDay: 5 }, MOMENT).question;
    const slip = payslip(lawOf(april), 1_060_167, "neutral");
    expect(slip.withholdingPpm).toBe(
      lawOf(april).tax.neutralBands.find(({ belowCents }) => slip.netTaxableCents < belowCents)?.ratePpm,
    );
  });
});

const cover = fc.record({
  employerPpm: fc.constantFrom(15_000, 20_000),
  employeePpm: fc.constantFrom(0, 6_200),
  employerT2Ppm: fc.constantFrom(0, 9_500),
  employeeT2Ppm: fc.constantFrom(0, 9_400),
});
const companies: fc.Arbitrary<CompanyFacts> = fc.record({
  fee: fc.record({ ratePpm: fc.constantFrom(50_000, 70_000), monthlyCapCents: fc.constantFrom(null, 60_000) }),
  deadlines: fc.record({ transferDay: fc.integer({ min: 1, max: 28 }) }),
  payroll: fc.record({
    headcount: fc.constantFrom(8, 40, 240),
    workAccidentPpm: fc.constantFrom(9_000, 20_800),
    mobilityPpm: fc.constantFrom(0, 32_000),
    apprenticeSharePpm: fc.constant(50_000),
    healthPlanCents: fc.constantFrom(0, 6_000),
    healthPlanEmployerPpm: fc.constant(500_000),
    providentPpm: fc.constant(15_000),
    reservePpm: fc.constant(100_000),
    provident: fc.record({ cadre: cover, nonCadre: cover }),
    leave: fc.constantFrom("paid", "provisioned"),
    reserveBase: fc.constantFrom("base-pay" as const, "minimum" as const, 200_000),
    partialMonth: fc.constantFrom("calendar", "none"),
    mealVoucher: fc.constant({ valueCents: 1_200, employerShareCents: 700 }),
    charges: fc.constant(CHARGES),
    lines: fc.constant([
      { label: "Action sociale", text: "accord", base: "gross", employerPpm: 1_000, employeePpm: 500 } as const,
    ]),
  }),
});
const contracts: fc.Arbitrary<ContractFacts> = fc
  .record({
    kind: fc.constantFrom("cdi" as const, "cdd" as const),
    category: fc.constantFrom("cadre" as const, "non-cadre" as const),
    level: fc.constantFrom("first" as const, "junior" as const, "senior" as const, "expert" as const),
    start: fc.constantFrom("2026-08-15", "2026-09-01", "2026-10-01"),
    months: fc.integer({ min: 1, max: 4 }),
    alsaceMoselle: fc.boolean(),
    taxRatePpm: fc.constantFrom(null, 75_000),
    taxZone: fc.constantFrom("metropole" as const, "guyane-mayotte" as const),
    workTimePpm: fc.constantFrom(1_000_000, 800_000),
    forfaitDays: fc.constantFrom(null, 180, 218),
  })
  .map(({ months: length, ...contract }) => ({
    ...contract,
    end: contract.kind === "cdd" ? lastDay(addMonths(contract.start.slice(0, 7), length)) : null,
  }));

test("what a company pays for a report is what its porté simulates from days and a daily rate, in every situation of a contract", () => {
  fc.assert(
    fc.property(
      companies,
      contracts,
      fc.constantFrom("2026-10", "2026-11"),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 30_000, max: 120_000 }),
      (company, contract, month, days, tjm) => {
        const known = knownTerms(company, contract);
        const asked = questionFrom({ tjm, days, date: month }, known, MOMENT).question;
        const report = { ...known, paidDays: days, daysAtWork: days };
        const filed = questionFrom({ turnover: tjm * days, expenses: 0, date: month }, report, MOMENT).question;
        const owed = { ...filed, owesMinimum: true };

        const paid = settle(owed, lawOf(owed));

        if ((paid.waterfall?.remainderCents ?? 0) < 0) return;
        const simulated = simulate(asked);
        expect(paid.payslip).toEqual(simulated.payslip);
        expect(paid.waterfall).toEqual(simulated.waterfall);
      },
    ),
    { numRuns: 400 },
  );
});
