import type { Day } from "../domain/calendar.ts";
import { type Cents, type Ppm, share } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { notCovered } from "./legislation.ts";
import type { Band, NonResidentScale, TaxZone } from "./parameters/neutral-rate.ts";

/** A personal rate in ppm, the neutral rate of the grid, or the slices of a person who lives abroad. */
export type TaxRate = Ppm | "neutral" | "non-resident";

/** The rules of withholding on the day on which a pay is received. */
export interface BoundTax {
  readonly payDate: Day;
  readonly zone: TaxZone;
  readonly neutralBands: readonly Band[];
  /** Taken off the taxable pay at the neutral rate; 0 but for a short fixed-term contract. */
  readonly abatementCents: Cents;
  /** Null on a day for which the limits were not read. */
  readonly nonResident: NonResidentScale | null;
  readonly nonResidentUntil: Day;
  /** The last day for which the grids were checked, and those that lack the day, where it must not be estimated; null elsewhere. */
  readonly refusal: { readonly last: Day; readonly tables: readonly string[] } | null;
}

/** A part of taxable pay and the rate on it. */
interface Slice {
  readonly fromCents: Cents;
  readonly ratePpm: Ppm;
}

const TENTH_OFF_PPM: Ppm = 900_000;

/** Reads the neutral rate for a taxable pay of the month (CGI, art. 204 H, III). */
function neutralPpm({ neutralBands }: BoundTax, taxableCents: Cents): Ppm {
  for (const { belowCents, ratePpm } of neutralBands) if (taxableCents < belowCents) return ratePpm;
  return 0;
}

function slicesOf({ nonResident, zone, payDate, nonResidentUntil }: BoundTax): readonly Slice[] {
  if (nonResident === null) throw new PorteError("law.non_resident", { day: payDate, last: nonResidentUntil });
  const { nothingBelowCents, middleBelowCents, middlePpm, highPpm, overseasMiddlePpm, overseasHighPpm } = nonResident;
  const [middle, high] = zone === "metropole" ? [middlePpm, highPpm] : [overseasMiddlePpm, overseasHighPpm];
  return [
    { fromCents: nothingBelowCents, ratePpm: middle },
    { fromCents: middleBelowCents, ratePpm: high },
  ];
}

/** Takes the slices of a month's taxable pay after a tenth off (CGI, art. 182 A). */
function nonResidentTax(tax: BoundTax, netTaxableCents: Cents): number {
  const base = (Math.max(0, netTaxableCents) * TENTH_OFF_PPM) / 1_000_000;
  const slices = slicesOf(tax);
  return slices.reduce((total, { fromCents, ratePpm }, index) => {
    const end = slices[index + 1]?.fromCents ?? Number.POSITIVE_INFINITY;
    return total + (Math.max(0, Math.min(base, end) - fromCents) * ratePpm) / 1_000_000;
  }, 0);
}

/**
 * Gives the rate of withholding on a net taxable pay, and its amount; nothing is given back on a negative one.
 * @throws {PorteError} `law.non_resident` for a day whose limits were not read, `law.not_covered` for a payroll whose grid was not checked.
 */
export function withholding(tax: BoundTax, netTaxableCents: Cents, rate: TaxRate): { ppm: Ppm; cents: Cents } {
  if (typeof rate === "number") return { ppm: rate, cents: Math.max(0, share(netTaxableCents, rate)) };
  if (rate === "non-resident") {
    const cents = Math.round(nonResidentTax(tax, netTaxableCents));
    return { ppm: cents === 0 ? 0 : Math.round((cents / netTaxableCents) * 1_000_000), cents };
  }
  if (tax.refusal !== null) throw notCovered(tax.payDate, tax.refusal.last, tax.refusal.tables);
  const taxableCents = Math.max(0, netTaxableCents - tax.abatementCents);
  const ppm = neutralPpm(tax, taxableCents);
  return { ppm, cents: share(taxableCents, ppm) };
}

/** The tax without its rounding. */
export function roughTax(tax: BoundTax, taxableCents: number, rate: TaxRate): number {
  if (typeof rate === "number") return (Math.max(0, taxableCents) * rate) / 1_000_000;
  if (rate === "non-resident") return nonResidentTax(tax, taxableCents);
  const taxed = Math.max(0, taxableCents - tax.abatementCents);
  const band = tax.neutralBands.find(({ belowCents }) => taxed < belowCents);
  return (taxed * (band?.ratePpm ?? 0)) / 1_000_000;
}

/** The taxable pays at which the tax is no straight line. */
export function taxThresholds(tax: BoundTax, rate: TaxRate): readonly number[] {
  if (typeof rate === "number") return [0];
  if (rate === "non-resident")
    return [0, ...slicesOf(tax).map(({ fromCents }) => (fromCents * 1_000_000) / TENTH_OFF_PPM)];
  return [0, ...tax.neutralBands.map(({ belowCents }) => belowCents)].map((cents) => cents + tax.abatementCents);
}
