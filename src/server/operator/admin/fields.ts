import type { Command } from "commander";
import { PorteError } from "../../../errors.ts";

/** One thing that is said of what is added: an option of `add`, and a column of the same name of a file that is imported. */
export interface Field {
  readonly name: string;
  /** What stands for the value in help: `<euros>`. */
  readonly value: string;
  readonly help: string;
  readonly isRequired?: boolean;
  /** Reads the text as typed. @throws {PorteError} for what it cannot be. */
  readonly read: (text: string) => unknown;
}

/** What was said, by the names of the fields. */
export type Said = Readonly<Record<string, unknown>>;

/** Adds the fields to a command, as options. */
export function withFields(command: Command, fields: readonly Field[]): Command {
  for (const { name, value, help, isRequired = false } of fields) {
    const flags = `--${name} ${value}`;
    if (isRequired) command.requiredOption(flags, help);
    else command.option(flags, help);
  }
  return command;
}

/** Reads the options of a command by its fields; commander names `--project-codes` `projectCodes`. */
export function saidOf(fields: readonly Field[], given: Readonly<Record<string, unknown>>): Said {
  return readAll(fields, (name) => {
    const value = given[name.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase())];
    return typeof value === "string" ? value : undefined;
  });
}

/** Reads one row of a file by the fields. @throws {PorteError} `usage.missing_option` for a required one that is empty. */
export function saidInRow(fields: readonly Field[], row: Readonly<Record<string, string>>, command: string): Said {
  for (const { name, isRequired = false } of fields)
    if (isRequired && (row[name] ?? "").trim() === "")
      throw new PorteError("usage.missing_option", { option: name, command });
  return readAll(fields, (name) => {
    const text = row[name]?.trim() ?? "";
    return text === "" ? undefined : text;
  });
}

function readAll(fields: readonly Field[], textOf: (name: string) => string | undefined): Said {
  const said: Record<string, unknown> = {};
  for (const { name, read } of fields) {
    const text = textOf(name);
    if (text !== undefined) said[name] = read(text);
  }
  return said;
}

/** Reads one of some words. @throws {PorteError} `usage.choice`. */
export function oneOf(name: string, choices: readonly string[]): (text: string) => string {
  return (text) => {
    if (!choices.includes(text)) throw new PorteError("usage.choice", { option: name, value: text, choices });
    return text;
  };
}

/** Reads a list of words, by commas or spaces. */
export function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}
