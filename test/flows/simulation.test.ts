import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PorteError } from "../../src/errors.ts";
import { answerBatch } from "../../src/flows/simulation/batch.ts";
import { planSimulation, type SimulationInput } from "../../src/flows/simulation/plan.ts";
import {
  type AnsweredPlan,
  findGround,
  runSimulation,
  type SimulationRemark,
  type SimulationServices,
} from "../../src/flows/simulation/simulate.ts";
import type { SimulationResult } from "../../src/portage/simulated.ts";
import { newMachine, type TestMachine } from "../parts/machine.ts";

let own: TestMachine;
let remarks: SimulationRemark[];
beforeEach(() => {
  own = newMachine();
  remarks = [];
});
afterEach(() => own.remove());

function services(change: Partial<SimulationServices> = {}): SimulationServices {
  return {
    machine: own.machine,
    version: "9.9.9",
    openSession: () => Promise.reject(new PorteError("auth.required", { profile: "default" })),
    wait: (work) => work,
    remark: (remark) => remarks.push(remark),
    points: () => 5,
    evidence: ({ question }) => ({ of: question.month }),
    report: ({ question }) => Promise.resolve(`page of ${question.month}`),
    ...change,
  };
}

function answer(input: SimulationInput, change?: Partial<SimulationServices>): Promise<SimulationResult> {
  return runSimulation(services(change), planSimulation(input, "2026-11-25", false) as AnsweredPlan);
}

async function monthOf(input: SimulationInput) {
  const result = await answer(input);
  if (result.kind !== "month") throw new Error(result.kind);
  return result;
}

const said = () => remarks.map((one) => (one.kind === "warning" ? one.warning.code : one.kind));

describe("a month", () => {
  test("is answered with where its values came from, and nothing beside it", async () => {
    const { month, extras } = await monthOf({ tjm: 55_000, fee: 50_000 });

    expect(month.answer.waterfall).toMatchObject({ turnoverCents: 1_100_000, managementFeeCents: 55_000 });
    expect(["fee", "level"].map(month.originOf)).toEqual(["option", "default"]);
    expect(month.flattering.map(({ name }) => name)).toEqual(["mobilityRate", "workAccidentRate"]);
    expect(extras).toEqual({ margins: null, plot: null, report: null, saved: null });
    expect(said()).toEqual(["left-out", "provident_not_branch"]);
  });

  test("has its margins, its curve, its page and its evidence", async () => {
    const report = join(own.folder, "page.html");
    const { month, extras } = await monthOf({ tjm: 55_000, days: 18, margins: true, plot: "tjm", report, save: "a" });

    expect(extras.margins?.map(({ change }) => change)).toContain("one_day_more");
    expect(extras.plot?.points).toHaveLength(5);
    expect(extras.plot?.points[2]).toEqual({ x: 55_000, netPaidCents: month.answer.payslip.netPaidCents });
    expect([extras.report, readFileSync(report, "utf8")]).toEqual([report, "page of 2026-11"]);
    expect(JSON.parse(readFileSync(extras.saved?.file ?? "", "utf8"))).toMatchObject({
      name: "a",
      kind: "simulation",
      porte: "9.9.9",
      month: "2026-11",
      savedAt: "2026-11-25T16:40:00.000Z",
      figures: { turnover: 990_000, netPaid: month.answer.payslip.netPaidCents },
      answer: { of: "2026-11" },
    });
  });

  test("of a wish has a curve through the rate that was found", async () => {
    const { month, extras } = await monthOf({ paid: 300_000, days: 18, plot: true, margins: true });

    expect(extras.plot?.points[2]?.x).toBe(month.answer.dailyRateCents);
    expect(extras.margins?.map(({ change }) => change)).toContain("one_euro_of_rate");
  });

  test("of a turnover has margins of no day", async () => {
    const { extras } = await monthOf({ turnover: 900_000, margins: true });
    expect(extras.margins?.map(({ change }) => change)).not.toContain("one_day_more");
  });

  test("goes on without a company that does not answer, and says so", async () => {
    own.remove();
    own = newMachine({ PORTE_TOKEN: "t", PORTE_API_URL: "http://127.0.0.1:9" });
    await monthOf({ tjm: 55_000 });
    expect(said()).toEqual(["left-out", "company-unreachable", "provident_not_branch"]);

    remarks.length = 0;
    await monthOf({ tjm: 55_000, national: true });
    expect(said()).not.toContain("company-unreachable");
  });
});

