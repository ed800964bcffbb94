import type { Day } from "../../domain/calendar.ts";
import type { Dated, LegalText, Step } from "../../domain/dated.ts";
import type { Cents, Ppm } from "../../domain/money.ts";
import { CHECKED_UNTIL, text } from "./texts.ts";

/** A band of the neutral-rate grid: net taxable pay of the month under `belowCents` is withheld at `ratePpm`. */
export interface Band {
  readonly belowCents: Cents;
  readonly ratePpm: Ppm;
}

/** Where an employee is domiciled for tax; the overseas departments have grids of their own. */
export const TAX_ZONES = ["metropole", "guadeloupe-reunion-martinique", "guyane-mayotte"] as const;
export type TaxZone = (typeof TAX_ZONES)[number];

const NO_LIMIT = Number.POSITIVE_INFINITY;

/** The twenty rates in percent, the same in every grid. */
const RATES = [0, 0.5, 1.3, 2.1, 2.9, 3.5, 4.1, 5.3, 7.5, 9.9, 11.9, 13.8, 15.8, 17.9, 20, 24, 28, 33, 38, 43];

/** Reads a grid as the law prints it: the upper limit of each band in euros a month; the last band has none. */
const grid = (from: Day, law: LegalText, limits: readonly number[]): Step<readonly Band[]> => ({
  from,
  value: RATES.map((rate, index) => ({
    belowCents: (limits[index] ?? NO_LIMIT) * 100,
    ratePpm: Math.round(rate * 10_000),
  })),
  text: law,
});

/** Where a version of the scales is read, by the day it bears. */
const scales = (version: string): string =>
  `https://bofip.impots.gouv.fr/bofip/11255-PGP.html/identifiant=BOI-BAREME-000037-${version}`;

const OF_2024 = text(
  "CGI, art. 204 H, III ; BOI-BAREME-000037-20240228 ; loi de finances n° 2023-1322 pour 2024",
  "2023-12-29",
  "2023-12-30",
  scales("20240228"),
);
const OF_2025 = text(
  "CGI, art. 204 H, III ; BOI-BAREME-000037-20250410 ; loi de finances n° 2025-127 pour 2025",
  "2025-02-14",
  "2025-02-15",
  scales("20250410"),
);
const OF_2026 = text(
  "CGI, art. 204 H, III ; BOI-BAREME-000037-20260407 ; art. 4 de la loi de finances n° 2026-103 pour 2026",
  "2026-02-19",
  "2026-02-20",
  scales("20260407"),
);

const gridOf = (zone: TaxZone, steps: readonly Step<readonly Band[]>[]): Dated<readonly Band[]> => ({
  name: `neutralRate.${zone}`,
  unit: { items: { fields: { belowCents: "cents", ratePpm: "ppm" } } },
  checkedUntil: CHECKED_UNTIL,
  steps,
});

