import { type Command, CommanderError } from "commander";
import { fill } from "../../src/cli/adapter.ts";
import { program } from "../../src/cli/program.ts";
import type { CommandSpec } from "../../src/commands/command.ts";
import { COMMANDS, describe } from "../../src/commands/list.ts";
import { PorteError } from "../../src/errors.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { usageFailure } from "../../src/i18n/commander.ts";

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

/** Reads a command line: what it starts and with what, or the code of the failure that it ends with. Nothing runs. */
export async function understood(argv: readonly string[], today = "2026-11-25"): Promise<unknown> {
  const say = await catalogueOf("en");
  const known = await leaves();
  let started: unknown = null;
  const porte = program({ say, today: () => today, version: "0.0.0" }, argv[0], async (command, input) => {
    started = { path: known.find(({ spec }) => spec === command)?.path, input };
  });
  try {
    await porte.parseAsync([...argv], { from: "user" });
    return started;
  } catch (failure) {
    if (failure instanceof PorteError) return failure.code;
    if (failure instanceof CommanderError) return usageFailure(failure, "porte", argv)?.code ?? null;
    throw failure;
  }
}
