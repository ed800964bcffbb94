import type { InputSpec } from "../commands/command.ts";
import type { Sentences } from "../i18n/sentences.ts";

/** The words of a help page: `declare.month` is the catalogue's `help.declare.month`, and a key of three parts starts at its top. */
export function helpOf({ help }: Pick<InputSpec, "help">, say: Sentences): string {
  const parts = help?.split(".") ?? [];
  let found: unknown = parts.length === 2 ? say.help : say;
  for (const part of parts) found = (found as Readonly<Record<string, unknown>>)[part];
  return typeof found === "string" ? found : "";
}
