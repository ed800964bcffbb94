import type { Context } from "../../cli/context.ts";
import type { Prompt } from "../../cli/prompt.ts";
import { type Entry, isWork, KINDS, type Kind, missionEntry, needsMission, plainEntry } from "../../domain/activity.ts";
import { type Day, parseDays, writeDays } from "../../domain/calendar.ts";
import { isRestDay } from "../../domain/holidays.ts";
import { putEntry } from "../../domain/month-words.ts";
import { parseHours } from "../../domain/working-time.ts";
import { PorteError } from "../../errors.ts";
import { dayHoursOf, guessedDays, type MonthAtHand } from "../../flows/activity/declare.ts";
import { guessedMonth, keepMonth } from "../../flows/activity/month-view.ts";
import type { Owner } from "../../flows/activity/outbox.ts";

type Days = Awaited<ReturnType<typeof guessedMonth>>;
type Mission = MonthAtHand["missions"][number];
type Step = Kind | "done" | "clear" | "undo";

interface Asking {
  readonly context: Context;
  readonly owner: Owner;
  readonly prompt: Prompt;
  readonly atHand: MonthAtHand;
  /** Whether a run of days holds its rest days too. */
  readonly restDays: boolean;
}

/**
 * Asks for all that a month can hold in plain questions, one after the other: what the screen does with keys, from the same guess. Each
 * answer is on disk before the next question.
 * @throws {PorteError} `activity.empty` for nothing: a month without activity is said by `--empty`.
 */
export async function askMonth(asking: Asking, mission: Mission): Promise<Days> {
  const past: Days[] = [];
  let days = await askWorked(asking, mission);
  for (;;) {
    await keepMonth(asking.owner, asking.atHand, days);
    asking.context.keeps();
    const step = await askStep(asking, past.length > 0);
    if (step === "done" && days.length === 0) throw new PorteError("activity.empty", { month: asking.atHand.month });
    if (step === "done") return days;
    if (step === "undo") days = past.pop() ?? days;
    else {
      past.push(days);
      days = await changed(asking, days, step);
    }
  }
}

/** Asks which days were the mission's, with those of the guess as the proposal; what else the guess holds stays. */
async function askWorked({ owner, atHand, ...asking }: Asking, mission: Mission): Promise<Days> {
  const others = atHand.missions.filter((one) => one !== mission);
  const guess = await guessedMonth(owner, { ...atHand, missions: [mission, ...others] });
  const isWorked = ({ kind, mission: named }: Entry) => kind === "mission" && named === mission.reference;
  const worked = guess.filter(({ entries }) => entries.some(isWorked)).map(({ date }) => date);
  const proposed = worked.length === 0 ? guessedDays(atHand, mission) : worked;
  const typed = await asking.prompt.text(asking.context.say.declare.askDays, writeDays(proposed));
  const listed = daysFrom({ owner, atHand, ...asking }, typed);
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

async function askStep({ context, prompt }: Asking, canUndo: boolean): Promise<Step> {
  const { declare, kinds } = context.say;
  return prompt.choice<Step>(declare.askMore, [
    { name: declare.nothingMore, value: "done" },
    ...KINDS.map((kind) => ({ name: kinds[kind], value: kind })),
    { name: declare.clearDays, value: "clear" },
    ...(canUndo ? [{ name: declare.stepBack, value: "undo" as const }] : []),
  ]);
}

/** Sets or clears the days that are named; a half leaves the other half of a day as it was. */
async function changed(asking: Asking, days: Days, step: Kind | "clear"): Promise<Days> {
  const { context, prompt } = asking;
  const { declare, kinds } = context.say;
  const name = step === "clear" ? declare.clearDays : kinds[step];
  const listed = daysFrom(asking, await prompt.text(declare.askWhichDays(name)));
  if (step === "clear") return days.filter(({ date }) => !listed.includes(date));
  const whole = needsMission(step) ? missionEntry(step, await askMission(asking), 1) : plainEntry(step, 1);
  const length = await prompt.choice(declare.askLength, [
    { name: context.say.format.days(1), value: "whole" },
    { name: context.say.format.days(0.5), value: "half" },
  ]);
  const entry = await withAskedHours(asking, whole, length === "half");
  return listed.reduce((all, date) => putEntry(all, date, entry, length === "half"), days);
}

/** Where the contract counts hours, asks for those of such a day. */
async function withAskedHours({ context, prompt, atHand }: Asking, entry: Entry, isHalf: boolean): Promise<Entry> {
  if (atHand.workingTime !== "hours" || !isWork(entry.kind)) return entry;
  const usual = dayHoursOf(atHand, undefined)(entry.mission) * (isHalf ? 0.5 : 1);
  return { ...entry, hours: parseHours(await prompt.text(context.say.declare.askHours, String(usual))) };
}

async function askMission({ context, prompt, atHand }: Asking): Promise<string> {
  const [only, ...others] = atHand.missions;
  if (only !== undefined && others.length === 0) return only.reference;
  return prompt.choice(
    context.say.declare.askMission,
    atHand.missions.map(({ reference, client }) => ({ name: `${reference} · ${client}`, value: reference })),
  );
}

function daysFrom({ atHand, restDays }: Asking, text: string): Day[] {
  const { month, alsaceMoselle } = atHand;
  return text.trim() === "" ? [] : parseDays(text, month, (day) => restDays || !isRestDay(day, alsaceMoselle));
}
