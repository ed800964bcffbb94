import { type Day, type Month, parseMonth } from "../../domain/calendar.ts";
import { type Cents, type Ppm, parseEuros, parsePercent } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { type Charge, RESERVE_BASES, type ReserveBase } from "../../portage/terms.ts";

/**
 * Reads a charge outside the fee: `médecine du travail=0,1 %`, or `RC pro=12,50` euros a month.
 * @throws {PorteError} `input.charge` without a name and a value, and what the value's reader throws.
 */
export function parseCharge(text: string): Charge {
  const at = text.lastIndexOf("=");
  const [name, value] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
  if (name === "" || value === "") throw new PorteError("input.charge", { value: text });
  return value.endsWith("%") ? { name, ratePpm: rate(value) } : { name, amountCents: positive(value) };
}

function positive(text: string): Cents {
  const cents = parseEuros(text);
  if (cents < 0) throw new PorteError("input.charge", { value: text });
  return cents;
}

/** A reading of the agreement, or an amount of base pay. */
export function reserveBase(text: string): ReserveBase | Cents {
  return RESERVE_BASES.find((one) => one === text) ?? positive(text);
}

/** Reads a percentage, without the narrower limits that `parsePercent` may take. */
export function rate(text: string): Ppm {
  return parsePercent(text);
}

/** Reads a part of a whole, from 1 %. @throws {PorteError} `input.rate`. */
export function partOfWhole(text: string): Ppm {
  const ppm = parsePercent(text);
  if (ppm < 10_000) throw new PorteError("input.rate", { value: text, least: "1", most: "100" });
  return ppm;
}

/** @throws {PorteError} `input.count` unless the text is whole or half days from 0.5 to 31. */
export function parseHalfDays(text: string): number {
  const days = /^\d{1,2}([.,][05])?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : Number.NaN;
  if (!(days >= 0.5 && days <= 31)) throw new PorteError("input.count", { value: text, least: 0.5, most: 31 });
  return days;
}

/** Reads days by month: `2026-05:3,2026-08:15`. */
export function parseMonthDays(text: string, today: () => Day): ReadonlyMap<Month, number> {
  const pairs = text.split(",").map((part): [Month, number] => {
    const [name = "", days = ""] = part.trim().split(":");
    return [parseMonth(name, today()), parseHalfDays(days)];
  });
  const byMonth = new Map<Month, number>();
  for (const [name, days] of pairs) byMonth.set(name, (byMonth.get(name) ?? 0) + days);
  return byMonth;
}
