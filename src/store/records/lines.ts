import { readFileSync } from "node:fs";
import { join } from "node:path";
import { misfit } from "../../domain/shape.ts";
import { PorteError } from "../../errors.ts";
import { writeWhole } from "../files.ts";
import { namesIn } from "../read.ts";
import { type Area, type Fact, lineShape, SHAPES } from "./areas.ts";

/** The lines of a year's file: the facts that can be read, and how many lines cannot. */
export interface Lines<Name extends Area> {
  readonly facts: readonly Fact<Name>[];
  /** Every line as it stands, also those of a later porte. */
  readonly texts: readonly string[];
  /** How many lines are damaged: they are left out of the facts and stay where they are. */
  readonly damaged: number;
  /** Whether every line is a fact. */
  readonly isWhole: boolean;
}

const SCHEMA = 1;

/**
 * Reads a year's file of an area; one that is not there has no lines.
 * @param isChecked whether its lines were looked at before, and each was a fact.
 * @throws {PorteError} `file.unreadable`.
 */
export function readLines<Name extends Area>(area: Name, file: string, isChecked = false): Lines<Name> {
  const texts = linesOf(file);
  const known = isChecked ? texts.map(parsed) : [undefined];
  if (!known.includes(undefined)) return { facts: known as Fact<Name>[], texts, damaged: 0, isWhole: true };
  const shape = lineShape(area);
  const facts: Fact<Name>[] = [];
  let damaged = 0;
  let later = 0;
  for (const text of texts) {
    const value = parsed(text);
    if (isLater(value)) later += 1;
    else if (value === undefined || misfit(shape, value, SHAPES) !== null) damaged += 1;
    else facts.push(value as Fact<Name>);
  }
  return { facts, texts, damaged, isWhole: damaged + later === 0 };
}

/** Lists the lines of a year's file as they stand, whoever wrote them. @throws {PorteError} `file.unreadable`. */
export function linesOf(file: string): string[] {
  return textOf(file)
    .split("\n")
    .filter((line) => line !== "");
}

/** Adds lines to a year's file, whole or not at all. @throws {PorteError} `file.unwritable`. */
export async function addLines(file: string, before: readonly string[], facts: readonly Fact[]): Promise<void> {
  const lines = [...before, ...facts.map((fact) => JSON.stringify(fact))];
  await writeWhole(file, `${lines.join("\n")}\n`);
}

/** A year's file, or a copy that a synchronised folder made of it where two machines wrote at once: `2026 (conflicted copy).jsonl`. */
const YEAR = /^(\d{4})([^0-9].*)?\.jsonl$/;

/** Lists the years that a folder has a file of, oldest first. */
export function yearsIn(folder: string): string[] {
  return [...new Set(namesIn(folder).flatMap((name) => YEAR.exec(name)?.[1] ?? []))].sort();
}

/** Lists the copies of years' files that a synchronised folder made. */
export function copiesIn(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => YEAR.exec(name)?.[2] !== undefined)
    .sort();
}

/**
 * Reads every fact of some years of an area, each year's oldest first. What another machine wrote at the same time lies in copies of a
 * year's file: it is read with the rest, once, in the order in which it was said.
 * @param factsOf reads one file.
 */
export function readYears<Name extends Area>(
  folder: string,
  years: readonly string[] | null,
  factsOf: (file: string) => readonly Fact<Name>[],
): Fact<Name>[] {
  const names = namesIn(folder).filter((name) => YEAR.test(name));
  const wanted = years ?? yearsIn(folder);
  return wanted.flatMap((year) => {
    const main = factsOf(join(folder, `${year}.jsonl`));
    const copies = names.filter((name) => name !== `${year}.jsonl` && name.startsWith(year)).sort();
    return copies.length === 0
      ? main
      : merged(
          main,
          copies.flatMap((name) => factsOf(join(folder, name))),
        );
  });
}

function merged<Name extends Area>(main: readonly Fact<Name>[], copied: readonly Fact<Name>[]): Fact<Name>[] {
  const once = new Map([...main, ...copied].map((fact) => [JSON.stringify(fact), fact]));
  return [...once.values()].sort((one, other) => one.at.localeCompare(other.at));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return "";
    throw new PorteError("file.unreadable", { file, reason: code ?? message }, { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A line of a later porte is no damage: it is left to that one. */
function isLater(value: unknown): boolean {
  const { schema } = (value ?? {}) as { readonly schema?: unknown };
  return typeof schema === "number" && schema > SCHEMA;
}
