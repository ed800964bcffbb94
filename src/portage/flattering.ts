import type { Cents, Ppm } from "../domain/money.ts";
import type { Situation } from "../payroll/situation.ts";
import { lawOf, orNull, type Question, type Simulation, settle } from "./simulate.ts";

/** A default that may flatter, another value that companies have, and what that one does to the net before tax. */
export interface Flattering {
  readonly name: "mobilityRate" | "workAccidentRate" | "providentRate";
  readonly ppm: Ppm;
  readonly netBeforeTaxCents: Cents;
}

interface Other {
  readonly name: Flattering["name"];
  readonly ppm: Ppm;
  readonly matters: (situation: Situation) => boolean;
  readonly change: Partial<Situation>;
}

/** From this headcount on a company pays the versement mobilité (CGCT, art. L. 2333-64). */
const MIN_FOR_MOBILITY = 11;

/**
 * Paris and its inner suburbs; temporary agencies' staff (code 74.5BD, 2024), the highest of the neighbouring risks; the branch's own cover,
 * half each (agreement of 2020-11-12, annex 3, rates of 2021).
 */
const OTHERS: readonly Other[] = [
  {
    name: "mobilityRate",
    ppm: 32_000,
    matters: ({ headcount }) => headcount >= MIN_FOR_MOBILITY,
    change: { mobilityPpm: 32_000 },
  },
  { name: "workAccidentRate", ppm: 30_000, matters: () => true, change: { workAccidentPpm: 30_000 } },
  {
    name: "providentRate",
    ppm: 12_400,
    matters: ({ branch, category }) => branch === "3219" && category === "non-cadre",
    change: { providentPpm: 6_200, providentEmployeePpm: 6_200, providentT2Ppm: 9_500, providentT2EmployeePpm: 9_400 },
  },
];

/**
 * Works out what each default that may flatter is worth before tax, for the same turnover: the month is computed whole with the other value.
 * Before tax, because a band of the neutral rate may hide it. A gross pay that is given bears none of it.
 */
export function flattering(
  question: Question,
  { payslip, waterfall }: Pick<Simulation, "payslip" | "waterfall">,
  isDefault: (name: Flattering["name"]) => boolean,
): Flattering[] {
  if (waterfall === null) return [];
  const start = { kind: "turnover", turnoverCents: waterfall.turnoverCents } as const;
  return OTHERS.filter(({ name, matters }) => isDefault(name) && matters(question.situation)).flatMap(
    ({ name, ppm, change }) => {
      const net = netOf({ ...question, start, situation: { ...question.situation, ...change } });
      return net === null ? [] : [{ name, ppm, netBeforeTaxCents: net - payslip.netBeforeTaxCents }];
    },
  );
}

function netOf(question: Question): Cents | null {
  return orNull(["portage.nothing_left"], () => settle(question, lawOf(question)).payslip.netBeforeTaxCents);
}
