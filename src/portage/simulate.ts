import type { Month } from "../domain/calendar.ts";
import { type Cents, type Ppm, plainEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { type DetailedLine, detailedLines } from "../payroll/detail.ts";
import type { Target } from "../payroll/inverse.ts";
import { type BoundLaw, bindLaw } from "../payroll/law.ts";
import { MOST_GROSS_CENTS, type Payslip, payslip } from "../payroll/payslip.ts";
import type { Situation } from "../payroll/situation.ts";
import type { TaxRate } from "../payroll/withholding.ts";
import type { YearToDate } from "../payroll/year.ts";
import { dailyRateFor, smallestTurnover, turnoverFor } from "./inverse.ts";
import type { Terms } from "./terms.ts";
import { reserveFor, solve, type Waterfall } from "./waterfall.ts";

/** What a simulation starts from: the client's money, a gross pay, or a net that is wished, over given days or not. */
export type Start =
  | { readonly kind: "turnover"; readonly turnoverCents: Cents }
  | { readonly kind: "gross"; readonly grossCents: Cents }
  | { readonly kind: "wish"; readonly target: Target; readonly days: number | null };

export interface Question {
  readonly month: Month;
  readonly start: Start;
  readonly expensesCents: Cents;
  readonly terms: Terms;
  readonly situation: Situation;
  readonly taxRate: TaxRate;
  /** What the months before bore; a new year for a month taken alone. */
  readonly yearToDate: YearToDate;
}

/** What a person should look at twice before trusting the figure. */
export type Warning =
  | {
      readonly code: "below_minimum";
      readonly paidCents: Cents;
      readonly minimumCents: Cents;
      /** Smallest turnover that pays the minimum; null where none does. */
      readonly turnoverCents: Cents | null;
    }
  | { readonly code: "unlikely_fee" | "unlikely_work_accident" | "thin_health_plan"; readonly ppm: Ppm };

export interface Simulation {
  readonly waterfall: Waterfall | null;
  /** The smallest daily rate that reaches a wish over the days given; null elsewhere. */
  readonly dailyRateCents: Cents | null;
  readonly payslip: Payslip;
  readonly lines: readonly DetailedLine[];
  readonly law: BoundLaw;
  readonly warnings: readonly Warning[];
}

const UNLIKELY_FEE_UNDER_PPM: Ppm = 10_000;
const UNLIKELY_WORK_ACCIDENT_OVER_PPM: Ppm = 100_000;
/** The employer bears at least half of the health plan (CSS, art. L. 911-7). */
const LEAST_HEALTH_PLAN_SHARE_PPM: Ppm = 500_000;

/**
 * Answers a simulation of one month.
 * @throws {PorteError} `portage.nothing_left` when no pay fits, `portage.unreachable` for a wish that nothing reaches,
 * `payroll.gross_range`, `input.amount_range`, `law.not_covered`.
 */
export function simulate(question: Question): Simulation {
  const { month, situation, yearToDate } = question;
  return answer(question, bindLaw(month, situation, yearToDate));
}

/** Answers a simulation under a law that was bound for its month, situation and year to date. */
export function answer(question: Question, law: BoundLaw): Simulation {
  const { start, expensesCents, terms, taxRate } = question;
  const { turnoverCents, dailyRateCents } = billed(question, law);
  const flow = { expensesCents, otherProvisionsCents: 0 };
  const waterfall = turnoverCents === null ? null : solve(law, { ...flow, turnoverCents }, terms);
  const slip = payslip(law, waterfall?.grossCents ?? (start.kind === "gross" ? start.grossCents : 0), taxRate);
  return {
    waterfall,
    dailyRateCents,
    payslip: slip,
    lines: detailedLines(law, slip),
    law,
    warnings: [...(waterfall === null ? [] : belowMinimum(law, waterfall, question)), ...unlikely(question)],
  };
}

/** The turnover of a month: given, or the smallest that reaches the wish. */
function billed(
  { start, expensesCents, terms, taxRate }: Question,
  law: BoundLaw,
): { turnoverCents: Cents | null; dailyRateCents: Cents | null } {
  if (start.kind === "gross") return { turnoverCents: null, dailyRateCents: null };
  if (start.kind === "turnover") {
    assertTurnover(start.turnoverCents);
    return { turnoverCents: start.turnoverCents, dailyRateCents: null };
  }
  const { target, days } = start;
  const wish = { law, taxRate, terms, target, flow: { expensesCents, otherProvisionsCents: 0 } };
  if (days === null) return { turnoverCents: turnoverFor(wish), dailyRateCents: null };
  const dailyRateCents = dailyRateFor(wish, days);
  return { turnoverCents: turnoverOf(dailyRateCents, days), dailyRateCents };
}

function assertTurnover(cents: Cents): void {
  if (!Number.isInteger(cents) || cents < 1 || cents > MOST_GROSS_CENTS)
    throw new PorteError("input.amount_range", {
      value: plainEuros(Math.round(cents)),
      least: "0.01",
      most: plainEuros(MOST_GROSS_CENTS),
    });
}

function belowMinimum(
  law: BoundLaw,
  { minimumBaseCents, minimumPayCents }: Waterfall,
  { expensesCents, terms }: Question,
): Warning[] {
  if (minimumBaseCents >= minimumPayCents) return [];
  const flow = { expensesCents, otherProvisionsCents: 0 };
  const reserveOf = reserveFor(law, terms);
  const reaches = (whole: Cents) => whole + reserveOf(whole) >= minimumPayCents;
  return [
    {
      code: "below_minimum",
      paidCents: minimumBaseCents,
      minimumCents: minimumPayCents,
      turnoverCents: orNull(() => smallestTurnover({ law, flow, terms }, 1, reaches)),
    },
  ];
}

function orNull(find: () => Cents): Cents | null {
  try {
    return find();
  } catch (failure) {
    if (failure instanceof PorteError && failure.code === "portage.unreachable") return null;
    throw failure;
  }
}

function unlikely({ start, terms, situation }: Question): Warning[] {
  const { feePpm } = terms;
  const { workAccidentPpm, healthPlanCents, healthPlanEmployerPpm } = situation;
  const warnings: Warning[] = [];
  if (start.kind !== "gross" && feePpm > 0 && feePpm < UNLIKELY_FEE_UNDER_PPM)
    warnings.push({ code: "unlikely_fee", ppm: feePpm });
  if (workAccidentPpm > UNLIKELY_WORK_ACCIDENT_OVER_PPM)
    warnings.push({ code: "unlikely_work_accident", ppm: workAccidentPpm });
  if (healthPlanCents > 0 && healthPlanEmployerPpm < LEAST_HEALTH_PLAN_SHARE_PPM)
    warnings.push({ code: "thin_health_plan", ppm: healthPlanEmployerPpm });
  return warnings;
}

/**
 * Multiplies a daily rate by days.
 * @throws {PorteError} `input.count` unless the days are halves from 0.5 to 31, `input.amount_range` for a rate of nothing.
 */
export function turnoverOf(dailyRateCents: Cents, days: number): Cents {
  if (!Number.isInteger(days * 2) || days <= 0 || days > 31)
    throw new PorteError("input.count", { value: String(days), least: 0.5, most: 31 });
  if (dailyRateCents < 1)
    throw new PorteError("input.amount_range", { value: plainEuros(dailyRateCents), least: "0.01", most: "100000" });
  return Math.round(dailyRateCents * days);
}
