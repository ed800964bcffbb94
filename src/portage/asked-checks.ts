import { type Day, firstDay, isDay, type Month } from "../domain/calendar.ts";
import { type Cents, type Ppm, plainEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { MOST_GROSS_CENTS } from "../payroll/payslip.ts";
import type { Asked, Known } from "./asked.ts";

/** A share of cover is taken in hundredths of a percent. */
const COVER_STEP_PPM: Ppm = 100;
/** The names a simulation can start from: one of them, and only one. */
export const STARTS = ["tjm", "turnover", "gross", "net", "paid"] as const;
/** What says nothing where a gross pay is given. */
const OF_TURNOVER = [
  "fee",
  "feeCap",
  "feeBase",
  "charges",
  "expenses",
  "reserve",
  "reserveBase",
  "leave",
  "level",
  "days",
] as const;

/** Writes the name of an option as it is typed: `feeCap` is `--fee-cap`. */
export function optionName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** @throws {PorteError} `usage.one_of`, `usage.conflict` unless a month is asked from one figure, with what goes with it. */
export function assertOneStart(asked: Asked): void {
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

/** Pay is received in its month or after it. @throws {PorteError} `payroll.situation`. */
export function assertPayDate(payDate: Day | undefined, month: Month): void {
  if (payDate !== undefined && payDate < firstDay(month))
    throw new PorteError("payroll.situation", { name: "payDate", month, limits: `≥ ${firstDay(month)}` });
}

const COVER_RATES = ["providentRate", "providentEmployeeRate", "providentT2Rate", "providentT2EmployeeRate"] as const;

/** @throws {PorteError} `input.amount_range`, `input.cover`, `input.day` for what no month can have. */
export function assertAmounts(asked: Asked, { paidDays }: Known): void {
  for (const name of STARTS) assertAmount(asked[name], paidDays === undefined ? 1 : 0);
  assertAmount(asked.fullPay, 1);
  for (const name of ["feeCap", "expenses", "healthPlan"] as const) assertAmount(asked[name], 0);
  const uneven = COVER_RATES.map((name) => asked[name] ?? 0).find((ppm) => ppm % COVER_STEP_PPM !== 0);
  if (uneven !== undefined) throw new PorteError("input.cover", { percent: String(uneven / 10_000) });
  if (asked.payDate !== undefined && !isDay(asked.payDate)) throw new PorteError("input.day", { value: asked.payDate });
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
