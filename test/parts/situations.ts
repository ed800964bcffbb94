import fc from "fast-check";
import { TAX_ZONES } from "../../src/payroll/parameters/neutral-rate.ts";
import type { CompanyLine, Situation } from "../../src/payroll/situation.ts";
import { type Charge, RESERVE_BASES, type Terms } from "../../src/portage/terms.ts";

const cover = fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths * 100);

/** Lines that a company may declare: at rates of each base, or of fixed amounts. */
const companyLines: fc.Arbitrary<readonly CompanyLine[]> = fc.array(
  fc.oneof(
    fc.record({
      label: fc.constant("Action sociale"),
      text: fc.constant("accord d'entreprise"),
      base: fc.constantFrom("gross", "t1", "t2"),
      employerPpm: fc.integer({ min: 0, max: 20_000 }),
      employeePpm: fc.integer({ min: 0, max: 20_000 }),
    }),
    fc.record({
      label: fc.constant("Médecine du travail"),
      text: fc.constant("contrat du service de santé"),
      base: fc.constant("amount"),
      employerCents: fc.integer({ min: 0, max: 2_000 }),
      employeeCents: fc.integer({ min: 0, max: 2_000 }),
    }),
  ),
  { maxLength: 3 },
);

/** Any situation that a company and an employee can be in. */
export const situations: fc.Arbitrary<Situation> = fc.record({
  category: fc.constantFrom("cadre", "non-cadre"),
  contract: fc.constantFrom("cdi", "cdd"),
  contractStart: fc.constantFrom(null, "2024-01-01"),
  isShort: fc.boolean(),
  branch: fc.constantFrom("3219", "3219", "none"),
  workTimePpm: fc.constantFrom(1_000_000, 800_000, 500_000),
  forfaitDays: fc.constantFrom(null, null, 180),
  presentDays: fc.constantFrom(null, null, 10, 28),
  paidPpm: fc.constantFrom(null, null, 400_000),
  fullPayCents: fc.constantFrom(null, null, 350_000),
  payDate: fc.constant(null),
  taxZone: fc.constantFrom(...TAX_ZONES),
  headcount: fc.integer({ min: 1, max: 2000 }),
  workAccidentPpm: fc.integer({ min: 0, max: 100_000 }),
  mobilityPpm: fc.integer({ min: 0, max: 32_000 }),
  apprenticeSharePpm: fc.integer({ min: 0, max: 100_000 }),
  healthPlanCents: fc.integer({ min: 0, max: 20_000 }),
  healthPlanEmployerPpm: fc.integer({ min: 500_000, max: 1_000_000 }),
  providentPpm: cover,
  providentEmployeePpm: cover,
  providentT2Ppm: cover,
  providentT2EmployeePpm: cover,
  alsaceMoselle: fc.boolean(),
  companyLines,
});

/** Any terms that a company and a porté can agree on. */
export const terms: fc.Arbitrary<Terms> = fc.record({
  feePpm: fc.integer({ min: 0, max: 150_000 }),
  feeCapCents: fc.option(fc.integer({ min: 0, max: 100_000 })),
  feeBase: fc.constantFrom("turnover", "turnover-less-expenses"),
  charges: fc.array(
    fc.oneof<fc.Arbitrary<Charge>[]>(
      fc.record({ name: fc.constant("médecine du travail"), ratePpm: fc.integer({ min: 0, max: 5_000 }) }),
      fc.record({ name: fc.constant("RC pro"), amountCents: fc.integer({ min: 0, max: 2_000 }) }),
    ),
    { maxLength: 2 },
  ),
  reservePpm: fc.integer({ min: 0, max: 200_000 }),
  reserveBase: fc.oneof(fc.constantFrom(...RESERVE_BASES), fc.integer({ min: 0, max: 300_000 })),
  leave: fc.constantFrom("paid", "provisioned"),
  endOfContract: fc.constantFrom("kept", "paid"),
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
