import { type Day, isDay } from "../calendar.ts";
import type { Cents, Ppm } from "../money.ts";

/** A decimal of XML Schema: no exponent, no infinity, no thousands. */
const DECIMAL = /^([+-]?)(\d{0,12})(?:\.(\d{0,20}))?$/;

/** A hundred million euros: past it, it is no receipt of one person. */
const MAX_CENTS: Cents = 10_000_000_000;

/** Reads an amount as an invoice writes it (`-1234.5`), digit by digit. @returns null for what is no number, and for what is no whole cent. */
export function exactCents(text: string | null): Cents | null {
  const cents = scaled(text, 2);
  return cents === null || Math.abs(cents) > MAX_CENTS ? null : cents;
}

/** Reads a rate in percent (`5.5`, `20.00`). @returns null outside of 0 to 100 %, and past four decimals. */
export function exactPpm(text: string | null): Ppm | null {
  const ppm = scaled(text, 4);
  return ppm === null || ppm < 0 || ppm > 1_000_000 ? null : ppm;
}

/** A number without its point, where it has no more decimals than a count. */
function scaled(text: string | null, decimals: number): number | null {
  const [, sign, whole = "", fraction = ""] = DECIMAL.exec(text?.trim() ?? "") ?? [];
  if (sign === undefined || whole + fraction === "" || /[1-9]/.test(fraction.slice(decimals))) return null;
  const value = Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  return sign === "-" && value !== 0 ? -value : value;
}

/** Reads a day as an invoice writes it: `20261112`, or `2026-11-12` with the time or the zone that may follow. */
export function exactDay(text: string | null): Day | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T Z+-].{0,30})?$/.exec(text?.trim() ?? "") ?? [];
  const written = `${year}-${month}-${day}`;
  return year !== undefined && isDay(written) ? written : null;
}
