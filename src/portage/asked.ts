import { type Month, monthOf } from "../domain/calendar.ts";
import { workingDays } from "../domain/holidays.ts";
import { type Cents, type Ppm, plainEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { MOST_GROSS_CENTS } from "../payroll/payslip.ts";
import { type Category, type Contract, defaultSituation, type Situation } from "../payroll/situation.ts";
import type { TaxRate } from "../payroll/withholding.ts";
import { NEW_YEAR, type YearToDate } from "../payroll/year.ts";
import type { Daily } from "./margins.ts";
import { type Question, type Start, turnoverOf } from "./simulate.ts";
import { CDI_RESERVE_PPM, type FeeBase, type LeaveMode, type Level, type Terms } from "./terms.ts";

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
  readonly expenses?: Cents;
  readonly reserve?: Ppm;
  readonly leave?: LeaveMode;
  readonly date?: Month;
  readonly category?: Category;
  readonly contract?: Contract;
  readonly contractMonths?: number;
  readonly level?: Level;
  readonly headcount?: number;
  readonly workAccidentRate?: Ppm;
  readonly mobilityRate?: Ppm;
  readonly apprenticeShare?: Ppm;
  readonly healthPlan?: Cents;
  readonly healthPlanEmployerShare?: Ppm;
  readonly providentRate?: Ppm;
  readonly alsaceMoselle?: boolean;
  readonly workTime?: Ppm;
  readonly presentDays?: number;
  readonly taxRate?: TaxRate;
}

/** What is known of the porté's own company and contract: it stands in for what is not said. */
export type Known = Pick<
  Asked,
  | "fee"
  | "feeCap"
  | "reserve"
  | "category"
  | "contract"
  | "contractMonths"
  | "level"
  | "headcount"
  | "workAccidentRate"
  | "mobilityRate"
  | "apprenticeShare"
  | "healthPlan"
  | "healthPlanEmployerShare"
  | "providentRate"
  | "alsaceMoselle"
  | "taxRate"
>;

/** The fee where none is given: 7 % of turnover, in the middle of what companies announce (3 to 10 %). */
const USUAL_FEE_PPM: Ppm = 70_000;
/** A share of cover is taken in hundredths of a percent. */
const COVER_STEP_PPM: Ppm = 100;
/** A fixed-term contract of this many months at most is short (CGI, art. 204 H, III). */
const SHORT_MONTHS = 2;

/** The names a simulation can start from: one of them, and only one. */
export const STARTS = ["tjm", "turnover", "gross", "net", "paid"] as const;
/** What says nothing where a gross pay is given. */
const OF_TURNOVER = ["fee", "feeCap", "feeBase", "expenses", "reserve", "leave", "level", "days"] as const;

/** A question made from what was asked, with the days and the rate its turnover was made of. */
export interface Put {
  readonly question: Question;
  readonly daily: (Daily & { readonly isWorkingDays: boolean }) | null;
}

/** Writes the name of an option as it is typed: `feeCap` is `--fee-cap`. */
export function optionName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * Makes a question from what was asked, what is known of the company, and the national defaults, in this order.
 * @throws {PorteError} `usage.one_of`, `usage.conflict`, `input.amount_range`, `input.rate`, `law.not_covered`.
 */
export function questionFrom(asked: Asked, known: Known, { today, yearToDate }: Moment): Put {
  assertOneStart(asked);
  assertAmounts(asked);
  const month = asked.date ?? monthOf(today);
  const situation = situationFrom({ ...known, ...asked }, month);
  const working = workingDays(month, situation.alsaceMoselle).length;
  const daily = dailyOf(asked, working);
  const days = asked.tjm === undefined ? (asked.days ?? null) : (daily?.days ?? null);
  return {
    daily,
    question: {
      month,
      start: startOf(asked, daily),
      expensesCents: asked.expenses ?? 0,
      terms: termsFrom({ ...known, ...asked }, workedPpm(days, working, situation)),
      situation,
      taxRate: asked.taxRate ?? known.taxRate ?? "neutral",
      yearToDate: yearToDate(month, situation),
    },
  };
}

