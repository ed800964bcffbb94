import { type Day, isDay, type Month } from "../calendar.ts";
import type { Cents } from "../money.ts";
import { amountFrom } from "../written-amount.ts";

/** What a payslip's name and pages seem to say: a guess for whoever confirms it; what has no reading, or two, is null. */
export interface PayslipGuess {
  readonly month: Month | null;
  readonly netPaidCents: Cents | null;
  readonly grossCents: Cents | null;
  readonly transferDate: Day | null;
}

const MONTHS = [
  ["janvier", "january", "janv", "jan"],
  ["fevrier", "february", "fevr", "fev", "feb"],
  ["mars", "march", "mar"],
  ["avril", "april", "avr", "apr"],
  ["mai", "may"],
  ["juin", "june", "jun"],
  ["juillet", "july", "juil", "jul"],
  ["aout", "august", "aug"],
  ["septembre", "september", "sept", "sep"],
  ["octobre", "october", "oct"],
  ["novembre", "november", "nov"],
  ["decembre", "december", "dec"],
] as const;

const NAMED = new RegExp(`(?<![a-z])(${MONTHS.flat().join("|")})[a-z.]*[\\s_./-]*(20\\d\\d)(?!\\d)`, "g");
const YEAR_FIRST = /(?<!\d)(20\d\d)[\s_./-]?(0[1-9]|1[0-2])(?!\d{1,2}(?!\d)\d)(?!\d{3})/g;
const MONTH_FIRST = /(?<!\d)(0?[1-9]|1[0-2])[_./-](20\d\d)(?!\d)/g;
const WHOLE_DAY = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?!\d)/g;
const AMOUNT = /(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f.]?\d{3})*[.,]\d{2}(?!\d)/g;

/** The lines that say of which month a payslip is, and those that say the day on which it is paid. */
const PERIOD = /periode|mois de|paie d|bulletin d|pay period/;
const PAID_ON = /date de paiement|paye(?:e)? le|virement (?:le|du)|paid on|date de virement/;
const GROSS = /(?:salaire|total|montant|remuneration) brute?(?! fiscal)|^brut\b/;
const NET_PAID = /net (?:a payer|paye)(?! avant)(?!.*avant imp)|net paid/;

/**
 * Guesses what a payslip is of.
 * @param name of its file.
 * @param lines of its pages, each as its pieces from the left; none where it has no text.
 */
export function guessPayslip(name: string, lines: readonly (readonly string[])[]): PayslipGuess {
  const texts = lines.map((pieces) => plain(pieces.join(" ")));
  const of = (pattern: RegExp) => texts.filter((text) => pattern.test(text));
  const [inText, inName] = [only(of(PERIOD).flatMap(monthsIn)), only(monthsIn(plain(name)))];
  return {
    month: inText === null || inName === null ? (inText ?? inName) : inText === inName ? inText : null,
    netPaidCents: only(of(NET_PAID).flatMap(lastAmount)),
    grossCents: only(of(GROSS).flatMap(lastAmount)),
    transferDate: only(of(PAID_ON).flatMap(daysIn)),
  };
}

/** Says whether pages name none of the words of a person's name: the payslip may be somebody else's. */
export function isNamedElse(person: string | null, lines: readonly (readonly string[])[]): boolean {
  const text = plain(lines.flat().join(" "));
  const words = plain(person ?? "")
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);
  return text.trim() !== "" && words.length > 0 && !words.some((word) => text.includes(word));
}

/** What pages say of the expenses that a payslip pays back: the amounts of the lines that name them, and every amount, to be compared. */
export interface PaidBackRead {
  readonly named: readonly Cents[];
  readonly amounts: ReadonlySet<Cents>;
}

/** Lines that pay expenses back; those of the fee, of health costs and of the bank are others. */
const EXPENSES =
  /frais (?:professionnels|de mission|de deplacement|kilometriques|km|rembourses)|rembours\w* (?:de |des |d')?(?:vos )?frais|notes? de frais|indemnites? kilometriques|\bndf\b/;

/** Reads what pages say of expenses that were paid back. */
export function readPaidBack(lines: readonly (readonly string[])[]): PaidBackRead {
  const texts = lines.map((pieces) => plain(pieces.join(" ")));
  return {
    named: texts.filter((text) => EXPENSES.test(text)).flatMap(lastAmount),
    amounts: new Set(texts.flatMap((text) => (text.match(AMOUNT) ?? []).flatMap(lastAmount))),
  };
}

/** A text in small letters without accents, as readings compare it. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}

function monthsIn(text: string): Month[] {
  const days = daysIn(text).map((day) => day.slice(0, 7));
  const rest = text.replace(WHOLE_DAY, " ");
  const named = [...rest.matchAll(NAMED)].map(([, word = "", year = ""]) => {
    const place = MONTHS.findIndex((names) => (names as readonly string[]).includes(word));
    return `${year}-${String(place + 1).padStart(2, "0")}`;
  });
  const yearFirst = [...rest.matchAll(YEAR_FIRST)].map(([, year, month]) => `${year}-${month}`);
  const monthFirst = [...rest.matchAll(MONTH_FIRST)].map(([, month = "", year]) => `${year}-${month.padStart(2, "0")}`);
  return [...days, ...named, ...yearFirst, ...monthFirst];
}

/** The days that a text holds, in their order. */
export function daysIn(text: string): Day[] {
  return [...text.matchAll(WHOLE_DAY)]
    .map(([, day = "", month = "", year]) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
    .filter(isDay);
}

function lastAmount(text: string): Cents[] {
  const found = text.match(AMOUNT)?.at(-1);
  const read = found === undefined ? null : amountFrom(found);
  return read === null || read === "ambiguous" ? [] : [read.cents];
}

/** What all of some readings say; null where they say nothing, or not the same. */
export function only<Value>(values: readonly Value[]): Value | null {
  const [first = null, ...others] = new Set(values);
  return others.length === 0 ? first : null;
}
