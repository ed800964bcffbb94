import { type Day, daysOf, firstDay, type Month } from "../domain/calendar.ts";
import { citation, type Dated, stepOn } from "../domain/dated.ts";
import { type Cents, share } from "../domain/money.ts";
import { BASES, type BaseTerms, type Ceilings, tranchesOf } from "./bases.ts";
import { type Bound, bind } from "./contribution.ts";
import { type Sums, sumsOf } from "./estimate.ts";
import { assertKnown, LEGISLATION, type Legislation } from "./legislation.ts";
import type { Band } from "./parameters/neutral-rate.ts";
import type { ReducedRateLimit } from "./parameters/reduction.ts";
import type { BoundReduction } from "./reduction.ts";
import type { Situation } from "./situation.ts";
import { addCeilings, NEW_YEAR, type YearToDate } from "./year.ts";

/** A contribution ready to be computed: its bases by their place. */
export type BoundLine = Bound & { readonly baseIndex: number; readonly complementIndex: number };

/** The contributions as flat arrays, in their order: reading them from objects takes four times as long. */
export interface Compiled {
  /** Place of the base of each contribution, and of its complement's base, in `BASES`. */
  readonly bases: Int32Array;
  readonly complementBases: Int32Array;
  readonly employerPpms: Float64Array;
  readonly complementPpms: Float64Array;
  readonly employeePpms: Float64Array;
}

/** The law of one month read for one situation and a year to date: bind it once, then compute as many payslips as needed. */
export interface BoundLaw extends BaseTerms {
  readonly month: Month;
  readonly situation: Situation;
  readonly contributions: readonly BoundLine[];
  readonly sums: Sums;
  readonly compiled: Compiled;
  readonly healthPlanIndex: number;
  readonly csgNonDeductibleIndex: number;
  /** Ceilings of this month alone, prorated by the time under contract. */
  readonly ceilings: Ceilings;
  readonly reduction: BoundReduction;
  readonly neutralBands: readonly Band[];
  /** Taken off the taxable pay at the neutral rate; 0 but for a short fixed-term contract. */
  readonly abatementCents: Cents;
}

/** Monthly SMIC over hourly SMIC: 35 hours x 52 weeks / 12 months, kept as a fraction. */
const HOURS_A_YEAR = 1_820;

/**
 * Reads the law of a month for a situation and the months before it in the year.
 * @throws {PorteError} `law.not_covered` for a month outside the years that were checked.
 */
export function bindLaw(
  month: Month,
  situation: Situation,
  yearToDate: YearToDate = NEW_YEAR,
  law: Legislation = LEGISLATION,
): BoundLaw {
  assertKnown(month, law);
  const day = firstDay(month);
  const ceilings = ceilingsOf(law, day, situation);
  const toDate = addCeilings(yearToDate.ceilings, ceilings);
  const contributions = bind(law.contributions, day, situation).map((bound) => ({
    ...bound,
    baseIndex: BASES.indexOf(bound.base),
    complementIndex: BASES.indexOf(bound.complementBase),
  }));
  return {
    month,
    situation,
    contributions,
    sums: sumsOf({ contributions }, BASES.length),
    compiled: compile(contributions),
    healthPlanIndex: contributions.findIndex(({ code }) => code === "healthPlan"),
    csgNonDeductibleIndex: contributions.findIndex(({ code }) => code === "csgCrdsNonDeductible"),
    ceilings,
    toDate,
    priorGrossCents: yearToDate.grossCents,
    prior: tranchesOf(yearToDate.grossCents, yearToDate.ceilings),
    healthPlanCents: situation.healthPlanCents,
    healthPlanEmployerCents: share(situation.healthPlanCents, situation.healthPlanEmployerPpm),
    providentPpm: situation.providentPpm,
    reduction: reductionOf(law, day, { situation, ceilings, yearToDate }),
    neutralBands: stepOn(law.neutralRate, day).value,
    abatementCents:
      situation.contract === "cdd" && situation.isShort ? stepOn(law.shortContractAbatement, day).value : 0,
  };
}

function compile(contributions: readonly BoundLine[]): Compiled {
  return {
    bases: Int32Array.from(contributions, ({ baseIndex }) => baseIndex),
    complementBases: Int32Array.from(contributions, ({ complementIndex }) => complementIndex),
    employerPpms: Float64Array.from(contributions, ({ employerPpm }) => employerPpm),
    complementPpms: Float64Array.from(contributions, ({ complementPpm }) => complementPpm),
    employeePpms: Float64Array.from(contributions, ({ employeePpm }) => employeePpm),
  };
}

/** The ceilings of a month, prorated by calendar days and by contract (CSS, art. R. 242-2 and L. 242-8; D. 241-7). */
function ceilingsOf(law: Legislation, day: Day, { presentDays, workTimePpm }: Situation): Ceilings {
  const monthDays = daysOf(day.slice(0, 7)).length;
  const prorated = (value: number) => (value * (presentDays ?? monthDays) * workTimePpm) / (monthDays * 1_000_000);
  const limit = (dated: Dated<ReducedRateLimit>) => prorated(limitTwelfths(law, dated, day));
  return {
    pmssCents: Math.round(prorated(stepOn(law.pmss, day).value)),
    smicTwelfths: prorated(stepOn(law.smicHourly, day).value * HOURS_A_YEAR),
    healthLimitTwelfths: limit(law.healthLimit),
    familyLimitTwelfths: limit(law.familyLimit),
  };
}

function limitTwelfths({ smicHourly }: Legislation, limit: Dated<ReducedRateLimit>, day: Day): number {
  const { frozenHundredths, frozenOn, currentHundredths } = stepOn(limit, day).value;
  const frozen = stepOn(smicHourly, frozenOn).value * frozenHundredths;
  const current = stepOn(smicHourly, day).value * currentHundredths;
  return (Math.max(frozen, current) * HOURS_A_YEAR) / 100;
}

function reductionOf(
  law: Legislation,
  day: Day,
  { situation, ceilings, yearToDate }: { situation: Situation; ceilings: Ceilings; yearToDate: YearToDate },
): BoundReduction {
  const { value: terms, from: since, text } = stepOn(law.generalReduction, day);
  const before = yearToDate.reduction.since === since ? yearToDate.reduction : NEW_YEAR.reduction;
  return {
    terms,
    since,
    source: citation(text, since),
    slopePpm: situation.headcount >= 50 ? terms.slopeFrom50Ppm : terms.slopeUnder50Ppm,
    smicTwelfths: before.smicTwelfths + ceilings.smicTwelfths,
    priorGrossCents: before.grossCents,
    grantedCents: before.grantedCents,
  };
}
