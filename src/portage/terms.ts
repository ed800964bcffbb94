import type { Dated } from "../domain/dated.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import { CHECKED_UNTIL, text } from "../payroll/parameters/texts.ts";

/** The four levels of the agreement (IDCC 3219, art. 21.3, amendment 12 of 2022-12-20). */
export const LEVELS = ["first", "junior", "senior", "expert"] as const;
export type Level = (typeof LEVELS)[number];

/**
 * Least gross pay of a full-time month, reserve included, cents. Since amendment 12: 69, 77, 83 and 94 % of the 2017 ceiling
 * of 3 269 €. Before: 70, 75 and 85 % of it and a reserve of 10 % on top; there was no first level, so a beginner was a junior.
 */
export const MINIMUM_PAY: Dated<Readonly<Record<Level, Cents>>> = {
  name: "minimumPay",
  unit: { fields: { first: "cents", junior: "cents", senior: "cents", expert: "cents" } },
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2017-07-01",
      value: { first: 251_713, junior: 251_713, senior: 269_693, expert: 305_652 },
      text: text("CCN IDCC 3219, art. 21.3", "2017-03-22"),
    },
    {
      from: "2024-07-11",
      value: { first: 225_561, junior: 251_713, senior: 271_327, expert: 307_286 },
      text: text("CCN IDCC 3219, art. 21.3 ; avenant n° 12, étendu par arrêté du 10 juillet 2024", "2022-12-20"),
    },
  ],
};

/** Business-contribution indemnity: 5 % of the pay due (C. trav., art. L. 1254-9; IDCC 3219, art. 21). */
export const BUSINESS_CONTRIBUTION_PPM: Ppm = 50_000;

/** End-of-contract pay of a fixed-term contract: 10 % of the gross pay before leave (C. trav., art. L. 1243-8). */
export const END_OF_CONTRACT_PPM: Ppm = 100_000;

/** Paid leave: a tenth of all the pay before it (C. trav., art. L. 3141-24). */
export const PAID_LEAVE_PPM: Ppm = 100_000;

/** The rule that ties a reserve to pay: 10 % of the base pay for a CDI (IDCC 3219, art. 21). */
export const CDI_RESERVE_PPM: Ppm = 100_000;

/** What the fee is taken on: all that the client pays, or that less the expenses in it. */
export const FEE_BASES = ["turnover", "turnover-less-expenses"] as const;
export type FeeBase = (typeof FEE_BASES)[number];

/** Whether paid leave is in each month's pay, or kept on the account with the contributions on it until it is taken. */
export const LEAVE_MODES = ["paid", "provisioned"] as const;
export type LeaveMode = (typeof LEAVE_MODES)[number];

/** What a portage company and a porté have agreed on for a month. */
export interface Terms {
  /** Management fee, share of its base. */
  readonly feePpm: Ppm;
  /** Most fee of a month, or null where the company sets no cap. */
  readonly feeCapCents: Cents | null;
  readonly feeBase: FeeBase;
  /** Reserve, share of base pay; 0 for none, and for a fixed-term contract. */
  readonly reservePpm: Ppm;
  readonly leave: LeaveMode;
  readonly level: Level;
  /** Share of a full-time month that is worked, at most 1 000 000. */
  readonly workedPpm: Ppm;
}
