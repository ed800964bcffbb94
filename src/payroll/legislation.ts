import { type Day, firstDay, type Month } from "../domain/calendar.ts";
import type { Dated } from "../domain/dated.ts";
import { DOMAIN_LAW, type DomainLaw, domainTables } from "../domain/law-tables.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import type { Contribution } from "./contribution.ts";
import {
  BUSINESS_CONTRIBUTION,
  END_OF_CONTRACT,
  type Level,
  MINIMUM_PAY,
  MINIMUM_WITH_RESERVE,
  PAID_LEAVE,
  RESERVE,
} from "./parameters/agreement.ts";
import { PMSS, REDUCTION_SMIC_HOURLY, SMIC_HOURLY, WORK_ACCIDENT_MEAN } from "./parameters/ceilings.ts";
import {
  FINANCIAL_GUARANTEE,
  type GuaranteeFloor,
  LATE_PAYMENT,
  type LatePayment,
  WAGE_GUARANTEE,
  type WageGuarantee,
} from "./parameters/claims.ts";
import { CONTRIBUTIONS } from "./parameters/contributions.ts";
import {
  type Band,
  NEUTRAL_RATE,
  NON_RESIDENT,
  type NonResidentScale,
  SHORT_CONTRACT_ABATEMENT,
  type TaxZone,
} from "./parameters/neutral-rate.ts";
import {
  FAMILY_LIMIT,
  GENERAL_REDUCTION,
  HEALTH_LIMIT,
  type ReducedRateLimit,
  type ReductionTerms,
} from "./parameters/reduction.ts";

/** Everything the kernel knows of the law: rows, each table with the last day for which it was checked. */
export interface Legislation {
  /** The names of the files whose rows were added to those of this release. */
  readonly added: readonly string[];
  /** What the rules of reports and expenses read: mileage, limits, VAT, working time. */
  readonly domain: DomainLaw;
  readonly contributions: readonly Contribution[];
  readonly pmss: Dated<Cents>;
  readonly smicHourly: Dated<Cents>;
  readonly reductionSmicHourly: Dated<Cents>;
  readonly workAccidentMean: Dated<Ppm>;
  readonly healthLimit: Dated<ReducedRateLimit>;
  readonly familyLimit: Dated<ReducedRateLimit>;
  readonly generalReduction: Dated<ReductionTerms>;
  readonly neutralRate: Readonly<Record<TaxZone, Dated<readonly Band[]>>>;
  readonly nonResident: Dated<NonResidentScale>;
  readonly shortContractAbatement: Dated<Cents>;
  readonly minimumPay: Dated<Readonly<Record<Level, Cents>>>;
  readonly minimumWithReserve: Dated<Cents>;
  readonly businessContribution: Dated<Ppm>;
  readonly endOfContract: Dated<Ppm>;
  readonly paidLeave: Dated<Ppm>;
  readonly reserve: Dated<Ppm>;
  /** What guarantees a porté's money, and what a late client owes. */
  readonly claims: {
    readonly financialGuarantee: Dated<GuaranteeFloor>;
    readonly wageGuarantee: Dated<WageGuarantee>;
    readonly latePayment: Dated<LatePayment>;
  };
}

/** The law of France, as far as it was read. */
export const LEGISLATION: Legislation = {
  added: [],
  domain: DOMAIN_LAW,
  contributions: CONTRIBUTIONS,
  pmss: PMSS,
  smicHourly: SMIC_HOURLY,
  reductionSmicHourly: REDUCTION_SMIC_HOURLY,
  workAccidentMean: WORK_ACCIDENT_MEAN,
  healthLimit: HEALTH_LIMIT,
  familyLimit: FAMILY_LIMIT,
  generalReduction: GENERAL_REDUCTION,
  neutralRate: NEUTRAL_RATE,
  nonResident: NON_RESIDENT,
  shortContractAbatement: SHORT_CONTRACT_ABATEMENT,
  minimumPay: MINIMUM_PAY,
  minimumWithReserve: MINIMUM_WITH_RESERVE,
  businessContribution: BUSINESS_CONTRIBUTION,
  endOfContract: END_OF_CONTRACT,
  paidLeave: PAID_LEAVE,
  reserve: RESERVE,
  claims: { financialGuarantee: FINANCIAL_GUARANTEE, wageGuarantee: WAGE_GUARANTEE, latePayment: LATE_PAYMENT },
};

