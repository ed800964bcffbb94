import type { Cents } from "../money.ts";
import { folded } from "./words.ts";

const SPACE = " \u00a0\u202f\u2009";
const SIGN = "[-\u2212\u2013]";
/** Cents behind a mark, and thousands by spaces, apostrophes, points or commas. */
const CENTS = `\\d{1,3}(?:[${SPACE}.,'\u2019]?\\d{3}){0,4}[.,]\\d{2}`;
/** Whole units count where their currency is beside them. */
const UNITS = `\\d{1,3}(?:[${SPACE}'\u2019]?\\d{3}){0,2}`;
const CURRENCY = "(?:\u20ac|EUR\\b|euros?\\b)";
const AMOUNT = new RegExp(
  `(?<![\\d.,'\u2019]|\\d${SIGN})(\\(?${SIGN}?[${SPACE}]?)(?:(?:\u20ac[${SPACE}]?)?(${CENTS})(?![\\d.,]*\\d)(?![${SPACE}]?%)|(${UNITS})(?=[${SPACE}]?${CURRENCY}))([${SPACE}]?(?:\u20ac|EUR)?[${SPACE}]?(?:${SIGN}(?![${SPACE}]?\\d)|\\)))?`,
  "gi",
);

/** Ten million: what is above is a number of something else. */
const MAX_CENTS: Cents = 1_000_000_000;

/** Reads the amounts of a line, in its order; negative with a sign before or behind, or between parentheses. */
export function amountsOf(line: string): Cents[] {
  return [...line.matchAll(AMOUNT)].flatMap(([, before = "", withCents, units = "", behind = ""]) => {
    const digits = (withCents ?? `${units}.00`).replace(/\D/g, "");
    const cents = Number(digits);
    const isNegative = /[-\u2212\u2013]/.test(before + behind) || (before.includes("(") && behind.includes(")"));
    if (cents > MAX_CENTS) return [];
    return [isNegative && cents !== 0 ? -cents : cents];
  });
}

const SIGNS: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP" };
const CODES = /(?<![a-z])(eur|euros?|usd|gbp|chf|cad|sek|nok|dkk|pln|czk|huf|jpy|aud|mad|tnd)(?![a-z])|[€$£]/gi;

/** Finds the currency of a receipt: euros where they are named at all, else the one that is named. @returns null for none, and for several. */
export function currencyOf(text: string): string | null {
  const found = new Set(
    [...folded(text).matchAll(CODES)].map(([one]) => SIGNS[one] ?? (one.startsWith("eur") ? "EUR" : one.toUpperCase())),
  );
  if (found.has("EUR")) return "EUR";
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}
