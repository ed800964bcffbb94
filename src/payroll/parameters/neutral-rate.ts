import type { Cents, Ppm } from "../../domain/money.ts";
import type { Dated } from "../dated.ts";
import { CHECKED_UNTIL } from "./year.ts";

/** A band of the neutral-rate grid: net taxable pay of the month under `belowCents` is withheld at `ratePpm`. */
export interface Band {
  readonly belowCents: Cents;
  readonly ratePpm: Ppm;
}

const band = (belowEuros: number, percentage: number): Band => ({
  belowCents: belowEuros * 100,
  ratePpm: Math.round(percentage * 10_000),
});

/** The neutral rate of withholding, metropolitan France (CGI, art. 204 H). */
export const NEUTRAL_RATE: Dated<readonly Band[]> = {
  name: "neutralRate",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2026-01-01",
      value: [
        band(1635, 0),
        band(1698, 0.5),
        band(1807, 1.3),
        band(1928, 2.1),
        band(2060, 2.9),
        band(2170, 3.5),
        band(2315, 4.1),
        band(2738, 5.3),
        band(3135, 7.5),
        band(3571, 9.9),
        band(4019, 11.9),
        band(4690, 13.8),
        band(5624, 15.8),
        band(7037, 17.9),
        band(8789, 20),
        band(12200, 24),
        band(16523, 28),
        band(25937, 33),
        band(55558, 38),
        band(Number.POSITIVE_INFINITY, 43),
      ],
      source: "CGI, art. 204 H, III (grille au 1er janvier 2026)",
    },
  ],
};
