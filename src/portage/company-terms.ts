import { addMonths, type Day, firstDay, lastDay, type Month, monthOf } from "../domain/calendar.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import type { Level } from "../payroll/parameters/agreement.ts";
import type { TaxZone } from "../payroll/parameters/neutral-rate.ts";
import { type Category, type CompanyLine, type Contract, WHOLE_FORFAIT } from "../payroll/situation.ts";
import type { Known } from "./asked.ts";
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

/** Gives what a company and a contract say in the words of a simulation: a payroll and a simulation both start from it. */
export function knownTerms({ fee, payroll, deadlines }: CompanyFacts, contract: ContractFacts | null): Known {
  return {
    fee: fee.ratePpm,
    feeCap: fee.monthlyCapCents,
    charges: payroll.charges ?? [],
    reserve: payroll.reservePpm,
    ...(payroll.leave === undefined ? {} : { leave: payroll.leave }),
    ...(payroll.reserveBase === undefined ? {} : { reserveBase: payroll.reserveBase }),
    ...(payroll.partialMonth === undefined ? {} : { partialMonth: payroll.partialMonth }),
    headcount: payroll.headcount,
    workAccidentRate: payroll.workAccidentPpm,
    mobilityRate: payroll.mobilityPpm,
    apprenticeShare: payroll.apprenticeSharePpm,
    healthPlan: payroll.healthPlanCents,
    healthPlanEmployerShare: payroll.healthPlanEmployerPpm,
    ...coverTerms(payroll, contract?.category ?? "cadre"),
    ...(payroll.mealVoucher === undefined ? {} : { mealVoucher: payroll.mealVoucher }),
    companyLines: payroll.lines ?? [],
    transferDay: deadlines.transferDay,
    ...(contract === null ? {} : contractTerms(contract)),
  };
}

function coverTerms({ provident, providentPpm }: CompanyFacts["payroll"], category: Category): Known {
  if (provident === undefined) return { providentRate: category === "cadre" ? providentPpm : 0 };
  const cover = category === "cadre" ? provident.cadre : provident.nonCadre;
  return {
    providentRate: cover.employerPpm,
    providentEmployeeRate: cover.employeePpm,
    providentT2Rate: cover.employerT2Ppm,
    providentT2EmployeeRate: cover.employeeT2Ppm,
  };
}

function contractTerms(contract: ContractFacts): Known {
  const { category, kind, level, alsaceMoselle, taxRatePpm, start, end, taxZone, workTimePpm, forfaitDays } = contract;
  const isReduced = forfaitDays !== undefined && forfaitDays !== null && forfaitDays < WHOLE_FORFAIT;
  return {
    category,
    contract: kind,
    level,
    alsaceMoselle,
    taxRate: taxRatePpm ?? "neutral",
    contractStart: start,
    contractEnd: end,
    ...(taxZone === undefined ? {} : { taxZone }),
    ...(workTimePpm === undefined ? {} : { workTime: workTimePpm }),
    ...(isReduced ? { forfaitDays } : {}),
    ...(kind === "cdd" && end !== null ? { contractMonths: monthsBetween(start, end) } : {}),
  };
}

/** Months of a contract from date to date, a started one counting whole: 15 January to 14 March are two. */
function monthsBetween(start: Day, end: Day): number {
  let months = 1;
  while (sameDay(start, months) <= end) months += 1;
  return months;
}

/** The same day of a month, so many months later; the last one where the month is shorter. */
function sameDay(start: Day, months: number): Day {
  const month = addMonths(monthOf(start), months);
  const day = `${month}-${start.slice(8)}`;
  return day > lastDay(month) ? lastDay(month) : day;
}

/** Says whether a month begins within the first two months of a contract that started on a day. */
export function isInFirstTwoMonths(start: Day, month: Month): boolean {
  return firstDay(month) < sameDay(start, 2);
}
