import { readAddress } from "../domain/mail-address.ts";
import { parseCount, positiveEuros, toEuros } from "../domain/money.ts";
import { NIGHT, parseQuietHours } from "../domain/status/quiet-hours.ts";
import { PorteError } from "../errors.ts";
import { CredentialStore } from "../store/credentials.ts";
import { MAIL_SECURITY, type MailPreferences } from "../store/preferences.ts";
import { type HeldSettings, Settings } from "../store/settings.ts";
import { ownTemplates } from "./local/own-templates.ts";
import { MAIL_PASSWORD } from "./mail-password.ts";
import type { Machine } from "./session.ts";
import { SETTING_KEYS, type SettingKey } from "./setting-keys.ts";

/** Where the value of a setting comes from. */
export type SettingSource = "option" | "environment" | "file" | "default";

/** One setting as it is in force. */
export interface SettingInForce {
  readonly key: SettingKey;
  readonly value: string;
  readonly source: SettingSource;
  /** The variable or the file that says it; null for a default or an option. */
  readonly place: string | null;
}

/** What takes a setting back to its default. */
const USUAL = "default";

interface Setting {
  readonly byDefault: string;
  /** The variables that say it before the file does, each with how it is read; the first one that is there counts. */
  readonly variables: readonly (readonly [name: string, read: (value: string) => string])[];
  readonly kept: (settings: Settings) => string | undefined;
  /** Reads what is typed. @throws {PorteError} `usage.choice`, `input.count`, `input.amount`. */
  readonly read: (typed: string, settings: Settings) => string;
  /** Writes what was read; undefined takes it back to the default. */
  readonly keep: (held: HeldSettings, value: string | undefined) => void;
}

const MAX_TIMEOUT_S = 600;
const MAX_PORT = 65_535;
const same = (value: string) => value;

/** A setting that takes one of some words. */
function oneOf(option: SettingKey, choices: readonly string[]) {
  return (value: string): string => {
    if (!choices.includes(value)) throw new PorteError("usage.choice", { option, value, choices });
    return value;
  };
}

/** Every setting, by its name. */
const SETTINGS: Readonly<Record<SettingKey, Setting>> = {
  profile: {
    byDefault: USUAL,
    variables: [["PORTE_PROFILE", same]],
    kept: ({ defaultProfile }) => (defaultProfile === USUAL ? undefined : defaultProfile),
    read: (typed, settings) => oneOf("profile", settings.profileNames())(typed),
    keep: (held, value) => held.keepDefaultProfile(value ?? USUAL),
  },
  lang: {
    byDefault: "fr",
    variables: [["PORTE_LANG", same]],
    kept: ({ preferences }) => preferences.lang,
    read: oneOf("lang", ["fr", "en"]),
    keep: (held, value) => held.keepPreference("lang", value),
  },
  timeout: {
    byDefault: "15",
    variables: [],
    kept: ({ preferences }) => preferences.timeout?.toString(),
    read: (typed) => parseCount(typed, 1, MAX_TIMEOUT_S).toString(),
    keep: (held, value) => held.keepPreference("timeout", value === undefined ? undefined : Number(value)),
  },
  color: {
    byDefault: "auto",
    variables: [
      ["NO_COLOR", () => "never"],
      ["FORCE_COLOR", (value) => (value === "0" ? "never" : "auto")],
    ],
    kept: ({ preferences }) => preferences.color,
    read: oneOf("color", ["auto", "never"]),
    keep: (held, value) => held.keepPreference("color", value),
  },
  "exposure-threshold": {
    byDefault: "none",
    variables: [],
    kept: ({ preferences: { exposureThreshold: cents } }) => (cents === undefined ? undefined : String(toEuros(cents))),
    read: (typed) => String(toEuros(positiveEuros(typed))),
    keep: (held, value) =>
      held.keepPreference("exposureThreshold", value === undefined ? undefined : positiveEuros(value)),
  },
  "remind.quiet": {
    byDefault: NIGHT,
    variables: [],
    kept: ({ preferences }) => preferences.remindQuiet,
    read: (typed) => (parseQuietHours(typed, "remind.quiet") === null ? "none" : typed),
    keep: (held, value) => held.keepPreference("remindQuiet", value),
  },
  "mail.host": ofMail("host", (typed) => typed.trim()),
  "mail.port": {
    ...ofMail("port", (typed) => parseCount(typed, 1, MAX_PORT).toString()),
    keep: (held, value) => held.keepMail({ port: value === undefined ? undefined : Number(value) }),
  },
  "mail.security": ofMail("security", (typed) => oneOf("mail.security", MAIL_SECURITY)(typed)),
  "mail.user": ofMail("user", (typed) => typed),
  "mail.from": ofMail("from", readAddress),
  "mail.password": {
    ...ofMail("passwordIn", () => {
      throw new PorteError("delivery.secret", {});
    }),
    variables: [[MAIL_PASSWORD, () => "***"]],
  },
};

/** A setting of the mail server; where nobody said it, there is none. */
function ofMail(name: keyof MailPreferences, read: (typed: string) => string): Setting {
  return {
    byDefault: "",
    variables: [],
    kept: ({ preferences: { mail } }) => mail?.[name]?.toString(),
    read,
    keep: (held, value) => held.keepMail({ [name]: value }),
  };
}

/** Names a setting. @throws {PorteError} `usage.unknown_setting`. */
export function settingNamed(typed: string): SettingKey {
  const key = SETTING_KEYS.find((one) => one === typed);
  if (key === undefined) throw new PorteError("usage.unknown_setting", { setting: typed, known: SETTING_KEYS });
  return key;
}

/** Says what a setting is now, and what says so. */
export function settingInForce(machine: Machine, key: SettingKey): SettingInForce {
  const settings = new Settings(machine.folders);
  const { variables, kept, byDefault } = SETTINGS[key];
  if (key === "profile" && machine.profile !== undefined)
    return { key, value: machine.profile, source: "option", place: null };
  for (const [name, read] of variables) {
    const value = machine.env[name];
    if (value) return { key, value: read(value), source: "environment", place: name };
  }
  const value = kept(settings);
  if (value !== undefined) return { key, value, source: "file", place: settings.file };
  const locale = key === "lang" ? localeOf(machine.env) : null;
  if (locale !== null) return { key, value: locale.value, source: "environment", place: locale.name };
  return { key, value: byDefault, source: "default", place: null };
}

/** What the machine's locale says of the language, where it speaks English: French is the default. */
function localeOf(env: Machine["env"]): { readonly name: string; readonly value: string } | null {
  const name = ["LC_ALL", "LC_MESSAGES", "LANG"].find((one) => env[one]);
  return name !== undefined && env[name]?.startsWith("en") ? { name, value: "en" } : null;
}

/** Sets one on this machine, `default` as it was at first, and says what is now in force. @throws {PorteError} for a value that it cannot have. */
export async function changeSetting(machine: Machine, key: SettingKey, typed: string): Promise<SettingInForce> {
  const settings = new Settings(machine.folders);
  const value = typed === USUAL ? undefined : SETTINGS[key].read(typed, settings);
  await settings.inTurn(async (held) => SETTINGS[key].keep(held, value));
  return settingInForce(machine, key);
}

/** Names each place where porte keeps something on this machine. */
export function placesOf({ folders }: Machine) {
  const settings = new Settings(folders);
  const credentials = new CredentialStore(folders);
  return [
    { name: "settings", path: settings.file },
    { name: "credentials", path: credentials.folder },
    { name: "data", path: folders.data },
    { name: "templates", path: ownTemplates({ folders }) },
  ] as const;
}
