import type { Schemas, Versioned } from "../../client/company.ts";
import {
  assertSendable,
  isFinal,
  missionEntry,
  needsMission,
  type ReportDay,
  type WorkingTime,
} from "../../domain/activity.ts";
import { addMonths, isInTerm, type Month, touchesMonth } from "../../domain/calendar.ts";
import { isRestDay, workingDays } from "../../domain/holidays.ts";
import { missionNamed } from "../../domain/mission.ts";
import { hasWords, type MonthWords, monthFromWords, type WordsTerms } from "../../domain/month-words.ts";
import type { RestStatement } from "../../domain/rest-statement.ts";
import { USUAL_DAY_HOURS } from "../../domain/working-time.ts";
import { PorteError } from "../../errors.ts";
import type { Reading } from "../../payroll/law.ts";
import type { KnownCompany } from "../../store/known-company.ts";
import type { ReportDraft } from "../../store/report-drafts.ts";
import { Settings } from "../../store/settings.ts";
import { knownCompany } from "../known-company.ts";
import { lawInUse } from "../law-in-use.ts";
import type { Session } from "../session.ts";
import { conflict, draftsOf, isAway, isSameReport, type Owner, type Typed } from "./outbox.ts";

/** The month as it stands: what is typed here, what the company holds, and what may be declared. */
export interface MonthAtHand {
  readonly month: Month;
  readonly missions: readonly Schemas["Mission"][];
  readonly alsaceMoselle: boolean;
  readonly workingTime: WorkingTime;
  /** Leave that the company has granted; empty where it could not be asked. */
  readonly leave: readonly Schemas["Leave"][];
  /** The hours of a whole day of each mission that has its own. */
  readonly dayLengths: Readonly<Record<string, number>>;
  /** What the company holds; null where it holds nothing, or could not be asked. */
  readonly held: Versioned<Schemas["ActivityReport"]> | null;
  readonly kept: ReportDraft | null;
  /** The days of the month before, as the company holds them; null where it holds none, or could not be asked. */
  readonly lastMonth: readonly ReportDay[] | null;
  /** What the company last said of itself; null where it never did here. */
  readonly known: KnownCompany | null;
  /** The law that the month's net is simulated by. */
  readonly reading: Reading;
  /** Why the company could not be asked; null where it was. */
  readonly away: PorteError | null;
  /** The porté's own addresses, in small letters; none where the company could not be asked. */
  readonly addresses: readonly string[];
}

export type Prepared = Typed;

/**
 * Reads all that a declaration needs, in one go; where the company does not answer, what it last said stands in.
 * @throws {PorteError} `activity.outside_contract`, `activity.locked`; the company's silence where nothing is known of it.
 */
export async function readMonth(session: Session, month: Month): Promise<MonthAtHand> {
  try {
    return await askedMonth(session, month);
  } catch (failure) {
    if (!isAway(failure)) throw failure;
    return awayMonth(session, month, failure);
  }
}

async function askedMonth(session: Session, month: Month): Promise<MonthAtHand> {
  const { company } = session;
  const [me, missions, leave, held, before, kept, known, { reading }] = await Promise.all([
    company.me(),
    company.missions(),
    company.leave(),
    company.report(month),
    company.report(addMonths(month, -1)),
    draftsOf(session).find(month),
    knownCompany(session.machine),
    lawInUse(session.machine),
  ]);
  assertInContract(month, me.contract);
  if (held !== null && isFinal(held.value.state))
    throw new PorteError("activity.locked", { month, state: held.value.state });
  const lastMonth = before?.value.days ?? null;
  return {
    ...termsOf(session, me.contract),
    month,
    missions,
    leave,
    held,
    kept,
    lastMonth,
    known,
    reading,
    away: null,
    addresses: [me.email.toLowerCase()],
  };
}

/**
 * Reads what this machine knows of a month, without asking anybody.
 * @throws {PorteError} `away` itself where the company never said anything here, `activity.outside_contract`.
 */
export async function awayMonth(owner: Owner, month: Month, away: PorteError): Promise<MonthAtHand> {
  const [known, kept, { reading }] = await Promise.all([
    knownCompany(owner.machine),
    draftsOf(owner).find(month),
    lawInUse(owner.machine),
  ]);
  if (known === null) throw away;
  assertInContract(month, known.contract);
  const { missions, contract } = known;
  return {
    ...termsOf(owner, contract),
    month,
    missions,
    leave: [],
    held: null,
    kept,
    lastMonth: null,
    known,
    reading,
    away,
    addresses: [],
  };
}

