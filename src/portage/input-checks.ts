import { type Day, firstDay, isDay, type Month, monthOf } from "../domain/calendar.ts";
import { workingDays } from "../domain/holidays.ts";
import { type Cents, plainEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { MAX_GROSS_CENTS } from "../payroll/payslip.ts";
import { INPUT_ROWS, type InputName, type InputValues, type Known } from "./inputs.ts";

/** The names a simulation can start from: one of them, and only one. */
export const STARTS = namesWhere(({ isStart }) => isStart === true);

/** What says nothing where a gross pay is given; the days last. */
const OF_TURNOVER = [
  ...namesWhere(({ isOfTurnover }) => isOfTurnover === true).filter((name) => name !== "days"),
  "days",
];

const AMOUNTS = INPUT_ROWS.flatMap(([name, { minCents }]) => (minCents === undefined ? [] : [{ name, minCents }]));
const STEPS = INPUT_ROWS.flatMap(([name, { stepPpm }]) => (stepPpm === undefined ? [] : [{ name, stepPpm }]));

function namesWhere(is: (row: (typeof INPUT_ROWS)[number][1]) => boolean): InputName[] {
  return INPUT_ROWS.filter(([, row]) => is(row)).map(([name]) => name);
}

/** One input, with its value where only that one is meant. */
export interface InputMention {
  readonly name: InputName;
  readonly value?: string;
}

/** Inputs that do not make one question: none to start from, or some that contradict each other. */
export interface InputClash {
  readonly code: "usage.one_of" | "usage.conflict";
  readonly inputs: readonly InputMention[];
}

/** Finds what keeps some inputs from making one question; null where they do. */
export function clashOf(asked: InputValues, known: Known, today: Day): InputClash | null {
  const given = STARTS.filter((name) => asked[name] !== undefined);
  if (given.length === 0) return { code: "usage.one_of", inputs: STARTS.map((name) => ({ name })) };
  const excess = excessBeside(given[0], asked);
  const names = excess === undefined ? given : [...given, excess];
  if (names.length > 1) return { code: "usage.conflict", inputs: names.map((name) => ({ name })) };
  if (asked.contractMonths !== undefined && asked.contract === "cdi")
    return { code: "usage.conflict", inputs: [{ name: "contract", value: "cdi" }, { name: "contractMonths" }] };
  if (billsMoreThanPresent(asked, known, today))
    return { code: "usage.conflict", inputs: [{ name: "days" }, { name: "presentDays" }] };
  return null;
}

/** What says nothing beside a start: days beside a turnover, which is already their product; all of the turnover beside a gross pay. */
function excessBeside(start: InputName | undefined, asked: InputValues): InputName | undefined {
  if (start === "turnover") return asked.days === undefined ? undefined : "days";
  return start === "gross" ? (OF_TURNOVER as InputName[]).find((name) => asked[name] !== undefined) : undefined;
}

function billsMoreThanPresent(asked: InputValues, known: Known, today: Day): boolean {
  const { presentDays = known.presentDays, alsaceMoselle = known.alsaceMoselle, tjm, days, date } = asked;
  if (presentDays === undefined) return false;
  const unsaid = tjm === undefined ? 0 : workingDays(date ?? monthOf(today), alsaceMoselle).length;
  return (days ?? unsaid) > presentDays;
}

/** Pay is received in its month or after it. @throws {PorteError} `payroll.situation`. */
export function assertPayDate(payDate: Day | undefined, month: Month): void {
  if (payDate !== undefined && payDate < firstDay(month))
    throw new PorteError("payroll.situation", { name: "payDate", month, limits: `≥ ${firstDay(month)}` });
}

/** @throws {PorteError} `input.amount_range`, `input.cover`, `input.day` for what no month can have. */
export function assertAmounts(asked: InputValues, { paidDays }: Known): void {
  for (const { name, minCents } of AMOUNTS)
    assertAmount(
      asked[name] as Cents | null | undefined,
      STARTS.includes(name) && paidDays !== undefined ? 0 : minCents,
    );
  for (const { name, stepPpm } of STEPS) {
    const ppm = (asked[name] ?? 0) as number;
    if (ppm % stepPpm !== 0) throw new PorteError("input.cover", { percent: String(ppm / 10_000) });
  }
  if (asked.payDate !== undefined && !isDay(asked.payDate)) throw new PorteError("input.day", { value: asked.payDate });
}

function assertAmount(cents: Cents | null | undefined, min: Cents): void {
  if (cents === undefined || cents === null) return;
  if (!(Number.isInteger(cents) && cents >= min && cents <= MAX_GROSS_CENTS))
    throw new PorteError("input.amount_range", {
      value: Number.isFinite(cents) ? plainEuros(Math.round(cents)) : String(cents),
      least: plainEuros(min),
      most: plainEuros(MAX_GROSS_CENTS),
    });
}
