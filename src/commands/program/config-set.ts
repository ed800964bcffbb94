import type { Context } from "../../cli/context.ts";
import { changeSetting, settingInForce, settingNamed } from "../../flows/config.ts";
import type { Machine } from "../../flows/session.ts";
import type { SettingKey } from "../../flows/setting-keys.ts";

/** Sets one on this machine; says so where something else than the file still decides. @throws {PorteError} `usage.unknown_setting`. */
export async function run(
  context: Pick<Context, "say" | "machine" | "readStdin" | "warn" | "show">,
  { setting, value }: { readonly setting: string; readonly value: string },
): Promise<void> {
  const key = settingNamed(setting);
  const machine = context.machine();
  const isSecret = key === "mail.password" && SECRET.has(value);
  const found = isSecret
    ? await changePassword(context, machine, key, value)
    : await changeSetting(machine, key, value);
  const { config } = context.say;
  context.show(found, () => config.isNow(found.key, found.value));
  if (found.source === "environment" && value !== "default")
    context.warn(config.overruled(found.place ?? ""), "setting-overruled");
}

/** What a password is changed by: what stands on stdin, or nothing. */
const SECRET: ReadonlySet<string> = new Set(["-", "default"]);

/** A password is read from stdin, so that no history of a shell holds it. */
async function changePassword(context: Pick<Context, "readStdin">, machine: Machine, key: SettingKey, value: string) {
  const { forgetMailPassword, keepMailPassword } = await import("../../flows/mail-password.ts");
  const typed = value === "-" ? (await context.readStdin()).replace(/\r?\n$/, "") : "";
  if (typed === "") await forgetMailPassword(machine);
  else await keepMailPassword(machine, typed);
  return settingInForce(machine, key);
}
