/** Where Urssaf's published rules and the law part: what each gives for one case, and the text that decides. */
export interface Divergence {
  readonly what: string;
  readonly example: string;
  /** What the oracle gives and what `porte` gives, in the unit of the example. */
  readonly theirs: number;
  readonly ours: number;
  readonly unit: "cents" | "euros of a limit";
  readonly why: string;
}

/** The oracle, and the one place where each divergence is told: tests assert both figures, and the docs print them. */
export const DIVERGENCES = {
  providentIsTaxed: {
    what: "the employer's provident cover of a cadre in net taxable pay",
    example: "net taxable pay, November 2026, 5 000 €, 100 employees",
    theirs: 415_872,
    ours: 409_863,
    unit: "cents",
    why: "CGI, art. 83, 1° quater taxes what the employer pays for health, not for incapacity and death",
  },
  smicOfJune: {
    what: "the SMIC of the general reduction from June to December 2026",
    example: "reduction, November 2026, 2 500 €, 60 employees",
    theirs: 46_400,
    ours: 43_375,
    unit: "cents",
    why: "décret n° 2026-509 of 12 June 2026: D. 241-7 counts in the SMIC of 1 January 2026, 12.02 €, not 12.31 €",
  },
  endOfReduction: {
    what: "the pay from which no reduction is due, from June to December 2026",
    example: "reduction, November 2026, 5 500 €, 60 employees",
    theirs: 11_055,
    ours: 0,
    unit: "cents",
    why: "three times the SMIC of 1 January 2026 is 5 469.10 €",
  },
  gridOfMay: {
    what: "the first day of the neutral grid of 2026",
    example: "withheld of 5 599.00 € taxable, paid on 28 February 2026",
    theirs: 88_464,
    ours: 100_222,
    unit: "cents",
    why: "loi n° 2026-103 of 19 February 2026: its grid holds for pay received from 1 May; BOI-BAREME-000037-20260407",
  },
  limitOfGuyane2025: {
    what: "the third limit of the grid of Guyane and Mayotte from May 2025",
    example: "upper limit of the band of 1.3 %",
    theirs: 2_393,
    ours: 2_398,
    unit: "euros of a limit",
    why: "2 356 × 1.018 = 2 398.4, and 2 398 × 1.009 gives the 2 420 of 2026",
  },
  limitOfGuadeloupe2024: {
    what: "the thirteenth limit of the grid of Guadeloupe, Réunion and Martinique in 2024",
    example: "upper limit of the band of 15.8 %",
    theirs: 7_679,
    ours: 7_697,
    unit: "euros of a limit",
    why: "7 344 × 1.048 = 7 696.5, and only 7 697 × 1.018 gives the 7 836 of 2025: two digits changed places",
  },
  apprenticesAt2000: {
    what: "the extra apprenticeship contribution of a company of exactly 2 000",
    example: "November 2026, 5 000 €, no apprentice",
    theirs: 3_000,
    ours: 2_000,
    unit: "cents",
    why: "C. trav., art. L. 6242-1, IV: 0.6 % where the headcount exceeds 2 000",
  },
  partTimeProvident: {
    what: "the ceiling of a part-time cadre's provident cover",
    example: "employer's cover, November 2026, 5 000 € at four fifths, 1.5 %",
    theirs: 6_008,
    ours: 4_806,
    unit: "cents",
    why: "ANI of 17 November 2017, art. 1: the ceiling of social security, which part time prorates (CSS, art. L. 242-8)",
  },
} as const satisfies Readonly<Record<string, Divergence>>;

export type DivergenceName = keyof typeof DIVERGENCES;
