import type { Cents } from "./money.ts";

/** What stands before the decimals. */
export type DecimalMark = "," | ".";

/** An amount, and its currency where it is written beside it: a code of three letters, or null. */
export interface WrittenAmount {
  readonly cents: Cents;
  readonly currency: string | null;
}

const SIGNS: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", $: "USD", "¥": "JPY" };
const MINUS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const APOSTROPHES = /(\d)['’ʼ´`](?=\d{3})/g;
/** A sign or a code, a sign of less, digits, a sign of less, a sign or a code, and which side of the account. */
const AMOUNT =
  /^(?<before>[€£$¥]|[A-Z]{3})?(?<lead>[-+])?(?<inner>[€£$¥]|[A-Z]{3})?(?<digits>\d[\d.,]*|[.,]\d+)(?<after>[€£$¥]|[A-Z]{3}|EUROS?)?(?<trail>[-+])?(?<late>[€£$¥]|[A-Z]{3})?(?<side>CR|DR|C|D)?$/;
const LONGEST = 60;
const MAX_DIGITS = 15;

/** Says whether a cell holds no amount on purpose: nothing, or a dash. */
export function isNoAmount(text: string): boolean {
  return /^[-\s]*$/.test(text.replace(MINUS, "-"));
}

/**
 * Reads an amount of money as banks and sheets write it: `-64,50`, `64.50-`, `(64,50)`, `1 234,56 €`, `CHF 1'234.50`, `64,50 DR`,
 * `12€50`. It is exact: what has parts of a cent is none.
 * @param mark what stands before the decimals of the other amounts of its column, where that is known.
 * @returns null for no amount; `ambiguous` for one with two readings, `1.500`, where no mark is known.
 */
export function amountFrom(text: string, mark: DecimalMark | null = null): WrittenAmount | "ambiguous" | null {
  const short = SHORT.exec(text);
  if (short !== null) return shortAmount(short);
  if (text.length > LONGEST) return null;
  const { plain, isSpaced } = plainDigits(text.toUpperCase());
  const [, within] = /^\((.*)\)$/.exec(plain) ?? [];
  const compact = (within ?? plain).replace(/\s/g, "").replace(/(\d)€(\d\d)$/, "$1,$2€");
  const parts = AMOUNT.exec(compact)?.groups;
  if (parts === undefined) return null;
  const less = timesLess(parts) + (within === undefined ? 0 : 1);
  const found = less > 1 ? null : scaledFrom(parts.digits ?? "", { places: 2, mark, isSpaced });
  return typeof found === "number" ? { cents: signed(found, less === 1), currency: currencyOf(parts) } : found;
}

/** A million lines of a bank write them so: nothing else is looked for in these. */
const SHORT = /^([-+]?)(\d{1,12})[.,](\d\d?)$/;

function shortAmount([, sign, whole = "", decimals = ""]: readonly string[]): WrittenAmount {
  const cents = Number(whole) * 100 + Number(decimals) * (decimals.length === 1 ? 10 : 1);
  return { cents: signed(cents, sign === "-"), currency: null };
}

type Parts = Readonly<Record<string, string | undefined>>;

function timesLess({ lead, trail, side = "" }: Parts): number {
  return [lead === "-", trail === "-", side.startsWith("D")].filter(Boolean).length;
}

function currencyOf({ before, inner, after, late }: Parts): string | null {
  const code = before ?? inner ?? after ?? late ?? null;
  if (code === null) return null;
  return code.startsWith("EURO") ? "EUR" : (SIGNS[code] ?? code);
}

/** Zero has no sign. */
function signed(count: number, isLess: boolean): number {
  return isLess && count !== 0 ? -count : count;
}

/** A number with one sign of less for all that there are, and a space for every apostrophe between thousands. */
function plainDigits(text: string): { plain: string; isSpaced: boolean } {
  const plain = text.trim().replace(MINUS, "-").replace(APOSTROPHES, "$1 ");
  return { plain, isSpaced: /\d\s\d{3}(?!\d)/.test(plain) };
}

/**
 * Reads a number as a whole count of its smallest part: 106,5 with three places is 106500.
 * @returns null for no number or one with more decimals than that; `ambiguous` as `amountFrom` says it.
 */
export function decimalFrom(
  text: string,
  places: number,
  mark: DecimalMark | null = null,
): number | "ambiguous" | null {
  if (text.length > LONGEST) return null;
  const { plain, isSpaced } = plainDigits(text);
  const [, sign, digits] = /^([-+])?(\d[\d.,]*|[.,]\d+)$/.exec(plain.replace(/\s/g, "")) ?? [];
  if (digits === undefined) return null;
  const found = scaledFrom(digits, { places, mark, isSpaced });
  return typeof found === "number" ? signed(found, sign === "-") : found;
}

interface Digits {
  readonly places: number;
  readonly mark: DecimalMark | null;
  /** Whether thousands are apart by spaces or apostrophes: a comma or a point is then of the decimals. */
  readonly isSpaced: boolean;
}

function scaledFrom(digits: string, { places, mark, isSpaced }: Digits): number | "ambiguous" | null {
  const marks = [...digits].filter((sign) => sign === "." || sign === ",");
  const last = marks.at(-1);
  if (last === undefined) return scaled(digits, "", places);
  const isOneMark = new Set(marks).size === 1;
  const isGrouped = isOneMark && !isSpaced && /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits);
  if (isGrouped && marks.length === 1 && mark === null) return "ambiguous";
  if (isGrouped && (marks.length > 1 || mark !== last)) return scaled(digits.replace(/[.,]/g, ""), "", places);
  const place = digits.lastIndexOf(last);
  const whole = digits.slice(0, place);
  if (!isWhole(whole, last === "." ? "," : ".")) return null;
  return scaled(whole.replace(/[.,]/g, ""), digits.slice(place + 1), places);
}

/** Says whether what stands before the decimals is digits, or groups of three by the other mark. */
function isWhole(text: string, mark: DecimalMark): boolean {
  return /^\d*$/.test(text) || (mark === "," ? /^\d{1,3}(?:,\d{3})+$/ : /^\d{1,3}(?:\.\d{3})+$/).test(text);
}

function scaled(whole: string, decimals: string, places: number): number | null {
  const kept = decimals.replace(/0+$/, "");
  const digits = `${whole.replace(/^0+/, "")}${kept.padEnd(places, "0")}`;
  return kept.length > places || digits.length > MAX_DIGITS ? null : Number(digits);
}

/** Looks at the amounts of a column one after the other, to find what stands before their decimals. */
class DecimalMarks {
  private readonly seen: Record<DecimalMark, number> = { ",": 0, ".": 0 };

  see(text: string): void {
    const marks = text.match(/[.,](?=\d)/g);
    const last = marks?.at(-1) as DecimalMark | undefined;
    if (last === undefined || amountFrom(text) === "ambiguous") return;
    const isGroups = marks !== null && marks.length > 1 && new Set(marks).size === 1;
    this.seen[isGroups ? (last === "," ? "." : ",") : last] += 1;
  }

  /** Null where no amount tells. */
  mark(): DecimalMark | null {
    const { ",": comma, ".": point } = this.seen;
    if (comma === point) return null;
    return comma > point ? "," : ".";
  }
}

/** Finds what stands before the decimals of a column's amounts. */
export function decimalMarkOf(cells: Iterable<string>): DecimalMark | null {
  const marks = new DecimalMarks();
  for (const cell of cells) marks.see(cell);
  return marks.mark();
}