describe("months in a row", () => {
  test("are answered, with what the first that is paid warns of", async () => {
    const result = await answer({ tjm: 55_000, months: 2, intermission: new Map([["2026-11", 20]]) });

    expect(result.kind === "run" && result.months.map(({ month, billedDays }) => [month, billedDays])).toEqual([
      ["2026-11", 0],
      ["2026-12", 22],
    ]);
    expect(said()).toContain("provident_not_branch");
  });

  test.each<[string, SimulationInput, string]>([
    ["off in another month", { tjm: 1, months: 2, leaveDays: new Map([["2027-03", 1]]) }, "usage.month_outside"],
    ["off of a turnover", { turnover: 1, months: 2, leaveDays: new Map([["2026-11", 1]]) }, "usage.conflict"],
    ["from nothing", { months: 2 }, "usage.one_of"],
  ])("are not, with days %s", async (_title, input, code) => {
    await expect(answer(input)).rejects.toMatchObject({ code });
  });
});

describe("what is kept", () => {
  const PROMISE = { promise: true, save: "offer", turnover: 900_000, paid: 400_000, date: "2026-10" } as const;

  test("is listed, a promise among it", async () => {
    expect(await answer({ saved: true })).toEqual({ kind: "list", kept: [] });
    const promised = await answer(PROMISE);

    expect(promised).toMatchObject({
      kind: "promise",
      name: "offer",
      figures: { turnover: 900_000, netPaid: 400_000 },
    });
    const list = await answer({ saved: true });
    expect(list.kind === "list" && list.kept).toMatchObject([
      { name: "offer", kind: "promise", month: "2026-10", porte: "9.9.9", answer: null },
    ]);
    expect(remarks).toEqual([]);
    await expect(answer(PROMISE)).rejects.toMatchObject({ code: "simulation.exists" });
  });

  test("is compared with another, with the month, and with a payslip", async () => {
    await answer(PROMISE);
    await answer({ ...PROMISE, save: "other", turnover: 950_000 });
    const drift = (result: SimulationResult) =>
      result.kind === "compared" && result.comparison.drifts.find(({ figure }) => figure === "turnover")?.driftCents;

    const other = await answer({ compare: "offer", against: "other" });
    expect(other).toMatchObject({
      comparison: { promised: { name: "offer", kind: "promise" }, actual: { kind: "kept", name: "other" } },
    });
    expect(drift(other)).toBe(50_000);
    const month = await answer({ compare: "offer", turnover: 1_000_000 });
    expect(month).toMatchObject({ comparison: { actual: { kind: "simulation", month: "2026-11" } } });
    expect(drift(month)).toBe(100_000);
    await expect(answer({ compare: "offer", payslip: "2026-10" })).rejects.toMatchObject({ code: "auth.required" });
    await expect(answer({ compare: "nothing", against: "other" })).rejects.toMatchObject({
      code: "simulation.unknown",
    });
  });
});

test("a month is held against a promise with the promise's own fee, unless another is typed", async () => {
  await answer({ promise: true, save: "offer", turnover: 1_137_500, paid: 500_000, fee: 50_000 });
  const drift = async (input: SimulationInput) => {
    const result = await answer(input);
    return result.kind === "compared" && result.comparison.drifts.find(({ figure }) => figure === "managementFee");
  };

  expect(await drift({ compare: "offer", turnover: 1_137_500 })).toMatchObject({ driftCents: 0 });
  expect(remarks).toContainEqual({ kind: "promised-fee", feePpm: 50_000 });
  expect(await drift({ compare: "offer", turnover: 1_137_500, fee: 70_000 })).toMatchObject({ driftCents: 22_750 });
});

test("a batch answers each line in its order, the bad ones too", async () => {
  const rows = ['{"tjm":550}', "", "{", '{"tjm":550,"gross":1}', '{"turnover":9000,"fee":0.05}'];
  async function* pieces() {
    for (const row of rows) yield Buffer.from(`${row}\n`);
  }
  const ground = await findGround(services(), { isNational: true, law: undefined });
  const count = { all: 0, bad: 0 };
  const words = {
    answer: (month: { answer: { waterfall: { turnoverCents: number } | null }; originOf: (name: string) => string }) =>
      `${month.answer.waterfall?.turnoverCents} ${month.originOf("fee")}`,
    failure: (failure: PorteError) => failure.code,
  };
  let text = "";
  for await (const piece of answerBatch(pieces(), ground, { today: "2026-11-25", words, count })) text += piece;

  expect(text.trimEnd().split("\n")).toEqual([
    "1100000 default",
    "batch.blank",
    "batch.line",
    "usage.conflict",
    "900000 option",
  ]);
  expect(count).toEqual({ all: 5, bad: 3 });
});
