import { type Day, isDay } from "./calendar.ts";
import { type Cents, type Ppm, parseEuros } from "./money.ts";
import { type VatLaw, type VatLine, vatPpms } from "./vat.ts";

/** What a receipt seems to say: proposed, and believed by nobody before somebody has seen it. */
export interface ReceiptReading {
  readonly date: Day | null;
  readonly totalCents: Cents | null;
  /** Each rate with its tax, as far as they agree with one another. */
  readonly vat: readonly VatLine[];
  readonly merchant: string | null;
}

const AMOUNT = /(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f.]?\d{3}){0,4}[.,]\d{2}(?![\d.,]*\d)/g;
/** A receipt is a page or a few of short lines: what is beyond is no receipt's. */
const MOST_LINES = 2_000;
const LONGEST_LINE = 400;
/** What stands beside the amount to pay, surest first. */
const TOTALS = [
  /(total|montant)\s*(t\.?t\.?c|à payer|a payer)|net\s*(à|a)\s*payer|reste\s*(à|a)\s*payer/i,
  /\bt\.?t\.?c\b/i,
  /\btotal\b(?!.*\bh\.?t\b)/i,
  /\b(cb|carte|montant|amount due)\b/i,
];
const MONTHS = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
];
/** A receipt is not older than this: what is may be a date of birth, or of a law. */
const OLDEST_YEARS = 2;

/** Reads what a receipt's text seems to say. @param today dates after it are not the receipt's. */
export function readReceiptText(text: string, today: Day, law: VatLaw): ReceiptReading {
  const lines = text
    .split("\n", MOST_LINES)
    .map((line) => line.slice(0, LONGEST_LINE).trim())
    .filter((line) => line !== "");
  const totalCents = totalOf(lines);
  return {
    date: dateOf(lines.join("\n"), today),
    totalCents,
    vat: vatOf(lines, totalCents, vatPpms(law)),
    merchant: merchantOf(lines),
  };
}

function amountsOf(line: string): Cents[] {
  return [...line.matchAll(AMOUNT)].flatMap(([found]) => {
    try {
      return [parseEuros(found)];
    } catch {
      return [];
    }
  });
}

/** The largest amount of the surest lines; the amount may stand on the line after its word. */
function totalOf(lines: readonly string[]): Cents | null {
  for (const pattern of TOTALS) {
    const found = lines.flatMap((line, index) => {
      if (!pattern.test(line)) return [];
      const own = amountsOf(line);
      return own.length > 0 ? own : amountsOf(lines[index + 1] ?? "").slice(0, 1);
    });
    if (found.length > 0) return found.reduce((most, one) => Math.max(most, one));
  }
  return null;
}

function dateOf(text: string, today: Day): Day | null {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const written = new RegExp(`\\b(\\d{1,2})(?:er)?\\s+(${MONTHS.join("|")})\\s+(\\d{4})\\b`, "g");
  const found = [
    ...[...plain.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)].map(([, year, month, day]) => ({ year, month, day })),
    ...[...plain.matchAll(/\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/g)].map(([, day, month, year = ""]) => ({
      year: year.length === 2 ? `20${year}` : year,
      month,
      day,
    })),
    ...[...plain.matchAll(written)].map(([, day, name = "", year]) => ({
      year,
      month: String(MONTHS.indexOf(name) + 1),
      day,
    })),
  ];
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  const days = found
    .map(({ year = "", month = "", day = "" }) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
    .filter((day) => isDay(day) && day <= today && day >= oldest);
  return days[0] ?? null;
}

/** Tax is believed where it is its rate's share of an amount beside it, or of the total. */
function vatOf(lines: readonly string[], totalCents: Cents | null, ratesPpm: readonly Ppm[]): ReceiptReading["vat"] {
  const found = new Map<number, Cents>();
  for (const line of lines) {
    const [, rate = ""] = /(\d{1,2}(?:[.,]\d{1,2})?)\s*%/.exec(line) ?? [];
    const ratePpm = ratesPpm.find((one) => one === Math.round(Number(rate.replace(",", ".")) * 10_000));
    if (ratePpm === undefined) continue;
    const amounts = amountsOf(line.replace(/\d{1,2}(?:[.,]\d{1,2})?\s*%/g, " "));
    const tax = amounts.find((one) => agrees(one, ratePpm, [...amounts, ...(totalCents === null ? [] : [totalCents])]));
    if (tax !== undefined) found.set(ratePpm, tax);
  }
  return [...found].map(([ratePpm, vatCents]) => ({ ratePpm, vatCents }));
}

const MOST_OFF_CENTS = 2;

function agrees(tax: Cents, ratePpm: number, others: readonly Cents[]): boolean {
  return others.some((other) => {
    const ofNet = (other * ratePpm) / 1_000_000;
    const ofGross = (other * ratePpm) / (1_000_000 + ratePpm);
    return other !== tax && [ofNet, ofGross].some((share) => Math.abs(share - tax) <= MOST_OFF_CENTS);
  });
}

/** The first line that is made of words. */
function merchantOf(lines: readonly string[]): string | null {
  const found = lines
    .slice(0, 8)
    .find((line) => (line.match(/\p{L}/gu)?.length ?? 0) >= 3 && !/\d{2}[/.-]\d{2}/.test(line));
  return found?.slice(0, 80) ?? null;
}
