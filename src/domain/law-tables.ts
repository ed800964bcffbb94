import type { Dated } from "./dated.ts";
import { EXPENSE_LIMITS, LONG_STAYS, NO_DEDUCTIONS, TELEWORK, TELEWORK_AGREED } from "./expense-limits.ts";
import { MEAL_VOUCHERS } from "./meal-voucher.ts";
import { MILEAGE_SCALE, TRIPS_FROM_HOME } from "./mileage.ts";
import { VAT_RATES } from "./vat.ts";
import { REST_DUTIES, TIME_LIMITS } from "./working-time.ts";

/** Every table of law of the domain. */
export const DOMAIN_TABLES: readonly Dated<unknown>[] = [
  MILEAGE_SCALE,
  TRIPS_FROM_HOME,
  EXPENSE_LIMITS,
  LONG_STAYS,
  TELEWORK,
  TELEWORK_AGREED,
  MEAL_VOUCHERS,
  ...new Set(NO_DEDUCTIONS.values()),
  ...VAT_RATES,
  ...TIME_LIMITS,
  ...REST_DUTIES,
];
