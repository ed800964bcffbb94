import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { completed } from "../../src/cli/complete.ts";
import { leaves } from "../parts/command-line.ts";
import { answerOf, newHome, OWN, ROOT } from "../parts/programs.ts";

/** A machine that has seen a company, which has gone since. */
const home = newHome({ url: "http://127.0.0.1:9", token: "t" });
const folder = mkdtempSync(join(tmpdir(), "porte-tab-"));

beforeAll(async () => {
  symlinkSync(join(ROOT, "bin", "porte.js"), join(folder, "porte"));
  await answerOf(home.porte("expenses", "vehicle", "mine", "--power", "5", "--json"));
});
afterAll(() => {
  home.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** The words that Tab offers after a line, of which the last word is typed in part. */
async function offered(line: string, env: Record<string, string> = {}): Promise<string[]> {
  const lines = await completed(line.split(" ").slice(1), { ...home.env, ...env }, home.folder);
  return lines.map((one) => one.split("\t")[0] ?? "");
}

describe("Tab offers", () => {
  test("commands, subcommands and options, each with what it is", async () => {
    expect(await offered("porte de")).toEqual(["declare", "demo"]);
    expect(await offered("porte payslips ")).toEqual(["list", "get", "open", "add", "verify"]);
    expect(await offered("porte frais ad")).toEqual(["add"]);
    expect(await offered("porte missions set ACME --day")).toEqual(["--day-length"]);
    expect(await completed(["whoami", "--js"], home.env, home.folder)).toEqual([
      "--json\tanswer in JSON on standard output",
    ]);
    expect(await completed(["whoami", "--js"], { ...home.env, PORTE_LANG: "fr" }, home.folder)).toEqual([
      "--json\tréponse en JSON sur la sortie standard",
    ]);
  });

  test("an option once, unless it may be repeated", async () => {
    expect(await offered("porte declare --yes --y")).toEqual([]);
    expect(await offered("porte declare --day 3=ACME --day")).toEqual(["--day", "--day-length", "--days"]);
  });

  test("the choices of an option, beside it or within its word", async () => {
    expect(await offered("porte login --secret-store ")).toEqual(["auto", "keyring", "file"]);
    expect(await offered("porte whoami --lang=")).toEqual(["--lang=fr", "--lang=en"]);
    expect(await offered("porte completion z")).toEqual(["zsh"]);
    expect(await offered("porte config set la")).toEqual(["lang"]);
    expect(await offered("porte help p")).toEqual(["privacy"]);
  });

  test.each([
    ["fr", "porte declare nov", ["novembre"]],
    ["fr", "porte declare déc", ["décembre"]],
    ["fr", "porte payslips get --month c", ["courant"]],
    ["fr", "porte declare 2026-11 --day 13=form", ["13=formation"]],
    ["fr", "porte declare --day 13=formation:0,5,mal", ["13=formation:0,5,maladie"]],
    ["fr", "porte declare --all pros", ["prospection"]],
    ["fr", "porte expenses list --month ju", ["juillet", "juin"]],
    ["fr", "porte frais add --date h", ["hier"]],
    ["fr", "porte expenses add 45 rest", ["restaurant", ":files"]],
    ["fr", "porte expenses add --category mat", ["matériel"]],
    ["fr", "porte expenses add --category equi", ["equipment"]],
    ["fr", "porte expenses import r.csv --take SNCF=tr", ["SNCF=transport"]],
    ["fr", "porte expenses add --date dem", []],
    ["en", "porte declare nov", ["november"]],
    ["en", "porte declare déc", ["décembre"]],
    ["en", "porte expenses add --category=mat", ["--category=matériel"]],
    ["en", "porte expenses add --date y", ["yesterday"]],
  ])("words of a language, and of the other where it has none (%s: %s)", async (lang, line, words) => {
    expect(await offered(line, { PORTE_LANG: lang })).toEqual(words);
  });

  test("a month and a day by their words, each with what it is today", async () => {
    const by = (...words: string[]) => completed(words, { ...home.env, PORTE_LANG: "fr" }, home.folder);

    expect(await by("month", "d")).toEqual(["dernier\toctobre 2026", "décembre\tdécembre 2025"]);
    expect(await by("expenses", "edit", "1", "--date", "lu")).toEqual(["lundi\tlun. 23/11/2026"]);
  });

  test("months, the current one first, and what this machine knows", async () => {
    expect((await offered("porte declare 2026-")).slice(0, 2)).toEqual(["2026-11", "2026-10"]);
    expect(await offered("porte expenses mileage 40 --vehicle ")).toEqual(["mine"]);
  });

  test("files where a file is wanted, and nothing where nothing is known", async () => {
    expect(await offered("porte declare --csv ")).toEqual([":files"]);
    expect(await offered("porte expenses add ")).toEqual([":files"]);
    expect(await offered("porte expenses add t.jpg --amount ")).toEqual([]);
    expect(await offered("porte nothing ")).toEqual([]);
    expect(await offered("porte --profile ")).toEqual([]);
  });

  test("something after every command, and never an error", async () => {
    for (const { path } of await leaves()) expect(await offered(`porte ${path} --`)).toContain("--json");
  });

  test("nothing of a store that is damaged", async () => {
    const damaged = newHome();
    await answerOf(damaged.porte("config", "set", "lang", "en", "--json"));
    writeFileSync(join(damaged.folder, ".config", "porte", "settings.json"), "{");

    expect(await completed(["expenses", "mileage", "--vehicle", ""], damaged.env, damaged.folder)).toEqual([]);
    damaged.remove();
  });
});

test("the program answers Tab by itself, in any folder, and ends with 0", () => {
  const ask = (...words: string[]) =>
    spawnSync(join(folder, "porte"), ["__complete", "--", ...words], {
      env: { ...OWN, ...home.env },
      encoding: "utf8",
    });

  expect(ask("un")).toMatchObject({ stdout: "undo\tundo the last action on this machine\n", stderr: "", status: 0 });
  expect(ask()).toMatchObject({ stderr: "", status: 0 });
});

/** What a shell completes a line to, by the script that porte prints; null where there is no such shell. */
function shell(program: string, words: readonly string[], input: string): string | null {
  const env = { ...OWN, ...home.env, PATH: `${folder}:${OWN.PATH}`, TERM: "dumb" };
  const { stdout, stderr, error } = spawnSync(program, words, { env, input, encoding: "utf8", cwd: ROOT });
  return error === undefined ? `${stdout}${stderr}` : null;
}

const has = (program: string) => spawnSync(program, ["--version"]).error === undefined;

describe("in a real shell", () => {
  test("bash completes a command, an option's choice and a file", () => {
    const complete = (...words: string[]) => `
      COMP_WORDS=(porte ${words.map((word) => `"${word}"`).join(" ")}); COMP_CWORD=${words.length}; COMPREPLY=()
      _porte; printf '%s ' "\${COMPREPLY[@]}"; echo`;
    const script = [
      'eval "$(porte completion bash)"',
      complete("payslips", ""),
      complete("--lang", ""),
      complete("declare", "--csv", ""),
      complete("whoami", "--lang", "=", "f"),
      complete("whoami", "--lang", "="),
      complete("declare", "--day", "13", "=", "ACME", ":", "0.5,sic"),
      complete("expenses", "edit", "1", "--date", "day"),
      "complete -p porte",
    ].join("\n");

    expect(shell("bash", ["--norc"], script)).toBe(
      "list get open add verify \nfr en \n \nfr \nfr en \n0.5,sick \nday\\ before\\ yesterday \ncomplete -F _porte porte\n",
    );
  });

  test.skipIf(!has("zsh"))("zsh takes the script, and its function offers words with what they are", () => {
    const script = `
      compdef() { :; }
      _describe() { print -rl -- \${(P)3}; }
      eval "$(porte completion zsh)"
      words=(porte payslips ''); CURRENT=3; _porte`;

    expect(shell("zsh", ["-f"], script)).toMatch(/^list:.*\nget:.*\nopen:.*\nadd:.*\nverify:.*\n$/);
  });

  test.skipIf(!has("fish"))("fish completes a command with what it is", () => {
    const script = "porte completion fish | source; complete -C 'porte payslips '";

    expect(shell("fish", ["--no-config", "-c", script], "")).toMatch(
      /^list\t.*\nget\t.*\nopen\t.*\nadd\t.*\nverify\t.*\n$/,
    );
  });

  test("PowerShell's script is printed, and says that it has not been tried", async () => {
    const { stdout, stderr, code } = await home.porte("completion", "powershell");

    expect([code, stdout.includes("Register-ArgumentCompleter -Native -CommandName porte")]).toEqual([0, true]);
    expect(stderr).toMatch(/has not been tried on PowerShell/);
  });

  test("another shell is refused with those that are known", async () => {
    const { error } = JSON.parse((await home.porte("completion", "tcsh", "--json")).stderr);
    expect([error.code, error.details.choices]).toEqual(["usage.choice", ["bash", "zsh", "fish", "powershell"]]);
  });
});
