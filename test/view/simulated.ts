import { PorteError } from "../../src/errors.ts";
import { planSimulation, type SimulationInput } from "../../src/flows/simulation/plan.ts";
import { type AnsweredPlan, runSimulation } from "../../src/flows/simulation/simulate.ts";
import type { SimulationResult } from "../../src/portage/simulated.ts";
import { newMachine } from "../parts/machine.ts";

const TODAY = "2026-11-25";
const { machine, remove } = newMachine();

async function answer<Kind extends SimulationResult["kind"]>(
  kind: Kind,
  input: SimulationInput,
): Promise<Extract<SimulationResult, { kind: Kind }>> {
  const services = {
    machine,
    version: "1.0.0",
    openSession: () => Promise.reject(new PorteError("auth.required", { profile: "default" })),
    wait: <Value>(work: Promise<Value>) => work,
    remark: () => undefined,
    points: () => 21,
    evidence: () => ({}),
    report: () => Promise.resolve(""),
  };
  const plan = planSimulation(input, TODAY, false) as AnsweredPlan;
  const result = await runSimulation(services, plan);
  if (result.kind !== kind) throw new Error(`${result.kind}, and not ${kind}`);
  return result as Extract<SimulationResult, { kind: Kind }>;
}

/** A month of 18 days at 550 €, with all that can be shown beside it, and values of a company. */
const month = await answer("month", {
  tjm: 55_000,
  days: 18,
  fee: 50_000,
  expenses: 12_000,
  margins: true,
  plot: "tjm",
});
export const MONTH = {
  ...month,
  month: {
    ...month.month,
    originOf: (name: string) => (name === "level" ? "company" : month.month.originOf(name)),
    company: { name: "Portage Exemple", day: TODAY, isSheet: false },
  },
  extras: {
    ...month.extras,
    report: "/home/claire/page.html",
    saved: { name: "offre", file: "/home/claire/offre.json" },
  },
} as const;

/** The daily rate that pays 3 000 €. */
export const WISH = await answer("month", { paid: 300_000, days: 18 });

export const MONTHS = await answer("run", { tjm: 55_000, months: 3, intermission: new Map([["2026-12", 22]]) });

const PROMISE = { promise: true, save: "offre", turnover: 990_000, paid: 400_000 } as const;
const promised = await answer("promise", PROMISE);
export const PROMISED_OFFER = { ...promised, file: "/home/claire/offre.json" };
export const LIST = await answer("list", { saved: true });
export const COMPARED = await answer("compared", { compare: "offre", tjm: 55_000, days: 18 });
remove();
