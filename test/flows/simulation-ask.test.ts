import { afterEach, beforeEach, expect, test } from "vitest";
import { askSimulation, lacksStart, type SimulationInterview } from "../../src/flows/simulation/ask.ts";
import { keepSimulation } from "../../src/flows/simulation/kept.ts";
import type { SimulationInput } from "../../src/flows/simulation/plan.ts";
import { newMachine, type TestMachine } from "../parts/machine.ts";

let home: TestMachine;
let proposals: (readonly [string, number])[];

beforeEach(() => {
  home = newMachine();
  proposals = [];
});
afterEach(() => home.remove());

/** Somebody who answers these, and takes what is proposed for the rest. */
function asked(input: SimulationInput, answers: Partial<Record<keyof SimulationInterview, number>> = {}) {
  const answer = (name: keyof SimulationInterview) => async (proposed: number) => {
    proposals.push([name, proposed]);
    return answers[name] ?? proposed;
  };
  const interview = { dailyRate: answer("dailyRate"), days: answer("days"), fee: answer("fee") };
  return askSimulation(input, home.machine, interview);
}

const keepPromise = (name: string, figures: Readonly<Record<string, number>>) =>
  keepSimulation(home.machine, { name, kind: "promise", porte: "test", month: null, figures, lines: [], answer: null });

test("three questions start a simulation, each with what is usual", async () => {
  expect(await asked({})).toEqual({ tjm: 55_000, days: 20, fee: 70_000 });
  expect(proposals).toEqual([
    ["dailyRate", 55_000],
    ["days", 20],
    ["fee", 70_000],
  ]);
});

test("what is typed is not asked, and what is answered is taken", async () => {
  expect(await asked({ days: 12, date: "2026-12" }, { dailyRate: 60_000, fee: 50_000 })).toEqual({
    date: "2026-12",
    tjm: 60_000,
    days: 12,
    fee: 50_000,
  });
  expect(await asked({ year: true, fee: 40_000 })).toEqual({ year: true, tjm: 55_000, fee: 40_000 });
});

test("the fee is the one of the latest promise that says it with its turnover", async () => {
  await keepPromise("first", { turnover: 1_000_000, managementFee: 50_000 });
  await keepPromise("second", { turnover: 1_000_000 });

  expect(await asked({})).toMatchObject({ fee: 50_000 });
});

test("nothing is asked of a simulation that starts from something, or that answers without", () => {
  expect([{}, { fee: 50_000 }, { year: true }].map(lacksStart)).toEqual([true, true, true]);
  const others: SimulationInput[] = [
    { tjm: 1 },
    { gross: 1 },
    { paid: 1 },
    { saved: true },
    { batch: "-" },
    { compare: "a" },
  ];
  expect(others.map(lacksStart)).toEqual(others.map(() => false));
});