/** When a question is put, and what the year has borne before a month. */
export interface Moment {
  readonly today: string;
  readonly yearToDate: (month: Month, situation: Situation) => YearToDate;
}

/** Every month taken alone. */
export function monthAlone(today: string): Moment {
  return { today, yearToDate: () => NEW_YEAR };
}

function assertOneStart(asked: Asked): void {
  const given = STARTS.filter((name) => asked[name] !== undefined);
  if (given.length === 0) throw new PorteError("usage.one_of", { options: STARTS.map(optionName) });
  const [start] = given;
  const excess =
    start === "gross"
      ? OF_TURNOVER.find((name) => asked[name] !== undefined)
      : start === "turnover"
        ? daysOf(asked)
        : undefined;
  const conflict = [...given, ...(excess === undefined ? [] : [excess])];
  if (conflict.length > 1) throw new PorteError("usage.conflict", { options: conflict.map(optionName) });
  if (asked.contractMonths !== undefined && asked.contract === "cdi")
    throw new PorteError("usage.conflict", { options: ["--contract cdi", "--contract-months"] });
}

/** Days beside a turnover say nothing: the turnover is already the product. */
function daysOf({ days }: Asked): "days" | undefined {
  return days === undefined ? undefined : "days";
}

function assertAmounts(asked: Asked): void {
  for (const name of STARTS) assertAmount(asked[name], 1);
  for (const name of ["feeCap", "expenses", "healthPlan"] as const) assertAmount(asked[name], 0);
  if ((asked.providentRate ?? 0) % COVER_STEP_PPM !== 0)
    throw new PorteError("input.rate", {
      value: String((asked.providentRate ?? 0) / 10_000),
      least: "0.00",
      most: "100.00",
    });
}

function assertAmount(cents: Cents | null | undefined, least: Cents): void {
  if (cents === undefined || cents === null) return;
  if (!(Number.isInteger(cents) && cents >= least && cents <= MOST_GROSS_CENTS))
    throw new PorteError("input.amount_range", {
      value: Number.isFinite(cents) ? plainEuros(Math.round(cents)) : String(cents),
      least: plainEuros(least),
      most: plainEuros(MOST_GROSS_CENTS),
    });
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

/** The share of a full-time month that is worked: the days billed over the working days, at most the contract's own share. */
function workedPpm(days: number | null, working: number, { workTimePpm }: Situation): Ppm {
  if (days === null) return workTimePpm;
  return Math.min(workTimePpm, Math.round((days / working) * 1_000_000));
}

function termsFrom(asked: Asked, worked: Ppm): Terms {
  return {
    feePpm: asked.fee ?? USUAL_FEE_PPM,
    feeCapCents: asked.feeCap ?? null,
    feeBase: asked.feeBase ?? "turnover",
    reservePpm: asked.contract === "cdd" ? 0 : (asked.reserve ?? CDI_RESERVE_PPM),
    leave: asked.leave ?? "paid",
    level: asked.level ?? "junior",
    workedPpm: worked,
  };
}

function situationFrom(asked: Asked, month: Month): Situation {
  const base = defaultSituation(month, asked.category);
  const contract = asked.contract ?? (asked.contractMonths === undefined ? base.contract : "cdd");
  const said: { readonly [Name in keyof Situation]?: Situation[Name] | undefined } = {
    workTimePpm: asked.workTime,
    presentDays: asked.presentDays,
    headcount: asked.headcount,
    workAccidentPpm: asked.workAccidentRate,
    mobilityPpm: asked.mobilityRate,
    apprenticeSharePpm: asked.apprenticeShare,
    healthPlanCents: asked.healthPlan,
    healthPlanEmployerPpm: asked.healthPlanEmployerShare,
    providentPpm: asked.providentRate,
    alsaceMoselle: asked.alsaceMoselle,
  };
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const isShort = contract === "cdd" && (asked.contractMonths ?? SHORT_MONTHS + 1) <= SHORT_MONTHS;
  return { ...base, ...known, contract, isShort };
}
