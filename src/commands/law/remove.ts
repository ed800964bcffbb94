import type { Context } from "../../cli/context.ts";
import { removeLaw } from "../../flows/law.ts";

/** Takes a file of law away. @throws {PorteError} `law.unknown`. */
export async function run(
  context: Pick<Context, "say" | "machine" | "show">,
  { name }: { readonly name: string },
): Promise<void> {
  const file = await removeLaw(context.machine().folders, name);
  context.show({ removed: { name, file } }, () => context.say.law.removed(name));
}
