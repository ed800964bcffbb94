import { addMonths, type Day, monthOf } from "../calendar.ts";
import { reportDueDay, type StatusFacts } from "./facts.ts";
import type { StatusItem } from "./items.ts";
import { commandFor, overviewOf } from "./kinds.ts";

/** A day on which something is due, or promised. */
export interface AgendaEntry {
  /** Names the thing, however it stands: it is the same entry when its kind or its day changes. */
  readonly uid: string;
  readonly day: Day;
  readonly item: StatusItem;
  readonly command: string;
}

/** The months whose reports are in an agenda before they are asked for: this one and the next two. */
const MONTHS_AHEAD = 3;

/** Lists what is due and what others have promised, by day; the reports of the next months too. */
export function agendaOf(facts: StatusFacts, short: (id: string) => string): AgendaEntry[] {
  const { todo, waiting, money } = overviewOf(facts);
  /** The day of a minimum is that of the pay, which its report promises. */
  const shown = [...todo, ...waiting, ...money].filter(({ kind }) => kind !== "minimum-owed");
  const entries = shown.flatMap((item) => {
    const day = item.due ?? item.promisedBy ?? ("day" in item ? item.day : undefined);
    return day === undefined || day === null ? [] : [{ uid: uidOf(item), day, item, command: commandFor(item, short) }];
  });
  const ahead = reportsAhead(facts)
    .map((item) => ({ uid: uidOf(item), day: item.due ?? "", item, command: commandFor(item, short) }))
    .filter(({ uid }) => !entries.some((one) => one.uid === uid));
  return [...entries, ...ahead].sort((one, other) => one.day.localeCompare(other.day));
}

/** The reports of the next months that the company holds nothing of yet. */
function reportsAhead(facts: StatusFacts): StatusItem[] {
  const months = Array.from({ length: MONTHS_AHEAD }, (_, count) => addMonths(monthOf(facts.today), count));
  const held = new Set(
    facts.said.activityReports.filter(({ state }) => state !== "withdrawn").map(({ month }) => month),
  );
  return months.flatMap((month) => {
    const day = reportDueDay(facts, month);
    return held.has(month) || day < facts.today ? [] : [{ kind: "report-due", month, day, due: day } as const];
  });
}

/** What an item is about, without how it stands. */
export function uidOf(item: StatusItem): string {
  const group = item.kind.startsWith("report-") ? "report" : item.kind.startsWith("transfer") ? "transfer" : item.kind;
  const about = aboutOf(item, group);
  return about === "" ? group : `${group}-${about}`;
}

function aboutOf(item: StatusItem, group: string): string {
  if ("id" in item) return item.id;
  if ("month" in item) return item.month;
  if (group === "transfer" && "day" in item) return item.day;
  return "mission" in item ? item.mission : "";
}
