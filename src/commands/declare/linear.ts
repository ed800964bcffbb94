import type { Context } from "../../cli/context.ts";
import type { Prompt } from "../../cli/prompt.ts";
import { type Entry, KINDS, type Kind, needsMission, plainEntry, type ReportDay } from "../../domain/activity.ts";
import { type Day, parseDays, writeDays } from "../../domain/calendar.ts";
import { isRestDay } from "../../domain/holidays.ts";
import { putEntry } from "../../domain/month-words.ts";
import { PorteError } from "../../errors.ts";
import type { MonthAtHand } from "../../flows/activity/declare.ts";

type Days = readonly ReportDay[];
type Step = Kind | "done" | "clear" | "undo";

interface Asking {
  readonly context: Context;
  readonly prompt: Prompt;
  readonly atHand: MonthAtHand;
  /** Whether a run of days holds its rest days too. */
  readonly restDays: boolean;
}

/**
 * Asks for all that a month can hold in plain questions, one after the other: what the screen does with keys.
 * @throws {PorteError} `activity.empty` for nothing: a month without activity is said by `--empty`.
 */
export async function askMonth(asking: Asking, mission: string, guessed: readonly Day[]): Promise<Days> {
  const { declare } = asking.context.say;
  const typed = await asking.prompt.text(declare.askDays, writeDays(guessed));
  const past: Days[] = [];
  let days: Days = daysFrom(asking, typed).map((date) => ({ date, entries: [missionEntry("mission", mission)] }));
  for (;;) {
    const step = await askStep(asking, past.length > 0);
    if (step === "done" && days.length === 0) throw new PorteError("activity.empty", { month: asking.atHand.month });
    if (step === "done") return days;
    const before = days;
    if (step === "undo") days = past.pop() ?? days;
    else {
      days = await changed(asking, days, step);
      past.push(before);
    }
  }
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
  const entry = needsMission(step) ? missionEntry(step, await askMission(asking)) : plainEntry(step, 1);
  const length = await prompt.choice(declare.askLength, [
    { name: context.say.format.days(1), value: "whole" },
    { name: context.say.format.days(0.5), value: "half" },
  ]);
  return listed.reduce((all, date) => putEntry(all, date, entry, length === "half"), days);
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

function missionEntry(kind: Kind, mission: string): Entry {
  return { kind, mission, projectCode: null, amount: 1 };
}
