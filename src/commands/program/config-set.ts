import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { changeSetting, settingInForce, settingNamed } from "../../flows/config.ts";
import type { Machine } from "../../flows/session.ts";
import type { SettingKey } from "../../flows/setting-keys.ts";

type Slice = Pick<Context, "say" | "machine" | "readStdin" | "prompt" | "warn" | "show">;

/**
 * Sets one on this machine; says so where something else than the file still decides. A password is asked for where none is given.
 * @throws {PorteError} `usage.unknown_setting`, `usage.missing_argument`.
 */
export async function run(
  context: Slice,
  { setting, value }: { readonly setting: string; readonly value?: string },
): Promise<void> {
  const key = settingNamed(setting);
  const machine = context.machine();
  const isSecret = value === undefined || (key === "mail.password" && SECRET.has(value));
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

/** A password is read from stdin or asked for, so that no history of a shell holds it; where it is asked for, nothing typed changes nothing. */
async function changePassword(context: Slice, machine: Machine, key: SettingKey, value: string | undefined) {
  const typed = await passwordFrom(context, key, value);
  const { forgetMailPassword, keepMailPassword } = await import("../../flows/mail-password.ts");
  if (typed !== "") await keepMailPassword(machine, typed);
  else if (value !== undefined) await forgetMailPassword(machine);
  return settingInForce(machine, key);
}

/** @throws {PorteError} `usage.missing_argument` for every other setting, and where nobody can be asked. */
async function passwordFrom(context: Slice, key: SettingKey, value: string | undefined): Promise<string> {
  if (value !== undefined) return value === "-" ? (await context.readStdin()).replace(/\r?\n$/, "") : "";
  const prompt = key === "mail.password" ? await context.prompt() : null;
  if (prompt === null)
    throw new PorteError("usage.missing_argument", { argument: "<value>", command: "porte config set" });
  return prompt.secret(context.say.config.askPassword);
}
