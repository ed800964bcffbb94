import type { Cents, Ppm } from "../domain/money.ts";

/**
 * What a contribution is taken on, in a month. T1 stops at one PMSS, T2 lies from one to eight, T4 and T8 stop at four and
 * eight; `t8AbovePmss` is nothing while pay stays within one PMSS, and the two `grossAbove…` while it stays within the limit
 * of a reduced rate. All of them run over the year (CSS, art. R. 242-2): a month's base is what the year to date bears with
 * it, less what it bore before.
 */
export type Base =
  | "gross"
  | "t1"
  | "t2"
  | "t4"
  | "t8AbovePmss"
  | "cent"
  | "healthPlan"
  | "employerCover"
  | "csg"
  | "grossAboveHealthLimit"
  | "grossAboveFamilyLimit";

/** The bases in the order the kernel holds them. */
export const BASES: readonly Base[] = [
  "gross",
  "t1",
  "t2",
  "t4",
  "t8AbovePmss",
  "cent",
  "healthPlan",
  "employerCover",
  "csg",
  "grossAboveHealthLimit",
  "grossAboveFamilyLimit",
];

/** Bases are held in ten-thousandths of a cent, so that 98.25 % of a cent is exact. */
export const FINE = 10_000;

/** The ceilings of a period: one month's, or those of the year so far. Limits are in twelfths of a cent, as the SMIC is. */
export interface Ceilings {
  readonly pmssCents: Cents;
  readonly smicTwelfths: number;
  /** Infinite where no reduced rate exists: nothing is ever above. */
  readonly healthLimitTwelfths: number;
  readonly familyLimitTwelfths: number;
}

/** What is capped of a gross pay over a period. */
export interface Tranches {
  readonly t1: Cents;
  readonly t2: Cents;
  readonly t4: Cents;
  readonly t8AbovePmss: Cents;
  readonly aboveHealthLimit: Cents;
  readonly aboveFamilyLimit: Cents;
}

/** Cuts the gross pay of a period by its ceilings. */
export function tranchesOf(grossCents: Cents, ceilings: Ceilings): Tranches {
  const { pmssCents, healthLimitTwelfths, familyLimitTwelfths } = ceilings;
  return {
    t1: Math.min(grossCents, pmssCents),
    t2: Math.min(Math.max(grossCents - pmssCents, 0), 7 * pmssCents),
    t4: Math.min(grossCents, 4 * pmssCents),
    t8AbovePmss: grossCents > pmssCents ? Math.min(grossCents, 8 * pmssCents) : 0,
    aboveHealthLimit: 12 * grossCents > healthLimitTwelfths ? grossCents : 0,
    aboveFamilyLimit: 12 * grossCents > familyLimitTwelfths ? grossCents : 0,
  };
}

/** What the bases of a month are made from, beside its gross pay. */
export interface BaseTerms {
  readonly toDate: Ceilings;
  readonly priorGrossCents: Cents;
  readonly prior: Tranches;
  readonly healthPlanCents: Cents;
  readonly healthPlanEmployerCents: Cents;
  readonly providentPpm: Ppm;
  readonly providentT2Ppm: Ppm;
  /** Pay of a whole month: the limits in SMIC then follow the pay over it; null where their share of the month is known. */
  readonly fullPayCents: Cents | null;
  /** This month's part of the ceilings, which the whole pay brings. */
  readonly ceilings: Ceilings;
}

/** The bases of a gross pay, in the order of `BASES`, each in ten-thousandths of a cent; a regularised one may be negative. */
export function fineBases(terms: BaseTerms, grossCents: Cents): number[] {
  const { priorGrossCents, prior } = terms;
  const now = tranchesOf(priorGrossCents + grossCents, ceilingsAt(terms, grossCents));
  const t1 = now.t1 - prior.t1;
  const t2 = now.t2 - prior.t2;
  const t4 = now.t4 - prior.t4;
  const cover = (t1 * terms.providentPpm + t2 * terms.providentT2Ppm) / 100;
  const employerCover = terms.healthPlanEmployerCents * FINE + cover;
  return [
    grossCents * FINE,
    t1 * FINE,
    t2 * FINE,
    t4 * FINE,
    (now.t8AbovePmss - prior.t8AbovePmss) * FINE,
    FINE,
    terms.healthPlanCents * FINE,
    employerCover,
    9_825 * t4 + (grossCents - t4) * FINE + employerCover,
    (now.aboveHealthLimit - prior.aboveHealthLimit) * FINE,
    (now.aboveFamilyLimit - prior.aboveFamilyLimit) * FINE,
  ];
}

/** The share of a whole month's pay that a pay is, at most all of it; all of it where no whole pay is said. */
export function paidShare(fullPayCents: Cents | null, grossCents: Cents): number {
  return fullPayCents === null ? 1 : Math.min(1, grossCents / fullPayCents);
}

/** The ceilings of the year with a month of this pay: what counts in SMIC follows the pay (CSS, art. D. 241-7). */
export function ceilingsAt(
  { toDate, ceilings, fullPayCents }: Pick<BaseTerms, "toDate" | "ceilings" | "fullPayCents">,
  grossCents: Cents,
): Ceilings {
  if (fullPayCents === null || grossCents >= fullPayCents) return toDate;
  const less = 1 - paidShare(fullPayCents, grossCents);
  const without = (whole: number, month: number) => (Number.isFinite(whole) ? whole - less * month : whole);
  return {
    pmssCents: toDate.pmssCents,
    smicTwelfths: toDate.smicTwelfths - less * ceilings.smicTwelfths,
    healthLimitTwelfths: without(toDate.healthLimitTwelfths, ceilings.healthLimitTwelfths),
    familyLimitTwelfths: without(toDate.familyLimitTwelfths, ceilings.familyLimitTwelfths),
  };
}
