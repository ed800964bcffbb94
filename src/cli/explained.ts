import type { Command } from "commander";
import { mistakeOf, unreadOf } from "./mistakes.ts";

/**
 * Has every mistake on a command line that commander finds thrown as one of our failures: the word that is wrong is named, and what was
 * meant is proposed.
 */
export function explainMistakes(command: Command): void {
  command.exitOverride((failure) => {
    /** Help or the version was asked for, and shown. */
    if (failure.exitCode === 0) throw failure;
    throw mistakeOf(command, failure) ?? failure;
  });
  for (const sub of command.commands) explainMistakes(sub);
}

/**
 * Reads what was typed after a command.
 * @throws {PorteError} `usage.unknown_command` for a word that may be a misspelt subcommand, and what reading throws.
 */
export function readMeant<Value>(command: Command, read: () => Value): Value {
  try {
    return read();
  } catch (failure) {
    throw unreadOf(command, failure);
  }
}
