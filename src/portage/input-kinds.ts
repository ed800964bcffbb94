import type { Day, Month } from "../domain/calendar.ts";
import { type Cents, type Ppm, parseCount, parseEuros, parsePercent, plainEuros } from "../domain/money.ts";
import { parseDay } from "../domain/typed/day.ts";
import { choiceMeant } from "../domain/typed/meaning.ts";
import { parseMonth } from "../domain/typed/month.ts";
import { PorteError } from "../errors.ts";
import type { TaxRate } from "../payroll/withholding.ts";
import { type Charge, RESERVE_BASES, type ReserveBase } from "./terms.ts";

/** How the values of an input are written: typed by a person, or as JSON in a row of a batch. */
export interface Kind<Value> {
  /** Reads what is typed. @throws {PorteError} `input.*`. */
  readonly parse: (text: string, today: Day) => Value;
  /** Reads a JSON value: amounts in euros, rates as fractions. @throws {PorteError} `input.*`, `usage.choice`. */
  readonly read: (value: unknown, name: string, today: Day) => Value;
  /** The only texts that may be typed, where there are few. */
  readonly choices?: readonly string[];
  /** What its words are, where they are a month or a day. */
  readonly means?: "month" | "day";
  /** It is given by its name alone. */
  readonly isFlag?: true;
  /** It is a list: each that is typed adds one. */
  readonly isRepeated?: true;
  /** What its numbers are, where they are no plain ones. */
  readonly numbers?: "cents" | "ppm";
}

const MILLION = 1_000_000;
/** A product of a decimal and a power of ten is this near to its whole number. */
const EPSILON = 1e-6;
const MIN_PART_PPM: Ppm = 10_000;

function wholeOf(value: unknown, name: string, times: number): number {
  const product = typeof value === "number" ? value * times : Number.NaN;
  const whole = Math.round(product);
  if (!(Math.abs(product - whole) < Math.max(EPSILON, Math.abs(product) * 1e-12)))
    throw new PorteError("input.amount", { value: `${name}: ${JSON.stringify(value)}` });
  return whole;
}

function readEuros(value: unknown, name: string): Cents {
  const cents = wholeOf(value, name, 100);
  if (cents < 0)
    throw new PorteError("input.amount_range", { value: plainEuros(cents), least: "0", most: "1000000.00" });
  return cents;
}

function readFraction(value: unknown, name: string, minPpm: Ppm = 0): Ppm {
  const ppm = typeof value === "number" ? Math.round(value * MILLION) : Number.NaN;
  const isRate = ppm >= 0 && ppm <= MILLION;
  if (!isRate || ppm < minPpm)
    throw new PorteError("input.fraction", {
      value: `${name}: ${JSON.stringify(value)}`,
      least: isRate ? minPpm / MILLION : 0,
      most: 1,
    });
  return ppm;
}

function readCount(value: unknown, name: string, min: number, max: number, step = 1): number {
  if (typeof value !== "number" || !Number.isInteger(value / step) || value < min || value > max)
    throw new PorteError("input.count", { value: `${name}: ${JSON.stringify(value)}`, least: min, most: max });
  return value;
}

function readChoice<Value>(value: unknown, name: string, choices: readonly Value[]): Value {
  if (!choices.includes(value as Value))
    throw new PorteError("usage.choice", { option: name, value: JSON.stringify(value), choices: choices.map(String) });
  return value as Value;
}

/** An amount, whatever its sign where it is typed: its range is checked with the others. */
export const MONEY: Kind<Cents> = { numbers: "cents", parse: (text) => parseEuros(text), read: readEuros };

/** An amount, or `null` in JSON where there is none. */
export const MONEY_OR_NONE: Kind<Cents | null> = {
  numbers: "cents",
  parse: (text) => parseEuros(text),
  read: (value, name) => (value === null ? null : readEuros(value, name)),
};

/** A rate: percent where it is typed, a fraction in JSON. */
export const RATE: Kind<Ppm> = {
  numbers: "ppm",
  parse: (text) => parsePercent(text),
  read: (value, name) => readFraction(value, name),
};

/** A rate, or `none` for nothing. */
export const RATE_OR_NONE: Kind<Ppm> = {
  numbers: "ppm",
  parse: (text) => (choiceMeant(text, ["none"]) === null ? parsePercent(text) : 0),
  read: (value, name) => (value === "none" ? 0 : readFraction(value, name)),
};

