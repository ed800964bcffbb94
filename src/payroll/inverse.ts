import type { Cents } from "../domain/money.ts";
import { roughNet } from "./estimate.ts";
import type { BoundLaw } from "./law.ts";
import { MAX_GROSS_CENTS, payslip } from "./payslip.ts";
import { roughTax, type TaxRate, taxThresholds } from "./withholding.ts";

/** A net that somebody wishes: before tax, or paid. */
export interface Target {
  readonly figure: "netBeforeTaxCents" | "netPaidCents";
  readonly cents: Cents;
}

/** More than all the roundings of a payslip together, cents. */
const ROUNDINGS = 16;
/** How far from a threshold, in gross cents, a rounding can still decide on which side a pay lies. */
const TOLERANCE = 32;

/**
 * Finds the smallest gross pay, from `from` on, whose payslip reaches a net; null where none does. Net does not always rise
 * with gross pay: it falls where a ceiling or a band of the neutral rate begins, and by a cent or two by rounding. Between
 * those thresholds it is a straight line but for the roundings, so each piece is entered where the line says, and tried cent
 * by cent; around each threshold every cent is tried.
 */
export function smallestGross(law: BoundLaw, taxRate: TaxRate, target: Target, from: Cents = 1): Cents | null {
  const reaches = (gross: Cents) => payslip(law, gross, taxRate)[target.figure] >= target.cents;
  const lineOf = (gross: Cents) => roughFigure(law, taxRate, target, gross);
  const edges = [1, ...thresholds(law, taxRate, target), MAX_GROSS_CENTS + 1];
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const start = edges[index] as Cents;
    const end = edges[index + 1] as Cents;
    if (end + TOLERANCE <= from) continue;
    const near = scan(reaches, Math.max(from, start - TOLERANCE), Math.min(end, start + TOLERANCE));
    if (near !== null) return near;
    const found = searchPiece(
      { reaches, lineOf, cents: target.cents },
      Math.max(from, start + TOLERANCE),
      end - TOLERANCE,
    );
    if (found !== null) return found;
  }
  return null;
}

interface Search {
  readonly reaches: (gross: Cents) => boolean;
  readonly lineOf: (gross: Cents) => number;
  readonly cents: Cents;
}

/** Searches a piece on which the figure is a straight line, both ends included, but for roundings. */
function searchPiece({ reaches, lineOf, cents }: Search, start: Cents, end: Cents): Cents | null {
  if (start > end) return null;
  const atStart = lineOf(start);
  const slope = end === start ? 0 : (lineOf(end) - atStart) / (end - start);
  if (Math.max(atStart, atStart + slope * (end - start)) + ROUNDINGS < cents) return null;
  if (slope <= 0) return scan(reaches, start, Math.min(end, start + TOLERANCE));
  const entry = Math.floor(start + (cents - ROUNDINGS - atStart) / slope);
  const sure = Math.ceil(start + (cents + ROUNDINGS - atStart) / slope);
  return scan(reaches, Math.max(start, entry), Math.min(end, Math.max(sure, start)));
}

function scan(reaches: (gross: Cents) => boolean, from: Cents, to: Cents): Cents | null {
  for (let gross = Math.max(1, from); gross <= Math.min(to, MAX_GROSS_CENTS); gross += 1)
    if (reaches(gross)) return gross;
  return null;
}

/** The figure without the roundings of its lines. */
function roughFigure(law: BoundLaw, taxRate: TaxRate, { figure }: Target, gross: Cents): number {
  const { netCents, taxableCents } = roughNet(law, gross);
  if (figure === "netBeforeTaxCents") return netCents;
  return netCents - roughTax(law.tax, taxableCents, taxRate);
}

/** The gross pays at which the line breaks: ceilings of the year to date, and bands of the neutral rate where they count. */
function thresholds(law: BoundLaw, taxRate: TaxRate, { figure }: Target): Cents[] {
  const { toDate, priorGrossCents } = law;
  const ceilings = [1, 4, 8].map((times) => times * toDate.pmssCents - priorGrossCents + 1);
  const inRange = (cents: Cents) => cents > 1 && cents <= MAX_GROSS_CENTS;
  const pieces = [1, ...ceilings.filter(inRange), MAX_GROSS_CENTS];
  if (figure === "netBeforeTaxCents") return pieces.slice(1, -1);
  const taxable = (gross: Cents) => roughNet(law, gross).taxableCents;
  const levels = taxThresholds(law.tax, taxRate);
  const crossings = pieces.slice(0, -1).flatMap((start, index) => {
    const end = (pieces[index + 1] as Cents) - 1;
    const [low, high] = [taxable(start), taxable(end)];
    return levels
      .filter((level) => level > low && level <= high)
      .map((level) => Math.round(start + ((level - low) / (high - low)) * (end - start)));
  });
  return [...pieces.slice(1, -1), ...crossings].filter(inRange).sort((one, other) => one - other);
}
