import type { Month } from "../domain/calendar.ts";
import { type Cents, type Ppm, plainEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { type DetailedLine, detailedLines } from "../payroll/detail.ts";
import { type BoundLaw, bindLaw } from "../payroll/law.ts";
import { MOST_GROSS_CENTS, type Payslip, payslip, type TaxRate } from "../payroll/payslip.ts";
import type { Situation } from "../payroll/situation.ts";
import type { Terms } from "./terms.ts";
import { type Flow, solve, type Waterfall } from "./waterfall.ts";

/** What a simulation starts from: the client's money, or a gross pay. */
export type Start =
  | { readonly kind: "turnover"; readonly turnoverCents: Cents }
  | { readonly kind: "gross"; readonly grossCents: Cents };

export interface Question {
  readonly month: Month;
  readonly start: Start;
  readonly expensesCents: Cents;
  readonly terms: Terms;
  readonly situation: Situation;
  readonly taxRate: TaxRate;
}

/** What a person should look at twice before trusting the figure. */
export type Warning =
  | {
      readonly code: "below_minimum";
      readonly paidCents: Cents;
      readonly minimumCents: Cents;
      /** Smallest turnover that pays the minimum. */
      readonly turnoverCents: Cents;
    }
  | { readonly code: "unlikely_fee" | "unlikely_work_accident"; readonly ppm: Ppm };

export interface Simulation {
  readonly waterfall: Waterfall | null;
  readonly payslip: Payslip;
  readonly lines: readonly DetailedLine[];
  readonly warnings: readonly Warning[];
}

const UNLIKELY_FEE_UNDER_PPM: Ppm = 10_000;
const UNLIKELY_WORK_ACCIDENT_OVER_PPM: Ppm = 100_000;

/**
 * Answers a simulation for one month taken alone.
 * @throws {PorteError} `portage.nothing_left` when no pay fits, `payroll.gross_range`, `law.not_covered`.
 */
export function simulate(question: Question): Simulation {
  const { month, start, expensesCents, terms, situation, taxRate } = question;
  const law = bindLaw(month, situation);
  const flow = { expensesCents, otherProvisionsCents: 0 };
  const waterfall = start.kind === "gross" ? null : solve(law, { ...flow, turnoverCents: start.turnoverCents }, terms);
  const slip = payslip(law, start.kind === "gross" ? start.grossCents : (waterfall as Waterfall).grossCents, taxRate);
  const below = waterfall === null ? [] : belowMinimum(law, waterfall, { flow, terms });
  return {
    waterfall,
    payslip: slip,
    lines: detailedLines(law, slip),
    warnings: [...below, ...unlikely(question)],
  };
}

function belowMinimum(
  law: BoundLaw,
  { grossCents, reserveCents, minimumPayCents }: Waterfall,
  { flow, terms }: { flow: Omit<Flow, "turnoverCents">; terms: Terms },
): Warning[] {
  const paidCents = grossCents + reserveCents;
  if (paidCents >= minimumPayCents) return [];
  const turnoverCents = smallestTurnover(law, flow, terms);
  return [{ code: "below_minimum", paidCents, minimumCents: minimumPayCents, turnoverCents }];
}

/** Finds the smallest turnover whose gross pay and reserve reach the minimum: both never fall as turnover rises. */
function smallestTurnover(law: BoundLaw, flow: Omit<Flow, "turnoverCents">, terms: Terms): Cents {
  let low = 0;
  let high = MOST_GROSS_CENTS;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (reachesMinimum(law, { ...flow, turnoverCents: middle }, terms)) high = middle;
    else low = middle;
  }
  return high;
}

function reachesMinimum(law: BoundLaw, flow: Flow, terms: Terms): boolean {
  try {
    const { grossCents, reserveCents, minimumPayCents } = solve(law, flow, terms);
    return grossCents + reserveCents >= minimumPayCents;
  } catch (failure) {
    if (failure instanceof PorteError && failure.code === "portage.nothing_left") return false;
    throw failure;
  }
}

function unlikely({ start, terms, situation }: Question): Warning[] {
  const { feePpm } = terms;
  const { workAccidentPpm } = situation;
  const warnings: Warning[] = [];
  if (start.kind === "turnover" && feePpm > 0 && feePpm < UNLIKELY_FEE_UNDER_PPM)
    warnings.push({ code: "unlikely_fee", ppm: feePpm });
  if (workAccidentPpm > UNLIKELY_WORK_ACCIDENT_OVER_PPM)
    warnings.push({ code: "unlikely_work_accident", ppm: workAccidentPpm });
  return warnings;
}

/**
 * Multiplies a daily rate by days.
 * @throws {PorteError} `input.count` unless the days are halves from 0.5 to 31.
 */
export function turnoverOf(dailyRateCents: Cents, days: number): Cents {
  if (!Number.isInteger(days * 2) || days <= 0 || days > 31)
    throw new PorteError("input.count", { value: String(days), least: 0.5, most: 31 });
  if (dailyRateCents < 1)
    throw new PorteError("input.amount_range", { value: plainEuros(dailyRateCents), least: "0.01", most: "100000" });
  return Math.round(dailyRateCents * days);
}
