import { type Day, dayCount, firstDay, lastDay, type Month } from "../domain/calendar.ts";
import { citation, type Dated, stepOn } from "../domain/dated.ts";
import { type Cents, type Ppm, share } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { BASES, type BaseTerms, type Ceilings, tranchesOf } from "./bases.ts";
import { type Bound, bind, bindCompany } from "./contribution.ts";
import { type Sums, sumsOf } from "./estimate.ts";
import {
  assertBegun,
  checkedUntil,
  LEGISLATION,
  type Legislation,
  monthTables,
  notCovered,
  uncheckedOn,
} from "./legislation.ts";
import type { Level } from "./parameters/agreement.ts";
import type { ReducedRateLimit } from "./parameters/reduction.ts";
import type { BoundReduction } from "./reduction.ts";
import { type Situation, WHOLE_FORFAIT } from "./situation.ts";
import type { BoundTax } from "./withholding.ts";
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

/** What the agreement and the labour code say of the parts of a pay, read for the month. */
export interface BoundAgreement {
  readonly minimumPay: Readonly<Record<Level, Cents>>;
  /** Least of pay and reserve together, whatever the level. */
  readonly minimumWithReserveCents: Cents;
  /** The text of the minimum, in one line. */
  readonly minimumSource: string;
  readonly businessContributionPpm: Ppm;
  readonly endOfContractPpm: Ppm;
  readonly paidLeavePpm: Ppm;
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
  readonly reduction: BoundReduction;
  readonly tax: BoundTax;
  readonly agreement: BoundAgreement;
  /** The names of the files whose rows were added to those of this release. */
  readonly added: readonly string[];
  /** The last day for which the rows of every month were checked. */
  readonly checkedUntil: Day;
  /** The last day for which the rows of the month, and those of the day of payment, were checked, where it is passed; null within it. */
  readonly monthCheckedUntil: Day | null;
  readonly payDateCheckedUntil: Day | null;
}

/** How the law is read. */
export interface Reading {
  readonly law?: Legislation;
  /** Whether the last known rows stand in for those of a day that nobody has checked: a simulation may, a payroll may not. */
  readonly mayEstimate?: boolean;
}

/** Monthly SMIC over hourly SMIC: 35 hours x 52 weeks / 12 months, kept as a fraction. */
const HOURS_A_YEAR = 1_820;

/**
 * Reads the law of a month for a situation and the months before it in the year.
 * @throws {PorteError} `law.not_covered` for a month before the first row, or one past the last checked day that may not be estimated;
 * `payroll.situation` for a situation that no month can be in.
 */
export function bindLaw(
  month: Month,
  situation: Situation,
  yearToDate: YearToDate = NEW_YEAR,
  { law = LEGISLATION, mayEstimate = false }: Reading = {},
): BoundLaw {
  assertBegun(month, law);
  assertPossible(month, situation);
  const day = firstDay(month);
  const until = checkedUntil(law);
  if (day > until.month && !mayEstimate) throw notCovered(month, until.month, uncheckedOn(monthTables(law), day));
  const ceilings = ceilingsOf(law, month, situation);
  const contributions = [...bind(law.contributions, day, situation), ...bindCompany(situation.companyLines)].map(
    (bound) => ({
      ...bound,
      baseIndex: BASES.indexOf(bound.base),
      complementIndex: BASES.indexOf(bound.complementBase),
    }),
  );
  const payDate = situation.payDate ?? lastDay(month);
  const isPaidLater = payDate > until.payDate;
  return {
    month,
    situation,
    contributions,
    sums: sumsOf({ contributions }, BASES.length),
    compiled: compile(contributions),
    healthPlanIndex: contributions.findIndex(({ code }) => code === "healthPlan"),
    csgNonDeductibleIndex: contributions.findIndex(({ code }) => code === "csgCrdsNonDeductible"),
    ceilings,
    toDate: addCeilings(yearToDate.ceilings, ceilings),
    priorGrossCents: yearToDate.grossCents,
    prior: tranchesOf(yearToDate.grossCents, yearToDate.ceilings),
    fullPayCents: situation.fullPayCents,
    healthPlanCents: situation.healthPlanCents,
    healthPlanEmployerCents: share(situation.healthPlanCents, situation.healthPlanEmployerPpm),
    providentPpm: situation.providentPpm,
    providentT2Ppm: situation.branch === "none" ? 0 : situation.providentT2Ppm,
    reduction: reductionOf(law, day, { situation, ceilings, yearToDate }),
    tax: taxOf(law, situation, payDate, isPaidLater && !mayEstimate ? uncheckedGrids(law, situation, payDate) : null),
    agreement: agreementOf(law, day),
    added: law.added,
    checkedUntil: until.month,
    monthCheckedUntil: day > until.month ? until.month : null,
    payDateCheckedUntil: isPaidLater ? until.payDate : null,
  };
}

