import type { Context } from "../cli/context.ts";
import type { ReportDay } from "../domain/activity.ts";
import { type Day, parseDays, writeDays } from "../domain/calendar.ts";
import { isRestDay } from "../domain/holidays.ts";
import { PorteError } from "../errors.ts";
import type { MonthAtHand } from "../flows/declare.ts";
import type { Session } from "../flows/session.ts";
import { readText } from "../store/read.ts";

/** The ways to say what was worked. */
export interface DaysOptions {
  readonly csv?: string;
  readonly days?: string;
  readonly mission?: string;
  readonly empty?: boolean;
  readonly restDays?: boolean;
}

interface Asked {
  readonly context: Context;
  readonly session: Session;
  readonly atHand: MonthAtHand;
}

/**
 * Reads what was worked from the options, else from the form on a terminal, else from a draft that was not sent.
 * @throws {PorteError} `usage.conflict`, `activity.empty`, `csv.malformed`, `input.days`, `activity.unknown_mission`.
 */
export async function daysGiven(asked: Asked, options: DaysOptions): Promise<readonly ReportDay[]> {
  assertOneWay(options);
  const { context, atHand } = asked;
  const flow = await import("../flows/declare.ts");
  if (options.csv !== undefined) return csvDays(asked, options.csv);
  if (options.empty) return [];
  if (options.days !== undefined) {
    const mission = flow.missionFor(atHand, options.mission);
    return flow.missionDays(typedDays(asked, options.days, options.restDays), mission);
  }
  const prompt = await context.prompt();
  if (prompt === null) return draftDays(asked);
  const mission = await flow.chosenMission(atHand, options.mission, (missions) =>
    prompt.choice(
      context.say.declare.askMission,
      missions.map(({ reference, client }) => ({ name: `${reference} · ${client}`, value: reference })),
    ),
  );
  const typed = await prompt.text(context.say.declare.askDays, writeDays(flow.guessedDays(atHand, mission)));
  return flow.missionDays(typedDays(asked, typed, options.restDays), mission);
}

/** Ranges mean working days, unless work on rest days was confirmed. */
function typedDays({ atHand }: Asked, text: string, restDays = false): Day[] {
  const { month, alsaceMoselle } = atHand;
  const days = parseDays(text, month, (day) => restDays || !isRestDay(day, alsaceMoselle));
  if (days.length === 0) throw new PorteError("activity.empty", { month });
  return days;
}

function assertOneWay({ csv, days, mission, empty }: DaysOptions): void {
  const ways = [
    ...(csv === undefined ? [] : ["--csv"]),
    ...(days === undefined ? [] : ["--days"]),
    ...(empty ? ["--empty"] : []),
    ...(mission === undefined || days !== undefined || (csv === undefined && !empty) ? [] : ["--mission"]),
  ];
  if (ways.length > 1) throw new PorteError("usage.conflict", { options: ways });
}

async function csvDays({ context, atHand }: Asked, file: string): Promise<ReportDay[]> {
  const { readTimesheet } = await import("../flows/timesheet-csv.ts");
  const text = file === "-" ? await context.readStdin() : await readText(file);
  return readTimesheet(file, text, atHand.month);
}

async function draftDays({ session, atHand }: Asked): Promise<readonly ReportDay[]> {
  const { keptDraft } = await import("../flows/declare.ts");
  const draft = await keptDraft(session, atHand.month);
  if (draft === null || draft.sentVersion !== null) throw new PorteError("activity.empty", { month: atHand.month });
  return draft.days;
}
