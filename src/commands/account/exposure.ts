import type { Context } from "../../cli/context.ts";
import type { Cents } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { findExposure } from "../../flows/money.ts";
import { Settings } from "../../store/settings.ts";
import { exposureJson, exposureText } from "../../view/exposure.ts";

interface Input {
  readonly threshold?: Cents;
  readonly check?: boolean;
}

/**
 * Shows what of a porté's lies at the company against what would pay it, and warns above a threshold: the one
 * that is typed, or that `porte config` sets.
 * @throws {PorteError} `check.found` above it where that is checked, `usage.missing_option` where there is none to check.
 */
export async function run(
  context: Pick<Context, "say" | "look" | "machine" | "session" | "wait" | "warn" | "show">,
  { threshold: typed, check = false }: Input,
): Promise<void> {
  const threshold = typed ?? new Settings(context.machine().folders).preferences.exposureThreshold;
  if (check && threshold === undefined)
    throw new PorteError("usage.missing_option", {
      option: "--threshold",
      command: "porte account exposure --check",
      takes: "<euros>",
    });
  const exposure = await context.wait(findExposure(await context.session()));
  const isOver = threshold !== undefined && exposure.totalCents > threshold;
  const { format, money } = context.say;
  if (isOver) context.warn(money.over(format.euros(exposure.totalCents), format.euros(threshold)), "exposure");
  context.show(exposureJson(exposure, threshold ?? null), () => exposureText(context.look, exposure));
  if (check && isOver) throw new PorteError("check.found", { count: 1 });
}
