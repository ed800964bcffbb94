import { describe, expect, test } from "vitest";
import { PorteError } from "../../src/errors.ts";
import { readRow } from "../../src/portage/batch.ts";
import type { CompanyFacts, ContractFacts } from "../../src/portage/company-facts.ts";
import { knownTerms } from "../../src/portage/company-terms.ts";
import { assertAmounts, assertPayDate, clashOf } from "../../src/portage/input-checks.ts";
import { INPUT_ROWS, INPUTS, type InputName, type InputValues, type Known } from "../../src/portage/inputs.ts";

const TODAY = "2026-11-25";

/** Each input as it is typed, as a row of a batch has it, and what both mean. */
const WRITTEN: Readonly<Record<InputName, readonly [typed: string, json: unknown, value: unknown]>> = {
  tjm: ["550,50", 550.5, 55_050],
  days: ["18,5", 18.5, 18.5],
  turnover: ["9 000", 9000, 900_000],
  gross: ["4500", 4500, 450_000],
  net: ["3500", 3500, 350_000],
  paid: ["3000", 3000, 300_000],
  fee: ["7 %", 0.07, 70_000],
  feeCap: ["300", 300, 30_000],
  feeBase: ["turnover-less-expenses", "turnover-less-expenses", "turnover-less-expenses"],
  charges: ["RC=12,50", [{ name: "RC", amount: 12.5 }], [{ name: "RC", amountCents: 1_250 }]],
  expenses: ["120", 120, 12_000],
  reserve: ["none", "none", 0],
  reserveBase: ["1800", 1800, 180_000],
  leave: ["provisioned", "provisioned", "provisioned"],
  date: ["2026-10", "2026-10", "2026-10"],
  category: ["non-cadre", "non-cadre", "non-cadre"],
  contract: ["cdd", "cdd", "cdd"],
  contractMonths: ["2", 2, 2],
  level: ["senior", "senior", "senior"],
  branch: ["none", "none", "none"],
  workTime: ["50", 0.5, 500_000],
  presentDays: ["15", 15, 15],
  fullPay: ["3000", 3000, 300_000],
  partialMonth: ["none", "none", "none"],
  forfaitDays: ["150", 150, 150],
  headcount: ["9", 9, 9],
  workAccidentRate: ["0,9", 0.009, 9_000],
  mobilityRate: ["3.2", 0.032, 32_000],
  apprenticeShare: ["1", 0.01, 10_000],
  healthPlan: ["80", 80, 8_000],
  healthPlanEmployerShare: ["60", 0.6, 600_000],
  providentRate: ["1.5", 0.015, 15_000],
  providentEmployeeRate: ["0.62", 0.0062, 6_200],
  providentT2Rate: ["0.95", 0.0095, 9_500],
  providentT2EmployeeRate: ["0.94", 0.0094, 9_400],
  alsaceMoselle: ["", true, true],
  taxRate: ["non-resident", "non-resident", "non-resident"],
  taxZone: ["guyane-mayotte", "guyane-mayotte", "guyane-mayotte"],
  payDate: ["2026-12-05", "2026-12-05", "2026-12-05"],
};

