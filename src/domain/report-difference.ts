import type { DayDifference } from "../errors/activity.ts";
import { type Entry, needsMission, type ReportDay } from "./activity.ts";

/** Writes a day's entries as they can be typed: `ACME:0.5,training:0.5`; empty for a day without any. */
function writeDay({ entries, start, end }: ReportDay): string {
  const said = entries.map(writeEntry).join(",");
  return start === undefined ? said : `${said} ${start}-${end}`;
}

function writeEntry({ kind, mission, projectCode, amount }: Entry): string {
  if (!needsMission(kind)) return `${kind}:${amount}`;
  return `${kind === "unbilled" ? "unbilled@" : ""}${mission}${projectCode === null ? "" : `/${projectCode}`}:${amount}`;
}

/** Lists the days on which two versions of a month differ, in order, each as it can be typed, with its clock times. */
export function differences(mine: readonly ReportDay[], theirs: readonly ReportDay[]): DayDifference[] {
  const written = (days: readonly ReportDay[]) =>
    new Map(days.map((day): [string, string] => [day.date, writeDay(day)]));
  const here = written(mine);
  const there = written(theirs);
  return [...new Set([...here.keys(), ...there.keys()])]
    .sort()
    .map((day) => ({ day, mine: here.get(day) ?? "", theirs: there.get(day) ?? "" }))
    .filter((one) => one.mine !== one.theirs);
}
