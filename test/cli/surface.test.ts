import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { newHome, type Outcome, run } from "../parts/programs.ts";

const GOLDEN = new URL("surface.txt", import.meta.url);

/** Every word of the command line that a script may rely on. A line that leaves this list breaks somebody's script. */
const COMMANDS = [
  [],
  ["login"],
  ["logout"],
  ["whoami"],
  ["status"],
  ["declare"],
  ["declare", "list"],
  ["declare", "show"],
  ["declare", "proof"],
  ["declare", "history"],
  ["declare", "restore"],
  ["declare", "withdraw"],
  ["declare", "get"],
  ["declare", "match"],
  ["sync"],
  ["month"],
  ["expenses"],
  ["expenses", "add"],
  ["expenses", "list"],
  ["expenses", "remove"],
  ["expenses", "submit"],
  ["missions"],
  ["missions", "list"],
  ["missions", "show"],
  ["payslips"],
  ["payslips", "list"],
  ["payslips", "get"],
  ["payslips", "verify"],
  ["account"],
  ["simulate"],
  ["law"],
  ["law", "show"],
  ["law", "check"],
  ["law", "add"],
  ["law", "remove"],
  ["law", "schema"],
  ["demo"],
];

const home = newHome();
const help = (words: readonly string[]): Promise<Outcome> => home.porte(...words, "--help");

/** The options, arguments and subcommands that one help page names, without its sentences. */
function words(page: string): string[] {
  const [usage = ""] = page.match(/Usage: .*/) ?? [];
  const terms = page.split("\n").flatMap((line) => /^ {2}(-\S.*?|[a-z]\S*(?:, \S+)*)(?: {2,}|$)/.exec(line)?.[1] ?? []);
  return [usage, ...terms.filter((term) => !term.startsWith("porte"))];
}

test("the surface that scripts rely on is the one that was agreed", async () => {
  const pages = await Promise.all(
    COMMANDS.map(async (command) => {
      const { stdout, code } = await help(command);
      expect(code).toBe(0);
      return words(stdout).join("\n  ");
    }),
  );

  await expect(`${pages.join("\n")}\n`).toMatchFileSnapshot(fileURLToPath(GOLDEN));
});

/** The words of the staff's program, as scripts type them. */
const STAFF = [
  ["reports", "list"],
  ["reports", "show"],
  ["reports", "approve"],
  ["reports", "reject"],
  ["expenses", "show"],
  ["expenses", "approve"],
  ["expenses", "reject"],
  ["expenses", "question"],
  ["expenses", "receipt"],
  ["payments", "record"],
  ["payments", "list"],
  ["payments", "reverse"],
];

test("so is the surface of the staff's program", async () => {
  const pages = await Promise.all(
    STAFF.map(async (command) => {
      const { stdout, code } = await run("porte-company", [...command, "--help"], { env: { PORTE_LANG: "en" } });
      expect(code).toBe(0);
      return words(stdout).join("\n  ");
    }),
  );

  await expect(`${pages.join("\n")}\n`).toMatchFileSnapshot(
    fileURLToPath(new URL("surface-staff.txt", import.meta.url)),
  );
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
