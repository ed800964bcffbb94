import { CONTRACT_DUTIES } from "./contracts/law.ts";
import type { Dated } from "./dated.ts";
import {
  EXPENSE_LIMITS,
  type ExpenseLaw,
  LODGING_VAT_DEDUCTION,
  LONG_STAYS,
  TELEWORK,
  TELEWORK_AGREED,
  TRANSPORT_VAT_DEDUCTION,
} from "./expense-limits.ts";
import { MEAL_VOUCHERS, type VoucherLaw } from "./meal-voucher.ts";
import { MILEAGE_SCALE, type MileageLaw, TRIPS_FROM_HOME } from "./mileage.ts";
import { VAT_RATES, type VatLaw } from "./vat.ts";
import { REST_DUTIES, TIME_LIMITS, type TimeLaw } from "./working-time.ts";

/** Every table that the domain reads: mileage, limits of expenses, meal vouchers, VAT, working time. */
export interface DomainLaw extends MileageLaw, ExpenseLaw, VoucherLaw, VatLaw, TimeLaw {
  /** What sentences say of rest, in words: only a release changes it. */
  readonly restDuties: readonly Dated<number>[];
  /** The durations that missions and contracts are watched for: only a release changes them, with their sentences. */
  readonly contractDuties: readonly Dated<number>[];
}

/** The tables of this release alone. */
export const DOMAIN_LAW: DomainLaw = {
  mileageScale: MILEAGE_SCALE,
  tripsFromHome: TRIPS_FROM_HOME,
  expenseLimits: EXPENSE_LIMITS,
  longStays: LONG_STAYS,
  telework: TELEWORK,
  teleworkAgreed: TELEWORK_AGREED,
  mealVouchers: MEAL_VOUCHERS,
  lodgingVatDeduction: LODGING_VAT_DEDUCTION,
  transportVatDeduction: TRANSPORT_VAT_DEDUCTION,
  vatRates: VAT_RATES,
  timeLimits: TIME_LIMITS,
  restDuties: REST_DUTIES,
  contractDuties: CONTRACT_DUTIES,
};

/** Lists the tables of the domain to which a file may add rows: those that its rules read. */
export function domainTables(law: DomainLaw): readonly Dated<unknown>[] {
  return [
    law.mileageScale,
    law.tripsFromHome,
    law.expenseLimits,
    law.longStays,
    law.telework,
    law.teleworkAgreed,
    law.mealVouchers,
    law.lodgingVatDeduction,
    law.transportVatDeduction,
    ...law.vatRates,
    ...law.timeLimits,
  ];
}

/** Every table of law of the domain, in this release. */
export const DOMAIN_TABLES: readonly Dated<unknown>[] = [
  ...domainTables(DOMAIN_LAW),
  ...DOMAIN_LAW.restDuties,
  ...DOMAIN_LAW.contractDuties,
];
