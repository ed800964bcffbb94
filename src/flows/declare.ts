import { randomUUID } from "node:crypto";
import type { Schemas, Versioned } from "../client/company.ts";
import { assertSendable, canonicalReport, needsMission, type ReportDay } from "../domain/activity.ts";
import { firstDay, lastDay, type Month } from "../domain/calendar.ts";
import { isRestDay, workingDays } from "../domain/holidays.ts";
import { PorteError } from "../errors.ts";
import { type ReportDraft, ReportDrafts } from "../store/report-drafts.ts";
import type { Session } from "./session.ts";

/** The month as it stands: what is typed here, what the company holds, and what may be declared. */
export interface MonthAtHand {
  readonly month: Month;
  readonly missions: readonly Schemas["Mission"][];
  readonly alsaceMoselle: boolean;
  readonly held: Versioned<Schemas["ActivityReport"]> | null;
}

export interface Prepared {
  readonly month: Month;
  readonly days: readonly ReportDay[];
  readonly restDaysConfirmed: boolean;
}

/** Reads all that a declaration needs, in one go. @throws {PorteError} `activity.outside_contract`, `activity.locked`. */
export async function readMonth({ company }: Session, month: Month): Promise<MonthAtHand> {
  const [me, missions, held] = await Promise.all([company.me(), company.missions(), company.report(month)]);
  const { contract } = me;
  if (
    contract !== null &&
    (lastDay(month) < contract.start || (contract.end !== null && firstDay(month) > contract.end))
  ) {
    throw new PorteError("activity.outside_contract", { month, first: contract.start, last: contract.end });
  }
  if (held !== null && !["submitted", "refused"].includes(held.value.state))
    throw new PorteError("activity.locked", { month, state: held.value.state });
  return { month, missions, alsaceMoselle: contract?.alsaceMoselle ?? false, held };
}

/** @throws {PorteError} `activity.unknown_mission` naming those that exist. */
export function missionNamed(missions: readonly Schemas["Mission"][], reference: string): Schemas["Mission"] {
  const mission = missions.find((one) => one.reference === reference.toUpperCase());
  if (mission !== undefined) return mission;
  const known = missions.map((one) => one.reference);
  throw new PorteError("activity.unknown_mission", { mission: reference, missions: known });
}

/** Finds the mission a month is declared for: the one that is named, or the only one under way. */
export function missionFor({ month, missions }: MonthAtHand, reference: string | undefined): Schemas["Mission"] {
  if (reference !== undefined) return missionNamed(missions, reference);
  const possible = underWay({ month, missions });
  const [only, ...others] = possible;
  if (only === undefined) throw new PorteError("activity.no_mission", {});
  if (others.length > 0)
    throw new PorteError("activity.which_mission", { missions: possible.map((one) => one.reference) });
  return only;
}

/** Finds the mission a month is declared for, asking which where several are under way. */
export async function chosenMission(
  atHand: MonthAtHand,
  reference: string | undefined,
  choose: (missions: readonly Schemas["Mission"][]) => Promise<string>,
): Promise<Schemas["Mission"]> {
  const possible = underWay(atHand);
  const isOpen = reference === undefined && possible.length > 1;
  return missionFor(atHand, isOpen ? await choose(possible) : reference);
}

function underWay({ month, missions }: Pick<MonthAtHand, "month" | "missions">): Schemas["Mission"][] {
  return missions.filter(({ start, end }) => start <= lastDay(month) && (end === null || end >= firstDay(month)));
}

/** The working days of a month that lie within a mission: the first guess of what was worked. */
export function guessedDays({ month, alsaceMoselle }: MonthAtHand, { start, end }: Schemas["Mission"]): string[] {
  return workingDays(month, alsaceMoselle).filter((day) => day >= start && (end === null || day <= end));
}

/** Makes whole days of one mission. */
export function missionDays(days: readonly string[], { reference }: Schemas["Mission"]): ReportDay[] {
  return days.map((date) => ({
    date,
    entries: [{ kind: "mission", mission: reference, projectCode: null, amount: 1 }],
  }));
}

