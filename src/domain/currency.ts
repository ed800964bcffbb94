import { PorteError } from "../errors.ts";
import { addDays, type Day } from "./calendar.ts";
import type { Cents } from "./money.ts";

/** Units of each currency for one euro, by day, as central banks publish them. */
export type RateTable = Readonly<Record<string, Readonly<Record<Day, number>>>>;

/** A rate, and the day it is of; null where it was given by hand. */
export interface UsedRate {
  readonly perEuro: number;
  readonly day: Day | null;
}

/** No rate is published at weekends and on holidays: the last one holds, as far as this. */
const OLDEST_DAYS = 7;

/** Reads a currency's code. @throws {PorteError} `currency.unknown`. */
export function parseCurrency(text: string): string {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) throw new PorteError("currency.unknown", { currency: text });
  return code;
}

/** Reads units for one euro, `1,0832`. @throws {PorteError} `currency.rate` for none, or not above zero. */
export function parseRate(text: string): number {
  const rate = /^\d{1,7}(?:[.,]\d{1,8})?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : 0;
  if (!(rate > 0)) throw new PorteError("currency.rate", { value: text });
  return rate;
}

/** Finds the rate of a day, or the last one before it. @throws {PorteError} `currency.no_rate`. */
export function rateOn(table: RateTable, currency: string, day: Day): UsedRate {
  for (let back = 0; back <= OLDEST_DAYS; back += 1) {
    const on = addDays(day, -back);
    const perEuro = table[currency]?.[on];
    if (perEuro !== undefined) return { perEuro, day: on };
  }
  throw new PorteError("currency.no_rate", { currency, day });
}

/** Gives an amount of a currency in euros, rounded to the cent. @param units hundredths of the currency. */
export function inEuros(units: Cents, { perEuro }: UsedRate): Cents {
  return Math.round(units / perEuro);
}
