import type { Day } from "./calendar.ts";
import { citation, type Dated, isUnchecked, stepIfAny } from "./dated.ts";
import { CHECKED_UNTIL, MEAL_VOUCHERS_2024, MEAL_VOUCHERS_2025, MEAL_VOUCHERS_2026 } from "./law-texts.ts";
import type { Cents, Ppm } from "./money.ts";

/** Up to what an employer's share of a meal voucher is exempt: so much a voucher, and between two shares of its value. */
export interface MealVoucherLimit {
  readonly mostCents: Cents;
  readonly leastPpm: Ppm;
  readonly mostPpm: Ppm;
}

const voucher = (mostCents: Cents): MealVoucherLimit => ({ mostCents, leastPpm: 500_000, mostPpm: 600_000 });

/** The exemption of the employer's share of a meal voucher. */
export const MEAL_VOUCHERS: Dated<MealVoucherLimit> = {
  name: "mealVouchers",
  unit: { fields: { mostCents: "cents", leastPpm: "ppm", mostPpm: "ppm" } },
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2024-01-01", value: voucher(718), text: MEAL_VOUCHERS_2024 },
    { from: "2025-01-01", value: voucher(726), text: MEAL_VOUCHERS_2025 },
    { from: "2026-01-01", value: voucher(732), text: MEAL_VOUCHERS_2026 },
  ],
};

/** The table that says up to what a company's share of a voucher is exempt. */
export interface VoucherLaw {
  readonly mealVouchers: Dated<MealVoucherLimit>;
}

/** Meal vouchers as they are given: all of one value. */
export interface MealVouchersGiven {
  readonly valueCents: Cents;
  readonly employerShareCents: Cents;
  readonly count: number;
  readonly day: Day;
}

/** What meal vouchers are to a payslip, in all. */
export interface MealVoucherParts {
  /** Free of contributions and tax. */
  readonly exemptEmployerCents: Cents;
  /** Paid as gross pay: what passes the limits; the whole of a share that is under the least one. */
  readonly taxableEmployerCents: Cents;
  /** Kept back from the net pay. */
  readonly employeeCents: Cents;
  readonly source: string;
  readonly isEstimate: boolean;
}

/**
 * Parts meal vouchers between employer and employee, and the employer's share between what is exempt and what is pay.
 * Under half of the value nothing is exempt; over six tenths, or over the limit, what is over is not (CSS, art. L. 133-4-3).
 * @throws {RangeError} for a share that passes the value, a count that is no natural number, or a day before the first row.
 */
export function mealVoucher(
  { valueCents, employerShareCents, count, day }: MealVouchersGiven,
  { mealVouchers }: VoucherLaw,
): MealVoucherParts {
  const step = stepIfAny(mealVouchers, day);
  const isGiven = valueCents > 0 && employerShareCents >= 0 && employerShareCents <= valueCents;
  if (step === null || !isGiven || !(Number.isInteger(count) && count >= 0))
    throw new RangeError(`no meal voucher of ${employerShareCents} in ${valueCents}, ${count} times, on ${day}`);
  const { mostCents, leastPpm, mostPpm } = step.value;
  const isEnough = employerShareCents * 1_000_000 >= valueCents * leastPpm;
  const max = Math.min(mostCents, Math.floor((valueCents * mostPpm) / 1_000_000));
  const exempt = isEnough ? Math.min(employerShareCents, max) : 0;
  return {
    exemptEmployerCents: exempt * count,
    taxableEmployerCents: (employerShareCents - exempt) * count,
    employeeCents: (valueCents - employerShareCents) * count,
    source: citation({ title: step.text.title, of: null }, step.from),
    isEstimate: isUnchecked(mealVouchers, day),
  };
}
