import type { Context } from "../../cli/context.ts";
import { keepLaw } from "../../flows/law.ts";
import { checkedJson, lackingText } from "./checked.ts";

interface Input {
  readonly file: string;
  /** Whether a kept file of the same name is replaced. */
  readonly force?: boolean;
}

/** Keeps a file on this machine. @throws {PorteError} `law.file`, `law.exists`. */
export async function run(
  context: Pick<Context, "say" | "look" | "machine" | "show">,
  { file, force = false }: Input,
): Promise<void> {
  const found = await keepLaw(context.machine().folders, file, force);
  context.show({ state: found.state, ...checkedJson(found), file: found.kept }, () =>
    [context.say.law.kept[found.state](found.name, found.kept), ...lackingText(context, found)].join("\n"),
  );
}
