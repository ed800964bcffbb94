import type { Context } from "../cli/context.ts";
import { type Seen, watch } from "../flows/status/watch.ts";
import { jsonText } from "../i18n/printable.ts";
import { statusJson, statusText } from "../view/status.ts";

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
    if (context.isJson()) await context.stream(linesOf(seen));
    else await draw(context, seen, machine.today());
  }
}

async function* linesOf({ overview, asOf, events, away }: Seen): AsyncGenerator<string> {
  const connection = away === null ? "live" : "away";
  const shown = { connection, ...statusJson(overview, asOf), ...(away === null ? {} : { stale: true }) };
  for (const event of events.length === 0 ? [null] : events) yield `${jsonText({ event, ...shown })}\n`;
}

async function draw(context: Watches, { overview, asOf, away }: Seen, today: string): Promise<void> {
  const { look, say, words } = context;
  const { format, status } = say;
  const line =
    away === null ? status.live(format.instant(asOf)) : `${words(away)} ${status.notLive(format.instant(asOf))}`;
  if (process.stdout.isTTY) await context.stream(only(FROM_THE_TOP));
  context.show({}, () => `${statusText(look, overview, today)}\n${look.paint.soft(line)}`);
}

async function* only(text: string): AsyncGenerator<string> {
  yield text;
}
