import type { Context } from "../../cli/context.ts";
import { versionJson } from "../../view/version.ts";

/** Shows the version of porte, and of what it stands on. */
export async function run(context: Pick<Context, "say" | "version" | "show">): Promise<void> {
  const found = versionJson(context.version);
  context.show(found, () => context.say.program.version(found.version, found.node, found.contract));
}
