// slow: 16 s
import { compareYear } from "./oracle-cases.ts";

compareYear(
  2026,
  ["2026-01", "2026-03", "2026-05", "2026-06", "2026-12"],
  /** PMSS, three SMIC before and after June, four and eight PMSS. */
  [400_499, 400_500, 400_501, 546_910, 560_105, 1_602_000, 1_602_001, 3_204_000, 3_204_001],
);
