import { type Cents, type Ppm, share } from "../domain/money.ts";
import type { BoundLaw } from "./law.ts";

/** A personal rate in ppm, or the neutral rate of the grid. */
export type TaxRate = Ppm | "neutral";

/** Reads the neutral rate for a taxable pay of the month (CGI, art. 204 H, III). */
function neutralPpm({ neutralBands }: BoundLaw, taxableCents: Cents): Ppm {
  for (const { belowCents, ratePpm } of neutralBands) if (taxableCents < belowCents) return ratePpm;
  return 0;
}

/** Gives the rate of withholding on a net taxable pay, and its amount; nothing is given back on a negative one. */
export function withholding(law: BoundLaw, netTaxableCents: Cents, rate: TaxRate): { ppm: Ppm; cents: Cents } {
  if (rate !== "neutral") return { ppm: rate, cents: Math.max(0, share(netTaxableCents, rate)) };
  const taxableCents = Math.max(0, netTaxableCents - law.abatementCents);
  const ppm = neutralPpm(law, taxableCents);
  return { ppm, cents: share(taxableCents, ppm) };
}
