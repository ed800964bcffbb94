import type { TaxZone } from "../../src/payroll/parameters/neutral-rate.ts";

/** The neutral grids as published, typed a second time: by the first day of payment, the upper limit in euros of each band. */
export const GRIDS: Readonly<Record<TaxZone, Readonly<Record<string, string>>>> = {
  metropole: {
    "2024-01-01": "1591 1653 1759 1877 2006 2113 2253 2666 3052 3476 3913 4566 5475 6851 8557 11877 16086 25251 54088",
    "2025-05-01": "1620 1683 1791 1911 2042 2151 2294 2714 3107 3539 3983 4648 5574 6974 8711 12091 16376 25706 55062",
    "2026-05-01": "1635 1698 1807 1928 2060 2170 2315 2738 3135 3571 4019 4690 5624 7037 8789 12200 16523 25937 55558",
  },
  "guadeloupe-reunion-martinique": {
    "2024-01-01": "1825 1936 2133 2329 2572 2712 2805 3086 3816 4883 5546 6424 7697 8557 9725 13374 17770 27122 59283",
    "2025-05-01": "1858 1971 2171 2371 2618 2761 2855 3142 3885 4971 5646 6540 7836 8711 9900 13615 18090 27610 60350",
    "2026-05-01": "1875 1989 2191 2392 2642 2786 2881 3170 3920 5016 5697 6599 7907 8789 9989 13738 18253 27858 60893",
  },
  "guyane-mayotte": {
    "2024-01-01": "1955 2113 2356 2656 2758 2853 2946 3273 4517 5846 6593 7650 8416 9324 10821 14558 18517 29676 62639",
    "2025-05-01": "1990 2151 2398 2704 2808 2904 2999 3332 4598 5951 6712 7788 8567 9492 11016 14820 18850 30210 63767",
    "2026-05-01": "2008 2170 2420 2728 2833 2930 3026 3362 4639 6005 6772 7858 8644 9577 11115 14953 19020 30482 64341",
  },
};

/** The twenty rates in tenths of a percent, the same in every grid. */
export const RATES: readonly number[] = "0 5 13 21 29 35 41 53 75 99 119 138 158 179 200 240 280 330 380 430"
  .split(" ")
  .map(Number);

/** The day before the first of a year's May, and so on: the last payment under a grid, by the first under the next. */
export const LAST_DAYS: Readonly<Record<string, string>> = {
  "2024-01-01": "2025-04-30",
  "2025-05-01": "2026-04-30",
  "2026-05-01": "2026-12-31",
};

/** Half a net taxable SMIC in euros by the day of payment, first and last: published until 2026-01; for June 2026 from 1 867.02 €. */
export const ABATEMENTS: Readonly<Record<string, number>> = {
  "2024-01-01": 725,
  "2024-10-31": 725,
  "2024-11-01": 739,
  "2025-12-31": 739,
  "2026-01-01": 748,
  "2026-05-31": 748,
  "2026-06-01": 766,
  "2026-12-31": 766,
};

/** Withheld of the pay of a person who lives abroad in 2024 (CGI, art. 182 A; impots.gouv.fr): after a tenth off, by slices, in cents. */
export function nonResidentByHand(taxableCents: number, zone: TaxZone): number {
  const [middle, high] = zone === "metropole" ? [120n, 200n] : [80n, 144n];
  /** Ten-thousandths of a cent, so that nine tenths of a cent at a tenth of a percent is whole. */
  const base = BigInt(taxableCents) * 9_000n;
  const limits = [140_200n * 10_000n, 406_600n * 10_000n] as const;
  const over = (limit: bigint) => (base > limit ? base - limit : 0n);
  const tax = (over(limits[0]) - over(limits[1])) * middle + over(limits[1]) * high;
  return Number((tax + 5_000_000n) / 10_000_000n);
}
