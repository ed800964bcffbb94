import type { Context } from "../../cli/context.ts";
import { checkLaw } from "../../flows/law.ts";
import { checkedJson, lackingText } from "./checked.ts";

/** Says whether a file could be added, what it adds, and what would still be unchecked. @throws {PorteError} `law.file`. */
export async function run(
  context: Pick<Context, "say" | "look" | "machine" | "show">,
  { file }: { readonly file: string },
): Promise<void> {
  const found = checkLaw(context.machine().folders, file);
  const rows = found.tables.reduce((total, { steps }) => total + steps, 0);
  context.show(checkedJson(found), () =>
    [context.say.law.fine(found.name, rows, found.tables.length), ...lackingText(context, found)].join("\n"),
  );
}
