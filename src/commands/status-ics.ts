import { resolve } from "node:path";
import type { Context } from "../cli/context.ts";
import { shortIds } from "../domain/short-id.ts";
import { agendaOf } from "../domain/status/agenda.ts";
import { statusFacts } from "../flows/overview.ts";
import type { Session } from "../flows/session.ts";
import { writeWhole } from "../store/files.ts";
import { calendarFile } from "../view/ics.ts";
import { statusLine } from "../view/status.ts";

/** Writes a calendar of what is due, in a file or on stdout. */
export async function run(
  context: Pick<Context, "look" | "say" | "show" | "stream" | "wait">,
  session: Session,
  file: string,
): Promise<void> {
  const { machine, url } = session;
  const facts = await context.wait(statusFacts(session));
  const short = shortIds(facts.said.expenses.map(({ id }) => id));
  const host = URL.canParse(url) ? new URL(url).hostname : "local";
  const entries = agendaOf(facts, short).map(({ uid, day, item, command }) => ({
    ...{ uid: `${uid}@${host}`, day, title: statusLine(context.look, item, machine.today()), text: command },
  }));
  const text = calendarFile(entries, machine.now());
  if (file === "-") return context.stream(only(text));
  const written = resolve(file);
  await writeWhole(written, text);
  context.show({ file: written, count: entries.length }, () => context.say.status.calendar(written, entries.length));
}

async function* only(text: string): AsyncGenerator<string> {
  yield text;
}
