import type { Day } from "../../domain/calendar.ts";
import type { Dated } from "../../domain/dated.ts";
import type { Cents, Ppm } from "../../domain/money.ts";
import { text } from "./texts.ts";

/** Until when what was read of guarantees was known to hold: pages of portage companies and of the AGS of 2025. */
const GUARANTEES_CHECKED: Day = "2025-12-31";

/** The least that a portage company's financial guarantee must be: a share of last year's payroll, and so many yearly ceilings. */
export interface GuaranteeFloor {
  readonly payrollPpm: Ppm;
  readonly yearlyCeilings: number;
}

/** The least financial guarantee (C. trav., art. L1254-26 and D1254-1). */
export const FINANCIAL_GUARANTEE: Dated<GuaranteeFloor> = {
  name: "financialGuarantee",
  unit: { fields: { payrollPpm: "ppm", yearlyCeilings: "count" } },
  checkedUntil: GUARANTEES_CHECKED,
  steps: [
    {
      from: "2018-01-01",
      value: { payrollPpm: 100_000, yearlyCeilings: 2 },
      text: text("C. trav., art. L1254-26 et D1254-1 ; décret n° 2015-1886", "2015-12-30"),
    },
  ],
};

/** Up to how many monthly ceilings of unemployment insurance the AGS pays, by how long before the judgment the contract was made. */
export interface WageGuarantee {
  readonly underSixMonths: number;
  readonly underTwoYears: number;
  readonly longer: number;
  /** How many social-security ceilings one of unemployment insurance is. */
  readonly socialCeilings: number;
}

/** The limits of the wage guarantee (AGS; C. trav., art. L3253-17 and D3253-5). */
export const WAGE_GUARANTEE: Dated<WageGuarantee> = {
  name: "wageGuarantee",
  unit: { fields: { underSixMonths: "count", underTwoYears: "count", longer: "count", socialCeilings: "count" } },
  checkedUntil: GUARANTEES_CHECKED,
  steps: [
    {
      from: "2008-05-01",
      value: { underSixMonths: 4, underTwoYears: 5, longer: 6, socialCeilings: 4 },
      text: text("C. trav., art. L3253-17 et D3253-5", null),
    },
  ],
};

/** What a late client owes in a half-year. */
export interface LatePayment {
  /** The European Central Bank's rate of its main refinancing operations on the first day of the half-year, and what is added to it. */
  readonly refinancingPpm: Ppm;
  readonly addedPpm: Ppm;
  /** The legal rate between professionals: nobody may agree on less than three times of it. */
  readonly legalPpm: Ppm;
  /** The fixed sum for each invoice. */
  readonly fixedCents: Cents;
}

const half = (from: Day, refinancingPpm: Ppm, legalPpm: Ppm, order: string) => ({
  from,
  value: { refinancingPpm, addedPpm: 100_000, legalPpm, fixedCents: 4_000 },
  text: text(`C. com., art. L441-10, II et D441-5 ; taux de refinancement de la BCE ; ${order}`, null),
});

/** Interest of late payment between professionals. The rates of 1 July 2026 could not be read. */
export const LATE_PAYMENT: Dated<LatePayment> = {
  name: "latePayment",
  unit: { fields: { refinancingPpm: "ppm", addedPpm: "ppm", legalPpm: "ppm", fixedCents: "cents" } },
  checkedUntil: "2026-06-30",
  steps: [
    half("2024-01-01", 45_000, 50_700, "taux légal du 1er semestre 2024"),
    half("2024-07-01", 42_500, 49_200, "taux légal du 2nd semestre 2024"),
    half("2025-01-01", 31_500, 37_100, "taux légal du 1er semestre 2025"),
    half("2025-07-01", 21_500, 27_600, "arrêté du 19 juin 2025 sur le taux légal"),
    half("2026-01-01", 21_500, 26_200, "arrêté du 15 décembre 2025 sur le taux légal"),
  ],
};
