import { payTransferDay } from "../domain/banking-days.ts";
import { type Day, dayCount, firstDay, type Month, monthOf } from "../domain/calendar.ts";
import { stepOn } from "../domain/dated.ts";
import { workingDays } from "../domain/holidays.ts";
import type { Ppm } from "../domain/money.ts";
import type { Reading } from "../payroll/law.ts";
import { assertBegun, LEGISLATION } from "../payroll/legislation.ts";
import { defaultSituation, type Situation } from "../payroll/situation.ts";
import { NEW_YEAR, type YearToDate } from "../payroll/year.ts";
import { isInFirstTwoMonths } from "./contract-months.ts";
import { assertAmounts, assertPayDate } from "./input-checks.ts";
import { INPUT_ROWS, type InputValues, type Known } from "./inputs.ts";
import type { Daily } from "./margins.ts";
import { vouchersOf } from "./meal-vouchers.ts";
import { monthShare, type Presence } from "./presence.ts";
import { type Question, type Start, turnoverOf } from "./simulate.ts";
import type { Terms } from "./terms.ts";

/** The fee where none is given: 7 % of turnover, in the middle of what companies announce (3 to 10 %). */
export const USUAL_FEE_PPM: Ppm = 70_000;
/** A fixed-term contract of this many months at most is short (CGI, art. 204 H, III). */
const SHORT_MONTHS = 2;

/** A question made from what was asked, with the days and the rate its turnover was made of. */
export interface Request {
  readonly question: Question;
  readonly daily: (Daily & { readonly isWorkingDays: boolean }) | null;
}

/**
 * Makes a question from what was asked, what is known of the company, and the national defaults, in this order. Inputs that clash are
 * found before it, by `clashOf`.
 * @throws {PorteError} `input.amount_range`, `input.rate`, `input.count`, `law.not_covered`.
 */
export function questionFrom(asked: InputValues, known: Known, { today, yearToDate, reading }: Moment): Request {
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

function dailyOf({ tjm, days }: InputValues, working: number): Request["daily"] {
  return tjm === undefined ? null : { rateCents: tjm, days: days ?? working, isWorkingDays: days === undefined };
}

function startOf({ turnover, gross, net, paid, days }: InputValues, daily: Request["daily"]): Start {
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

/** The inputs that are a fact of the situation. */
const OF_SITUATION = INPUT_ROWS.flatMap(([name, { situation }]) =>
  situation === undefined ? [] : [[name, situation] as const],
);

function situationFrom(said: Known, month: Month, { law }: Reading): Situation {
  const base = defaultSituation(month, said.category, law);
  const contract = said.contract ?? (said.contractMonths === undefined ? base.contract : "cdd");
  const given: Partial<Record<keyof Situation, unknown>> = {};
  for (const [name, key] of OF_SITUATION) if (said[name] !== undefined) given[key] = said[name];
  const payDate = said.payDate ?? transferDate(said, month) ?? null;
  const { contractStart = null, companyLines = [] } = said;
  const isShort = contract === "cdd" && (said.contractMonths ?? SHORT_MONTHS + 1) <= SHORT_MONTHS;
  const isBegun = said.contractStart === undefined || isInFirstTwoMonths(said.contractStart, month);
  const known = given as Partial<Situation>;
  return { ...base, ...known, contract, contractStart, payDate, companyLines, isShort: isShort && isBegun };
}

/** The day of the next month on which the company's pay leaves; undefined where no company is known. */
function transferDate({ transferDay }: Known, month: Month): Day | undefined {
  return transferDay === undefined ? undefined : payTransferDay(month, transferDay);
}
