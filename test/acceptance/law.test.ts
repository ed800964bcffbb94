// slow: 15 s
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LAW_2027 } from "../parts/law-2027.ts";
import { type Home, newHome, type RunOptions } from "../parts/programs.ts";

const IN_2027 = "2027-01-15T09:00:00.000Z";
const folder = mkdtempSync(join(tmpdir(), "porte-law-"));
const made = (name: string, content: string | object) => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};
const FILE = made("2027.json", LAW_2027);
const SMALL = {
  schema: 1,
  name: "brouillon",
  tables: {
    pmss: { steps: [{ from: "2027-01-01", value: 5000, text: { title: "Projet", published: null, link: null } }] },
  },
};

let home: Home;
beforeAll(() => {
  home = newHome();
});
afterAll(() => {
  home.remove();
  rmSync(folder, { recursive: true, force: true });
});

const then = (...words: string[]) => home.run(words, { env: { PORTE_NOW: IN_2027 } });
async function json(...words: string[]) {
  const { stdout, stderr, code } = await then(...words, "--json");
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

describe("past the law that was checked", () => {
  test("a simulation goes on, and is an estimate on stderr, in the text and in JSON", async () => {
    const { stdout, stderr, code } = await then("simulate", "--tjm", "550");
    expect(code).toBe(0);
    expect(stderr).toContain("estimate: the rates are checked until");
    expect(stdout).toContain("Estimate: the rates are only checked until");

    const answer = await json("simulate", "--tjm", "550");
    expect(answer.law).toEqual({ files: [], checkedUntil: "2026-12-31", isEstimate: true });
    expect(answer.input.date).toBe("2027-01");
    expect(answer.warnings.map((one: { code: string }) => one.code)).toContain("estimate");
    expect(answer.payslip.netPaid).toBeGreaterThan(3_000);
  });

  test("so do a run of months, a batch and a report", async () => {
    const run = await json("simulate", "--tjm", "550", "--months", "2", "--date", "2026-12");
    expect(run.law).toEqual({ files: [], checkedUntil: "2026-12-31", isEstimate: true });
    expect(run.months.map(({ isEstimate }: { isEstimate: boolean }) => isEstimate)).toEqual([false, true]);
    const text = await then("simulate", "--tjm", "550", "--months", "2", "--date", "2026-12");
    expect(text.stdout).toContain("Estimate: the rates are only checked until");

    const rows = made("rows.jsonl", '{"tjm":550}\n{"gross":4000,"date":"2026-06"}\n');
    const { stdout } = await then("simulate", "--batch", rows);
    expect(
      stdout
        .split("\n")
        .slice(0, 2)
        .map((line) => JSON.parse(line).law.isEstimate),
    ).toEqual([true, false]);

    const report = join(folder, "report.html");
    await json("simulate", "--tjm", "550", "--report", report);
    expect(readFileSync(report, "utf8")).toContain("Estimate: the rates are only checked until");
  });

  test("a month before it is none", async () => {
    const { stdout, stderr } = await then("simulate", "--tjm", "550", "--date", "2026-11");

    expect(`${stdout}${stderr}`).not.toContain("estimate:");
    expect((await json("simulate", "--tjm", "550", "--date", "2026-11")).law).toMatchObject({ isEstimate: false });
  });
});

describe("porte law", () => {
  test("shows every table, one by its name, a family, and the row that holds", async () => {
    const { tables } = await json("law");
    expect(tables.length).toBeGreaterThan(60);
    const [pmss] = (await json("law", "show", "pmss")).tables;
    expect(pmss).toMatchObject({ name: "pmss", unit: "euros", checkedUntil: "2026-12-31" });
    expect(pmss.steps.at(-1)).toMatchObject({ from: "2026-01-01", value: 4005, file: null });
    expect((await json("loi", "show", "cet")).tables.map(({ name }: { name: string }) => name)).toEqual([
      "cet.employee",
      "cet.employer",
    ]);
    const { stdout } = await then("law", "show", "pmss");
    expect(stdout).toContain("https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000053143451");
    const missing = await then("law", "show", "pmsss");
    expect(missing).toMatchObject({ code: 2 });
    expect(missing.stderr).toContain("Did you mean pmss?");
  });

  test("a draft is used for one answer, and named; the text says so", async () => {
    const draft = made("draft.json", SMALL);
    const answer = await json("simulate", "--gross", "6000", "--law", draft);
    const capped = answer.payslip.lines.find(({ code }: { code: string }) => code === "oldAgeCapped");

    expect(answer.law).toEqual({ files: ["brouillon"], checkedUntil: "2026-12-31", isEstimate: true });
    expect(capped.base).toBe(5000);
    expect((await then("simulate", "--gross", "6000", "--law", draft)).stdout).toContain("the added file brouillon");
    expect((await json("simulate", "--gross", "6000")).law.files).toEqual([]);
  });

  test("a file is checked, added once, used, shown, and taken away", async () => {
    expect(await json("law", "check", FILE)).toMatchObject({ name: "2027", until: "2027-12-31", lacking: [] });
    const added = await json("law", "add", FILE);
    expect(added).toMatchObject({ state: "added", name: "2027" });
    expect(statSync(added.file).mode & 0o777).toBe(0o600);
    expect(await json("law", "add", FILE)).toMatchObject({ state: "known" });

    const answer = await json("simulate", "--gross", "6000", "--national");
    expect(answer.law).toEqual({ files: ["2027"], checkedUntil: "2027-12-31", isEstimate: false });
    expect((await json("law", "show", "pmss")).tables[0].steps.at(-1)).toMatchObject({ value: 5000, file: "2027" });
    expect((await json("law")).files).toEqual([{ name: "2027", file: added.file }]);

    const other = made("other.json", { ...LAW_2027, tables: {} });
    const refused = await then("law", "add", other);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain("--force");
    expect(await json("law", "add", other, "--force")).toMatchObject({ state: "replaced" });
    expect((await json("simulate", "--gross", "6000")).law.isEstimate).toBe(true);

    expect(await json("law", "remove", "2027")).toMatchObject({ removed: { name: "2027" } });
    expect(existsSync(added.file)).toBe(false);
    const gone = await then("law", "remove", "2027");
    expect(gone).toMatchObject({ code: 2 });
    expect(gone.stderr).toContain("Add one: porte law add <file>");
  });

  test("what a file still leaves unchecked is named", async () => {
    const found = await json(
      "law",
      "check",
      made("small.json", { ...SMALL, tables: { pmss: { checkedUntil: "2027-12-31" } } }),
    );

    expect(found.lacking).toContain("smic");
    expect(found.lacking).not.toContain("pmss");
    expect((await json("law", "check", made("draft.json", SMALL))).lacking).toContain("pmss");
    expect((await then("law", "check", join(folder, "small.json"))).stdout).toContain("Still to be checked until");
  });

  test("a kept file that no longer fits is left out, and said", async () => {
    const kept = join(home.folder, ".config", "porte", "law");
    mkdirSync(kept, { recursive: true });
    writeFileSync(
      join(kept, "2025.json"),
      JSON.stringify({
        ...SMALL,
        name: "2025",
        tables: { pmss: { steps: [{ ...SMALL.tables.pmss.steps[0], from: "2025-01-01" }] } },
      }),
    );

    const { stderr, code, stdout } = await then("simulate", "--gross", "6000", "--national");
    expect(code).toBe(0);
    expect(stderr).toContain("a law file is skipped");
    expect(stdout).not.toContain("added file");
    expect((await json("law", "remove", "2025")).removed.name).toBe("2025");
  });

  test("the schema is that of the package", async () => {
    const { stdout } = await then("law", "schema");

    expect(stdout).toBe(readFileSync(new URL("../../templates/law.schema.json", import.meta.url), "utf8"));
  });
});

describe("a file that cannot be read ends in one sentence, and nothing is kept", () => {
  const big = () => {
    const file = made("big.json", "");
    truncateSync(file, 50 * 1024 * 1024);
    return file;
  };
  const pipe = () => {
    const file = join(folder, "pipe");
    if (!existsSync(file)) execFileSync("mkfifo", [file]);
    return file;
  };
  const cases: [string, () => string, string][] = [
    ["an absent file", () => join(folder, "absent.json"), "not found"],
    ["a folder", () => folder, "not a regular file"],
    ["a pipe", pipe, "not a regular file"],
    ["fifty mebibytes", big, "a file of 1048576 bytes at most"],
    ["no JSON", () => made("bad.json", "pmss = 4075"), "expected JSON"],
    [
      "a day that does not exist",
      () => made("day.json", JSON.stringify(LAW_2027).replaceAll("2027-01-01", "2027-02-30")),
      "tables.pmss.steps[0].from",
    ],
  ];
  const ways: [string, RunOptions["env"], string[]][] = [
    ["law check", {}, ["law", "check"]],
    ["law add", {}, ["law", "add"]],
    ["simulate --law", {}, ["simulate", "--gross", "4000", "--law"]],
  ];
  test.each(cases)("%s", async (_name, file, said) => {
    for (const [, env, words] of ways) {
      const { code, stdout, stderr } = await home.run([...words, file()], {
        env: { PORTE_NOW: IN_2027, ...env },
      });
      expect(stderr).toContain(said);
      expect(stderr).not.toMatch(/\n {4}at |a bug in porte/);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    }
    expect((await json("law")).files).toEqual([]);
  });

  test("in JSON, with the place and what was expected", async () => {
    const { stderr } = await then("law", "check", made("wrong.json", { ...SMALL, schema: 3 }), "--json");

    expect(JSON.parse(stderr).error).toMatchObject({ code: "law.file", details: { at: "schema", expected: "schema" } });
  });
});

test("the tour goes on in 2027", async () => {
  const { code, stdout, stderr } = await home.run(["demo", "--json"], {
    env: { PORTE_NOW: "2027-02-10T09:00:00.000Z" },
  });

  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  const { netPaid, netSimulated, report } = JSON.parse(stdout) as Record<string, unknown>;
  expect(netPaid).toBeGreaterThan(1000);
  expect(netSimulated).toBe(netPaid);
  expect(readFileSync(String(report)).subarray(0, 5).toString()).toBe("%PDF-");
});
