import type { Command } from "commander";
import { closest } from "../domain/closest.ts";
import { MEANT_BY_PORTE, MEANT_BY_STAFF, OPTIONS, VERBS } from "./meanings.ts";

/** What can be typed again as it is: nothing that a shell would read otherwise. */
const PLAIN_WORD = /^[\p{L}\p{N}_:.,=/+-]+$/u;

/**
 * Finds what a word that is no command of a group may have meant: first what its meaning is, then what is spelt nearly so.
 * @returns what to type after the group's own words, with the words that followed; null where nothing is near.
 */
export function suggestWord(group: Command, word: string): { readonly suggestion: string | null } {
  const wanted = plain(word);
  const names = group.commands.flatMap((command) => [command.name(), ...command.aliases()]);
  const meant = group.parent === null ? meantByProgram(group, wanted) : meantVerb(names, wanted);
  const [near] = closest(wanted, names);
  const line = meant ?? near ?? null;
  if (line === null) return { suggestion: null };
  const following = group.args.slice(group.args.indexOf(word) + 1);
  /** What lists, and what verifies a file, takes none of the words that another verb would. */
  const takesNone = line.startsWith("-") || (near !== line && /(?:^| )(?:list|verify)$/.test(line));
  const rest = takesNone ? [] : following.filter((one) => PLAIN_WORD.test(one));
  return { suggestion: takesNone || rest.length === following.length ? [line, ...rest].join(" ") : line };
}

/** Finds the option that one that a command does not have may have meant. */
export function suggestOption(typed: string, command: Command): string | null {
  const wanted = plain(typed.replace(/^-+/, "").split("=")[0] ?? "");
  const known = optionsOf(command);
  const meant = Object.entries(OPTIONS).find(([option, words]) => known.includes(option) && words.includes(wanted));
  const [near] = closest(
    wanted,
    known.map((option) => option.slice(2)),
  );
  return meant?.[0] ?? (near === undefined ? null : `--${near}`);
}

/** The long names of the options that may be given: a command's own, and the program's. */
function optionsOf(command: Command): string[] {
  const own = command.options.flatMap(({ long, hidden }) => (long == null || hidden ? [] : [long]));
  return command.parent === null ? own : [...own, ...optionsOf(root(command))];
}

function root(command: Command): Command {
  return command.parent === null ? command : root(command.parent);
}

function meantByProgram(program: Command, word: string): string | null {
  const meanings = program.name() === "porte" ? MEANT_BY_PORTE : MEANT_BY_STAFF;
  return Object.entries(meanings).find(([, words]) => words.includes(word))?.[0] ?? null;
}

function meantVerb(names: readonly string[], word: string): string | null {
  return Object.entries(VERBS).find(([verb, words]) => names.includes(verb) && words.includes(word))?.[0] ?? null;
}

/** A word as the tables have it: in small letters, without accents or apostrophes. */
function plain(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase();
}
