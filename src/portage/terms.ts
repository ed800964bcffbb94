import type { Cents, Ppm } from "../domain/money.ts";
import type { Dated } from "../payroll/dated.ts";

/** The four levels of the agreement (IDCC 3219, art. 21.3, amendment 12 of 2022-12-20). */
export const LEVELS = ["first", "junior", "senior", "expert"] as const;
export type Level = (typeof LEVELS)[number];

/** Least gross pay of a full-time month, reserve included, cents: 69, 77, 83 and 94 % of the 2017 ceiling of 3 269 €. */
export const MINIMUM_PAY: Dated<Readonly<Record<Level, Cents>>> = {
  name: "minimumPay",
  checkedUntil: "2026-12-31",
  steps: [
    {
      from: "2024-07-11",
      value: { first: 225_561, junior: 251_713, senior: 271_327, expert: 307_286 },
      source: "CCN IDCC 3219, art. 21.3 ; avenant n° 12 du 20 décembre 2022, étendu par arrêté du 10 juillet 2024",
    },
  ],
};

/** Business-contribution indemnity: 5 % of the pay due (C. trav., art. L. 1254-9; IDCC 3219, art. 21). */
export const BUSINESS_CONTRIBUTION_PPM: Ppm = 50_000;

/** The rule that ties a reserve to pay: 10 % of the base pay for a CDI (IDCC 3219, art. 21). */
export const CDI_RESERVE_PPM: Ppm = 100_000;

/** What a portage company and a porté have agreed on for a month. */
export interface Terms {
  /** Management fee, share of turnover. */
  readonly feePpm: Ppm;
  /** Most fee of a month, or null where the company sets no cap. */
  readonly feeCapCents: Cents | null;
  /** Reserve, share of base pay; 0 for none. */
  readonly reservePpm: Ppm;
  readonly level: Level;
  /** Share of a full-time month that is worked, at most 1 000 000. */
  readonly workedPpm: Ppm;
}
