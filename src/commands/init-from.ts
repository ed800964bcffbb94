import type { Context } from "../cli/context.ts";
import { kebabCase } from "../domain/kebab.ts";
import { PorteError } from "../errors.ts";
import { openPoints, restoreProfile } from "../flows/local/restore.ts";
import { restoredJson, restoredText } from "../view/restored.ts";

/**
 * Makes a profile of an export, which says all of it.
 * @param others what else was typed.
 * @throws {PorteError} `usage.conflict` where anything else was, what `restoreProfile` throws; `check.found` for what could not be taken, or is
 * said otherwise here.
 */
export async function makeFrom(
  context: Pick<Context, "look" | "ownSession" | "wait" | "show">,
  from: string,
  others: Readonly<Record<string, unknown>>,
): Promise<void> {
  const [typed] = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (typed !== undefined) throw new PorteError("usage.conflict", { options: ["--from", `--${kebabCase(typed)}`] });
  const restored = await context.wait(restoreProfile(await context.ownSession(), from));
  context.show(restoredJson(restored), () => restoredText(context.look, restored));
  const count = openPoints(restored);
  if (count > 0) throw new PorteError("check.found", { count });
}
