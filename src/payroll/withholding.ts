import type { Cents, Ppm } from "../domain/money.ts";
import type { BoundLaw } from "./law.ts";

/** Reads the neutral rate for a month's net taxable pay (CGI, art. 204 H, III). */
export function withholdingPpm({ neutralBands }: BoundLaw, netTaxableCents: Cents): Ppm {
  for (const { belowCents, ratePpm } of neutralBands) if (netTaxableCents < belowCents) return ratePpm;
  return 0;
}
