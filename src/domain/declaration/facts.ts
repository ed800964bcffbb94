import { PorteError } from "../../errors.ts";
import { type MissionTerm, missionEntry, needsMission, type ReportDay, type WorkingTime } from "../activity.ts";
import { type Day, isInTerm, type Month, type Term, touchesMonth } from "../calendar.ts";
import { isRestDay, workingDays } from "../holidays.ts";
import { missionNamed } from "../mission.ts";
import { type MonthWords, monthFromWords, type WordsTerms } from "../month-words.ts";
import type { RestStatement } from "../rest-statement.ts";
import { type TimeLaw, USUAL_DAY_HOURS } from "../working-time.ts";

/** A month as the company holds it. */
export interface RemoteMonth {
  readonly version: number;
  readonly state: string;
  readonly days: readonly ReportDay[];
  readonly restDaysConfirmed: boolean;
  readonly restStatement?: RestStatement | null;
}

/** A month as it is kept on this machine. */
interface StoredMonth {
  readonly state: "draft" | "queued" | "sent";
  readonly days: readonly ReportDay[];
  readonly restStatement: RestStatement | null;
  /** The company's version that these days replace. */
  readonly base: string | null;
  /** The last version that the company accepted from here. */
  readonly sent: { readonly version: number; readonly etag: string | null } | null;
}

/** What is known of a month before it is declared: what is typed here, what the company holds, and what may be declared. */
export interface DeclarationFacts {
  readonly month: Month;
  readonly today: Day;
  /** The days of the employment contract; null where they are not known. */
  readonly contract: Term | null;
  readonly missions: readonly MissionTerm[];
  readonly alsaceMoselle: boolean;
  readonly workingTime: WorkingTime;
  /** The hours of a whole day of each mission that has its own. */
  readonly dayLengths: Readonly<Record<string, number>>;
  /** What the company holds, or is known to have held where it cannot be asked; null where it holds nothing, or never said. */
  readonly held: { readonly value: RemoteMonth; readonly etag: string | null } | null;
  readonly kept: StoredMonth | null;
  /** The days of other months that the contract's working time is measured with; none where they are not known. */
  readonly otherDays: readonly ReportDay[];
  /** The limits of working time. */
  readonly law: TimeLaw;
  /** Why the company could not be asked; null where it was. */
  readonly away: PorteError | null;
}

/** The hours of a whole day: those that are typed, the mission's own, or seven. */
export function dayHoursOf(
  { dayLengths }: Pick<DeclarationFacts, "dayLengths">,
  typed: number | undefined,
): (mission: string | null) => number {
  return (mission) => typed ?? (mission === null ? undefined : dayLengths[mission.toUpperCase()]) ?? USUAL_DAY_HOURS;
}

/** What the month holds before the words change it: what waits here, else what the company holds, else what it last accepted. */
export function standingDays({ kept, held }: Pick<DeclarationFacts, "kept" | "held">): readonly ReportDay[] {
  if (kept !== null && kept.state !== "sent") return kept.days;
  return held?.value.days ?? kept?.days ?? [];
}

/** What is stated of the month's rest before anything is typed, from where its days stand. */
export function standingRest({ kept, held }: Pick<DeclarationFacts, "kept" | "held">): RestStatement | null {
  if (kept !== null && kept.state !== "sent") return kept.restStatement;
  return (held?.value ?? kept)?.restStatement ?? null;
}

/** Makes a month from words. @throws {PorteError} `input.days`, `input.entry`, `activity.unknown_mission`. */
export function daysFromWords(
  atHand: DeclarationFacts,
  words: MonthWords,
  { dayHours, today }: Pick<WordsTerms, "dayHours" | "today">,
): ReportDay[] {
  const { month, missions, alsaceMoselle } = atHand;
  const isInMission = (reference: string, day: string) => isInTerm(missionNamed(missions, reference), day);
  const isMission = (reference: string) => missions.some((one) => one.reference === reference.toUpperCase());
  const standing = standingDays(atHand);
  return monthFromWords(words, { month, alsaceMoselle, isInMission, isMission, dayHours, today, standing });
}

/** The version that a month sent from here replaces. */
export function baseOf({ held, kept, away }: DeclarationFacts): string | null {
  if (away === null) return held?.etag ?? null;
  /** A list says no version: it is then that of what was sent or typed here. A draft names the version that was seen after. */
  return held?.etag ?? kept?.base ?? kept?.sent?.etag ?? null;
}

/** Finds the mission a month is declared for: the one that is named, or the only one under way. */
export function missionFor<Mission extends MissionTerm>(
  { month, missions }: { readonly month: Month; readonly missions: readonly Mission[] },
  reference: string | undefined,
): Mission {
  if (reference !== undefined) return missionNamed(missions, reference);
  const possible = underWay({ month, missions });
  const [only, ...others] = possible;
  if (only === undefined) throw new PorteError("activity.no_mission", {});
  if (others.length > 0)
    throw new PorteError("activity.which_mission", { missions: possible.map((one) => one.reference) });
  return only;
}

/** The missions that have days in a month. */
export function underWay<Mission extends MissionTerm>({
  month,
  missions,
}: {
  readonly month: Month;
  readonly missions: readonly Mission[];
}): Mission[] {
  return missions.filter((mission) => touchesMonth(mission, month));
}

/** The working days of a month that lie within a mission: the first guess of what was worked. */
export function guessedDays({ month, alsaceMoselle }: DeclarationFacts, { start, end }: MissionTerm): string[] {
  return workingDays(month, alsaceMoselle).filter((day) => day >= start && (end === null || day <= end));
}

/** Makes whole days of one mission. */
export function missionDays(days: readonly string[], { reference }: MissionTerm): ReportDay[] {
  return days.map((date) => ({
    date,
    entries: [missionEntry("mission", reference, 1)],
  }));
}

/** Lists the rest days on which a report has work. */
export function workedRestDays({ alsaceMoselle }: DeclarationFacts, days: readonly ReportDay[]): string[] {
  return days
    .filter(({ date, entries }) => entries.some(({ kind }) => needsMission(kind)) && isRestDay(date, alsaceMoselle))
    .map(({ date }) => date);
}
