import type { Day, Month } from "../domain/calendar.ts";
import type { Request } from "./asked.ts";
import type { Axis, Point } from "./curve.ts";
import type { Flattering } from "./flattering.ts";
import type { Margin } from "./margins.ts";
import type { Drift, Figures } from "./promise.ts";
import type { RunMonth } from "./run.ts";
import type { Simulation } from "./simulate.ts";

/** Where a value came from: it was typed, the company said it, or nobody did. */
export type Origin = "option" | "company" | "default";

/** The answer of one month with what a reader must know of its question. */
export interface SimulatedMonth extends Request {
  readonly answer: Simulation;
  /** What defaults that may flatter are worth; none in a batch. */
  readonly flattering: readonly Flattering[];
  readonly originOf: (name: string) => Origin;
  /**
   * The company whose figures stand in for what was not typed, and the day on which they were said, by itself or by its porté in a sheet;
   * null where nobody did.
   */
  readonly company: { readonly name: string | null; readonly day: Day; readonly isSheet: boolean } | null;
}

/** A kept simulation, as far as a list shows it. */
export interface StoredFigures {
  readonly name: string;
  /** Computed here, or typed from somebody's offer. */
  readonly kind: "simulation" | "promise";
  readonly savedAt: string;
  readonly month: string | null;
  readonly figures: Readonly<Partial<Record<string, number>>>;
}

/** What a kept simulation is compared with: another, or a payslip that was paid. */
export type ComparedWith =
  | { readonly kind: "kept"; readonly name: string }
  | { readonly kind: "payslip"; readonly month: Month };

/** A kept simulation beside another one, line by line. */
export interface Comparison {
  readonly promised: Pick<StoredFigures, "name" | "kind" | "savedAt">;
  readonly actual: ComparedWith | { readonly kind: "simulation"; readonly month: Month };
  readonly drifts: readonly Drift[];
}

/** What is shown or written beside the answer of a month; null for what was not asked. */
export interface MonthExtras {
  readonly margins: readonly Margin[] | null;
  readonly plot: { readonly axis: Axis; readonly points: readonly Point[] } | null;
  /** The whole path of the page that was written. */
  readonly report: string | null;
  readonly saved: { readonly name: string; readonly file: string } | null;
}

/** What a simulation came to, by what was asked. */
export type SimulationResult =
  | { readonly kind: "list"; readonly kept: readonly StoredFigures[] }
  | { readonly kind: "promise"; readonly name: string; readonly file: string; readonly figures: Figures["figures"] }
  | { readonly kind: "compared"; readonly comparison: Comparison }
  | { readonly kind: "run"; readonly months: readonly RunMonth[] }
  | { readonly kind: "month"; readonly month: SimulatedMonth; readonly extras: MonthExtras };
