import type { Schemas } from "../client/company.ts";
import { billedDays, unbilledDays } from "../domain/activity.ts";
import { monthOf } from "../domain/calendar.ts";
import { orNone } from "./records/or-none.ts";
import type { Reader } from "./records/reader.ts";

/** What was declared of each mission. */
export interface UsedDays {
  /** Days to be invoiced. */
  readonly billed: ReadonlyMap<string, number>;
  readonly unbilled: ReadonlyMap<string, number>;
}

/** Counts the days to be invoiced that were declared of each mission that has days ordered. */
export async function usedDays(
  reader: Reader,
  missions: readonly Schemas["Mission"][],
): Promise<ReadonlyMap<string, number>> {
  return (await declaredDays(reader, missions))?.billed ?? new Map();
}

/**
 * Counts the days that were declared of each mission: since the first that has days ordered, or since the first of all where nobody has to
 * be asked; null where there is none.
 */
export async function declaredDays(
  reader: Reader,
  missions: readonly Schemas["Mission"][],
  isLocal = false,
): Promise<UsedDays | null> {
  const counted = isLocal ? missions : missions.filter(({ daysOrdered }) => daysOrdered != null);
  const [first] = counted.map(({ start }) => start).toSorted();
  if (first === undefined) return null;
  const reports = await orNone(reader.reports({ since: monthOf(first) }));
  const standing = reports.filter(({ state }) => state !== "withdrawn" && state !== "refused");
  const days = standing.flatMap((report) => report.days);
  return { billed: billedDays(days), unbilled: unbilledDays(days) };
}
