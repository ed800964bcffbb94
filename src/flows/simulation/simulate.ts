import type { Month } from "../../domain/calendar.ts";
import type { Ppm } from "../../domain/money.ts";
import { netCurve } from "../../portage/curve.ts";
import { flattering } from "../../portage/flattering.ts";
import type { InputValues } from "../../portage/inputs.ts";
import { type Daily, margins } from "../../portage/margins.ts";
import { drifts, type Figures, figuresOfSimulation, promisedFee } from "../../portage/promise.ts";
import { simulateRun } from "../../portage/run.ts";
import { simulate, type Warning } from "../../portage/simulate.ts";
import type { Comparison, MonthExtras, Origin, SimulatedMonth, SimulationResult } from "../../portage/simulated.ts";
import { type LeftOut, lawInUse } from "../law-in-use.ts";
import type { Machine, Session } from "../session.ts";
import { buildRequest, loadDefaults, planRun, type SimulationDefaults } from "./defaults.ts";
import { keepSimulation, paidFigures, storedSimulation, storedSimulations } from "./kept.ts";
import type { PlannedComparison, PlannedExtras, SimulationBasis, SimulationPlan } from "./plan.ts";
import { saveText } from "./report.ts";

/** What is found on the way and is to be said at once. */
export type SimulationRemark =
  | { readonly kind: "left-out"; readonly files: readonly LeftOut[] }
  | { readonly kind: "company-unreachable" }
  /** The fee that the promise says is the one that is computed with. */
  | { readonly kind: "promised-fee"; readonly feePpm: Ppm }
  | { readonly kind: "warning"; readonly warning: Warning };

/** What a simulation takes of the program that runs it. */
export interface SimulationServices {
  readonly machine: Machine;
  readonly version: string;
  openSession(): Promise<Session>;
  /** Waits for the company. */
  wait<Value>(work: Promise<Value>): Promise<Value>;
  remark(remark: SimulationRemark): void;
  /** How many points a curve has room for. */
  points(): number;
  /** The whole answer, as it is kept for later. */
  evidence(month: SimulatedMonth): object;
  /** The page of a month. */
  report(month: SimulatedMonth): Promise<string>;
}

/** A plan that is answered at once; a batch is answered line by line. */
export type AnsweredPlan = Exclude<SimulationPlan, { kind: "batch" }>;

/**
 * Does what was planned, and says what it came to.
 * @throws {PorteError} what `questionFrom` and `simulate` throw, `simulation.*`, `file.*`, `law.file`, `company.refused`.
 */
export async function runSimulation(services: SimulationServices, plan: AnsweredPlan): Promise<SimulationResult> {
  switch (plan.kind) {
    case "list":
      return { kind: "list", kept: await storedSimulations(services.machine) };
    case "promise": {
      const { name, month, promised } = plan;
      return {
        kind: "promise",
        name,
        file: await keep(services, { name, kind: "promise", month, ...promised }),
        figures: promised.figures,
      };
    }
    case "compare":
      return { kind: "compared", comparison: await compare(services, plan.comparison, null) };
    case "run": {
      const defaults = await findGround(services, plan.basis);
      const months = simulateRun(planRun(plan.asked, defaults, plan.run, services.machine.today()));
      warn(services, months.find(({ answer }) => answer !== null)?.answer?.warnings ?? []);
      return { kind: "run", months };
    }
    case "month": {
      const asked = await withPromisedFee(services, plan);
      const month = simulatedMonth(asked, await findGround(services, plan.basis), services.machine.today());
      warn(services, month.answer.warnings);
      if (plan.comparison !== null)
        return { kind: "compared", comparison: await compare(services, plan.comparison, month) };
      return { kind: "month", month, extras: await makeExtras(services, plan.extras, month) };
    }
  }
}

/** What is asked of a month that a promise is held against: the promise's own fee, where it says one and nothing else is typed. */
async function withPromisedFee(
  services: SimulationServices,
  { asked, comparison }: Extract<SimulationPlan, { kind: "month" }>,
): Promise<InputValues> {
  if (comparison === null || asked.fee !== undefined) return asked;
  const { figures } = await storedSimulation(services.machine, comparison.name);
  const fee = promisedFee(figures);
  if (fee === null) return asked;
  services.remark({ kind: "promised-fee", feePpm: fee });
  return { ...asked, fee };
}

