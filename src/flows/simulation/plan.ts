import { type Day, type Month, monthOf } from "../../domain/calendar.ts";
import { share } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import type { Axis } from "../../portage/curve.ts";
import { STARTS } from "../../portage/input-checks.ts";
import { INPUTS, type InputValues } from "../../portage/inputs.ts";
import type { Figures } from "../../portage/promise.ts";
import { turnoverOf } from "../../portage/simulate.ts";
import type { ComparedWith } from "../../portage/simulated.ts";
import type { RunAsked } from "./defaults.ts";
import { assertNoClash, optionName } from "./option-names.ts";

/** What a simulation is asked: the month itself, then how to answer. */
export interface SimulationInput extends InputValues {
  readonly national?: boolean;
  readonly explain?: boolean;
  readonly months?: number;
  readonly year?: boolean;
  readonly leaveDays?: ReadonlyMap<Month, number>;
  readonly intermission?: ReadonlyMap<Month, number>;
  readonly margins?: boolean;
  readonly plot?: Axis | true;
  readonly report?: string;
  readonly csv?: boolean;
  readonly save?: string;
  readonly promise?: boolean;
  readonly compare?: string;
  readonly against?: string;
  readonly payslip?: Month;
  readonly saved?: boolean;
  readonly batch?: string;
  /** A file of law for this answer alone. */
  readonly law?: string;
}

/** What an answer is computed from, beside what is asked. */
export interface SimulationBasis {
  readonly isNational: boolean;
  readonly law: string | undefined;
}

/** A kept simulation and what it is held against; `null` stands for the month that is computed. */
export interface PlannedComparison {
  readonly name: string;
  readonly actual: ComparedWith | null;
}

/** What is written or shown beside the answer of a month. */
export interface PlannedExtras {
  readonly margins: boolean;
  readonly axis: Axis | null;
  readonly report: string | null;
  readonly save: string | null;
}

/** What is to be done to answer, each with all that it takes. */
export type SimulationPlan =
  | { readonly kind: "list" }
  | { readonly kind: "promise"; readonly name: string; readonly month: Month | null; readonly promised: Figures }
  | { readonly kind: "compare"; readonly comparison: PlannedComparison }
  | { readonly kind: "batch"; readonly file: string; readonly basis: SimulationBasis }
  | { readonly kind: "run"; readonly asked: InputValues; readonly run: RunAsked; readonly basis: SimulationBasis }
  | {
      readonly kind: "month";
      readonly asked: InputValues;
      readonly comparison: PlannedComparison | null;
      readonly extras: PlannedExtras;
      readonly basis: SimulationBasis;
    };

type Name = keyof SimulationInput;

/** Options that need another one, and pairs that contradict each other; the rest is checked with the amounts. */
const NEEDS: readonly (readonly [Name, readonly Name[]])[] = [
  ["promise", ["save"]],
  ["against", ["compare"]],
  ["payslip", ["compare"]],
  ["leaveDays", ["year", "months"]],
  ["intermission", ["year", "months"]],
];
const ALONE: readonly Name[] = ["batch", "saved"];
const OF_ONE_MONTH = ["explain", "margins", "plot", "report", "save", "compare"] as const;

/** Pairs of options that contradict each other. */
const APART: readonly (readonly [Name, Name])[] = [
  ["year", "months"],
  ["against", "payslip"],
  ...(["year", "months"] as const).flatMap((run) => OF_ONE_MONTH.map((one) => [run, one] as const)),
];

/** Decides what is to be done to answer a simulation. @throws {PorteError} `usage.*` for what cannot be answered. */
export function planSimulation(input: SimulationInput, today: Day, isJson: boolean): SimulationPlan {
  assertTogether(input, isJson);
  const { save = "", date = null, batch, law, national } = input;
  if (input.saved) return { kind: "list" };
  if (input.promise) return { kind: "promise", name: save, month: date, promised: promisedFigures(input) };
  const basis: SimulationBasis = { isNational: national === true, law };
  if (batch !== undefined) return { kind: "batch", file: batch, basis };
  const asked = askedFrom(input);
  if (input.year || input.months !== undefined) return { kind: "run", asked, run: runAsked(input, today), basis };
  const comparison = planComparison(input);
  if (comparison !== null && !hasStart(asked)) return { kind: "compare", comparison };
  assertNoClash(asked, {}, today);
  return { kind: "month", asked, comparison, extras: planExtras(input), basis };
}

