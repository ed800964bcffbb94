import type { Day, Month } from "../domain/calendar.ts";
import type { Cents } from "../domain/money.ts";
import { type Ceilings, ceilingsAt } from "./bases.ts";
import type { BoundLaw } from "./law.ts";
import type { Payslip } from "./payslip.ts";
import { smicTwelfthsAt } from "./reduction.ts";

/** What the months of a year have borne so far, with one employer. */
export interface YearToDate {
  /** The last month counted; null before the first. */
  readonly month: Month | null;
  readonly grossCents: Cents;
  readonly ceilings: Ceilings;
  /**
   * The general reduction since its terms last changed: where they change within a year, each period is settled alone, as
   * if it were another contract (BOSS, Allègements généraux, § 460); a fixed-term contract is settled alone too (D. 241-7).
   */
  readonly reduction: {
    readonly since: string;
    readonly contractStart: Day | null;
    readonly grossCents: Cents;
    readonly smicTwelfths: number;
    readonly grantedCents: Cents;
  };
}

const NO_CEILINGS: Ceilings = { pmssCents: 0, smicTwelfths: 0, healthLimitTwelfths: 0, familyLimitTwelfths: 0 };

/** A year before its first payslip; also a month taken alone. */
export const NEW_YEAR: YearToDate = {
  month: null,
  grossCents: 0,
  ceilings: NO_CEILINGS,
  reduction: { since: "", contractStart: null, grossCents: 0, smicTwelfths: 0, grantedCents: 0 },
};

/** Adds the ceilings of two periods. */
export function addCeilings(one: Ceilings, other: Ceilings): Ceilings {
  return {
    pmssCents: one.pmssCents + other.pmssCents,
    smicTwelfths: one.smicTwelfths + other.smicTwelfths,
    healthLimitTwelfths: one.healthLimitTwelfths + other.healthLimitTwelfths,
    familyLimitTwelfths: one.familyLimitTwelfths + other.familyLimitTwelfths,
  };
}

/** Gives the year to date once a payslip of the bound month is paid. */
export function after(law: BoundLaw, { grossCents, generalReductionCents }: Payslip): YearToDate {
  const { reduction } = law;
  return {
    month: law.month,
    grossCents: law.priorGrossCents + grossCents,
    ceilings: ceilingsAt(law, grossCents),
    reduction: {
      since: reduction.since,
      contractStart: reduction.contractStart,
      grossCents: reduction.priorGrossCents + grossCents,
      smicTwelfths: smicTwelfthsAt(reduction, grossCents),
      grantedCents: reduction.grantedCents + generalReductionCents,
    },
  };
}
