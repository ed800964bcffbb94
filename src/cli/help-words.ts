import type { InputSpec } from "../commands/command.ts";
import type { Catalogue } from "../i18n/catalogue.ts";

/** The words of a help page: `declare.month` is the catalogue's `help.declare.month`, and a key of three parts starts at its top. */
export function helpOf({ help }: Pick<InputSpec, "help">, say: Catalogue): string {
  const parts = help?.split(".") ?? [];
  let found: unknown = parts.length === 2 ? say.help : say;
  for (const part of parts) found = (found as Readonly<Record<string, unknown>>)[part];
  return typeof found === "string" ? found : "";
}
