import type { Context } from "../cli/context.ts";
import type { Day } from "../domain/calendar.ts";
import { parseDay } from "../domain/typed/day.ts";
import { namesYear } from "../domain/typed/month.ts";

/** What asking for a day uses of a run. */
export type AsksDays = Pick<Context, "say" | "today" | "prompt" | "note">;

/** Asks for a day that is not to come, as the session's language writes it, and says which one was understood. Gives it as `2026-11-18`. */
export async function askDay(context: AsksDays, message: string, proposed: Day | null): Promise<Day> {
  const { format, typed: words } = context.say;
  const prompt = await context.prompt();
  if (prompt === null) throw new TypeError("a question that nobody can answer");
  const read = (typed: string) => parseDay(typed, context.today());
  const typed = await prompt.text(message, proposed === null ? undefined : format.typedDay(proposed), read);
  const day = read(typed);
  if (!namesYear(typed)) context.note(words.day(format.day(day)));
  return day;
}
