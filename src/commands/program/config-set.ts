import type { Context } from "../../cli/context.ts";
import { changeSetting, settingNamed } from "../../flows/config.ts";

/** Sets one on this machine; says so where something else than the file still decides. @throws {PorteError} `usage.unknown_setting`. */
export async function run(
  context: Pick<Context, "say" | "machine" | "warn" | "show">,
  { setting, value }: { readonly setting: string; readonly value: string },
): Promise<void> {
  const found = await changeSetting(context.machine(), settingNamed(setting), value);
  const { config } = context.say;
  context.show(found, () => config.isNow(found.key, found.value));
  if (found.source === "environment" && value !== "default")
    context.warn(config.overruled(found.place ?? ""), "setting-overruled");
}
