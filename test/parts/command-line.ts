import { type Command, CommanderError } from "commander";
import { fill, type Start } from "../../src/cli/adapter.ts";
import { commandWord } from "../../src/cli/globals.ts";
import { program } from "../../src/cli/program.ts";
import type { CommandSpec } from "../../src/commands/command.ts";
import { COMPANY_COMMANDS } from "../../src/commands/company/commands.ts";
import { COMMANDS, describe } from "../../src/commands/list.ts";
import { PorteError } from "../../src/errors.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { program as companyProgram } from "../../src/server/main.ts";
import type { ServerContext } from "../../src/server/program/context.ts";

/** A command, and the words that lead to it. */
export interface Leaf {
  readonly path: string;
  readonly spec: CommandSpec;
}

/** Every command and subcommand that runs something, as the list describes them. */
export async function leaves(): Promise<Leaf[]> {
  const all = await Promise.all(COMMANDS.map(describe));
  return all.flatMap((spec) => leavesOf(spec, spec.name));
}

/** The same of what a company's staff types. */
export function companyLeaves(): Leaf[] {
  return COMPANY_COMMANDS.flatMap((spec) => leavesOf(spec, spec.name));
}

function leavesOf(spec: CommandSpec, path: string): Leaf[] {
  const below = spec.commands.flatMap((sub) => leavesOf(sub, `${path} ${sub.name}`));
  return spec.load === null ? below : [{ path, spec }, ...below];
}

/** The command line with every command filled in, as its help pages show it. */
export async function wholeProgram(): Promise<Command> {
  const words = { say: await catalogueOf("en"), today: () => "2026-11-25", version: "0.0.0" };
  const porte = program(words, undefined, async () => undefined);
  for (const [index, spec] of (await Promise.all(COMMANDS.map(describe))).entries()) {
    const command = porte.commands[index];
    if (command !== undefined) fill(command, spec, words, async () => undefined);
  }
  return porte;
}

/** The company's program with all its commands; what one of them starts is told, and does not run. */
export async function wholeCompanyProgram(start: Start = async () => undefined): Promise<Command> {
  const context: ServerContext = {
    say: await catalogueOf("en"),
    env: {},
    now: () => new Date("2026-11-25T09:00:00Z"),
    today: () => "2026-11-25",
    readStdin: async () => "",
    show: () => undefined,
  };
  return companyProgram(context, { version: "0.0.0", packageFolder: "" }, start);
}

/** Reads a command line: what it starts and with what, or the code of the failure that it ends with. Nothing runs. */
export async function understood(argv: readonly string[], today = "2026-11-25"): Promise<unknown> {
  const say = await catalogueOf("en");
  const make = async (start: Start) =>
    program({ say, today: () => today, version: "0.0.0" }, commandWord(argv)?.word, start);
  return startedBy(argv, await leaves(), make);
}

/** The same of a command line of the company's program. */
export function understoodByCompany(argv: readonly string[]): Promise<unknown> {
  return startedBy(argv, companyLeaves(), wholeCompanyProgram);
}

/** Gives the path of the command that a command line of `porte` starts; null where it starts none. */
export async function understoodPath(argv: readonly string[]): Promise<string | null> {
  const say = await catalogueOf("en");
  let found: string | null = null;
  const words = { say, today: () => "2026-11-25", version: "0.0.0" };
  const porte = program(words, commandWord(argv)?.word, async (_spec, _input, { path }) => {
    found = path;
  });
  await porte.parseAsync([...argv], { from: "user" });
  return found;
}

async function startedBy(
  argv: readonly string[],
  known: readonly Leaf[],
  make: (start: Start) => Promise<Command>,
): Promise<unknown> {
  let started: unknown = null;
  const made = await make(async (command, input) => {
    started = { path: known.find(({ spec }) => spec === command)?.path, input };
  });
  try {
    await made.parseAsync([...argv], { from: "user" });
    return started;
  } catch (failure) {
    if (failure instanceof PorteError) return failure.code;
    if (failure instanceof CommanderError) return failure.code;
    throw failure;
  }
}