describe("an input", () => {
  test.each(Object.entries(WRITTEN))("%s means the same typed and in a batch", (name, [typed, json, value]) => {
    const { kind } = Object.fromEntries(INPUT_ROWS)[name] ?? {};

    expect(kind?.parse(typed, TODAY)).toEqual(value);
    expect(readRow(JSON.stringify({ [name]: json }), TODAY)).toEqual({ [name]: value });
  });

  test("is listed before another that stands in the table", () => {
    for (const [name, { listedBefore }] of INPUT_ROWS)
      if (listedBefore !== undefined) expect([name, listedBefore in INPUTS]).toEqual([name, true]);
  });

  test.each<[string, InputName, string, string]>([
    ["a day and a quarter", "days", "1.25", "input.count"],
    ["32 days", "days", "32", "input.count"],
    ["no day", "days", "0", "input.count"],
    ["no part of full time", "workTime", "0.9", "input.rate"],
    ["more than all", "fee", "101", "input.rate"],
    ["a charge without a name", "charges", "=3", "input.charge"],
    ["a charge without a value", "charges", "RC=", "input.charge"],
    ["a charge that gives", "charges", "RC=-3", "input.charge"],
    ["a base that gives", "reserveBase", "-3", "input.charge"],
    ["219 days", "forfaitDays", "219", "input.count"],
    ["37 months", "contractMonths", "37", "input.count"],
  ])("refuses %s that is typed", (_title, name, text, code) => {
    const { kind } = INPUTS[name];
    expect(failureOf(() => kind.parse(text, TODAY))).toBe(code);
  });

  test.each<[string, unknown, string]>([
    ["a name that is none", { charge: [] }, "usage.unknown_option"],
    ["a text for an amount", { tjm: "5" }, "input.amount"],
    ["a part of a cent", { tjm: 1.001 }, "input.amount"],
    ["an amount that gives", { tjm: -1 }, "input.amount_range"],
    ["a rate in percent", { fee: 7 }, "input.fraction"],
    ["no part of full time", { workTime: 0.009 }, "input.fraction"],
    ["a third of a day", { days: 0.3 }, "input.count"],
    ["a word that is none", { leave: "maybe" }, "usage.choice"],
    ["a number for a flag", { alsaceMoselle: 1 }, "usage.choice"],
    ["charges that are none", { charges: 4 }, "input.charge"],
    ["a charge of both kinds", { charges: [{ name: "x", rate: 0.1, amount: 1 }] }, "input.charge"],
    ["a charge without a name", { charges: [{ name: " ", rate: 0.1 }] }, "input.charge"],
  ])("refuses %s in a batch", (_title, row, code) => {
    expect(failureOf(() => readRow(JSON.stringify(row), TODAY))).toBe(code);
  });

  test("has no cap in a batch, takes words for a rate, and a charge of a rate", () => {
    expect(readRow('{"feeCap":null,"taxRate":0.1,"reserve":0.05,"reserveBase":"minimum"}', TODAY)).toEqual({
      feeCap: null,
      taxRate: 100_000,
      reserve: 50_000,
      reserveBase: "minimum",
    });
    expect(INPUTS.charges.kind.parse("médecine=0,1 %", TODAY)).toEqual([{ name: "médecine", ratePpm: 1_000 }]);
  });
});

describe("inputs that do not make one question", () => {
  test.each<[string, InputValues, Known, string | null]>([
    ["a daily rate", { tjm: 1 }, {}, null],
    ["a wish over days", { net: 1, days: 3 }, {}, null],
    ["nothing to start from", { fee: 1 }, {}, "usage.one_of tjm turnover gross net paid"],
    ["two starts", { tjm: 1, paid: 1 }, {}, "usage.conflict tjm paid"],
    ["days beside a turnover", { turnover: 1, days: 1 }, {}, "usage.conflict turnover days"],
    ["days beside a gross pay", { gross: 1, days: 1 }, {}, "usage.conflict gross days"],
    [
      "a level beside a gross pay, before its days",
      { gross: 1, days: 1, level: "junior" },
      {},
      "usage.conflict gross level",
    ],
    ["charges beside a gross pay", { gross: 1, charges: [] }, {}, "usage.conflict gross charges"],
    [
      "months of a CDI",
      { tjm: 1, contract: "cdi", contractMonths: 2 },
      {},
      "usage.conflict contract=cdi contractMonths",
    ],
    ["months of a CDD", { tjm: 1, contract: "cdd", contractMonths: 2 }, {}, null],
    ["more days than present", { tjm: 1, days: 11, presentDays: 10 }, {}, "usage.conflict days presentDays"],
    ["as many days as present", { tjm: 1, days: 10, presentDays: 10 }, {}, null],
    [
      "a whole month over the days present",
      { tjm: 1, presentDays: 19, date: "2026-11" },
      {},
      "usage.conflict days presentDays",
    ],
    ["a whole month of the days present", { tjm: 1, presentDays: 20, date: "2026-11" }, {}, null],
    [
      "a month of 22 days in December",
      { tjm: 1, presentDays: 21, date: "2026-12" },
      {},
      "usage.conflict days presentDays",
    ],
    ["presence beside a turnover", { turnover: 1, presentDays: 1 }, {}, null],
  ])("%s", (_title, asked, known, expected) => {
    const clash = clashOf(asked, known, TODAY);
    const words = clash?.inputs.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
    expect(clash === null ? null : [clash.code, ...(words ?? [])].join(" ")).toBe(expected);
  });

  test("a holiday of Alsace-Moselle is no working day of the company's contract", () => {
    const good = { tjm: 1, presentDays: 20, date: "2026-04" } as const;

    expect(clashOf(good, {}, TODAY)?.code).toBe("usage.conflict");
    expect(clashOf(good, { alsaceMoselle: true }, TODAY)).toBeNull();
  });
});