/** Lists the rest days on which a report has work. */
export function workedRestDays({ alsaceMoselle }: MonthAtHand, days: readonly ReportDay[]): string[] {
  return days
    .filter(({ date, entries }) => entries.some(({ kind }) => needsMission(kind)) && isRestDay(date, alsaceMoselle))
    .map(({ date }) => date);
}

/** @throws {PorteError} `activity.problems` naming each day at fault, by the company's own rules. */
export function check({ missions, alsaceMoselle }: MonthAtHand, { month, days, restDaysConfirmed }: Prepared): void {
  assertSendable(month, days, { missions, alsaceMoselle, restDaysConfirmed });
}

/** Says what the month is worth to be invoiced, in cents. */
export function turnoverCents(days: readonly ReportDay[], missions: readonly Schemas["Mission"][]): number {
  const price = new Map(missions.map(({ reference, dailyRateCents }) => [reference, dailyRateCents]));
  const halves = days.flatMap(({ entries }) => entries).filter(({ kind }) => kind === "mission");
  return halves.reduce((total, { mission, amount }) => total + Math.round((price.get(mission ?? "") ?? 0) * amount), 0);
}

/** Finds what was typed of a month on this machine. */
export function keptDraft({ machine, profile }: Session, month: Month): Promise<ReportDraft | null> {
  return new ReportDrafts(machine.folders, profile).find(month);
}

/** Keeps the month on this machine. What is the same as before keeps its key, so that a retry is known as one. */
export async function keepDraft(session: Session, prepared: Prepared): Promise<{ file: string; key: string }> {
  const drafts = new ReportDrafts(session.machine.folders, session.profile);
  const { month, days, restDaysConfirmed } = prepared;
  const before = await drafts.find(month);
  const isSame =
    before !== null &&
    before.sentVersion === null &&
    before.restDaysConfirmed === restDaysConfirmed &&
    canonicalReport(month, before.days) === canonicalReport(month, days);
  const key = isSame ? before.key : randomUUID();
  await drafts.keep({
    schema: 1,
    month,
    days,
    restDaysConfirmed,
    key,
    savedAt: session.machine.now().toISOString(),
    sentVersion: null,
  });
  return { file: drafts.fileOf(month), key };
}

export interface Sent {
  readonly report: Schemas["ActivityReport"];
  /** False where the company holds the same report already and nothing was sent. */
  readonly isNew: boolean;
}

/** Sends a month that was kept, under the key it was kept with. */
export async function sendMonth(
  session: Session,
  { held }: MonthAtHand,
  prepared: Prepared,
  key: string,
): Promise<Sent> {
  const { month, days, restDaysConfirmed } = prepared;
  const drafts = new ReportDrafts(session.machine.folders, session.profile);
  const isHeld =
    held !== null &&
    held.value.state === "submitted" &&
    held.value.restDaysConfirmed === restDaysConfirmed &&
    canonicalReport(month, held.value.days) === canonicalReport(month, days);
  const report = isHeld ? held.value : await submit(session, { held, prepared, key });
  await drafts.keep({
    schema: 1,
    month,
    days,
    restDaysConfirmed,
    key,
    savedAt: session.machine.now().toISOString(),
    sentVersion: report.version,
  });
  return { report, isNew: !isHeld };
}

async function submit(
  { company }: Session,
  { held, prepared, key }: { held: MonthAtHand["held"]; prepared: Prepared; key: string },
): Promise<Schemas["ActivityReport"]> {
  const body = submissionOf(prepared);
  return (await company.submitReport(prepared.month, body, { key, etag: held?.etag ?? null })).value;
}

/** The exact body of the request that files a month. */
export function submissionOf({ days, restDaysConfirmed }: Prepared): Schemas["ActivityReportSubmission"] {
  return {
    days: days.map(({ date, entries }) => ({ date, entries: entries.map((entry) => ({ ...entry })) })),
    restDaysConfirmed,
  };
}
