import type { Cents } from "../money.ts";
import { amountsOf } from "./amounts.ts";
import type { Confidence } from "./reading.ts";
import { folded } from "./words.ts";

/** What stands beside the amount to pay, surest first. */
const TOTALS = [
  /(?:total|montant)\s*(?:general\s*)?(?:\(?t\.?t\.?c|toutes taxes|a regler)|grand total|total (?:facture|de la facture|due|amount)/,
  /(?:net|total|montant|reste|somme)\s*(?:ttc\s*)?(?:a|due?)\s*(?:payer|regler)?\b|amount due|balance due/,
  /\bt\.?t\.?c\b/,
  /\btotal\b/,
  /\b(?:cb|carte(?: bancaire)?|montant|amount|paid|paye|visa|mastercard|debit)\b/,
] as const;
const PAID = TOTALS.length - 1;
/** A part of the amount to pay, what lowers it, or what has nothing to do with it. */
const PARTS =
  /sous[- ]?total|sub[- ]?total|\bh\.?\s?t\b(?!.*t\.?t\.?c)|hors[- ]tax|excl(?:uding)?\.? (?:tax|vat)|total (?:des )?(?:tva|t\.v\.a|taxes?|vat|remises?|articles?|quantites?|points?)|\bdont\b|remise|discount|rabais|reduction|ristourne|economi|fidelite|arrondi|rendu|monnaie|change\b|pourboire|caution/;
/** What somebody owed or paid before: it changes what is to be paid, and not what this receipt is worth. */
const BEFORE =
  /(?:solde|balance|montant|reste|report)\s*(?:precedent|anterieur|ancien|reporte|initial|du mois)|ancien solde|previous balance|balance forward|opening balance|arrieres?|impayes?|acomptes?|deja (?:regle|paye|verse)|already paid|deposit|prepaid|avance/;
const CREDIT =
  /\b(?:facture d.?avoir|avoir n|note de credit|credit note|credit memo|remboursement n|refund (?:receipt|note|invoice))|^avoir\s*(?:n|$|du\b|numero)/m;

/** The amount of a receipt. */
export interface TotalReading {
  readonly totalCents: Cents | null;
  readonly confidence: Confidence;
  readonly isCredit: boolean;
}

interface Candidate {
  readonly rank: number;
  readonly cents: Cents;
}

/** Finds the amount that a receipt is worth, with its tax: neither a part of it, nor what was owed before. */
export function totalOf(lines: readonly string[]): TotalReading {
  const plain = lines.map(folded);
  const hasBefore = plain.some(
    (line, index) => BEFORE.test(line) && amountsBeside(lines, plain, index).some((one) => one !== 0),
  );
  const candidates = plain.flatMap((line, index) =>
    candidatesOf(line, hasBefore, () => amountsBeside(lines, plain, index)),
  );
  const best = Math.min(...candidates.map(({ rank }) => rank));
  const found = [...new Set(candidates.filter(({ rank }) => rank === best).map(({ cents }) => cents))];
  const isCredit = CREDIT.test(plain.join("\n")) || (found.length > 0 && found.every((cents) => cents < 0));
  const max = found.reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one), 0);
  const totalCents = isCredit ? Math.abs(max) : max;
  if (totalCents <= 0) return { totalCents: null, confidence: "none", isCredit };
  const isOwedBefore = hasBefore && best === PAID;
  const confidence = isOwedBefore ? "doubtful" : confidenceIn(totalCents, best, found, candidates);
  return { totalCents, confidence, isCredit };
}

function candidatesOf(line: string, hasBefore: boolean, amounts: () => readonly Cents[]): Candidate[] {
  if (PARTS.test(line) || BEFORE.test(line)) return [];
  const rank = TOTALS.findIndex((pattern) => pattern.test(line));
  if (rank < 0) return [];
  const own = amounts();
  const cents = own.reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one), 0);
  if (own.length === 0 || cents === 0) return [];
  /** What is to be paid holds what was owed before: the receipt's own total is surer. */
  return [{ rank: hasBefore && rank === 1 ? PAID : rank, cents }];
}

/** One amount beside a word for a total is certain; one of several is not, unless it was paid too. */
function confidenceIn(
  totalCents: Cents,
  best: number,
  found: readonly Cents[],
  candidates: readonly Candidate[],
): Confidence {
  const paid = candidates.filter(({ rank }) => rank === PAID).map(({ cents }) => cents);
  if (found.length > 1) return paid.length === 1 && paid[0] === totalCents && best !== PAID ? "likely" : "doubtful";
  if (best === PAID) return "likely";
  return paid.some((cents) => cents > totalCents) ? "likely" : "certain";
}

const WORDS = /\p{L}{2}/u;

/**
 * The amounts of a line; where it has none, those of the lines below it: a column of words may stand before the column of its amounts.
 * The names of a table's columns have none.
 */
function amountsBeside(lines: readonly string[], plain: readonly string[], index: number): readonly Cents[] {
  const own = amountsOf(lines[index] ?? "");
  if (own.length > 0 || isTableHead(plain[index] ?? "")) return own;
  let first = index + 1;
  while (first < Math.min(lines.length, index + MAX_WORDS) && isWords(lines[first] ?? "")) first += 1;
  let end = first;
  while (end < Math.min(lines.length, first + MAX_WORDS) && isAmount(lines[end] ?? "")) end += 1;
  const from = end - (first - index);
  return from < first ? [] : amountsOf(lines[from] ?? "").slice(0, 1);
}

const MAX_WORDS = 12;

function isWords(line: string): boolean {
  return WORDS.test(line) && amountsOf(line).length === 0;
}

function isAmount(line: string): boolean {
  return amountsOf(line).length === 1 && !/\p{L}{4}/u.test(line);
}

function isTableHead(line: string): boolean {
  return (
    [
      /\bh\.?t\b|hors tax|base|net/,
      /\btva|vat|taxe?\b/,
      /ttc|total|brut/,
      /taux|rate|%/,
      /qte|quantite|qty|prix|unit/,
    ].filter((pattern) => pattern.test(line)).length > 1
  );
}
