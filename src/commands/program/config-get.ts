import type { Context } from "../../cli/context.ts";
import { settingInForce, settingNamed } from "../../flows/config.ts";

/** Shows what a setting is now. @throws {PorteError} `usage.unknown_setting`. */
export async function run(
  context: Pick<Context, "machine" | "show">,
  { setting }: { readonly setting: string },
): Promise<void> {
  const found = settingInForce(context.machine(), settingNamed(setting));
  context.show(found, () => found.value);
}
