// slow: 20 s
import { compareYear } from "./oracle-cases.ts";

compareYear(
  2025,
  ["2025-01", "2025-04", "2025-05", "2025-09", "2025-12"],
  /** PMSS, reduced rates at 2.25 and 3.3 SMIC, 1.6 SMIC, four and eight PMSS. */
  [392_499, 392_500, 392_501, 405_404, 405_406, 594_593, 594_595, 288_288, 1_570_000, 1_570_001, 3_140_000, 3_140_001],
);
