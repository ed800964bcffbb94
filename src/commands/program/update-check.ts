import type { Context } from "../../cli/context.ts";
import { askRegistry } from "../../flows/update-check.ts";

/** Asks the registry of npm which version is the latest: the only command that asks anybody but the company, and only when it is typed. */
export async function run(
  context: Pick<Context, "say" | "version" | "machine" | "wait" | "note" | "show">,
): Promise<void> {
  const { program } = context.say;
  const { registry, ask } = askRegistry(context.machine());
  context.note(program.asking(registry));
  const latest = await context.wait(ask());
  const isNewer = isLater(latest, context.version);
  context.show({ installed: context.version, latest, newer: isNewer, registry }, () =>
    isNewer ? program.newer(latest, context.version) : program.upToDate(context.version),
  );
}

/** Compares two versions by their three numbers. */
function isLater(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split("-")[0]?.split(".").map(Number) ?? []);
  for (let index = 0; index < 3; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
