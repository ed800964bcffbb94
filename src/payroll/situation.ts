import { type Day, firstDay, type Month } from "../domain/calendar.ts";
import { stepOn } from "../domain/dated.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import { LEGISLATION, type Legislation } from "./legislation.ts";
import type { TaxZone } from "./parameters/neutral-rate.ts";

export const CATEGORIES = ["cadre", "non-cadre"] as const;
export type Category = (typeof CATEGORIES)[number];
export const CONTRACTS = ["cdi", "cdd"] as const;
export type Contract = (typeof CONTRACTS)[number];
/** The branch of portage salarial (IDCC 3219), or none: the law alone. */
export const BRANCHES = ["3219", "none"] as const;
export type Branch = (typeof BRANCHES)[number];

/** A contribution that the company declares beside those of the law and the branch: at rates of a base, or of fixed amounts. */
export type CompanyLine = {
  readonly label: string;
  /** Why it is due: a contract, an agreement, a notice. */
  readonly text: string;
} & (
  | { readonly base: "gross" | "t1" | "t2"; readonly employerPpm: Ppm; readonly employeePpm: Ppm }
  | { readonly base: "amount"; readonly employerCents: Cents; readonly employeeCents: Cents }
);

/** The days of a whole forfait jours (C. trav., art. L. 3121-64): fewer are a reduced one. */
export const WHOLE_FORFAIT = 218;

/** What payroll must know of the employee and the company, beside the month and the gross pay. */
export interface Situation {
  readonly category: Category;
  readonly contract: Contract;
  /** First day of the contract, a renewal or a change to a CDI included; null when unknown. A CDD's reduction is settled for it alone. */
  readonly contractStart: Day | null;
  /** The first two months of a fixed-term contract of two months at most: the neutral rate is then taken on less (CGI, art. 204 H, III). */
  readonly isShort: boolean;
  readonly branch: Branch;
  /** Share of full time by contract, from above 0 to 1 000 000. */
  readonly workTimePpm: Ppm;
  /** Days of a reduced forfait jours, from 1 to 217; null for a whole one, or for hours. */
  readonly forfaitDays: number | null;
  /** Calendar days of the month under contract and not absent without pay, at most those of the month; null for the whole month. */
  readonly presentDays: number | null;
  /** Share of a whole month's pay that is due; null for that of the calendar days. */
  readonly paidPpm: Ppm | null;
  /** Pay of a whole month, where it is known: the SMIC of the reduction then follows the pay over it (CSS, art. D. 241-7). */
  readonly fullPayCents: Cents | null;
  /** The day on which the pay is received; null for the last day of the month. */
  readonly payDate: Day | null;
  /** Where the employee is domiciled for tax: each zone has its neutral grid. */
  readonly taxZone: TaxZone;
  /** Employees of the company. */
  readonly headcount: number;
  /** AT/MP rate notified to the company. */
  readonly workAccidentPpm: Ppm;
  /** Versement mobilité of the commune; 0 when unknown. */
  readonly mobilityPpm: Ppm;
  /** Apprentices' share of the headcount; counts from 250 employees on. */
  readonly apprenticeSharePpm: Ppm;
  /** Health plan of the month, both shares together, and the employer's part of it (at least 50 %). */
  readonly healthPlanCents: Cents;
  readonly healthPlanEmployerPpm: Ppm;
  /** Provident cover on T1 and on T2, employer and employee, in whole hundredths of a percent; at least 1.5 % of T1 by the employer of a cadre. */
  readonly providentPpm: Ppm;
  readonly providentEmployeePpm: Ppm;
  readonly providentT2Ppm: Ppm;
  readonly providentT2EmployeePpm: Ppm;
  readonly alsaceMoselle: boolean;
  readonly companyLines: readonly CompanyLine[];
}

/** Least cover of a cadre, by the employer, on T1 (ANI of 17 November 2017, art. 1). */
export const MIN_PROVIDENT_OF_CADRE: Ppm = 15_000;

/**
 * Gives the national defaults where the company's own figures are unknown: the mean AT/MP rate of the month, the least
 * cover of the ANI for a cadre and none for others, half of a 40 € health plan.
 */
export function defaultSituation(
  month: Month,
  category: Category = "cadre",
  law: Pick<Legislation, "workAccidentMean"> = LEGISLATION,
): Situation {
  return {
    category,
    contract: "cdi",
    contractStart: null,
    isShort: false,
    branch: "3219",
    workTimePpm: 1_000_000,
    forfaitDays: null,
    presentDays: null,
    paidPpm: null,
    fullPayCents: null,
    payDate: null,
    taxZone: "metropole",
    headcount: 100,
    workAccidentPpm: stepOn(law.workAccidentMean, firstDay(month)).value,
    mobilityPpm: 0,
    apprenticeSharePpm: 50_000,
    healthPlanCents: 4_000,
    healthPlanEmployerPpm: 500_000,
    providentPpm: category === "cadre" ? MIN_PROVIDENT_OF_CADRE : 0,
    providentEmployeePpm: 0,
    providentT2Ppm: 0,
    providentT2EmployeePpm: 0,
    alsaceMoselle: false,
    companyLines: [],
  };
}