/** The neutral rate of withholding (CGI, art. 204 H, III), by the day on which the pay is received. Limits are exclusive. */
export const NEUTRAL_RATE: Readonly<Record<TaxZone, Dated<readonly Band[]>>> = {
  metropole: gridOf("metropole", [
    grid(
      "2024-01-01",
      OF_2024,
      [
        1591, 1653, 1759, 1877, 2006, 2113, 2253, 2666, 3052, 3476, 3913, 4566, 5475, 6851, 8557, 11877, 16086, 25251,
        54088,
      ],
    ),
    grid(
      "2025-05-01",
      OF_2025,
      [
        1620, 1683, 1791, 1911, 2042, 2151, 2294, 2714, 3107, 3539, 3983, 4648, 5574, 6974, 8711, 12091, 16376, 25706,
        55062,
      ],
    ),
    grid(
      "2026-05-01",
      OF_2026,
      [
        1635, 1698, 1807, 1928, 2060, 2170, 2315, 2738, 3135, 3571, 4019, 4690, 5624, 7037, 8789, 12200, 16523, 25937,
        55558,
      ],
    ),
  ]),
  "guadeloupe-reunion-martinique": gridOf("guadeloupe-reunion-martinique", [
    /** The thirteenth limit by arithmetic: one published copy has 7679, which neither 7344 x 1.048 nor 7836 / 1.018 gives. */
    grid(
      "2024-01-01",
      OF_2024,
      [
        1825, 1936, 2133, 2329, 2572, 2712, 2805, 3086, 3816, 4883, 5546, 6424, 7697, 8557, 9725, 13374, 17770, 27122,
        59283,
      ],
    ),
    grid(
      "2025-05-01",
      OF_2025,
      [
        1858, 1971, 2171, 2371, 2618, 2761, 2855, 3142, 3885, 4971, 5646, 6540, 7836, 8711, 9900, 13615, 18090, 27610,
        60350,
      ],
    ),
    grid(
      "2026-05-01",
      OF_2026,
      [
        1875, 1989, 2191, 2392, 2642, 2786, 2881, 3170, 3920, 5016, 5697, 6599, 7907, 8789, 9989, 13738, 18253, 27858,
        60893,
      ],
    ),
  ]),
  "guyane-mayotte": gridOf("guyane-mayotte", [
    grid(
      "2024-01-01",
      OF_2024,
      [
        1955, 2113, 2356, 2656, 2758, 2853, 2946, 3273, 4517, 5846, 6593, 7650, 8416, 9324, 10821, 14558, 18517, 29676,
        62639,
      ],
    ),
    /** The third limit by arithmetic, 2356 x 1.018: one published copy has 2393. */
    grid(
      "2025-05-01",
      OF_2025,
      [
        1990, 2151, 2398, 2704, 2808, 2904, 2999, 3332, 4598, 5951, 6712, 7788, 8567, 9492, 11016, 14820, 18850, 30210,
        63767,
      ],
    ),
    grid(
      "2026-05-01",
      OF_2026,
      [
        2008, 2170, 2420, 2728, 2833, 2930, 3026, 3362, 4639, 6005, 6772, 7858, 8644, 9577, 11115, 14953, 19020, 30482,
        64341,
      ],
    ),
  ]),
};

const abatement = (version: string): LegalText =>
  text(
    `CGI, art. 204 H, III, 1, d ; BOI-BAREME-000037-${version} (moitié du SMIC mensuel net imposable)`,
    null,
    null,
    scales(version),
  );

/** Taken off the net taxable pay of a fixed-term contract of two months at most, at the neutral rate: half a net taxable SMIC, whole euros. */
export const SHORT_CONTRACT_ABATEMENT: Dated<Cents> = {
  name: "shortContractAbatement",
  unit: "cents",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2024-01-01", value: 72_500, text: abatement("20240228") },
    { from: "2024-11-01", value: 73_900, text: abatement("20250410") },
    { from: "2026-01-01", value: 74_800, text: abatement("20260407") },
    { from: "2026-06-01", value: 76_600, text: abatement("20260706") },
  ],
};

/** What is withheld of the pay of a person who lives abroad (CGI, art. 182 A): by slices of a month's taxable pay after a tenth off. */
export interface NonResidentScale {
  readonly nothingBelowCents: Cents;
  readonly middleBelowCents: Cents;
  readonly middlePpm: Ppm;
  readonly highPpm: Ppm;
  readonly overseasMiddlePpm: Ppm;
  readonly overseasHighPpm: Ppm;
}

/** Known for pay received in 2024 alone: no text of the limits of 2025 and 2026 was read, and such a pay is refused. */
export const NON_RESIDENT: Dated<NonResidentScale> = {
  name: "nonResident",
  unit: {
    fields: {
      nothingBelowCents: "cents",
      middleBelowCents: "cents",
      middlePpm: "ppm",
      highPpm: "ppm",
      overseasMiddlePpm: "ppm",
      overseasHighPpm: "ppm",
    },
  },
  checkedUntil: "2024-12-31",
  steps: [
    {
      from: "2024-01-01",
      value: {
        nothingBelowCents: 140_200,
        middleBelowCents: 406_600,
        middlePpm: 120_000,
        highPpm: 200_000,
        overseasMiddlePpm: 80_000,
        overseasHighPpm: 144_000,
      },
      text: text(
        "CGI, art. 182 A, III et IV (limites de 2024)",
        null,
        null,
        "https://www.impots.gouv.fr/international-particulier/questions/comment-declarer-la-retenue-la-source-prelevee-par-mon-employeur",
      ),
    },
  ],
};
