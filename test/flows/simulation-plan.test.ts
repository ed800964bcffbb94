import { describe, expect, test } from "vitest";
import { PorteError } from "../../src/errors.ts";
import { optionName } from "../../src/flows/simulation/option-names.ts";
import { planSimulation, type SimulationInput, type SimulationPlan } from "../../src/flows/simulation/plan.ts";

const TODAY = "2026-11-25";
const BASIS = { isNational: false, law: undefined };
const NO_EXTRAS = { margins: false, axis: null, report: null, save: null };
const MONTH = { kind: "month", comparison: null, extras: NO_EXTRAS, basis: BASIS } as const;
const NO_DAYS: ReadonlyMap<string, number> = new Map();
const LEAVE: ReadonlyMap<string, number> = new Map([["2026-08", 15]]);

describe("a simulation is planned:", () => {
  test.each<[string, SimulationInput, SimulationPlan]>([
    ["a month", { tjm: 55_000, fee: 1 }, { ...MONTH, asked: { tjm: 55_000, fee: 1 } }],
    [
      "a month with all that stands beside it",
      { tjm: 1, explain: true, margins: true, plot: "days", report: "r.html", save: "a", csv: true },
      { ...MONTH, asked: { tjm: 1 }, extras: { margins: true, axis: "days", report: "r.html", save: "a" } },
    ],
    [
      "a curve of the daily rate",
      { tjm: 1, plot: true },
      { ...MONTH, asked: { tjm: 1 }, extras: { ...NO_EXTRAS, axis: "tjm" } },
    ],
    [
      "a curve of a wish over days",
      { net: 1, days: 2, plot: "tjm" },
      { ...MONTH, asked: { net: 1, days: 2 }, extras: { ...NO_EXTRAS, axis: "tjm" } },
    ],
    [
      "by the law of a file, without the company",
      { tjm: 1, national: true, law: "l.json" },
      { ...MONTH, asked: { tjm: 1 }, basis: { isNational: true, law: "l.json" } },
    ],
    ["what is kept", { saved: true }, { kind: "list" }],
    ["what is kept, whatever the law", { saved: true, national: true, law: "x" }, { kind: "list" }],
    [
      "a promise, with what follows from it",
      { promise: true, save: "a", tjm: 60_000, days: 18, fee: 50_000, paid: 4, expenses: 3, date: "2026-10" },
      {
        kind: "promise",
        name: "a",
        month: "2026-10",
        promised: {
          figures: { turnover: 1_080_000, managementFee: 54_000, expenses: 3, netPaid: 4 },
          lines: [],
        },
      },
    ],
    [
      "a promise of few figures",
      { promise: true, save: "a", gross: 5, net: 6, tjm: 7, fee: 8 },
      { kind: "promise", name: "a", month: null, promised: { figures: { gross: 5, netBeforeTax: 6 }, lines: [] } },
    ],
    [
      "a batch",
      { batch: "-", national: true },
      { kind: "batch", file: "-", basis: { isNational: true, law: undefined } },
    ],
    [
      "a year from January",
      { tjm: 1, year: true, date: "2027-03", leaveDays: LEAVE },
      {
        kind: "run",
        asked: { tjm: 1, date: "2027-03" },
        run: { first: "2027-01", count: 12, leaveDays: LEAVE, intermission: NO_DAYS },
        basis: BASIS,
      },
    ],
    [
      "months from this one",
      { tjm: 1, months: 3, csv: true, intermission: LEAVE },
      {
        kind: "run",
        asked: { tjm: 1 },
        run: { first: "2026-11", count: 3, leaveDays: NO_DAYS, intermission: LEAVE },
        basis: BASIS,
      },
    ],
    [
      "one kept beside another",
      { compare: "a", against: "b" },
      { kind: "compare", comparison: { name: "a", actual: { kind: "kept", name: "b" } } },
    ],
    [
      "one kept beside a payslip",
      { compare: "a", payslip: "2026-10" },
      { kind: "compare", comparison: { name: "a", actual: { kind: "payslip", month: "2026-10" } } },
    ],
    [
      "one kept beside the month",
      { compare: "a", gross: 1 },
      { ...MONTH, asked: { gross: 1 }, comparison: { name: "a", actual: null } },
    ],
    [
      "a month that is computed, and one kept beside another",
      { compare: "a", against: "b", gross: 1 },
      { ...MONTH, asked: { gross: 1 }, comparison: { name: "a", actual: { kind: "kept", name: "b" } } },
    ],
  ])("%s", (_title, input, plan) => {
    expect(planSimulation(input, TODAY, false)).toEqual(plan);
  });
});

