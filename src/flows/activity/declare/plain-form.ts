import type { Schemas } from "../../../client/company.ts";
import {
  type Entry,
  isWork,
  type Kind,
  missionEntry,
  needsMission,
  plainEntry,
  type ReportDay,
} from "../../../domain/activity.ts";
import type { Day } from "../../../domain/calendar.ts";
import { dayHoursOf, guessedDays } from "../../../domain/declaration/facts.ts";
import { isRestDay } from "../../../domain/holidays.ts";
import { parseHours } from "../../../domain/hours.ts";
import { putEntry } from "../../../domain/month-words.ts";
import { parseDays, writeDays } from "../../../domain/typed/days.ts";
import { PorteError } from "../../../errors.ts";
import type { PlainQuestions } from "./interview.ts";
import type { MonthAtHand } from "./month-at-hand.ts";

type Days = readonly ReportDay[];

/** What a month that is filled by questions begins with. */
interface PlainStart {
  readonly mission: Schemas["Mission"];
  readonly guess: Days;
  /** Whether a run of days holds its rest days too. */
  readonly restDays: boolean;
  readonly today: Day;
  /** Keeps what was said so far: on disk before the next question. */
  keep(days: Days): Promise<void>;
}

interface Asking {
  readonly today: Day;
  readonly atHand: MonthAtHand;
  readonly restDays: boolean;
  readonly questions: PlainQuestions;
}

/**
 * Asks for all that a month can hold in plain questions, one after the other: what the screen does with keys, from the same guess. Each
 * answer is on disk before the next question.
 * @throws {PorteError} `activity.empty` for nothing: a month without activity is said by `--empty`.
 */
export async function askMonth(
  atHand: MonthAtHand,
  { mission, guess, restDays, today, keep }: PlainStart,
  questions: PlainQuestions,
): Promise<Days> {
  const asking: Asking = { atHand, restDays, today, questions };
  const past: Days[] = [];
  let days = await askWorked(asking, mission, guess);
  for (;;) {
    await keep(days);
    const step = await questions.more(past.length > 0);
    if (step === "done" && days.length === 0) throw new PorteError("activity.empty", { month: atHand.month });
    if (step === "done") return days;
    if (step === "undo") days = past.pop() ?? days;
    else {
      past.push(days);
      days = await changed(asking, days, step);
    }
  }
}

/** Asks which days were the mission's, with those of the guess as the proposal; what else the guess holds stays. */
async function askWorked(asking: Asking, mission: Schemas["Mission"], guess: Days): Promise<Days> {
  const isWorked = ({ kind, mission: named }: Entry) => kind === "mission" && named === mission.reference;
  const worked = guess.filter(({ entries }) => entries.some(isWorked)).map(({ date }) => date);
  const proposed = worked.length === 0 ? guessedDays(asking.atHand, mission) : worked;
  const listed = daysFrom(
    asking,
    await asking.questions.worked(writeDays(proposed), (typed) => daysFrom(asking, typed)),
  );
  const kept = guess.map(({ date, entries }) => ({
    date,
    entries: listed.includes(date) ? entries : entries.filter((entry) => !isWorked(entry)),
  }));
  const entry = missionEntry("mission", mission.reference, 1);
  return listed
    .filter((date) => !worked.includes(date))
    .reduce((days: Days, date) => putEntry(days, date, entry, false), kept)
    .filter(({ entries }) => entries.length > 0);
}

/** Sets or clears the days that are named; a half leaves the other half of a day as it was. */
async function changed(asking: Asking, days: Days, step: Kind | "clear"): Promise<Days> {
  const { questions } = asking;
  const listed = daysFrom(asking, await questions.whichDays(step, (typed) => daysFrom(asking, typed)));
  if (step === "clear") return days.filter(({ date }) => !listed.includes(date));
  const whole = needsMission(step) ? missionEntry(step, await askMission(asking), 1) : plainEntry(step, 1);
  const isHalf = await questions.isHalf();
  const entry = await withAskedHours(asking, whole, isHalf);
  return listed.reduce((all, date) => putEntry(all, date, entry, isHalf), days);
}

/** Where the contract counts hours, asks for those of such a day. */
async function withAskedHours({ questions, atHand }: Asking, entry: Entry, isHalf: boolean): Promise<Entry> {
  if (atHand.workingTime !== "hours" || !isWork(entry.kind)) return entry;
  const usual = dayHoursOf(atHand, undefined)(entry.mission) * (isHalf ? 0.5 : 1);
  return { ...entry, hours: parseHours(await questions.hours(usual)) };
}

async function askMission({ questions, atHand }: Asking): Promise<string> {
  const [only, ...others] = atHand.missions;
  return only !== undefined && others.length === 0 ? only.reference : questions.mission(atHand.missions);
}

function daysFrom({ atHand, restDays, today }: Asking, text: string): Day[] {
  const { month, alsaceMoselle } = atHand;
  return text.trim() === "" ? [] : parseDays(text, month, (day) => restDays || !isRestDay(day, alsaceMoselle), today);
}
