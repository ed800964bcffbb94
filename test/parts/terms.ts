import type { Terms } from "../../src/portage/terms.ts";

/** Terms that many tests share. */
export const TERMS: Terms = {
  feePpm: 70_000,
  feeCapCents: null,
  feeBase: "turnover",
  charges: [],
  reservePpm: 100_000,
  reserveBase: "base-pay",
  leave: "paid",
  endOfContract: "paid",
  level: "senior",
  workedPpm: 1_000_000,
};
