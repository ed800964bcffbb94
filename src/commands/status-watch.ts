import type { Context } from "../cli/context.ts";
import { type Seen, watch } from "../flows/status/watch.ts";
import { statusText, watchLines } from "../view/status.ts";

/** What watching uses of a run. */
export type Watches = Pick<
  Context,
  "look" | "say" | "words" | "machine" | "signal" | "isJson" | "show" | "stream" | "note" | "announce"
>;

/** Draws from the first row on, and clears what is below. */
const FROM_THE_TOP = "\u001b[H\u001b[J";

/** Shows how things stand until it is interrupted, anew with each change; with `--json` a line for each. */
export async function run(context: Watches): Promise<void> {
  const machine = context.machine();
  for await (const seen of watch(machine, context.signal)) {
    if (context.isJson()) await context.stream(each(watchLines(seen.overview, seen)));
    else await draw(context, seen, machine.today());
  }
}

async function draw(context: Watches, { overview, asOf, away }: Seen, today: string): Promise<void> {
  const { look, say, words } = context;
  const { format, status } = say;
  const line =
    away === null ? status.live(format.instant(asOf)) : `${words(away)} ${status.notLive(format.instant(asOf))}`;
  if (look.width !== null) await context.stream(each([FROM_THE_TOP]));
  context.show({}, () => `${statusText(look, overview, today)}\n${look.paint.soft(line)}`);
}

async function* each(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}