/** A share of full time: 1 % at least. */
export const PART: Kind<Ppm> = {
  numbers: "ppm",
  parse: (text) => {
    const ppm = parsePercent(text);
    if (ppm < MIN_PART_PPM) throw new PorteError("input.rate", { value: text, least: "1", most: "100" });
    return ppm;
  },
  read: (value, name) => readFraction(value, name, MIN_PART_PPM),
};

/** A whole number within limits, both included. */
export function count(min: number, max: number): Kind<number> {
  return {
    parse: (text) => parseCount(text, min, max),
    read: (value, name) => readCount(value, name, min, max),
  };
}

/** Reads whole or half days typed by a person, from 0.5 to 31. @throws {PorteError} `input.count`. */
export function parseHalfDays(text: string): number {
  const days = /^\d{1,2}([.,][05])?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : Number.NaN;
  if (!(days >= 0.5 && days <= 31)) throw new PorteError("input.count", { value: text, least: 0.5, most: 31 });
  return days;
}

/** Whole or half days of a month. */
export const HALF_DAYS: Kind<number> = {
  parse: parseHalfDays,
  read: (value, name) => readCount(value, name, 0.5, 31, 0.5),
};

/** One of a few words. */
export function choice<Value extends string>(choices: readonly Value[]): Kind<Value> {
  return {
    choices,
    parse: (text) => choiceMeant(text, choices) ?? readChoice(text, "", choices),
    read: (value, name) => readChoice(value, name, choices),
  };
}

/** What is so or not. */
export const FLAG: Kind<boolean> = {
  isFlag: true,
  parse: () => true,
  read: (value, name) => readChoice(value, name, [true, false]),
};

export const MONTH: Kind<Month> = {
  means: "month",
  parse: (text, today) => parseMonth(text, today),
  read: (value, _name, today) => parseMonth(String(value), today),
};

export const DAY: Kind<Day> = {
  means: "day",
  parse: (text, today) => parseDay(text, today, "either"),
  read: (value, _name, today) => parseDay(String(value), today, "either"),
};

const TAX_WORDS = ["neutral", "non-resident"] as const;

const taxWord = (value: unknown) => TAX_WORDS.find((word) => word === value);

/** A rate of tax, or a word for one. */
export const TAX_RATE: Kind<TaxRate> = {
  numbers: "ppm",
  parse: (text) => choiceMeant(text, TAX_WORDS) ?? parsePercent(text),
  read: (value, name) => taxWord(value) ?? readFraction(value, name),
};

/** A reading of the agreement, or an amount of base pay. */
export const RESERVE_BASE: Kind<ReserveBase | Cents> = {
  numbers: "cents",
  parse: (text) => choiceMeant(text, RESERVE_BASES) ?? positive(text),
  read: (value, name) => (typeof value === "number" ? readEuros(value, name) : readChoice(value, name, RESERVE_BASES)),
};

function positive(text: string): Cents {
  const cents = parseEuros(text);
  if (cents < 0) throw new PorteError("input.charge", { value: text });
  return cents;
}

/**
 * Charges outside the fee. Typed, each adds one: `médecine du travail=0,1 %`, or `RC pro=12,50` euros a month. In JSON a list:
 * `[{"name":"médecine du travail","rate":0.001}]`, or an `amount`.
 */
export const CHARGES: Kind<readonly Charge[]> = {
  isRepeated: true,
  parse: (text) => [parseCharge(text)],
  read: (value, name) => {
    if (!Array.isArray(value)) throw new PorteError("input.charge", { value: `${name}: ${JSON.stringify(value)}` });
    return value.map((one) => readCharge(one, name));
  },
};

function parseCharge(text: string): Charge {
  const at = text.lastIndexOf("=");
  const [name, value] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
  if (name === "" || value === "") throw new PorteError("input.charge", { value: text });
  return value.endsWith("%") ? { name, ratePpm: parsePercent(value) } : { name, amountCents: positive(value) };
}

function readCharge(one: { name?: unknown; rate?: unknown; amount?: unknown } | null, name: string): Charge {
  const isNamed = typeof one?.name === "string" && one.name.trim() !== "";
  if (!isNamed || (one.rate === undefined) === (one.amount === undefined))
    throw new PorteError("input.charge", { value: `${name}: ${JSON.stringify(one)}` });
  return one.rate === undefined
    ? { name: String(one.name), amountCents: readEuros(one.amount, name) }
    : { name: String(one.name), ratePpm: readFraction(one.rate, name) };
}