describe("amounts that no month can have", () => {
  const MAX_CENTS = 100_000_000;

  test.each<[string, InputValues, Known, string]>([
    ["a start of a cent", { tjm: 1 }, {}, "none"],
    ["a start of nothing", { turnover: 0 }, {}, "input.amount_range 0.00 0.01 1000000.00"],
    ["a start of nothing in a month of leave", { turnover: 0 }, { paidDays: 2 }, "none"],
    [
      "a whole pay of nothing, leave or not",
      { fullPay: 0 },
      { paidDays: 2 },
      "input.amount_range 0.00 0.01 1000000.00",
    ],
    ["the largest start", { gross: MAX_CENTS }, {}, "none"],
    ["a cent more", { gross: MAX_CENTS + 1 }, {}, "input.amount_range 1000000.01 0.01 1000000.00"],
    ["a part of a cent", { net: 1.5 }, {}, "input.amount_range 0.02 0.01 1000000.00"],
    ["no number", { paid: Number.NaN }, {}, "input.amount_range NaN 0.01 1000000.00"],
    ["no cap", { feeCap: null }, {}, "none"],
    ["expenses of nothing", { expenses: 0 }, {}, "none"],
    ["expenses that give", { expenses: -1 }, {}, "input.amount_range -0.01 0.00 1000000.00"],
    ["a cover in hundredths of a percent", { providentRate: 15_100 }, {}, "none"],
    ["a cover in thousandths", { providentT2Rate: 15_110 }, {}, "input.cover 1.511"],
    ["a day of payment", { payDate: "2026-12-05" }, {}, "none"],
    ["a day of payment that is none", { payDate: "2026-02-30" }, {}, "input.day 2026-02-30"],
  ])("%s", (_title, asked, known, expected) => {
    expect(sentenceOf(() => assertAmounts(asked, known))).toBe(expected);
  });

  test.each([
    ["2026-11-01", "none"],
    ["2026-10-31", "payroll.situation payDate 2026-11 ≥ 2026-11-01"],
    [undefined, "none"],
  ])("a pay of November on %s: %s", (payDate, expected) => {
    expect(sentenceOf(() => assertPayDate(payDate, "2026-11"))).toBe(expected);
  });
});

