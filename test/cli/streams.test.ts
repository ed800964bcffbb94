// slow: 15 s
import { generateKeyPairSync } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EMPLOYER_KEYS, pdfOf, slipOf } from "../parts/payslips.ts";
import {
  type Home,
  newHome,
  type Outcome,
  runFile,
  startCompany,
  type TestCompany,
  TIMESHEET,
} from "../parts/programs.ts";

const SCRIPT = "/usr/bin/script";

let company: TestCompany;
let claire: Home;

beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
  expect((await claire.porte("declare", "2026-11", "--csv", TIMESHEET, "--yes")).code).toBe(0);
});
afterAll(async () => {
  await company.stop();
  claire.remove();
});

/** Runs a command with its stdout and stderr on a terminal of 80 columns: what it shows there comes back as one text. */
function onTerminal(words: readonly string[], env: Readonly<Record<string, string>>): Promise<Outcome> {
  const command = [process.execPath, "bin/porte.js", ...words].map((word) => `'${word}'`).join(" ");
  return runFile(SCRIPT, ["-qec", `stty cols 80; ${command}`, "/dev/null"], {
    env: { ...claire.env, TERM: "xterm", ...env },
  });
}

/** An answer, whenever it was asked for. */
function sameTime(answer: string): string {
  return answer.trimEnd().replace(/"asOf":"[^"]+"/, '"asOf":"then"');
}

const COMMANDS: readonly string[][] = [
  ["whoami"],
  ["missions"],
  ["missions", "show", "ACME"],
  ["declare", "list"],
  ["declare", "show", "2026-11"],
  ["expenses"],
  ["payslips"],
  ["account"],
  ["status"],
  ["simulate", "--tjm", "550", "--fee", "0.5"],
];

describe.each([
  ["with CI", { CI: "true" }],
  ["without CI", {}],
])("%s", (_name, env) => {
  test.each(COMMANDS)("%s %s %s in a pipe: one JSON document, and stderr is silent", async (...words) => {
    const given = words.filter((word) => typeof word === "string");
    const { stdout, stderr, code } = await claire.run([...given, "--json"], { env });

    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout.endsWith("\n")).toBe(true);
    expect(JSON.stringify(JSON.parse(stdout))).toBe(stdout.trimEnd());
  });

  test.skipIf(!existsSync(SCRIPT)).each(COMMANDS)(
    "%s %s %s on a terminal: the same JSON, without a mark",
    async (...words) => {
      const given = words.filter((word) => typeof word === "string");
      const piped = await claire.run([...given, "--json"], { env });
      const { stdout, code } = await onTerminal([...given, "--json"], env);

      expect(code).toBe(0);
      expect(sameTime(stdout)).toBe(sameTime(piped.stdout));
    },
  );
});

test.skipIf(!existsSync(SCRIPT))("a terminal gets columns and colour, a pipe plain tabs", async () => {
  const shown = (await onTerminal(["missions"], {})).stdout;
  const piped = (await claire.porte("missions")).stdout;

  expect(shown).toContain("\u001b[");
  expect(shown).not.toContain("\t");
  expect(piped).toBe("ACME\tAcme Conseil\tSun 1 Nov 2026 to Wed 31 Mar 2027\t€650.00\trunning\n");
});

test.skipIf(!existsSync(SCRIPT)).each([{ NO_COLOR: "1" }, { TERM: "dumb" }])("no colour with %o", async (env) => {
  expect((await onTerminal(["missions"], env)).stdout).not.toContain("\u001b[");
});

test("an empty list is no failure, and says so beside the answer", async () => {
  const { stdout, stderr, code } = await claire.porte("payslips");

  expect(stdout).toBe("");
  expect(stderr).toContain("No payslip");
  expect(code).toBe(0);
});

test("a warning goes to stderr, the answer to stdout", async () => {
  const { stdout, stderr, code } = await claire.porte("simulate", "--tjm", "550", "--fee", "0.5");

  expect(code).toBe(0);
  expect(stderr).toContain("Warning: A management fee of 0.5%");
  expect(stdout).not.toContain("Warning");
});

test("a reader that leaves early is no failure", async () => {
  const { code } = await runFile("/bin/sh", ["-c", `'${process.execPath}' bin/porte.js --help | head -1`], {
    env: claire.env,
  });

  expect(code).toBe(0);
});

test("a check that fails says so by its exit code, even where nobody reads what it found", async () => {
  const forged = join(claire.folder, "forged.pdf");
  const keys = join(claire.folder, "keys.json");
  writeFileSync(forged, await pdfOf(slipOf("cadre"), "2027", generateKeyPairSync("ed25519").privateKey));
  writeFileSync(keys, JSON.stringify(EMPLOYER_KEYS));
  const verify = `sleep 0.2; '${process.execPath}' bin/porte.js payslips verify '${forged}' --key '${keys}'`;
  const { stderr } = await runFile("/bin/sh", ["-c", `(${verify}; echo "ended with $?" >&2) | :`], { env: claire.env });

  expect(stderr).toContain("ended with 6");
});

test("French is spoken when in doubt, and both languages where asked", async () => {
  const said = async (env: Record<string, string | undefined>, ...words: string[]) =>
    (await claire.run([...words, "status"], { env })).stdout;

  expect(await said({ PORTE_LANG: undefined })).toContain("Argent");
  expect(await said({ PORTE_LANG: undefined, LANG: "en_GB.UTF-8" })).toContain("Money");
  expect(await said({ PORTE_LANG: "en" }, "--lang", "fr")).toContain("Argent");
});