/** @throws {PorteError} `payroll.situation` for days that the month does not have, or a working time of nothing. */
function assertPossible(
  month: Month,
  { presentDays, workTimePpm, paidPpm, forfaitDays, fullPayCents }: Situation,
): void {
  const days = dayCount(month);
  const faults: [boolean, string, string][] = [
    [presentDays !== null && !(presentDays >= 1 && presentDays <= days), "presentDays", `1–${days}`],
    [!(workTimePpm >= 1 && workTimePpm <= 1_000_000), "workTime", "> 0, ≤ 1"],
    [paidPpm !== null && !(paidPpm >= 0 && paidPpm <= 1_000_000), "paidShare", "0–1"],
    [forfaitDays !== null && !(forfaitDays >= 1 && forfaitDays <= WHOLE_FORFAIT), "forfaitDays", `1–${WHOLE_FORFAIT}`],
    [fullPayCents !== null && fullPayCents < 1, "fullPay", "> 0"],
  ];
  const fault = faults.find(([isWrong]) => isWrong);
  if (fault !== undefined) throw new PorteError("payroll.situation", { name: fault[1], month, limits: fault[2] });
}

function taxOf(
  law: Legislation,
  { contract, isShort, taxZone }: Situation,
  payDate: Day,
  refusal: BoundTax["refusal"],
): BoundTax {
  const { nonResident } = law;
  return {
    payDate,
    zone: taxZone,
    neutralBands: stepOn(law.neutralRate[taxZone], payDate).value,
    abatementCents: contract === "cdd" && isShort ? stepOn(law.shortContractAbatement, payDate).value : 0,
    nonResident: payDate <= nonResident.checkedUntil ? stepOn(nonResident, payDate).value : null,
    nonResidentUntil: nonResident.checkedUntil,
    refusal,
  };
}

/** Why pay on a day may not be withheld by the grid: until when the grids were checked, and which of them were not for that day. */
function uncheckedGrids(law: Legislation, { taxZone, isShort }: Situation, payDate: Day): BoundTax["refusal"] {
  const read = [law.neutralRate[taxZone], ...(isShort ? [law.shortContractAbatement] : [])];
  return { last: checkedUntil(law).payDate, tables: uncheckedOn(read, payDate) };
}

function agreementOf(law: Legislation, day: Day): BoundAgreement {
  const minimum = stepOn(law.minimumPay, day);
  return {
    minimumPay: minimum.value,
    minimumWithReserveCents: stepOn(law.minimumWithReserve, day).value,
    minimumSource: citation(minimum.text, minimum.from),
    businessContributionPpm: stepOn(law.businessContribution, day).value,
    endOfContractPpm: stepOn(law.endOfContract, day).value,
    paidLeavePpm: stepOn(law.paidLeave, day).value,
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

/**
 * The ceilings of a month as far as it is worked: the PMSS by calendar days and working time (CSS, art. R. 242-2 and L. 242-8), what counts
 * in SMIC by working time or forfait and by the share of pay that is due (D. 241-7).
 */
function ceilingsOf(law: Legislation, month: Month, situation: Situation): Ceilings {
  const { presentDays, workTimePpm, forfaitDays, paidPpm, fullPayCents } = situation;
  const day = firstDay(month);
  const monthDays = dayCount(month);
  const timePpm =
    forfaitDays === null ? workTimePpm : (Math.min(forfaitDays, WHOLE_FORFAIT) * 1_000_000) / WHOLE_FORFAIT;
  const byDays = (presentDays ?? monthDays) / monthDays;
  const paid = fullPayCents !== null ? 1 : paidPpm === null ? byDays : paidPpm / 1_000_000;
  const inSmic = (value: number) => (value * timePpm * paid) / 1_000_000;
  const pmss = (stepOn(law.pmss, day).value * (presentDays ?? monthDays) * workTimePpm) / (monthDays * 1_000_000);
  return {
    pmssCents: Math.round(pmss),
    smicTwelfths: inSmic(stepOn(law.reductionSmicHourly, day).value * HOURS_A_YEAR),
    healthLimitTwelfths: inSmic(limitTwelfths(law, law.healthLimit, day)),
    familyLimitTwelfths: inSmic(limitTwelfths(law, law.familyLimit, day)),
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
  const contractStart = situation.contract === "cdd" ? situation.contractStart : null;
  const { reduction } = yearToDate;
  const isSame = reduction.since === since && reduction.contractStart === contractStart;
  const before = isSame ? reduction : NEW_YEAR.reduction;
  return {
    terms,
    since,
    contractStart,
    source: [citation(text, since), citation(stepOn(law.reductionSmicHourly, day).text)].join(" ; "),
    slopePpm: situation.headcount >= 50 ? terms.slopeFrom50Ppm : terms.slopeUnder50Ppm,
    priorSmicTwelfths: before.smicTwelfths,
    monthSmicTwelfths: ceilings.smicTwelfths,
    fullPayCents: situation.fullPayCents,
    priorGrossCents: before.grossCents,
    grantedCents: before.grantedCents,
  };
}
