import { addDays, type Day } from "../calendar.ts";
import { citation, type Dated, stepIfAny } from "../dated.ts";
import { dayInParis, instantInParis } from "../paris.ts";
import { addOpenDays, addWorkingDays, lastOfMonths } from "./days.ts";
import { CLIENT_MONTHS, CONCLUSION_DAYS, FIRST_LEVEL_MONTHS, PRICE_HOURS } from "./law.ts";

/** What a mission or a contract is watched for. The words are API. */
export type WatchCode = "client-months" | "contract-late" | "first-level" | "trial-end" | "days-left" | "price-late";

/** Something that a day brings: by when, whether that day has passed, and by which text; null for what no text sets. */
export interface Watch {
  readonly code: WatchCode;
  readonly day: Day;
  readonly isLate: boolean;
  readonly source: string | null;
  /** Of `days-left`: how many of the days that were ordered are left, less than none where more were worked. */
  readonly left?: number;
}

/** How many days ahead each is told. */
const AHEAD_DAYS = { clientMonths: 90, conclusion: 7, firstLevel: 60, trialEnd: 15 } as const;

/** How many days ordered may be left before it is told: so many, or a tenth of them. */
const LEAST_LEFT = 5;
const LEAST_SHARE = 0.1;

/** A mission, as far as its client's months go. */
interface WithClient {
  readonly client: string;
  readonly start: Day;
  readonly end: Day | null;
}

/**
 * Watches the months with one client, from the first day of those of its missions that follow one another without a gap. A mission that
 * is planned past the last day is told at once.
 */
export function watchClient(mission: WithClient, missions: readonly WithClient[], today: Day): Watch[] {
  const step = stepIfAny(CLIENT_MONTHS, mission.start);
  if (step === null || hasEnded(mission, today)) return [];
  const day = lastOfMonths(firstOfChain(mission, missions), step.value);
  const isPlannedPast = mission.end !== null && mission.end > day;
  if (today < addDays(day, -AHEAD_DAYS.clientMonths) && !isPlannedPast) return [];
  /** A mission that ends in time needs nothing. */
  if (mission.end !== null && mission.end <= day) return [];
  return [watch("client-months", day, today, CLIENT_MONTHS, step.from)];
}

function firstOfChain({ client, start }: WithClient, missions: readonly WithClient[]): Day {
  const same = missions.filter((one) => one.client.toLowerCase() === client.toLowerCase());
  let first = start;
  for (;;) {
    const before = same.find((one) => one.start < first && (one.end === null || one.end >= addDays(first, -1)));
    if (before === undefined) return first;
    first = before.start;
  }
}

/**
 * Watches the day by which the client's contract must be concluded.
 * @param concludedOn the day on which everybody had signed it; null before, undefined where nobody said whether it is.
 */
export function watchConclusion(
  { start, end }: Pick<WithClient, "start" | "end">,
  concludedOn: Day | null | undefined,
  today: Day,
): Watch[] {
  const step = stepIfAny(CONCLUSION_DAYS, start);
  if (step === null || concludedOn !== null || hasEnded({ end }, today)) return [];
  if (today < addDays(start, -AHEAD_DAYS.conclusion)) return [];
  return [watch("contract-late", addOpenDays(start, step.value), today, CONCLUSION_DAYS, step.from)];
}

/** What of an employment contract is watched. */
interface WatchedContract {
  readonly level: string;
  readonly start: Day;
  readonly end: Day | null;
  /** Months of trial; none where there is no such period, undefined where nobody said. */
  readonly trialMonths?: number | null;
}

/** Watches the months at the first level. */
export function watchLevel({ level, start, end }: WatchedContract, today: Day): Watch[] {
  const step = stepIfAny(FIRST_LEVEL_MONTHS, today);
  if (level !== "first" || step === null || hasEnded({ end }, today)) return [];
  const day = lastOfMonths(start, step.value);
  if (today < addDays(day, -AHEAD_DAYS.firstLevel)) return [];
  return [watch("first-level", day, today, FIRST_LEVEL_MONTHS, step.from)];
}

/** Watches the end of the trial period; once it has passed there is nothing to say. */
export function watchTrial({ start, end, trialMonths }: WatchedContract, today: Day): Watch[] {
  if (trialMonths == null || trialMonths === 0 || hasEnded({ end }, today)) return [];
  const day = lastOfMonths(start, trialMonths);
  if (today > day || today < addDays(day, -AHEAD_DAYS.trialEnd)) return [];
  return [{ code: "trial-end", day, isLate: false, source: null }];
}

/**
 * Watches the days that the client has ordered.
 * @param used how many were declared, in days. The day is the one on which they run out, where every working day from today on is worked.
 */
export function watchDays(
  { daysOrdered, end }: { readonly daysOrdered?: number | null; readonly end: Day | null },
  used: number,
  today: Day,
): Watch[] {
  if (daysOrdered == null || hasEnded({ end }, today)) return [];
  const left = Math.round((daysOrdered - used) * 100) / 100;
  if (left > Math.max(LEAST_LEFT, daysOrdered * LEAST_SHARE)) return [];
  const day = left <= 0 ? today : addWorkingDays(today, Math.ceil(left));
  return [{ code: "days-left", day, isLate: left <= 0, source: null, left }];
}

/**
 * Says by when a price that was agreed on a day had to be told, and whether it was told later. Only the day is known: its last moment counts.
 * @param toldAt the instant at which the company was told.
 */
export function watchPrice(agreedOn: Day, toldAt: string): Watch[] {
  const step = stepIfAny(PRICE_HOURS, agreedOn);
  if (step === null) return [];
  const end = instantInParis(addDays(agreedOn, 1), "00:00").getTime() + step.value * 3_600_000;
  const day = dayInParis(new Date(end - 1));
  if (new Date(toldAt).getTime() < end) return [];
  return [{ code: "price-late", day, isLate: true, source: sourceOf(PRICE_HOURS, step.from) }];
}

function hasEnded({ end }: { readonly end: Day | null }, today: Day): boolean {
  return end !== null && end < today;
}

function watch(code: WatchCode, day: Day, today: Day, law: Dated<number>, from: Day): Watch {
  return { code, day, isLate: day < today, source: sourceOf(law, from) };
}

function sourceOf(law: Dated<number>, from: Day): string {
  const step = stepIfAny(law, from);
  return step === null ? "" : citation(step.text, step.from);
}
