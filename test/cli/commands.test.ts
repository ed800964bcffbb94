import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { CONNECTION } from "../../src/commands/company/inputs.ts";
import { COMMANDS } from "../../src/commands/list.ts";
import { companyLeaves, type Leaf, leaves, understood, understoodByCompany } from "../parts/command-line.ts";
import { MISTAKES, TYPED } from "./command-lines.ts";
import { COMPANY_MISTAKES, COMPANY_TYPED } from "./company-lines.ts";

const words = (line: string) => line.split(" ").filter((word) => word !== "");
const known = await leaves();
const ofCompany = companyLeaves();

/** The commands, arguments and options that no line of a table gives. */
function missing(leaves: readonly Leaf[], typed: typeof TYPED): string[] {
  const seen = (path: string, name: string) =>
    typed.some(([, to, input]) => to === path && Object.hasOwn(input, name) && input[name] !== undefined);
  return leaves.flatMap(({ path, spec }) => [
    ...(typed.some(([, to]) => to === path) ? [] : [path]),
    ...Object.keys(spec.inputs).flatMap((name) => (seen(path, name) ? [] : [`${path}: ${name}`])),
  ]);
}

describe("a command line gives its command", () => {
  test.each(TYPED)("porte %s", async (line, path, input) => {
    expect(await understood(words(line))).toEqual({ path, input });
  });

  test("for every command, and each of its arguments and options", () => {
    expect(missing(known, TYPED)).toEqual([]);
  });

  test("by each of its names", async () => {
    for (const { name, aliases } of COMMANDS)
      for (const alias of aliases)
        for (const [line, path, input] of TYPED.filter(([typed]) => words(typed)[0] === name))
          expect(await understood([alias, ...words(line).slice(1)])).toEqual({ path, input });
  });
});

describe("a command line of the staff gives its command", () => {
  test.each(COMPANY_TYPED)("porte-company %s", async (line, path, input) => {
    expect(await understoodByCompany(words(line))).toEqual({ path, input });
  });

  test("for every command, and each of its arguments and options; those that say who asks, once", () => {
    const common = Object.keys(CONNECTION);
    const own = ofCompany.map(({ path, spec }) => {
      const inputs = Object.entries(spec.inputs).filter(([name]) => path === "reports list" || !common.includes(name));
      return { path, spec: { ...spec, inputs: Object.fromEntries(inputs) } };
    });

    expect(missing(own, COMPANY_TYPED)).toEqual([]);
  });

  test("and each asks a company, but the one that tells what the others answer", () => {
    for (const { path, spec } of ofCompany.filter((leaf) => leaf.path !== "schema"))
      expect([path, Object.keys(spec.inputs)]).toEqual([path, expect.arrayContaining(Object.keys(CONNECTION))]);
  });
});

describe("a mistake on the command line has its code", () => {
  test.each(MISTAKES)("porte %s: %s", async (line, code) => {
    expect(await understood(words(line))).toBe(code);
  });

  test.each(COMPANY_MISTAKES)("porte-company %s: %s", async (line, code) => {
    expect(await understoodByCompany(words(line))).toBe(code);
  });
});

describe("a command", () => {
  test("names each option as commander does, and no argument and option alike", async () => {
    for (const { path, spec } of [...known, ...ofCompany])
      for (const [name, { term }] of Object.entries(spec.inputs)) {
        const long = /--(?:no-)?([a-z0-9-]+)/.exec(term)?.[1] ?? term.replace(/[<>[\].]/g, "");
        expect([path, long.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase())]).toEqual([
          path,
          name,
        ]);
      }
  });

  /**
   * The most that a file may load later than its command: the ways in which a month is said, the forms of a simulation's answer, a
   * status that is watched or written as a calendar, expenses that leave as a document, what is opened to be sent by hand, and a
   * password, are each taken by few.
   */
  const LAZY: Readonly<Record<string, number>> = {
    "declare/interview.ts": 2,
    "simulate/simulate.ts": 3,
    "status.ts": 2,
    "declare/follow-up.ts": 1,
    "expenses/submit.ts": 1,
    "program/config-set.ts": 1,
  };

  test("is loaded by one import, and loads nothing later", () => {
    const folder = fileURLToPath(new URL("../../src/commands/", import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const imports = (file: string) => [...readFileSync(join(folder, file), "utf8").matchAll(/\bimport\(/g)].length;
    const isData = (file: string) => /^list\.ts$|\/commands\.ts$/.test(file);
    const lazy = files.filter((file) => !isData(file) && imports(file) > (LAZY[file] ?? 0));
    const inData = files.filter(isData).reduce((sum, file) => sum + imports(file), 0);

    expect(lazy).toEqual([]);
    /** One for each command, one for `porte` alone, and one for each word whose options are loaded when it is typed. */
    expect(inData).toBe(known.length + ofCompany.length + 1 + COMMANDS.filter((one) => "describe" in one).length);
  });
});
