import type { Dated } from "../../domain/dated.ts";
import type { Cents, Ppm } from "../../domain/money.ts";
import { CHECKED_UNTIL, text } from "./texts.ts";

/** A band of the neutral-rate grid: net taxable pay of the month under `belowCents` is withheld at `ratePpm`. */
export interface Band {
  readonly belowCents: Cents;
  readonly ratePpm: Ppm;
}

/** Reads a grid as the law prints it: the upper limit of each band in euros, its rate in percent; the last has no limit. */
const grid = (rows: readonly (readonly [number, number])[]): readonly Band[] =>
  rows.map(([belowEuros, percentage]) => ({
    belowCents: belowEuros * 100,
    ratePpm: Math.round(percentage * 10_000),
  }));

const NO_LIMIT = Number.POSITIVE_INFINITY;

/** The neutral rate of withholding, metropolitan France (CGI, art. 204 H). */
export const NEUTRAL_RATE: Dated<readonly Band[]> = {
  name: "neutralRate",
  unit: { items: { fields: { belowCents: "cents", ratePpm: "ppm" } } },
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2024-01-01",
      value: grid([
        [1591, 0],
        [1653, 0.5],
        [1759, 1.3],
        [1877, 2.1],
        [2006, 2.9],
        [2113, 3.5],
        [2253, 4.1],
        [2666, 5.3],
        [3052, 7.5],
        [3476, 9.9],
        [3913, 11.9],
        [4566, 13.8],
        [5475, 15.8],
        [6851, 17.9],
        [8557, 20],
        [11877, 24],
        [16086, 28],
        [25251, 33],
        [54088, 38],
        [NO_LIMIT, 43],
      ]),
      text: text("CGI, art. 204 H, III ; loi de finances n° 2023-1322 pour 2024", "2023-12-29"),
    },
    {
      from: "2025-05-01",
      value: grid([
        [1620, 0],
        [1683, 0.5],
        [1791, 1.3],
        [1911, 2.1],
        [2042, 2.9],
        [2151, 3.5],
        [2294, 4.1],
        [2714, 5.3],
        [3107, 7.5],
        [3539, 9.9],
        [3983, 11.9],
        [4648, 13.8],
        [5574, 15.8],
        [6974, 17.9],
        [8711, 20],
        [12091, 24],
        [16376, 28],
        [25706, 33],
        [55062, 38],
        [NO_LIMIT, 43],
      ]),
      text: text("CGI, art. 204 H, III ; loi de finances n° 2025-127 pour 2025", "2025-02-14"),
    },
    {
      from: "2026-01-01",
      value: grid([
        [1635, 0],
        [1698, 0.5],
        [1807, 1.3],
        [1928, 2.1],
        [2060, 2.9],
        [2170, 3.5],
        [2315, 4.1],
        [2738, 5.3],
        [3135, 7.5],
        [3571, 9.9],
        [4019, 11.9],
        [4690, 13.8],
        [5624, 15.8],
        [7037, 17.9],
        [8789, 20],
        [12200, 24],
        [16523, 28],
        [25937, 33],
        [55558, 38],
        [NO_LIMIT, 43],
      ]),
      text: text("CGI, art. 204 H, III (grille au 1er janvier 2026)", null),
    },
  ],
};

const ABATEMENT = "CGI, art. 204 H, III, 1, d ; BOI-BAREME-000037";

/** Taken off the net taxable pay of a fixed-term contract of two months at most, at the neutral rate: half a net taxable SMIC, whole euros. */
export const SHORT_CONTRACT_ABATEMENT: Dated<Cents> = {
  name: "shortContractAbatement",
  unit: "cents",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2024-01-01", value: 72_500, text: text(ABATEMENT, null) },
    { from: "2024-11-01", value: 73_900, text: text(ABATEMENT, null) },
    { from: "2026-01-01", value: 74_800, text: text(ABATEMENT, null) },
    {
      from: "2026-06-01",
      value: 76_600,
      text: text("CGI, art. 204 H, III, 1, d (moitié du SMIC net imposable)", null),
    },
  ],
};
