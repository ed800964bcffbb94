import type { Context } from "../../cli/context.ts";
import type { ReportDay } from "../../domain/activity.ts";
import { parseTimes, withTimes } from "../../domain/clock-times.ts";
import { isRestDay } from "../../domain/holidays.ts";
import { REST_WORDS, type RestStatement, type RestWord, restStated } from "../../domain/rest-statement.ts";
import type { WorkedTime } from "../../domain/working-time.ts";
import type { MonthAtHand } from "../../flows/activity/declare.ts";

/** What may be said of a month beside its days. */
export interface RestOptions {
  readonly rest?: RestWord;
  readonly restDaysGivenUp?: number;
  readonly times?: readonly string[];
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** Gives days their clock times: those that are typed over those that stood. @throws {PorteError} `input.times`, `input.days`. */
export async function timed(
  days: readonly ReportDay[],
  atHand: MonthAtHand,
  { times = [] }: RestOptions,
): Promise<ReportDay[]> {
  const { standingDays } = await import("../../flows/activity/declare.ts");
  const { month, alsaceMoselle } = atHand;
  const said = parseTimes(times, month, (day) => !isRestDay(day, alsaceMoselle));
  return withTimes<ReportDay>(days, standingDays(atHand), said);
}

/** The warnings after which somebody who can answer is asked: those on rest, and on days of a forfait that were not rested. */
const ASKED_AFTER: ReadonlySet<string> = new Set(["daily-rest", "weekly-rest", "forfait-days", "forfait-most"]);

/**
 * What is stated of a month's rest: what is typed, else what stood; where neither says anything and a warning makes it matter, it is asked
 * once. A script states nothing.
 */
export async function restGiven(
  context: Context,
  options: RestOptions,
  { atHand, worked }: { readonly atHand: MonthAtHand; readonly worked: WorkedTime },
): Promise<RestStatement | null> {
  const { standingRest } = await import("../../flows/activity/declare.ts");
  const stated = restStated(options.rest, options.restDaysGivenUp, standingRest(atHand));
  const isAnswered = stated !== null || options.rest !== undefined || options.yes === true || options.dryRun === true;
  const isAsked = worked.workingTime !== "days" && worked.warnings.some(({ code }) => ASKED_AFTER.has(code));
  const prompt = isAnswered || !isAsked ? null : await context.prompt();
  if (prompt === null) return stated;
  const { askRest, rests } = context.say.declare;
  const word = await prompt.choice<RestWord>(
    askRest,
    REST_WORDS.map((value) => ({ name: rests[value], value })),
  );
  return restStated(word, undefined, null);
}

/** Asks whether the work on rest days is meant; where nobody can answer, it is not. */
export async function confirmed(context: Context, restDays: readonly string[]): Promise<boolean> {
  const prompt = await context.prompt();
  const { declare, format } = context.say;
  return (await prompt?.confirm(declare.askRestDays(restDays.map(format.day).join(", ")))) ?? false;
}
