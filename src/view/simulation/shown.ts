import type { Put } from "../../portage/asked.ts";
import type { Flattering } from "../../portage/flattering.ts";
import type { Simulation } from "../../portage/simulate.ts";

/** Where a value came from: it was typed, the company said it, or nobody did. */
export type Origin = "option" | "company" | "default";

/** A simulation with what a reader must know of its question. */
export interface ShownSimulation extends Put {
  readonly answer: Simulation;
  /** What defaults that may flatter are worth; none in a batch. */
  readonly flattering: readonly Flattering[];
  readonly originOf: (name: string) => Origin;
  /** The company whose figures stand in for what was not typed, and the day it said them; null where none did. */
  readonly company: { readonly name: string; readonly day: string } | null;
}
