import type { Day } from "../domain/calendar.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import type { Level } from "../payroll/parameters/agreement.ts";
import type { TaxZone } from "../payroll/parameters/neutral-rate.ts";
import type { Category, CompanyLine, Contract } from "../payroll/situation.ts";
import type { VoucherTerms } from "./meal-vouchers.ts";
import type { PartialMonth } from "./presence.ts";
import type { Charge, LeaveMode, ReserveBase } from "./terms.ts";

/** Rates of the provident cover of one category. */
export interface Cover {
  readonly employerPpm: Ppm;
  readonly employeePpm: Ppm;
  readonly employerT2Ppm: Ppm;
  readonly employeeT2Ppm: Ppm;
}

/** What a company's profile says that a pay depends on. */
export interface CompanyFacts {
  readonly fee: { readonly ratePpm: Ppm; readonly monthlyCapCents: Cents | null };
  readonly deadlines: { readonly transferDay: number };
  readonly payroll: {
    readonly headcount: number;
    readonly workAccidentPpm: Ppm;
    readonly mobilityPpm: Ppm;
    readonly apprenticeSharePpm: Ppm;
    readonly healthPlanCents: Cents;
    readonly healthPlanEmployerPpm: Ppm;
    /** A cadre's cover by the employer, where the profile has no cover by category. */
    readonly providentPpm: Ppm;
    readonly reservePpm: Ppm;
    readonly provident?: { readonly cadre: Cover; readonly nonCadre: Cover };
    readonly leave?: LeaveMode;
    readonly reserveBase?: ReserveBase | Cents;
    readonly partialMonth?: PartialMonth;
    readonly mealVoucher?: VoucherTerms;
    readonly charges?: readonly Charge[];
    readonly lines?: readonly CompanyLine[];
  };
}

/** What an employment contract says that a pay depends on. */
export interface ContractFacts {
  readonly kind: Contract;
  readonly category: Category;
  readonly level: Level;
  readonly start: Day;
  readonly end: Day | null;
  readonly alsaceMoselle: boolean;
  readonly taxRatePpm: Ppm | null;
  readonly taxZone?: TaxZone;
  readonly workTimePpm?: Ppm;
  readonly forfaitDays?: number | null;
}

/** Gives the provident cover of a contract's category; a cadre's where there is no contract. */
export function coverOf({ payroll }: CompanyFacts, contract: ContractFacts | null): Partial<Cover> {
  const { provident, providentPpm } = payroll;
  const isCadre = (contract?.category ?? "cadre") === "cadre";
  if (provident === undefined) return { employerPpm: isCadre ? providentPpm : 0 };
  return isCadre ? provident.cadre : provident.nonCadre;
}
