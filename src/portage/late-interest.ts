import { addDays, type Day } from "../domain/calendar.ts";
import { type Dated, isUnchecked, stepIfAny } from "../domain/dated.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import type { LatePayment } from "../payroll/parameters/claims.ts";

/** An invoice that was not paid in time. */
export interface LateInvoice {
  /** What is still owed, VAT included. */
  readonly owedCents: Cents;
  readonly dueOn: Day;
  /** The yearly rate that the company stated; null for the legal one. */
  readonly statedPpm: Ppm | null;
}

/** What a late client owes beside the invoice. */
export interface LateInterest {
  readonly days: number;
  /** The interest of the days whose rate is known. */
  readonly knownCents: Cents;
  /** The days whose rate nobody has read. */
  readonly unknownDays: number;
  readonly fixedCents: Cents | null;
  readonly source: string | null;
}

/** Nobody may agree on less than so many times the legal rate (C. com., art. L441-10, II). */
const LEGAL_TIMES = 3;
const YEAR_DAYS = 365;

/**
 * Works out the interest of an invoice, day by day from the day after it was due to today, each at the rate of its half-year; a rate that the company
 * states stands in for it, and is never under the least that the law allows, where that is known.
 */
export function lateInterest(
  { owedCents, dueOn, statedPpm }: LateInvoice,
  today: Day,
  law: Dated<LatePayment>,
): LateInterest {
  let days = 0;
  let unknownDays = 0;
  let ppmDays = 0;
  for (let day = addDays(dueOn, 1); day <= today; day = addDays(day, 1)) {
    days += 1;
    const ppm = rateOn(day, statedPpm, law);
    if (ppm === null) unknownDays += 1;
    else ppmDays += ppm;
  }
  const step = stepIfAny(law, today);
  return {
    days,
    knownCents: Math.round((owedCents * ppmDays) / YEAR_DAYS / 1_000_000),
    unknownDays,
    fixedCents: days === 0 ? null : (step?.value.fixedCents ?? null),
    source: step?.text.title ?? null,
  };
}

function rateOn(day: Day, statedPpm: Ppm | null, law: Dated<LatePayment>): Ppm | null {
  const step = isUnchecked(law, day) ? null : stepIfAny(law, day);
  if (step === null) return statedPpm;
  const { refinancingPpm, addedPpm, legalPpm } = step.value;
  return Math.max(statedPpm ?? refinancingPpm + addedPpm, legalPpm * LEGAL_TIMES);
}
