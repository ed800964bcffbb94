import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { examine } from "../../flows/doctor/doctor.ts";
import { checksJson, checksText } from "../../view/doctor.ts";

/** Looks at everything that porte stands on, and shows what to do about it. @throws {PorteError} `check.found` where something is broken. */
export async function run(context: Pick<Context, "look" | "tell" | "machine" | "wait" | "show">): Promise<void> {
  const found = await context.wait(examine(context.machine()));
  const checks = checksJson(context, found);
  context.show({ checks }, () => checksText(context.look, checks));
  const count = checks.filter(({ ok }) => !ok).length;
  if (count > 0) throw new PorteError("check.found", { count });
}
