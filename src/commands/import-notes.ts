import type { Context } from "../cli/context.ts";
import type { ImportNote } from "../domain/time-intervals.ts";

const LONGEST = 120;

/** Says in one sentence what an import left aside, and where it stands. */
export function noteWords({ say }: Pick<Context, "say">, { code, text, day, at, detail }: ImportNote): string {
  const short = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words);
  const where = day === null ? say.imports.line(at) : say.format.day(day);
  return say.imports.notes[code](short(text), where, short(detail ?? ""), at);
}
