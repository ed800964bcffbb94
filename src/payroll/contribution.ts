import type { Day } from "../domain/calendar.ts";
import type { Ppm } from "../domain/money.ts";
import { type Dated, stepOn } from "./dated.ts";
import type { Category, Contract, Situation } from "./situation.ts";

/** Every line a payslip may carry. Codes are API: never renamed. */
export type LineCode =
  | "health"
  | "oldAgeCapped"
  | "oldAgeUncapped"
  | "family"
  | "workAccident"
  | "unemployment"
  | "ags"
  | "supplementaryPensionT1"
  | "supplementaryPensionT2"
  | "cegT1"
  | "cegT2"
  | "cet"
  | "apec"
  | "provident"
  | "healthPlan"
  | "csa"
  | "fnal"
  | "training"
  | "cpfFixedTerm"
  | "apprenticeship"
  | "apprenticeshipExtra"
  | "housing"
  | "socialDialogue"
  | "mobility"
  | "socialLevy"
  | "csgDeductible"
  | "csgCrdsNonDeductible";

/** The sections of the bulletin clarifié (arrêté du 25 février 2016), in the order of the payslip. */
export const SECTIONS = ["health", "workAccident", "retirement", "family", "unemployment", "other", "csg"] as const;
export type Section = (typeof SECTIONS)[number];

/** What a contribution is taken on, in a month. T1 stops at one PMSS, T2 lies from one to eight, T4 and T8 stop at four and eight. */
export type Base = "gross" | "t1" | "t2" | "t4" | "t8AbovePmss" | "healthPlan" | "employerCover" | "csg";

/** A rate that the company or the commune sets, not the law. */
export type OwnRate =
  | "workAccidentPpm"
  | "mobilityPpm"
  | "providentPpm"
  | "healthPlanEmployerPpm"
  | "healthPlanEmployeePpm";

export type Rate = Dated<Ppm> | OwnRate;

/** When a row applies; what is not named does not matter. Headcounts are from (included) and under (excluded). */
export interface Condition {
  readonly category?: Category;
  readonly contract?: Contract;
  readonly headcountFrom?: number;
  readonly headcountUnder?: number;
  readonly apprenticeShareFromPpm?: Ppm;
  readonly apprenticeShareUnderPpm?: Ppm;
  readonly alsaceMoselle?: boolean;
}

/** One contribution as the law writes it: a row, no code. */
export interface Contribution {
  readonly code: LineCode;
  readonly section: Section;
  readonly base: Base;
  readonly when?: Condition;
  readonly employee?: Rate;
  readonly employer?: Rate;
  readonly source: string;
}

/** The same contribution with its rates read for one day and one situation. */
export interface Bound {
  readonly code: LineCode;
  readonly section: Section;
  readonly base: Base;
  readonly employeePpm: Ppm;
  readonly employerPpm: Ppm;
  readonly source: string;
}

/** Reads the law on a day for a situation, once. @throws {PorteError} `law.not_covered` outside the days that were checked. */
export function bind(law: readonly Contribution[], day: Day, situation: Situation): Bound[] {
  return law
    .filter(({ when }) => when === undefined || holds(when, situation))
    .map(({ code, section, base, employee, employer, source }) => {
      const forEmployee = read(employee, day, situation);
      const forEmployer = read(employer, day, situation);
      const texts = new Set([source, forEmployee.source, forEmployer.source].filter((text) => text !== ""));
      return {
        code,
        section,
        base,
        employeePpm: forEmployee.value,
        employerPpm: forEmployer.value,
        source: [...texts].join(" ; "),
      };
    });
}

function holds(when: Condition, situation: Situation): boolean {
  const { headcount, apprenticeSharePpm } = situation;
  return (
    (when.category ?? situation.category) === situation.category &&
    (when.contract ?? situation.contract) === situation.contract &&
    (when.alsaceMoselle ?? situation.alsaceMoselle) === situation.alsaceMoselle &&
    headcount >= (when.headcountFrom ?? 0) &&
    headcount < (when.headcountUnder ?? Number.POSITIVE_INFINITY) &&
    apprenticeSharePpm >= (when.apprenticeShareFromPpm ?? 0) &&
    apprenticeSharePpm < (when.apprenticeShareUnderPpm ?? Number.POSITIVE_INFINITY)
  );
}

function read(rate: Rate | undefined, day: Day, situation: Situation): { value: Ppm; source: string } {
  if (rate === undefined) return { value: 0, source: "" };
  if (typeof rate !== "string") return stepOn(rate, day);
  const value = rate === "healthPlanEmployeePpm" ? 1_000_000 - situation.healthPlanEmployerPpm : situation[rate];
  return { value, source: "" };
}
