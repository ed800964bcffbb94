import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import type { AnswerSchema } from "../../src/view/answer/schema.ts";
import { companyLeaves, type Leaf, leaves, wholeCompanyProgram, wholeProgram } from "../parts/command-line.ts";
import { newHome, type Outcome } from "../parts/programs.ts";
import { fieldLines } from "./answer-fields.ts";

const golden = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const home = newHome();
const help = (words: readonly string[]): Promise<Outcome> => home.porte(...words, "--help");

/** The options, arguments and subcommands that one help page names, without its sentences. */
function words(page: string): string[] {
  const [usage = ""] = page.match(/Usage: .*/) ?? [];
  const terms = page.split("\n").flatMap((line) => /^ {2}(-\S.*?|[a-z]\S*(?:, \S+)*)(?: {2,}|$)/.exec(line)?.[1] ?? []);
  return [usage, ...terms.filter((term) => !term.startsWith("porte"))];
}

/** The pages of a command and of all that may follow it. A line that leaves them breaks somebody's script. */
function pages(command: Command): string[] {
  return [words(command.helpInformation()).join("\n  "), ...command.commands.flatMap(pages)];
}

test("the surface that scripts rely on is the one that was agreed", async () => {
  await expect(`${pages(await wholeProgram()).join("\n")}\n`).toMatchFileSnapshot(golden("surface.txt"));
});

test("so is the surface of the company's program", async () => {
  const company = await wholeCompanyProgram();

  await expect(`${pages(company).join("\n")}\n`).toMatchFileSnapshot(golden("surface-staff.txt"));
});

test("so are the fields of every answer in JSON, of both programs", async () => {
  const answers = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../templates/${name}`, import.meta.url), "utf8"));
  const lines = (program: string, schemas: Readonly<Record<string, AnswerSchema>>) =>
    Object.entries(schemas).flatMap(([path, schema]) => [
      `${program} ${path}`.trim(),
      ...fieldLines(schema).map((line) => `  ${line}`),
    ]);
  const all = [...lines("porte", answers("answers.json")), ...lines("porte-company", answers("answers-company.json"))];

  await expect(`${all.join("\n")}\n`).toMatchFileSnapshot(golden("surface-answers.txt"));
});

test("no command is missing from either", async () => {
  const missing = async (leaves: readonly Leaf[], name: string, program: string) => {
    const text = readFileSync(golden(name), "utf8");
    /** A page names a command by its words; a French alias stands beside the first. */
    const titles = text.match(/^Usage: .*/gm)?.map((title) => title.replace(/\|\S+/, "")) ?? [];
    const isThere = (path: string) => titles.some((title) => `${title} `.startsWith(`Usage: ${program} ${path} `));
    return leaves.map(({ path }) => path).filter((path) => !isThere(path));
  };

  expect(await missing(await leaves(), "surface.txt", "porte")).toEqual([]);
  expect(await missing(companyLeaves(), "surface-staff.txt", "porte-company")).toEqual([]);
});

describe("help", () => {
  test("`help declare` is `declare --help`, and a French alias is the command", async () => {
    const plain = await help(["declare"]);

    expect((await home.porte("help", "declare")).stdout).toBe(plain.stdout);
    expect((await help(["déclarer"])).stdout).toBe(plain.stdout);
  });

  test("the exit codes are a page of their own", async () => {
    const { stdout, code } = await home.porte("help", "exit-codes");

    expect(code).toBe(0);
    for (const status of ["0", "1", "2", "3", "4", "5", "6", "130"])
      expect(stdout).toMatch(new RegExp(`^ {2}${status} `, "m"));
  });

  test("the version is the package's", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

    expect((await home.porte("--version")).stdout).toBe(`${version}\n`);
    expect((await home.porte("--version", "--json")).stdout).toBe(`${version}\n`);
  });

  test("in French, every title and sentence is French", async () => {
    const { stdout } = await home.run(["declare", "--help"], { env: { PORTE_LANG: "fr" } });

    for (const title of ["Usage :", "Arguments :", "Options :", "Commandes :", "Options communes :"])
      expect(stdout).toContain(title);
    expect(stdout).not.toMatch(/Usage:|Commands:|display help|default:/);
  });
});
