import { firstDay, type Month } from "../domain/calendar.ts";
import { stepOn } from "../domain/dated.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import { assertKnown } from "./legislation.ts";
import { WORK_ACCIDENT_MEAN } from "./parameters/ceilings.ts";

export type Category = "cadre" | "non-cadre";
export type Contract = "cdi" | "cdd";

/** What payroll must know of the employee and the company, beside the month and the gross pay. */
export interface Situation {
  readonly category: Category;
  readonly contract: Contract;
  /** A fixed-term contract of two months at most: the neutral rate is then taken on less (CGI, art. 204 H, III). */
  readonly isShort: boolean;
  /** Share of full time by contract, from above 0 to 1 000 000. */
  readonly workTimePpm: Ppm;
  /** Calendar days of the month under contract and not absent without pay; null for the whole month. */
  readonly presentDays: number | null;
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

const LEAST_PROVIDENT_OF_CADRE: Ppm = 15_000;

/**
 * Gives the national defaults where the company's own figures are unknown: the mean AT/MP rate of the month, the least
 * cover of the ANI for a cadre and none for others, half of a 40 € health plan.
 * @throws {PorteError} `law.not_covered`.
 */
export function defaultSituation(month: Month, category: Category = "cadre"): Situation {
  assertKnown(month);
  return {
    category,
    contract: "cdi",
    isShort: false,
    workTimePpm: 1_000_000,
    presentDays: null,
    headcount: 100,
    workAccidentPpm: stepOn(WORK_ACCIDENT_MEAN, firstDay(month)).value,
    mobilityPpm: 0,
    apprenticeSharePpm: 50_000,
    healthPlanCents: 4_000,
    healthPlanEmployerPpm: 500_000,
    providentPpm: category === "cadre" ? LEAST_PROVIDENT_OF_CADRE : 0,
    alsaceMoselle: false,
  };
}
