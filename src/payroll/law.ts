import { firstDay, type Month } from "../domain/calendar.ts";
import type { Cents } from "../domain/money.ts";
import { type Base, type Bound, bind } from "./contribution.ts";
import { type Step, stepOn } from "./dated.ts";
import { PMSS, SMIC_HOURLY } from "./parameters/ceilings.ts";
import { CONTRIBUTIONS } from "./parameters/contributions.ts";
import { type Band, NEUTRAL_RATE } from "./parameters/neutral-rate.ts";
import { GENERAL_REDUCTION, type ReductionTerms } from "./parameters/reduction.ts";
import type { Situation } from "./situation.ts";

/** The law of one month read for one situation: bind it once, then compute as many payslips as needed. */
export interface BoundLaw {
  readonly month: Month;
  readonly situation: Situation;
  readonly contributions: readonly (Bound & { readonly baseIndex: number })[];
  readonly pmssCents: Cents;
  readonly smicHourlyCents: Cents;
  readonly healthPlanEmployerCents: Cents;
  readonly reduction: Step<ReductionTerms>;
  readonly neutralBands: readonly Band[];
}

/** The bases in the order the kernel holds them. */
const BASES: readonly Base[] = ["gross", "t1", "t2", "t4", "t8AbovePmss", "healthPlan", "employerCover", "csg"];

/** Reads the law of a month for a situation. @throws {PorteError} `law.not_covered` for a month outside those checked. */
export function bindLaw(month: Month, situation: Situation): BoundLaw {
  const day = firstDay(month);
  return {
    month,
    situation,
    contributions: bind(CONTRIBUTIONS, day, situation).map((bound) => ({
      ...bound,
      baseIndex: BASES.indexOf(bound.base),
    })),
    pmssCents: stepOn(PMSS, day).value,
    smicHourlyCents: stepOn(SMIC_HOURLY, day).value,
    healthPlanEmployerCents: Math.round((situation.healthPlanCents * situation.healthPlanEmployerPpm) / 1_000_000),
    reduction: stepOn(GENERAL_REDUCTION, day),
    neutralBands: stepOn(NEUTRAL_RATE, day).value,
  };
}
