import { type Day, isDay } from "../calendar.ts";
import type { Confidence } from "./reading.ts";
import { folded } from "./words.ts";

const MONTHS = [
  "jan(?:v(?:ier)?|uary)?",
  "fe(?:v(?:r(?:ier)?)?|b(?:ruary)?)",
  "mar(?:s|ch)?",
  "av(?:r(?:il)?)|apr(?:il)?",
  "ma[iy]",
  "jui?ne?",
  "juil(?:l(?:et)?)?|july?",
  "aout?|aug(?:ust)?",
  "sep(?:t(?:embre|ember)?)?",
  "oct(?:obre|ober)?",
  "nov(?:embre|ember)?",
  "dec(?:embre|ember)?",
].map((pattern) => new RegExp(`^(?:${pattern})$`));
/** A receipt is not older than this: what is may be a date of birth, or of a law. */
const OLDEST_YEARS = 2;

const NUMBERS = /(?<![\d./-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/]|[.-]\d)/g;
const YEAR_FIRST = /(?<![\d./-])(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?(?:\s+of)?[\s.-]{1,3}([a-z]{3,9})\.?,?[\s.-]{1,3}(\d{4}|\d{2}(?![\d:h]))(?!\d)/g;
const MONTH_DAY = /(?<![a-z])([a-z]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)/g;

/** What says that a day is the receipt's own, and what says that it is another. */
const OWN = /date|\ble\b|facture|emis|emission|issued?|invoice|ticket|fait|vente|achat|paye|paid|transaction/;
const OTHER =
  /echeance|\bdue\b|livraison|deliver|periode|period|sejour|arrivee|depart|arrival|departure|check|naissance|birth|commande|order|valable|valid|expir|prochain|next|\bdu\b.*\bau\b|\bfrom\b.*\bto\b|loi|decret|contrat|rcs|capital|retour|jusqu|avant le|before|until|debut|\bfin\b|prelev|imprim|printed/;
const ENGLISH = /\b(?:invoice|receipt|amount|date of|order|due|paid|tax|thank)\b/;
const FRENCH = /\b(?:facture|ticket|tva|ttc|total ht|montant|merci|siret|siren|le|du|des)\b/;

interface Found {
  readonly day: Day;
  readonly rank: number;
  /** Another day could be meant. */
  readonly isAmbiguous: boolean;
}

/** Finds the day of a receipt. @param today days after it are not the receipt's. */
export function dayOf(lines: readonly string[], today: Day): { date: Day | null; confidence: Confidence } {
  const plain = lines.map(folded);
  const text = plain.join("\n");
  const isEnglish = ENGLISH.test(text) && !FRENCH.test(text);
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  const isPossible = (day: Day) => isDay(day) && day <= today && day >= oldest;
  const found = plain.flatMap((line, index) =>
    daysOf(line, isPossible, isEnglish).map((one) => ({ ...one, rank: rankOf(line, plain[index - 1] ?? "") })),
  );
  const best = Math.min(...found.map(({ rank }) => rank));
  const own = found.filter(({ rank }) => rank === best);
  const [first] = own;
  if (first === undefined) return { date: null, confidence: "none" };
  const isOne = own.every(({ day }) => day === first.day);
  if (!isOne || first.isAmbiguous || best === LAST) return { date: first.day, confidence: "doubtful" };
  return { date: first.day, confidence: best === 0 ? "certain" : "likely" };
}

const LAST = 2;

/** A day may stand below its word. */
function rankOf(line: string, before: string): number {
  const around = /^\D{0,3}\d/.test(line) && !/\d/.test(before) ? `${before} ${line}` : line;
  if (OTHER.test(around)) return LAST;
  return OWN.test(around) ? 0 : 1;
}

function daysOf(line: string, isPossible: (day: Day) => boolean, isEnglish: boolean): Omit<Found, "rank">[] {
  const sure = [
    ...[...line.matchAll(YEAR_FIRST)].map(([, year, , month, day]) => written(year, month, day)),
    ...[...line.matchAll(DAY_MONTH)].map(([, day, month, year]) => written(year, monthOf(month), day)),
    ...[...line.matchAll(MONTH_DAY)].map(([, month, day, year]) => written(year, monthOf(month), day)),
  ].map((day) => ({ day, isAmbiguous: false }));
  const numbers = [...line.matchAll(NUMBERS)].map(([, first, , second, year]) => {
    const [dayFirst, monthFirst] = [written(year, second, first), written(year, first, second)];
    const isOther = isPossible(monthFirst) && monthFirst !== dayFirst;
    if (!isPossible(dayFirst) && isOther && isEnglish) return { day: monthFirst, isAmbiguous: false };
    return { day: dayFirst, isAmbiguous: isEnglish && isOther };
  });
  return [...sure, ...numbers].filter(({ day }) => isPossible(day));
}

function monthOf(name = ""): string {
  return String(MONTHS.findIndex((pattern) => pattern.test(name)) + 1);
}

function written(year = "", month = "", day = ""): Day {
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
