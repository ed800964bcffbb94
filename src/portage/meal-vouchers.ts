import { lastDay, type Month } from "../domain/calendar.ts";
import { mealVoucher, type VoucherLaw } from "../domain/meal-voucher.ts";
import type { Cents } from "../domain/money.ts";
import type { Charge } from "./terms.ts";

/** What a company gives for each whole day at work: the value of a voucher, and its own share of it. */
export interface VoucherTerms {
  readonly valueCents: Cents;
  readonly employerShareCents: Cents;
}

/** Meal vouchers of a month. */
export interface MealVouchers {
  readonly count: number;
  readonly valueCents: Cents;
  readonly employerCents: Cents;
  /** Kept back from the net pay. */
  readonly employeeCents: Cents;
}

/** Works out the vouchers of a month; null where there is none. The employer's share is exempt: what is not is refused beforehand. */
export function vouchersOf(
  terms: VoucherTerms | undefined,
  daysAtWork: number,
  month: Month,
  law: VoucherLaw,
): MealVouchers | null {
  const count = Math.floor(daysAtWork);
  if (terms === undefined || count < 1) return null;
  const parts = mealVoucher({ ...terms, count, day: lastDay(month) }, law);
  return {
    count,
    valueCents: terms.valueCents,
    employerCents: parts.exemptEmployerCents,
    employeeCents: parts.employeeCents + parts.taxableEmployerCents,
  };
}

/** The company's share as a charge outside its fee. */
export function voucherCharges(vouchers: MealVouchers | null): Charge[] {
  if (vouchers === null) return [];
  return [{ name: "Titres-restaurant (part de la société)", amountCents: vouchers.employerCents }];
}

/** The vouchers of a month that has other days at work. */
export function vouchersAfter(
  before: MealVouchers | null,
  changeDays: number,
  month: Month,
  law: VoucherLaw,
): MealVouchers | null {
  if (before === null) return null;
  const { count, valueCents, employerCents } = before;
  return vouchersOf({ valueCents, employerShareCents: employerCents / count }, count + changeDays, month, law);
}
