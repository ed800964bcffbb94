import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { COMPANY_COMMANDS } from "../../src/commands/company/commands.ts";
import { understood, understoodByCompany, wholeCompanyProgram } from "../parts/command-line.ts";
import { ROOT } from "../parts/programs.ts";

/** A line of a document that somebody copies into a terminal. */
const LINE = /^\s*(?:\$ )?(?:npx )?(porte|porte-company)((?: (?!=).*)?)$/;
/** What ends a command, or only explains it. */
const END = /^(?:[|&;>#]|2>)/;

const pages = ["README.md", ...markdownIn("docs"), ...markdownIn(join("docs", "fr"))];
const company = await wholeCompanyProgram();

function markdownIn(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".md"));
  return names.map((name) => join(folder, name));
}

/** The words of each command in a document's blocks of code, which are fenced or stand four spaces in. */
function linesOf(page: string): { program: string; words: string[] }[] {
  let isFenced = false;
  return readFileSync(join(ROOT, page), "utf8")
    .split("\n")
    .flatMap((line) => {
      if (line.startsWith("```")) isFenced = !isFenced;
      const [, program, rest = ""] = isFenced || line.startsWith("    ") ? (LINE.exec(line) ?? []) : [];
      return program === undefined ? [] : [{ program, words: wordsOf(rest) }];
    });
}

/** What is in brackets may be left out, and is there; what is in angle brackets stands for a word. */
function wordsOf(rest: string): string[] {
  const words = rest.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  const end = words.findIndex((word) => END.test(word));
  return words.slice(0, end === -1 ? words.length : end).map((word) => word.replace(/^["'[]|["'\]]$/g, ""));
}

/** Says what is wrong with a command line; null where a program takes it. */
async function faultOf(program: string, words: readonly string[]): Promise<unknown> {
  if (program === "porte") return refusalIn(await understood(words));
  if (COMPANY_COMMANDS.some(({ name }) => name === words[0])) return refusalIn(await understoodByCompany(words));
  return unknownIn(company, words);
}

function refusalIn(answer: unknown): unknown {
  return typeof answer === "string" && answer !== "commander.version" ? answer : null;
}

/** What runs the company itself would start it: its words are looked up. */
function unknownIn(parent: Command, [name, ...words]: readonly string[]): string | null {
  const found = parent.commands.find((one) => one.name() === name);
  if (found === undefined) return `${name}: no such command`;
  const options = [...found.options, ...parent.options].map(({ long }) => long);
  return words.find((word) => word.startsWith("--") && !options.includes(word)) ?? null;
}

describe("each command line of a document is one that the program takes", () => {
  test.each(pages.map((page) => [page, linesOf(page)] as const).filter(([, lines]) => lines.length > 0))(
    "%s",
    async (_page, lines) => {
      const faults = await Promise.all(
        lines.map(async ({ program, words }) => {
          const fault = await faultOf(program, words);
          return fault === null ? [] : [[`${program} ${words.join(" ")}`, fault]];
        }),
      );

      expect(faults.flat()).toEqual([]);
    },
  );
});
