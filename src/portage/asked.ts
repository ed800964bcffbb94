import { addMonths, type Day, dayCount, firstDay, type Month, monthOf } from "../domain/calendar.ts";
import { stepOn } from "../domain/dated.ts";
import { workingDays } from "../domain/holidays.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import type { Reading } from "../payroll/law.ts";
import { assertBegun, LEGISLATION } from "../payroll/legislation.ts";
import type { Level } from "../payroll/parameters/agreement.ts";
import type { TaxZone } from "../payroll/parameters/neutral-rate.ts";
import {
  type Branch,
  type Category,
  type CompanyLine,
  type Contract,
  defaultSituation,
  type Situation,
} from "../payroll/situation.ts";
import type { TaxRate } from "../payroll/withholding.ts";
import { NEW_YEAR, type YearToDate } from "../payroll/year.ts";
import { assertAmounts, assertOneStart, assertPayDate } from "./asked-checks.ts";
import { isInFirstTwoMonths } from "./company-terms.ts";
import type { Daily } from "./margins.ts";
import { type VoucherTerms, vouchersOf } from "./meal-vouchers.ts";
import { monthShare, type PartialMonth, type Presence } from "./presence.ts";
import { type Question, type Start, turnoverOf } from "./simulate.ts";
import type { Charge, FeeBase, LeaveMode, ReserveBase, Terms } from "./terms.ts";

/** What somebody may say of a month to simulate: amounts in cents, rates in ppm; all of it optional. */
export interface Asked {
  readonly tjm?: Cents;
  readonly days?: number;
  readonly turnover?: Cents;
  readonly gross?: Cents;
  readonly net?: Cents;
  readonly paid?: Cents;
  readonly fee?: Ppm;
  readonly feeCap?: Cents | null;
  readonly feeBase?: FeeBase;
  readonly charges?: readonly Charge[];
  readonly expenses?: Cents;
  readonly reserve?: Ppm;
  readonly reserveBase?: ReserveBase | Cents;
  readonly leave?: LeaveMode;
  readonly date?: Month;
  readonly category?: Category;
  readonly contract?: Contract;
  readonly contractMonths?: number;
  readonly level?: Level;
  readonly branch?: Branch;
  readonly headcount?: number;
  readonly workAccidentRate?: Ppm;
  readonly mobilityRate?: Ppm;
  readonly apprenticeShare?: Ppm;
  readonly healthPlan?: Cents;
  readonly healthPlanEmployerShare?: Ppm;
  readonly providentRate?: Ppm;
  readonly providentEmployeeRate?: Ppm;
  readonly providentT2Rate?: Ppm;
  readonly providentT2EmployeeRate?: Ppm;
  readonly alsaceMoselle?: boolean;
  readonly workTime?: Ppm;
  readonly forfaitDays?: number;
  readonly presentDays?: number;
  readonly fullPay?: Cents;
  readonly partialMonth?: PartialMonth;
  readonly payDate?: Day;
  readonly taxZone?: TaxZone;
  readonly taxRate?: TaxRate;
}

/** What only a company, its contract or a run of months says of a month. */
export interface Known extends Asked {
  readonly companyLines?: readonly CompanyLine[];
  /** Day of the next month on which pay leaves. */
  readonly transferDay?: number;
  readonly contractStart?: Day;
  readonly contractEnd?: Day | null;
  readonly mealVoucher?: VoucherTerms;
  /** Whole days at work, a meal voucher each; those billed where nobody says them. */
  readonly daysAtWork?: number;
  /** Days of the month that are paid: those billed, those of leave, and all that a report says beside them. */
  readonly paidDays?: number;
}

/** The fee where none is given: 7 % of turnover, in the middle of what companies announce (3 to 10 %). */
const USUAL_FEE_PPM: Ppm = 70_000;
/** A fixed-term contract of this many months at most is short (CGI, art. 204 H, III). */
const SHORT_MONTHS = 2;

/** A question made from what was asked, with the days and the rate its turnover was made of. */
export interface Put {
  readonly question: Question;
  readonly daily: (Daily & { readonly isWorkingDays: boolean }) | null;
}

/**
 * Makes a question from what was asked, what is known of the company, and the national defaults, in this order.
 * @throws {PorteError} `usage.one_of`, `usage.conflict`, `input.amount_range`, `input.rate`, `input.count`, `law.not_covered`.
 */
export function questionFrom(asked: Asked, known: Known, { today, yearToDate, reading }: Moment): Put {
  assertOneStart(asked);
  assertAmounts(asked, known);
  const month = asked.date ?? monthOf(today);
  assertBegun(month, reading.law);
  assertPayDate(asked.payDate, month);
  const said = { ...known, ...asked };
  const base = situationFrom(said, month, reading);
  const working = workingDays(month, base.alsaceMoselle).length;
  const daily = dailyOf(asked, working);
  const billed = asked.tjm === undefined ? (asked.days ?? null) : (daily?.days ?? null);
  const presence = presenceOf(said, billed, working);
  const { workedPpm, ...share } = monthShare(month, base.workTimePpm, presence);
  const situation = { ...base, ...(said.presentDays === undefined ? share : {}) };
  const atWork = said.daysAtWork ?? billed ?? 0;
  const mealVouchers = vouchersOf(said.mealVoucher, atWork, month, (reading.law ?? LEGISLATION).domain);
  return {
    daily,
    question: {
      month,
      start: startOf(asked, daily),
      expensesCents: asked.expenses ?? 0,
      otherProvisionsCents: 0,
      owesMinimum: false,
      presence,
      terms: termsFrom(said, { month, reading, workedPpm: workedOf(said, month, workedPpm) }),
      mealVouchers,
      situation,
      taxRate: said.taxRate ?? "neutral",
      yearToDate: yearToDate(month, situation),
      reading,
    },
  };
}

