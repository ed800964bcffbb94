import type { Schemas } from "../client/company.ts";
import { billedDays } from "../domain/activity.ts";
import { monthOf } from "../domain/calendar.ts";
import { orNone } from "./records/or-none.ts";
import type { Reader } from "./records/reader.ts";

/** Counts the days to be invoiced that were declared of each mission that has days ordered. */
export async function usedDays(
  reader: Reader,
  missions: readonly Schemas["Mission"][],
): Promise<ReadonlyMap<string, number>> {
  const ordered = missions.filter(({ daysOrdered }) => daysOrdered != null);
  const [first] = ordered.map(({ start }) => start).toSorted();
  if (first === undefined) return new Map();
  const reports = await orNone(reader.reports({ since: monthOf(first) }));
  const standing = reports.filter(({ state }) => state !== "withdrawn" && state !== "refused");
  return billedDays(standing.flatMap(({ days }) => days));
}
