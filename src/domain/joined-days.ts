import type { Entry, ReportDay } from "./activity.ts";

/**
 * Joins the days of several files, each of which may tell a part of a day. What two of them say of one mission and project, or of one
 * kind, counts once, as the one that says most of it has it. What then does not fit in a day is left to the report's rules, which name it.
 */
export function joinDays(files: readonly (readonly ReportDay[])[]): ReportDay[] {
  const days = new Map<string, ReportDay>();
  for (const day of files.flat()) {
    const known = days.get(day.date);
    days.set(day.date, known === undefined ? day : joined(known, day));
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function joined(one: ReportDay, other: ReportDay): ReportDay {
  const [mine, its] = [byWhat(one.entries), byWhat(other.entries)];
  const entries = [...new Set([...mine.keys(), ...its.keys()])].flatMap((what) =>
    larger(mine.get(what) ?? [], its.get(what) ?? []),
  );
  const [starts, ends] = [
    [one.start, other.start].flatMap((time) => time ?? []),
    [one.end, other.end].flatMap((time) => time ?? []),
  ].map((times) => times.sort());
  const [start, end] = [starts?.[0], ends?.at(-1)];
  return { date: one.date, entries, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

function byWhat(entries: readonly Entry[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const what = JSON.stringify([entry.kind, entry.mission, entry.projectCode]);
    found.set(what, [...(found.get(what) ?? []), entry]);
  }
  return found;
}

/** The one with most of the day; of two that have as much of it, the one with most hours. */
function larger(one: readonly Entry[], other: readonly Entry[]): readonly Entry[] {
  const difference = sumOf(one, "amount") - sumOf(other, "amount") || sumOf(one, "hours") - sumOf(other, "hours");
  return difference < 0 ? other : one;
}

function sumOf(entries: readonly Entry[], what: "amount" | "hours"): number {
  return entries.reduce((sum, entry) => sum + (entry[what] ?? 0), 0);
}