/** The days that are paid of a month: as many as are said, else those billed. Where calendar days are said, they alone count. */
function presenceOf({ presentDays, paidDays, partialMonth }: Known, billed: number | null, working: number): Presence {
  if (presentDays !== undefined && billed !== null && billed > presentDays)
    throw new PorteError("usage.conflict", { options: ["--days", "--present-days"] });
  const counted = presentDays === undefined ? (paidDays ?? billed) : null;
  return {
    workingDays: working,
    paidDays: counted === null ? null : Math.min(working, counted),
    mode: partialMonth ?? "calendar",
  };
}

/** The share of full time that is worked: where calendar days are said, they cut it as they cut the ceilings. */
function workedOf({ presentDays }: Known, month: Month, workedPpm: Ppm): Ppm {
  if (presentDays === undefined) return workedPpm;
  return Math.round((workedPpm * Math.min(presentDays, dayCount(month))) / dayCount(month));
}

/** When a question is put, and what the year has borne before a month. */
export interface Moment {
  readonly today: string;
  readonly yearToDate: (month: Month, situation: Situation) => YearToDate;
  /** The law that is read; a simulation may go past what was checked, a payroll may not. */
  readonly reading: Reading;
}

/** Every month taken alone. */
export function monthAlone(today: string, reading: Reading = { mayEstimate: true }): Moment {
  return { today, yearToDate: () => NEW_YEAR, reading };
}

function dailyOf({ tjm, days }: Asked, working: number): Put["daily"] {
  return tjm === undefined ? null : { rateCents: tjm, days: days ?? working, isWorkingDays: days === undefined };
}

function startOf({ turnover, gross, net, paid, days }: Asked, daily: Put["daily"]): Start {
  if (gross !== undefined) return { kind: "gross", grossCents: gross };
  if (net !== undefined)
    return { kind: "wish", target: { figure: "netBeforeTaxCents", cents: net }, days: days ?? null };
  if (paid !== undefined) return { kind: "wish", target: { figure: "netPaidCents", cents: paid }, days: days ?? null };
  const turnoverCents = daily === null ? (turnover ?? 0) : turnoverOf(daily.rateCents, daily.days);
  return { kind: "turnover", turnoverCents };
}

interface Of {
  readonly month: Month;
  readonly reading: Reading;
  readonly workedPpm: Ppm;
}

function termsFrom(said: Known, { month, reading, workedPpm }: Of): Terms {
  const { reserve } = reading.law ?? LEGISLATION;
  const isLast = isLastMonth(said, month);
  return {
    feePpm: said.fee ?? USUAL_FEE_PPM,
    feeCapCents: said.feeCap ?? null,
    feeBase: said.feeBase ?? "turnover",
    charges: said.charges ?? [],
    reservePpm: said.contract === "cdd" ? 0 : (said.reserve ?? stepOn(reserve, firstDay(month)).value),
    reserveBase: said.reserveBase ?? "base-pay",
    /** The last month keeps nothing for later. */
    leave: isLast ? "paid" : (said.leave ?? "paid"),
    endOfContract: isLast ? "paid" : "kept",
    level: said.level ?? "junior",
    workedPpm,
  };
}

/** Says whether a contract ends with a month: by its last day, or because it is one month long. */
function isLastMonth({ contractEnd, contractMonths }: Known, month: Month): boolean {
  if (contractEnd !== undefined && contractEnd !== null) return monthOf(contractEnd) <= month;
  return contractMonths === 1;
}

function situationFrom(said: Known, month: Month, { law }: Reading): Situation {
  const base = defaultSituation(month, said.category, law);
  const contract = said.contract ?? (said.contractMonths === undefined ? base.contract : "cdd");
  const given: { readonly [Name in keyof Situation]?: Situation[Name] | undefined } = {
    contractStart: said.contractStart,
    branch: said.branch,
    workTimePpm: said.workTime,
    forfaitDays: said.forfaitDays,
    presentDays: said.presentDays,
    fullPayCents: said.fullPay,
    payDate: said.payDate ?? transferDate(said, month),
    taxZone: said.taxZone,
    headcount: said.headcount,
    workAccidentPpm: said.workAccidentRate,
    mobilityPpm: said.mobilityRate,
    apprenticeSharePpm: said.apprenticeShare,
    healthPlanCents: said.healthPlan,
    healthPlanEmployerPpm: said.healthPlanEmployerShare,
    providentPpm: said.providentRate,
    providentEmployeePpm: said.providentEmployeeRate,
    providentT2Ppm: said.providentT2Rate,
    providentT2EmployeePpm: said.providentT2EmployeeRate,
    alsaceMoselle: said.alsaceMoselle,
    companyLines: said.companyLines,
  };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const isShort = contract === "cdd" && (said.contractMonths ?? SHORT_MONTHS + 1) <= SHORT_MONTHS;
  const isBegun = said.contractStart === undefined || isInFirstTwoMonths(said.contractStart, month);
  return { ...base, ...known, contract, isShort: isShort && isBegun };
}

/** The day of the next month on which the company's pay leaves; undefined where no company is known. */
function transferDate({ transferDay }: Known, month: Month): Day | undefined {
  return transferDay === undefined ? undefined : `${addMonths(month, 1)}-${String(transferDay).padStart(2, "0")}`;
}