describe("no simulation is planned", () => {
  test.each<[string, SimulationInput, string]>([
    ["from nothing", {}, "usage.one_of --tjm --turnover --gross --net --paid"],
    ["from two figures", { tjm: 1, gross: 1 }, "usage.conflict --tjm --gross"],
    ["of charges beside a gross pay, as they are typed", { gross: 1, charges: [] }, "usage.conflict --gross --charge"],
    [
      "of months of a CDI",
      { tjm: 1, contract: "cdi", contractMonths: 1 },
      "usage.conflict --contract cdi --contract-months",
    ],
    ["with margins of no turnover", { gross: 1, margins: true }, "usage.conflict --gross --margins"],
    ["with a curve of no rate", { turnover: 1, plot: true }, "usage.missing_option --tjm porte simulate --plot"],
    [
      "with a curve of a wish over no days",
      { paid: 1, plot: true },
      "usage.missing_option --tjm porte simulate --plot",
    ],
    ["of a promise without a name", { promise: true, tjm: 1 }, "usage.missing_option --save porte simulate --promise"],
    [
      "of a promise of nothing",
      { promise: true, save: "a", fee: 1 },
      "usage.one_of --turnover --gross --net --paid --tjm --days",
    ],
    ["against nothing", { tjm: 1, against: "b" }, "usage.missing_option --compare porte simulate --against"],
    [
      "beside a payslip of nothing",
      { tjm: 1, payslip: "2026-10" },
      "usage.missing_option --compare porte simulate --payslip",
    ],
    [
      "with leave of one month",
      { tjm: 1, leaveDays: LEAVE },
      "usage.missing_option --year porte simulate --leave-days",
    ],
    [
      "with days off in one month",
      { tjm: 1, intermission: LEAVE },
      "usage.missing_option --year porte simulate --intermission",
    ],
    ["to compare with nothing", { compare: "a", fee: 1 }, "usage.one_of --tjm --turnover --gross --payslip --against"],
    ["of a batch with more", { batch: "-", tjm: 1 }, "usage.conflict --batch --tjm"],
    ["of more beside what is kept", { csv: true, saved: true }, "usage.conflict --csv --saved"],
    ["of a year and months", { tjm: 1, year: true, months: 3 }, "usage.conflict --year --months"],
    ["against two", { compare: "a", against: "b", payslip: "2026-10" }, "usage.conflict --against --payslip"],
    ...(["explain", "margins", "plot"] as const).map((one): [string, SimulationInput, string] => [
      `of a year with --${one}`,
      { tjm: 1, year: true, [one]: true },
      `usage.conflict --year --${one}`,
    ]),
    ...(["report", "save", "compare"] as const).map((one): [string, SimulationInput, string] => [
      `of months with --${one}`,
      { tjm: 1, months: 2, [one]: "a" },
      `usage.conflict --months --${one}`,
    ]),
  ])("%s", (_title, input, expected) => {
    expect(failureOf(() => planSimulation(input, TODAY, false))).toBe(expected);
  });

  test("as CSV and JSON at once", () => {
    expect(failureOf(() => planSimulation({ tjm: 1, csv: true }, TODAY, true))).toBe("usage.conflict --csv --json");
    expect(planSimulation({ tjm: 1 }, TODAY, true)).toEqual({ ...MONTH, asked: { tjm: 1 } });
  });
});

test("an option is named as it is typed", () => {
  expect(["tjm", "feeCap", "charges", "providentT2EmployeeRate"].map(optionName)).toEqual([
    "--tjm",
    "--fee-cap",
    "--charge",
    "--provident-t2-employee-rate",
  ]);
});

function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (failure) {
    if (failure instanceof PorteError) return [failure.code, ...Object.values(failure.facts).flat()].join(" ");
    throw failure;
  }
  return "none";
}