const COVER = { employerPpm: 1, employeePpm: 2, employerT2Ppm: 3, employeeT2Ppm: 4 };
const COMPANY: CompanyFacts = {
  fee: { ratePpm: 50_000, monthlyCapCents: null },
  deadlines: { transferDay: 5 },
  payroll: {
    headcount: 80,
    workAccidentPpm: 11,
    mobilityPpm: 12,
    apprenticeSharePpm: 13,
    healthPlanCents: 14,
    healthPlanEmployerPpm: 15,
    providentPpm: 16,
    reservePpm: 17,
  },
};
const CONTRACT: ContractFacts = {
  kind: "cdi",
  category: "cadre",
  level: "senior",
  start: "2026-01-15",
  end: null,
  alsaceMoselle: true,
  taxRatePpm: null,
};
const OF_COMPANY = {
  fee: 50_000,
  feeCap: null,
  charges: [],
  reserve: 17,
  headcount: 80,
  workAccidentRate: 11,
  mobilityRate: 12,
  apprenticeShare: 13,
  healthPlan: 14,
  healthPlanEmployerShare: 15,
  companyLines: [],
  transferDay: 5,
};
const OF_CONTRACT = {
  category: "cadre",
  contract: "cdi",
  level: "senior",
  alsaceMoselle: true,
  taxRate: "neutral",
  contractStart: "2026-01-15",
  contractEnd: null,
};

describe("what a company and a contract say", () => {
  test("is what they say, and nothing else", () => {
    expect(knownTerms(COMPANY, null)).toEqual({ ...OF_COMPANY, providentRate: 16 });
    expect(knownTerms(COMPANY, CONTRACT)).toEqual({ ...OF_COMPANY, ...OF_CONTRACT, providentRate: 16 });
  });

  test.each<[string, Partial<CompanyFacts["payroll"]>, Partial<ContractFacts>, Known]>([
    ["nobody's cover but a cadre's", {}, { category: "non-cadre" }, { providentRate: 0 }],
    [
      "the cover of a category",
      { provident: { cadre: { ...COVER, employerPpm: 9 }, nonCadre: COVER } },
      { category: "non-cadre" },
      { providentRate: 1, providentEmployeeRate: 2, providentT2Rate: 3, providentT2EmployeeRate: 4 },
    ],
    ["how leave is paid", { leave: "provisioned" }, {}, { leave: "provisioned" }],
    ["a base of the reserve", { reserveBase: 180_000 }, {}, { reserveBase: 180_000 }],
    ["a month that is not full", { partialMonth: "none" }, {}, { partialMonth: "none" }],
    ["charges", { charges: [{ name: "x", ratePpm: 1 }] }, {}, { charges: [{ name: "x", ratePpm: 1 }] }],
    ["a rate of tax", {}, { taxRatePpm: 90_000 }, { taxRate: 90_000 }],
    ["a zone", {}, { taxZone: "guyane-mayotte" }, { taxZone: "guyane-mayotte" }],
    ["a part of full time", {}, { workTimePpm: 800_000 }, { workTime: 800_000 }],
    ["a reduced forfait", {}, { forfaitDays: 217 }, { forfaitDays: 217 }],
    ["the months of a CDD", {}, { kind: "cdd", end: "2026-03-14" }, { contract: "cdd", contractMonths: 2 }],
  ])("%s", (_title, payroll, contract, expected) => {
    const known = knownTerms({ ...COMPANY, payroll: { ...COMPANY.payroll, ...payroll } }, { ...CONTRACT, ...contract });
    expect(known).toMatchObject(expected);
  });

  test("a whole forfait is nothing to say, nor is a CDD without an end", () => {
    expect(knownTerms(COMPANY, { ...CONTRACT, forfaitDays: 218 })).not.toHaveProperty("forfaitDays");
    expect(knownTerms(COMPANY, { ...CONTRACT, kind: "cdd" })).not.toHaveProperty("contractMonths");
  });
});

function failureOf(work: () => unknown): string {
  return sentenceOf(work).split(" ")[0] ?? "";
}

/** The code of a failure with its facts. */
function sentenceOf(work: () => unknown): string {
  try {
    work();
  } catch (failure) {
    if (failure instanceof PorteError) return [failure.code, ...Object.values(failure.facts)].join(" ");
    throw failure;
  }
  return "none";
}
