import fc from "fast-check";
import type { Situation } from "../../src/payroll/situation.ts";
import type { Terms } from "../../src/portage/terms.ts";

/** Any situation that a company and an employee can be in. */
export const situations: fc.Arbitrary<Situation> = fc.record({
  category: fc.constantFrom("cadre", "non-cadre"),
  contract: fc.constantFrom("cdi", "cdd"),
  isShort: fc.boolean(),
  workTimePpm: fc.constantFrom(1_000_000, 800_000, 500_000),
  presentDays: fc.constantFrom(null, null, 10, 28),
  headcount: fc.integer({ min: 1, max: 2000 }),
  workAccidentPpm: fc.integer({ min: 0, max: 100_000 }),
  mobilityPpm: fc.integer({ min: 0, max: 32_000 }),
  apprenticeSharePpm: fc.integer({ min: 0, max: 100_000 }),
  healthPlanCents: fc.integer({ min: 0, max: 20_000 }),
  healthPlanEmployerPpm: fc.integer({ min: 500_000, max: 1_000_000 }),
  providentPpm: fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths * 100),
  alsaceMoselle: fc.boolean(),
});

/** Any terms that a company and a porté can agree on. */
export const terms: fc.Arbitrary<Terms> = fc.record({
  feePpm: fc.integer({ min: 0, max: 150_000 }),
  feeCapCents: fc.option(fc.integer({ min: 0, max: 100_000 })),
  feeBase: fc.constantFrom("turnover", "turnover-less-expenses"),
  reservePpm: fc.integer({ min: 0, max: 200_000 }),
  leave: fc.constantFrom("paid", "provisioned"),
  level: fc.constantFrom("first", "junior", "senior", "expert"),
  workedPpm: fc.integer({ min: 0, max: 1_000_000 }),
});

/** A month of each law that differs. */
export const months: fc.Arbitrary<string> = fc.constantFrom(
  "2024-03",
  "2024-12",
  "2025-03",
  "2025-09",
  "2026-02",
  "2026-11",
);
