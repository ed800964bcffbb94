import { PorteError } from "../errors.ts";
import { amountFrom } from "./written-amount.ts";

/** Whole euro cents; negative for money that leaves. */
export type Cents = number;

/** Parts per million: 1 % is 10 000. */
export type Ppm = number;

const WHOLE_PPM: Ppm = 1_000_000;

/** Ten million euros: past it an amount typed by a person is a typing mistake. */
const MAX_CENTS: Cents = 1_000_000_000;

/**
 * Takes a rate of a base, rounded to the cent, half away from zero.
 * Exact while |base| x ppm stays a safe integer, that is up to 90 M€ at 100 %.
 */
export function share(baseCents: Cents, ppm: Ppm): Cents {
  const product = baseCents * ppm;
  return product < 0 ? -Math.floor((500_000 - product) / 1_000_000) : Math.floor((product + 500_000) / 1_000_000);
}

/** Adds amounts. */
export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

/**
 * Reads a percentage as the law writes it ("6.90" is 69 000 ppm).
 * @throws {PorteError} `input.rate` for anything but a plain decimal with at most four decimals.
 */
export function percent(text: string): Ppm {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(text);
  if (match === null) throw new PorteError("input.rate", { value: text, least: "0", most: "100" });
  return Number(match[1]) * 10_000 + Number((match[2] ?? "").padEnd(4, "0"));
}

/** Writes cents as a plain decimal for machines and messages: `1234.56`. */
export function plainEuros(cents: Cents): string {
  const digits = Math.abs(cents).toString().padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Gives cents as the euros of a JSON answer: a number with two decimals at most. */
export function toEuros(cents: Cents): number {
  return cents / 100;
}

/** Gives the cents of a JSON answer's euros, to the nearest cent. */
export function fromEuros(euros: number): Cents {
  return Math.round(euros * 100);
}

/** Gives ppm as the fraction of a JSON answer: 0.0855. */
export function toFraction(ppm: Ppm): number {
  return ppm / WHOLE_PPM;
}

/**
 * Reads an amount of euros typed by a person: `1234.56`, `1 234,56`, `1234,56 €`, `1.234,50`, `1,234.50`, and as `amountFrom` has it.
 * @throws {PorteError} `input.amount_ambiguous` where one text has two readings (`1.500`), `input.amount` where it has
 * none or is of another currency, `input.amount_range` past ten million euros.
 */
export function parseEuros(text: string): Cents {
  const found = amountFrom(text);
  if (found === "ambiguous")
    throw new PorteError("input.amount_ambiguous", { value: text, readings: readingsOf(text) });
  if (found === null || (found.currency !== null && found.currency !== "EUR"))
    throw new PorteError("input.amount", { value: text });
  if (Math.abs(found.cents) > MAX_CENTS)
    throw new PorteError("input.amount_range", { value: text, least: "0", most: plainEuros(MAX_CENTS) });
  return found.cents;
}

/** What an amount may be: its mark is of thousands, or of decimals. */
function readingsOf(text: string): readonly [string, string] {
  const digits = text.replace(/[^\d.,]/g, "");
  return [digits.replace(/[.,]/g, ""), digits.replace(",", ".")];
}

/**
 * Reads a rate typed by a person, always in percent, with or without its sign: `7`, `0,9 %`.
 * @throws {PorteError} `input.rate` outside 0 to 100 % or with more than four decimals.
 */
export function parsePercent(text: string, maxPpm: Ppm = WHOLE_PPM): Ppm {
  const compact = text.replace(/[\s\u00a0\u202f]/gu, "").replace(/%$/u, "");
  const limits = { value: text, least: "0", most: String(maxPpm / 10_000) };
  if (!/^\d{1,3}([.,]\d{1,4})?$/.test(compact)) throw new PorteError("input.rate", limits);
  const ppm = percent(compact);
  if (ppm > maxPpm) throw new PorteError("input.rate", limits);
  return ppm;
}

/** @throws {PorteError} `input.count` unless the text is a whole number within the limits, both included. */
export function parseCount(text: string, min: number, max: number): number {
  const count = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(count >= min && count <= max)) throw new PorteError("input.count", { value: text, least: min, most: max });
  return count;
}

/** Reads an amount above nothing. @throws {PorteError} what `parseEuros` throws, and `input.amount_range`. */
export function positiveEuros(text: string): Cents {
  const cents = parseEuros(text);
  if (cents < 1)
    throw new PorteError("input.amount_range", {
      value: plainEuros(cents),
      least: "0.01",
      most: plainEuros(MAX_CENTS),
    });
  return cents;
}