/** The first day for which every table has a row. */
export const FIRST_DAY: Day = "2024-01-01";

/** Lists the rates of contributions, each table once although several contributions may share it. */
export function contributionRates({ contributions }: Pick<Legislation, "contributions">): readonly Dated<Ppm>[] {
  const rates = contributions.flatMap(({ employee, employer, complement }) => [
    employee,
    employer,
    complement?.employer,
  ]);
  return [...new Set(rates.filter((rate) => typeof rate === "object"))];
}

/** Lists the tables that are read by the month that is paid. */
export function monthTables(law: Legislation): readonly Dated<unknown>[] {
  return [
    law.pmss,
    law.smicHourly,
    law.reductionSmicHourly,
    law.workAccidentMean,
    law.healthLimit,
    law.familyLimit,
    law.generalReduction,
    law.minimumPay,
    law.minimumWithReserve,
    law.businessContribution,
    law.endOfContract,
    law.paidLeave,
    law.reserve,
    ...contributionRates(law),
  ];
}

/** Lists the tables that are read by the day on which pay is received. */
export function payDateTables(law: Legislation): readonly Dated<unknown>[] {
  return [...Object.values(law.neutralRate), law.shortContractAbatement];
}

/** Lists the tables that payroll reads. */
export function payrollTables(law: Legislation): readonly Dated<unknown>[] {
  return [...monthTables(law), ...payDateTables(law), law.nonResident];
}

/** Lists the tables to which a file may add rows: all that payroll and the rules of reports and expenses read. */
export function openTables(law: Legislation): readonly Dated<unknown>[] {
  return [...payrollTables(law), ...domainTables(law.domain), ...Object.values(law.claims)];
}

/** Lists every table of the law, in the order it is shown. */
export function lawTables(law: Legislation): readonly Dated<unknown>[] {
  return [...openTables(law), ...law.domain.restDuties, ...law.domain.contractDuties];
}

/** Names the tables that were not checked for a day, of those that are read by it. */
export function uncheckedOn(tables: readonly Dated<unknown>[], day: Day): readonly string[] {
  return tables.filter(({ checkedUntil: until }) => until < day).map(({ name }) => name);
}

const minDay = (tables: readonly Dated<unknown>[]): Day =>
  tables.map(({ checkedUntil: until }) => until).toSorted()[0] ?? FIRST_DAY;

/** The last day for which every table of a kind was checked; read once for each law. */
const checked = new WeakMap<Legislation, { readonly month: Day; readonly payDate: Day }>();

/** Says until when the law was checked: by the month that is paid, and by the day on which pay is received. */
export function checkedUntil(law: Legislation): { readonly month: Day; readonly payDate: Day } {
  const known = checked.get(law);
  if (known !== undefined) return known;
  const found = { month: minDay(monthTables(law)), payDate: minDay(payDateTables(law)) };
  checked.set(law, found);
  return found;
}

/** @throws {PorteError} `law.not_covered` for a month before the first row. */
export function assertBegun(month: Month, law: Legislation = LEGISLATION): void {
  if (firstDay(month) < FIRST_DAY) throw notCovered(month, checkedUntil(law).month);
}

/** The failure of a payroll on a day that nobody has checked the law for, with the tables that lack it. */
export function notCovered(day: Month | Day, last: Day, tables: readonly string[] = []): PorteError<"law.not_covered"> {
  return new PorteError("law.not_covered", {
    month: day,
    first: FIRST_DAY,
    last,
    ...(tables.length === 0 ? {} : { tables }),
  });
}
