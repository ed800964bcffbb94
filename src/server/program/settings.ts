import { readFileSync } from "node:fs";
import { delimiter } from "node:path";
import type { Command, Option } from "commander";
import { isFailure, PorteError } from "../../errors.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Secrets that no flag takes: any process of the machine reads the words of a command. */
const SECRETS = {
  receiptKey: "PORTE_COMPANY_RECEIPT_KEY",
  bucketKeyId: "AWS_ACCESS_KEY_ID",
  bucketSecret: "AWS_SECRET_ACCESS_KEY",
} as const;

export type Secrets = Readonly<Partial<Record<keyof typeof SECRETS, string>>>;

/** What is asked of one command line, and is no setting of the company. */
const NO_SETTINGS = new Set(["config", "json", "help", "keyFile", "compare", "adoptReceipts"]);

/** The commands that take settings: one file serves them all, and each takes what is its own. */
const COMMANDS = new WeakSet<Command>();

/** Options that may be said several times. */
const REPEATED = new Set(["law"]);

/**
 * Has each option of a command that was not typed taken from the environment, from a file that the environment names, or from the
 * settings file, in this order.
 * @throws {PorteError} `start.setting`, when the command runs, for a setting that is unknown, said twice, or not of its kind.
 */
export function withSettings(command: Command, env: Env, help: string): Command {
  COMMANDS.add(command);
  return command.option("--config <file>", help).hook("preAction", () => {
    const config = configOf(command.opts().config ?? env.PORTE_COMPANY_CONFIG);
    const all = (command.parent?.commands ?? [command]).filter((one) => COMMANDS.has(one)).flatMap(settingsOf);
    const names = new Set([...all.map((option) => option.attributeName()), ...Object.keys(SECRETS)]);
    const unknown = Object.keys(config).find((name) => !names.has(name));
    if (unknown !== undefined) throw new PorteError("start.setting", { setting: unknown, fault: "unknown" });
    for (const option of settingsOf(command)) take(command, option, { env, config });
  });
}

function settingsOf({ options }: Command): Option[] {
  return options.filter((option) => !NO_SETTINGS.has(option.attributeName()));
}

/** The secrets of a command, from the environment, from files that it names, or from the settings file. */
export function secretsOf(command: { config?: string }, env: Env): Secrets {
  const config = configOf(command.config ?? env.PORTE_COMPANY_CONFIG);
  const found = Object.entries(SECRETS).map(([name, variable]) => {
    const inConfig = config[name];
    if (inConfig !== undefined && typeof inConfig !== "string")
      throw new PorteError("start.setting", { setting: name, fault: "kind" });
    return [name, fromEnv(variable, env) ?? inConfig] as const;
  });
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

function take(command: Command, option: Option, { env, config }: { env: Env; config: Record<string, unknown> }): void {
  const name = option.attributeName();
  if (command.getOptionValueSource(name) === "cli") return;
  const variable = variableOf(option);
  const said = fromEnv(variable, env);
  const value = said ?? config[name];
  if (value === undefined) return;
  const setting = said === undefined ? name : variable;
  try {
    command.setOptionValueWithSource(name, parsed(option, value), said === undefined ? "config" : "env");
  } catch (cause) {
    if (isFailure(cause, "start.setting")) throw cause;
    throw new PorteError("start.setting", { setting, fault: "kind" }, { cause });
  }
}

/** `--public-url` is `PORTE_COMPANY_PUBLIC_URL`. */
function variableOf({ long }: Option): string {
  return `PORTE_COMPANY_${(long ?? "").replace(/^--/, "").replaceAll("-", "_").toUpperCase()}`;
}

function fromEnv(variable: string, env: Env): string | undefined {
  const said = env[variable] || undefined;
  const file = env[`${variable}_FILE`] || undefined;
  if (file === undefined) return said;
  if (said !== undefined) throw new PorteError("start.setting", { setting: variable, fault: "twice" });
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new PorteError("start.setting", { setting: `${variable}_FILE`, fault: "file" }, { cause });
  }
}

function configOf(file: string | undefined): Record<string, unknown> {
  if (!file) return {};
  try {
    const config: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof config === "object" && config !== null && !Array.isArray(config)) return { ...config };
  } catch (cause) {
    throw new PorteError("start.setting", { setting: file, fault: "file" }, { cause });
  }
  throw new PorteError("start.setting", { setting: file, fault: "file" });
}

/** Reads a value as the option reads what is typed. @throws {TypeError} for one of another kind. */
function parsed(option: Option, value: unknown): unknown {
  if (option.isBoolean()) return switchOf(value);
  if (REPEATED.has(option.attributeName())) return listOf(value);
  if (typeof value !== "string" && typeof value !== "number") throw new TypeError("a text or a number");
  return option.parseArg === undefined ? String(value) : option.parseArg(String(value), undefined);
}

function switchOf(value: unknown): boolean {
  const known = new Map<unknown, boolean>([
    [true, true],
    ["true", true],
    ["1", true],
    [false, false],
    ["false", false],
    ["0", false],
  ]);
  const is = known.get(value);
  if (is === undefined) throw new TypeError("a switch");
  return is;
}

/** A list is an array in the file, and parted as in PATH in the environment. */
function listOf(value: unknown): string[] {
  const items = typeof value === "string" ? value.split(delimiter).filter((item) => item !== "") : value;
  if (!Array.isArray(items) || !items.every((item) => typeof item === "string")) throw new TypeError("a list");
  return items;
}
