import type { Cents, Ppm } from "../domain/money.ts";

export type Category = "cadre" | "non-cadre";
export type Contract = "cdi" | "cdd";

/** What payroll must know of the employee and the company, beside the month and the gross pay. */
export interface Situation {
  readonly category: Category;
  readonly contract: Contract;
  /** Employees of the company. */
  readonly headcount: number;
  /** AT/MP rate notified to the company. */
  readonly workAccidentPpm: Ppm;
  /** Versement mobilité of the commune; 0 when unknown. */
  readonly mobilityPpm: Ppm;
  /** Apprentices' share of the headcount; counts from 250 employees on. */
  readonly apprenticeSharePpm: Ppm;
  /** Health plan of the month, both shares together, and the employer's part of it (at least 50 %). */
  readonly healthPlanCents: Cents;
  readonly healthPlanEmployerPpm: Ppm;
  /** Employer's provident cover on T1, in whole hundredths of a percent; at least 1.5 % for a cadre. */
  readonly providentPpm: Ppm;
  readonly alsaceMoselle: boolean;
}

/** The national default where the company's own figure is unknown: mean AT/MP rate of 2026, ANI minimum cover, half of a 40 € health plan. */
export const DEFAULT_SITUATION: Situation = {
  category: "cadre",
  contract: "cdi",
  headcount: 100,
  workAccidentPpm: 20_800,
  mobilityPpm: 0,
  apprenticeSharePpm: 50_000,
  healthPlanCents: 4_000,
  healthPlanEmployerPpm: 500_000,
  providentPpm: 15_000,
  alsaceMoselle: false,
};