/** Finds the law to read and what stands in for what is not typed, and says what of it is not there. */
export async function findGround(
  services: SimulationServices,
  { isNational, law }: SimulationBasis,
): Promise<SimulationDefaults> {
  const { reading, leftOut } = await lawInUse(services.machine, law);
  services.remark({ kind: "left-out", files: leftOut });
  const defaults = await loadDefaults(services.machine, () => services.openSession(), { isNational, reading });
  if (defaults.isUnreachable) services.remark({ kind: "company-unreachable" });
  return defaults;
}

function warn(services: SimulationServices, warnings: readonly Warning[]): void {
  for (const warning of warnings) services.remark({ kind: "warning", warning });
}

/** Computes one month, and says where each of its values came from. */
function simulatedMonth(asked: InputValues, defaults: SimulationDefaults, today: string): SimulatedMonth {
  const { question, daily } = buildRequest(asked, defaults, today);
  const answer = simulate(question);
  const originOf = originsOf(asked, defaults);
  const isDefault = (name: string) => originOf(name) === "default";
  const { company } = defaults;
  return { question, daily, answer, company, originOf, flattering: flattering(question, answer, isDefault) };
}

/** Says of each value where it came from. */
function originsOf(asked: InputValues, { known }: Pick<SimulationDefaults, "known">): (name: string) => Origin {
  const says = (record: object, name: string) => (record as Readonly<Record<string, unknown>>)[name] !== undefined;
  return (name) => (says(asked, name) ? "option" : says(known, name) ? "company" : "default");
}

/** Makes what was asked beside the answer, in this order: margins, curve, report, evidence. */
async function makeExtras(
  services: SimulationServices,
  { margins: hasMargins, axis, report, save }: PlannedExtras,
  month: SimulatedMonth,
): Promise<MonthExtras> {
  const { question, answer } = month;
  const daily = dailyOf(month);
  return {
    margins: hasMargins ? margins(question, answer, daily) : null,
    plot: axis === null || daily === null ? null : { axis, points: netCurve(question, daily, axis, services.points()) },
    report: report === null ? null : await saveText(report, await services.report(month)),
    saved: save === null ? null : { name: save, file: await keepMonth(services, save, month) },
  };
}

/** The days and the rate of a month: typed, or found for a wish over days. */
function dailyOf({ question: { start }, answer: { dailyRateCents }, daily }: SimulatedMonth): Daily | null {
  const days = start.kind === "wish" ? start.days : null;
  if (dailyRateCents === null) return daily;
  return days === null ? daily : { rateCents: dailyRateCents, days };
}

function keepMonth(services: SimulationServices, name: string, month: SimulatedMonth): Promise<string> {
  const figures = figuresOfSimulation(month.answer);
  const answer = services.evidence(month);
  return keep(services, { name, kind: "simulation", month: month.question.month, ...figures, answer });
}

function keep(
  { machine, version }: SimulationServices,
  kept: Figures & {
    readonly name: string;
    readonly kind: "simulation" | "promise";
    readonly month: Month | null;
    readonly answer?: object;
  },
): Promise<string> {
  return keepSimulation(machine, { answer: null, ...kept, porte: version });
}

/** Holds a kept simulation against another, a real payslip, or the month that was just computed. */
async function compare(
  services: SimulationServices,
  { name, actual }: PlannedComparison,
  computed: SimulatedMonth | null,
): Promise<Comparison> {
  const promised = await storedSimulation(services.machine, name);
  const { kind, savedAt } = promised;
  const other = await figuresToCompare(services, actual, computed);
  return {
    promised: { name: promised.name, kind, savedAt },
    actual: other.actual,
    drifts: drifts(promised, other.figures),
  };
}

async function figuresToCompare(
  services: SimulationServices,
  actual: PlannedComparison["actual"],
  computed: SimulatedMonth | null,
): Promise<{ actual: Comparison["actual"]; figures: Figures }> {
  if (actual?.kind === "kept") return { actual, figures: await storedSimulation(services.machine, actual.name) };
  if (actual !== null)
    return { actual, figures: await services.wait(paidFigures(await services.openSession(), actual.month)) };
  if (computed === null) throw new TypeError("a comparison with nothing");
  return {
    actual: { kind: "simulation", month: computed.question.month },
    figures: figuresOfSimulation(computed.answer),
  };
}