/** What the contract and this machine say of every month; a company remembered by an earlier porte does not say how time is counted. */
function termsOf(
  { machine, profile }: Owner,
  contract: Schemas["EmploymentContract"] | null,
): Pick<MonthAtHand, "alsaceMoselle" | "workingTime" | "dayLengths"> {
  return {
    alsaceMoselle: contract?.alsaceMoselle ?? false,
    workingTime: contract?.workingTime ?? "days",
    dayLengths: new Settings(machine.folders).dayLengths(profile),
  };
}

/** The hours of a whole day: those that are typed, the mission's own, or seven. */
export function dayHoursOf(
  { dayLengths }: Pick<MonthAtHand, "dayLengths">,
  typed: number | undefined,
): (mission: string | null) => number {
  return (mission) => typed ?? (mission === null ? undefined : dayLengths[mission.toUpperCase()]) ?? USUAL_DAY_HOURS;
}

/** @throws {PorteError} `activity.outside_contract`. */
export function assertInContract(month: Month, contract: Schemas["EmploymentContract"] | null): void {
  if (contract !== null && !touchesMonth(contract, month))
    throw new PorteError("activity.outside_contract", { month, first: contract.start, last: contract.end });
}

/** What the month holds before the words change it: what waits here, else what the company holds, else what it last accepted. */
export function standingDays({ kept, held }: MonthAtHand): readonly ReportDay[] {
  if (kept !== null && kept.state !== "sent") return kept.days;
  return held?.value.days ?? kept?.days ?? [];
}

/** What is stated of the month's rest before anything is typed, from where its days stand. */
export function standingRest({ kept, held }: Pick<MonthAtHand, "kept" | "held">): RestStatement | null {
  if (kept !== null && kept.state !== "sent") return kept.restStatement;
  return (held?.value ?? kept)?.restStatement ?? null;
}

/** Makes a month from words. @throws {PorteError} `input.days`, `input.entry`, `activity.unknown_mission`. */
export function daysFromWords(atHand: MonthAtHand, words: MonthWords, dayHours: WordsTerms["dayHours"]): ReportDay[] {
  const { month, missions, alsaceMoselle } = atHand;
  const isInMission = (reference: string, day: string) => isInTerm(missionNamed(missions, reference), day);
  return monthFromWords(words, { month, alsaceMoselle, isInMission, dayHours, standing: standingDays(atHand) });
}

/** Says whether words change what the company holds: it was then seen, and is replaced knowingly. */
export function changesHeld({ kept }: MonthAtHand, words: MonthWords): boolean {
  return hasWords(words) && words.all === undefined && (kept === null || kept.state === "sent");
}

/**
 * Tells what the company holds that was never seen on this machine, day by day; null where nothing would be overwritten
 * unseen: the version was seen here, holds the same, or is named to be replaced.
 */
export function unseen(
  { held, kept }: MonthAtHand,
  prepared: Prepared,
  seenVersion: number | null,
): PorteError<"activity.conflict"> | null {
  if (held === null || isSameReport(prepared, held.value)) return null;
  const { version } = held.value;
  return version === kept?.sent?.version || version === seenVersion ? null : conflict(prepared, held.value);
}

/** The version that a month sent from here replaces. */
export function baseOf({ held, kept, away }: MonthAtHand): string | null {
  return away === null ? (held?.etag ?? null) : (kept?.sent?.etag ?? kept?.base ?? null);
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

/** The missions that have days in a month. */
export function underWay({ month, missions }: Pick<MonthAtHand, "month" | "missions">): Schemas["Mission"][] {
  return missions.filter((mission) => touchesMonth(mission, month));
}

/** The working days of a month that lie within a mission: the first guess of what was worked. */
export function guessedDays({ month, alsaceMoselle }: MonthAtHand, { start, end }: Schemas["Mission"]): string[] {
  return workingDays(month, alsaceMoselle).filter((day) => day >= start && (end === null || day <= end));
}

/** Makes whole days of one mission. */
export function missionDays(days: readonly string[], { reference }: Schemas["Mission"]): ReportDay[] {
  return days.map((date) => ({
    date,
    entries: [missionEntry("mission", reference, 1)],
  }));
}

/** Lists the rest days on which a report has work. */
export function workedRestDays({ alsaceMoselle }: MonthAtHand, days: readonly ReportDay[]): string[] {
  return days
    .filter(({ date, entries }) => entries.some(({ kind }) => needsMission(kind)) && isRestDay(date, alsaceMoselle))
    .map(({ date }) => date);
}

/** @throws {PorteError} `activity.problems` naming each day at fault, by the company's own rules. */
export function check(
  { missions, alsaceMoselle, workingTime }: MonthAtHand,
  { month, days, restDaysConfirmed }: Omit<Prepared, "restStatement">,
): void {
  assertSendable(month, days, { missions, alsaceMoselle, workingTime, restDaysConfirmed });
}
