import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { topicText } from "../../view/topic.ts";

/** Shows one help topic, by its name in either language. @throws {PorteError} `usage.unknown_topic`. */
export async function run(
  context: Pick<Context, "say" | "look" | "show">,
  { topic }: { readonly topic: string },
): Promise<void> {
  const { topics, help } = context.say;
  const found = topics.find(({ names }) => names.includes(topic.toLowerCase()));
  if (found === undefined)
    throw new PorteError("usage.unknown_topic", { topic, topics: topics.map(({ names }) => names[0] ?? "") });
  /** The codes stand in the help of the whole program, which names them too. */
  const lines = found.lines.length === 0 ? help.exitCodes : found.lines;
  context.show(Object.fromEntries(lines), () => topicText(context.look, { ...found, lines }));
}
