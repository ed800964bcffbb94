import type { Context } from "../../cli/context.ts";
import { closest } from "../../domain/closest.ts";
import { PorteError } from "../../errors.ts";
import { readSchemas } from "../../flows/answer-schemas.ts";

/** What a group answers by itself. */
const USUAL = ["", " list", " show"];

/** Shows the JSON Schema of what a command answers; without a command, which ones there are. @throws {PorteError} `usage.no_answer`. */
export function run(
  context: Pick<Context, "packageFolder" | "show">,
  { command = [] }: { readonly command?: readonly string[] },
): Promise<void> {
  return showSchema(context, "porte", command.join(" "));
}

/** The same of a program. @throws {PorteError} `usage.no_answer`. */
export async function showSchema(
  context: Pick<Context, "packageFolder" | "show">,
  program: Parameters<typeof readSchemas>[1],
  words: string,
): Promise<void> {
  const schemas = await readSchemas(context.packageFolder, program);
  const known = Object.keys(schemas).filter((path) => path !== "");
  if (words === "") return context.show({ commands: known.map((path) => ({ command: path })) }, () => known.join("\n"));
  const path = USUAL.map((end) => `${words}${end}`).find((one) => known.includes(one));
  const schema = path === undefined ? undefined : schemas[path];
  if (schema === undefined) {
    const near = closest(words, known);
    throw new PorteError("usage.no_answer", { command: words, known: near.length > 0 ? near : known });
  }
  context.show(schema, () => JSON.stringify(schema, null, 2));
}
