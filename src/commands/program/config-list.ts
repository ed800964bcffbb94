import type { Context } from "../../cli/context.ts";
import { settingInForce } from "../../flows/config.ts";
import { SETTING_KEYS } from "../../flows/setting-keys.ts";
import { settingsText } from "../../view/config.ts";

/** Shows every setting: what it is, and what says so. */
export async function run(context: Pick<Context, "look" | "machine" | "show">): Promise<void> {
  const machine = context.machine();
  const settings = SETTING_KEYS.map((key) => settingInForce(machine, key));
  context.show({ settings }, () => settingsText(context.look, settings));
}
