import type { Cents } from "../domain/money.ts";
import { fineBases } from "./bases.ts";
import type { BoundLaw } from "./law.ts";
import { generalReduction } from "./reduction.ts";

/** Ten-thousandths of a cent times parts per million: what one cent is in a product of a fine base and a rate. */
const CENT = 1e10;

/** Rates added up by base, for figures that are rounded once: near enough to start a search, never to pay. */
export interface Sums {
  readonly employer: readonly number[];
  readonly employee: readonly number[];
  readonly csgNonDeductible: readonly number[];
}

/** Adds up the rates of a bound law by base. The health plan is left out: it is a fixed amount. */
export function sumsOf({ contributions }: Pick<BoundLaw, "contributions">, baseCount: number): Sums {
  const zeros = () => new Array<number>(baseCount).fill(0);
  const sums = { employer: zeros(), employee: zeros(), csgNonDeductible: zeros() };
  const add = (to: number[], index: number, ppm: number) => {
    to[index] = (to[index] ?? 0) + ppm;
  };
  for (const { code, baseIndex, employeePpm, employerPpm, complementIndex, complementPpm } of contributions) {
    if (code === "healthPlan") continue;
    add(sums.employer, baseIndex, employerPpm);
    add(sums.employer, complementIndex, complementPpm);
    add(sums.employee, baseIndex, employeePpm);
    if (code === "csgCrdsNonDeductible") add(sums.csgNonDeductible, baseIndex, employeePpm);
  }
  return sums;
}

function weigh(bases: readonly number[], ppms: readonly number[]): number {
  let total = 0;
  for (let index = 0; index < bases.length; index += 1) total += (bases[index] as number) * (ppms[index] as number);
  return total / CENT;
}

/** An employer's cost within a cent for each line: the lines are not rounded, the reduction is. */
export function roughCost(law: BoundLaw, grossCents: Cents): number {
  const bases = fineBases(law, grossCents);
  const fixed = law.healthPlanEmployerCents;
  return grossCents + weigh(bases, law.sums.employer) + fixed - generalReduction(law.reduction, grossCents);
}

/** Net before tax and net taxable within a cent for each line. */
export function roughNet(law: BoundLaw, grossCents: Cents): { netCents: number; taxableCents: number } {
  const bases = fineBases(law, grossCents);
  const plan = law.healthPlanCents - law.healthPlanEmployerCents;
  const netCents = grossCents - weigh(bases, law.sums.employee) - plan;
  return { netCents, taxableCents: netCents + weigh(bases, law.sums.csgNonDeductible) + law.healthPlanEmployerCents };
}
