import type { Day } from "../domain/calendar.ts";
import { citation, type Dated, type LegalText, stepOn } from "../domain/dated.ts";
import type { CompanyLineCode, LineCode, Origin } from "../domain/line-code.ts";
import type { Ppm } from "../domain/money.ts";
import type { Base } from "./bases.ts";
import type { Branch, Category, CompanyLine, Contract, Situation } from "./situation.ts";

/** The sections of the bulletin clarifié (arrêté du 25 février 2016), in the order of the payslip. */
export const SECTIONS = [
  "health",
  "workAccident",
  "retirement",
  "family",
  "unemployment",
  "other",
  "company",
  "csg",
] as const;
export type Section = (typeof SECTIONS)[number];

/** A rate that the company or the commune sets, not the law. */
export type OwnRate =
  | "workAccidentPpm"
  | "mobilityPpm"
  | "providentPpm"
  | "providentEmployeePpm"
  | "providentT2Ppm"
  | "providentT2EmployeePpm"
  | "healthPlanEmployerPpm"
  | "healthPlanEmployeePpm";

export type Rate = Dated<Ppm> | OwnRate;

/** When a row applies; what is not named does not matter. Headcounts are from (included) and under (excluded). */
export interface Condition {
  readonly branch?: Branch;
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
  /** The law, unless the branch's agreement makes it due. */
  readonly origin?: Origin;
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
  readonly code: LineCode | CompanyLineCode;
  /** The company's own name for its line; null for those that have a code of the law or the branch. */
  readonly label: string | null;
  readonly origin: Origin;
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
    .map(({ code, section, origin = "law", base, employee, employer, complement, text }) => {
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
        label: null,
        origin,
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

/** Parts per million of one cent: a fixed amount is its cents at this rate on a base of one cent. */
const CENT_PPM = 1_000_000;

/** Reads the lines that the company declares, in the order of its profile. */
export function bindCompany(lines: readonly CompanyLine[]): Bound[] {
  return lines.map((line, index) => {
    const isAmount = line.base === "amount";
    const base: Base = isAmount ? "cent" : line.base;
    return {
      code: `company-${index + 1}` as const,
      label: line.label,
      origin: "company",
      section: "company",
      base,
      employeePpm: isAmount ? line.employeeCents * CENT_PPM : line.employeePpm,
      employerPpm: isAmount ? line.employerCents * CENT_PPM : line.employerPpm,
      complementBase: base,
      complementPpm: 0,
      source: line.text,
    };
  });
}

function holds(when: Condition, situation: Situation): boolean {
  const { headcount, apprenticeSharePpm } = situation;
  return (
    (when.branch ?? situation.branch) === situation.branch &&
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