function assertTogether(input: SimulationInput, isJson: boolean): void {
  const given = (name: Name) => input[name] !== undefined;
  const lacking = NEEDS.find(([name, needed]) => given(name) && !needed.some(given));
  if (lacking !== undefined)
    throw new PorteError("usage.missing_option", {
      option: optionName(lacking[1][0] ?? ""),
      command: `porte simulate ${optionName(lacking[0])}`,
    });
  const others = Object.keys(input).filter((name) => name !== "national" && name !== "law");
  const lonely = ALONE.filter(given).find(() => others.length > 1);
  const apart: readonly string[] | undefined =
    lonely === undefined ? APART.find((pair) => pair.every(given)) : others.slice(0, 2);
  if (apart !== undefined) throw new PorteError("usage.conflict", { options: apart.map(optionName) });
  if (given("csv") && isJson) throw new PorteError("usage.conflict", { options: ["--csv", "--json"] });
}

/** Takes what is asked of the month: what says how to answer is left out. */
function askedFrom(input: SimulationInput): InputValues {
  return Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(INPUTS, name)));
}

function hasStart(asked: InputValues): boolean {
  return STARTS.some((name) => asked[name] !== undefined);
}

/** The months of a run: from the one asked, or the year's from January. */
function runAsked({ year, months, date, leaveDays, intermission }: SimulationInput, today: Day): RunAsked {
  const month = date ?? monthOf(today);
  return {
    first: year ? `${month.slice(0, 4)}-01` : month,
    count: year ? 12 : (months ?? 1),
    leaveDays: leaveDays ?? new Map(),
    intermission: intermission ?? new Map(),
  };
}

/** @throws {PorteError} `usage.one_of` where there is nothing to compare with. */
function planComparison({ compare: name, against, payslip, ...asked }: SimulationInput): PlannedComparison | null {
  if (name === undefined) return null;
  if (against !== undefined) return { name, actual: { kind: "kept", name: against } };
  if (payslip !== undefined) return { name, actual: { kind: "payslip", month: payslip } };
  if (!hasStart(asked))
    throw new PorteError("usage.one_of", { options: ["--tjm", "--turnover", "--gross", "--payslip", "--against"] });
  return { name, actual: null };
}

/** @throws {PorteError} `usage.conflict` for margins of no turnover, `usage.missing_option` for a curve without a daily rate. */
function planExtras(input: SimulationInput): PlannedExtras {
  const { margins = false, plot, report = null, save = null, gross, tjm, days, net, paid } = input;
  if (margins && gross !== undefined) throw new PorteError("usage.conflict", { options: ["--gross", "--margins"] });
  const findsRate = (net ?? paid) !== undefined && days !== undefined;
  if (plot !== undefined && tjm === undefined && !findsRate)
    throw new PorteError("usage.missing_option", { option: "--tjm", command: "porte simulate --plot" });
  return { margins, axis: plot === true ? "tjm" : (plot ?? null), report, save };
}

/** The figures of an offer as they were said: nothing is computed but a product. @throws {PorteError} `usage.one_of`. */
function promisedFigures({ tjm, days, turnover, gross, net, paid, fee, expenses }: InputValues): Figures {
  const billed = turnover ?? (tjm === undefined || days === undefined ? undefined : turnoverOf(tjm, days));
  const said = {
    turnover: billed,
    managementFee: billed === undefined || fee === undefined ? undefined : share(billed, fee),
    expenses,
    gross,
    netBeforeTax: net,
    netPaid: paid,
  };
  const known = Object.entries(said).filter(([, cents]) => cents !== undefined);
  if (known.length === 0)
    throw new PorteError("usage.one_of", { options: ["--turnover", "--gross", "--net", "--paid", "--tjm --days"] });
  return { figures: Object.fromEntries(known), lines: [] };
}
