import type { Day } from "../domain/calendar.ts";
import { citation, type Dated, type LegalText, stepOn } from "../domain/dated.ts";
import type { Ppm } from "../domain/money.ts";
import type { Base } from "./bases.ts";
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
  /** What the employer adds to the rate on a second base: the end of a reduced rate. */
  readonly complement?: { readonly base: Base; readonly employer: Dated<Ppm> };
  /** The text of the contribution itself, where its rates do not name one. */
  readonly text?: LegalText;
}

/** The same contribution with its rates read for one day and one situation. */
export interface Bound {
  readonly code: LineCode;
  readonly section: Section;
  readonly base: Base;
  readonly employeePpm: Ppm;
  readonly employerPpm: Ppm;
  readonly complementBase: Base;
  /** 0 where there is no complement. */
  readonly complementPpm: Ppm;
  /** The texts of law, each with its day and since when its rate holds. */
  readonly source: string;
}

/** Reads the law on a day for a situation, once. */
export function bind(law: readonly Contribution[], day: Day, situation: Situation): Bound[] {
  return law
    .filter(({ when }) => when === undefined || holds(when, situation))
    .map(({ code, section, base, employee, employer, complement, text }) => {
      const forEmployee = read(employee, day, situation);
      const forEmployer = read(employer, day, situation);
      const added = read(complement?.employer, day, situation);
      const sources = [
        ...(text === undefined ? [] : [citation(text)]),
        ...forEmployer.sources,
        ...forEmployee.sources,
        ...(added.value === 0 ? [] : added.sources),
      ];
      return {
        code,
        section,
        base,
        employeePpm: forEmployee.value,
        employerPpm: forEmployer.value,
        complementBase: complement?.base ?? base,
        complementPpm: added.value,
        source: [...new Set(sources)].join(" ; "),
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

function read(rate: Rate | undefined, day: Day, situation: Situation): { value: Ppm; sources: readonly string[] } {
  if (rate === undefined) return { value: 0, sources: [] };
  if (typeof rate !== "string") {
    const { value, text, from } = stepOn(rate, day);
    return { value, sources: [citation(text, from)] };
  }
  const value = rate === "healthPlanEmployeePpm" ? 1_000_000 - situation.healthPlanEmployerPpm : situation[rate];
  return { value, sources: [] };
}
