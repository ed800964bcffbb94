import type { Day, Month } from "../../domain/calendar.ts";
import { parseMonth } from "../../domain/typed/month.ts";
import type { SimulationInput } from "../../flows/simulation/plan.ts";
import { parseHalfDays } from "../../portage/input-kinds.ts";
import { INPUT_ROWS } from "../../portage/inputs.ts";

/** Reads days by month: `2026-05:3,2026-08:15`. */
export function parseMonthDays(text: string, today: () => Day): ReadonlyMap<Month, number> {
  const pairs = text.split(",").map((part): [Month, number] => {
    const [name = "", days = ""] = part.trim().split(":");
    return [parseMonth(name, today()), parseHalfDays(days)];
  });
  const byMonth = new Map<Month, number>();
  for (const [name, days] of pairs) byMonth.set(name, (byMonth.get(name) ?? 0) + days);
  return byMonth;
}

/** What is typed for a simulation: what may be given again has the name of one, and a list for each. */
export type SimulateOptions = Omit<SimulationInput, "charges"> & {
  readonly charge?: readonly NonNullable<SimulationInput["charges"]>[];
};

/** The inputs of which several may be given, by what one of them is called. */
const BY_ONE: ReadonlyMap<string, string> = new Map(
  INPUT_ROWS.flatMap(([name, { each }]) => (each === undefined ? [] : [[each, name] as const])),
);

/** Takes what is typed as the input of a simulation, in the order in which it was typed. */
export function inputFrom(options: SimulateOptions): SimulationInput {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const ofAll = BY_ONE.get(name);
      return ofAll === undefined ? [name, value] : [ofAll, (value as readonly (readonly unknown[])[]).flat()];
    }),
  );
}
