import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Remarks } from "../../src/cli/remarks.ts";
import { type Home, newHome, ROOT, startCompany, type TestCompany } from "../parts/programs.ts";

describe("the remarks of a run", () => {
  const one = { code: "a", message: "First." };
  const other = { code: "b", message: "Second." };

  test("go into the answer, whether they came before it or after, each once", () => {
    const remarks = new Remarks();
    remarks.add(one);
    remarks.hold({ total: 1 });
    remarks.add(other);
    remarks.add(other);
    expect(remarks.take()).toEqual({ answer: { total: 1, warnings: [one, other] }, remarks: [one, other] });
    expect(remarks.take()).toEqual({ answer: null, remarks: [] });
  });

  test("come after those that the answer has itself, and none of them is said twice", () => {
    const remarks = new Remarks();
    remarks.hold({ warnings: [one] });
    remarks.add(one);
    remarks.add(other);
    expect(remarks.take().answer).toEqual({ warnings: [one, other] });
  });

  test("leave an answer as it is where there are none", () => {
    const remarks = new Remarks();
    remarks.hold({ total: 1 });
    expect(remarks.take().answer).toEqual({ total: 1 });
  });
});

test("no command writes past the one place that keeps its remarks", () => {
  const folder = join(ROOT, "src", "commands");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const past = sources.filter((name) =>
    /console\.|process\.std(out|err)|cli\/output/.test(readFileSync(join(folder, name), "utf8")),
  );
  expect(past).toEqual([]);
});

const folder = mkdtempSync(join(tmpdir(), "porte-remarks-"));
const fileOf = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const event = (summary: string, day: string) =>
  `BEGIN:VEVENT\r\nUID:${summary}\r\nSUMMARY:${summary}\r\nDTSTART:${day}T090000\r\nDTEND:${day}T170000\r\nEND:VEVENT\r\n`;
const CALENDAR = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event("ACME", "20261105")}${event("Dentist", "20261106")}END:VCALENDAR\r\n`;

describe("with --json", () => {
  let company: TestCompany;
  let home: Home;
  beforeAll(async () => {
    company = await startCompany("PGlite");
    home = newHome({ url: company.url, token: company.claire.token });
  });
  afterAll(async () => {
    await company.stop();
    home.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What is remarked in the document, and the sentences on stderr: the same. */
  async function remarksOf(words: readonly string[], options: Parameters<Home["run"]>[1] = {}) {
    const { stdout, stderr, code } = await home.run([...words, "--json"], options);
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    const { warnings = [] } = JSON.parse(stdout) as { warnings?: { code: string; message: string }[] };
    expect(
      stderr.split("\n").filter((line) => line !== "" && !warnings.some(({ message }) => line === message)),
    ).toEqual([]);
    return warnings;
  }

  test("an event that matches nothing is told", async () => {
    const words = ["declare", "2026-11", "--from", fileOf("month.ics", CALENDAR), "--match", "ACME=ACME", "--dry-run"];
    const warnings = await remarksOf(words);
    expect(warnings.some(({ message }) => message.includes("Dentist"))).toBe(true);
    expect(warnings.every(({ code }) => code !== "remark")).toBe(true);
  });

  test("a limit that is passed, and a month that waits for the company, are told", async () => {
    const words = ["declare", "2026-11", "--all", "mission=ACME", "--offline", "--yes"];
    await home.porte("missions");
    await home.porte("status");
    expect((await remarksOf(words)).map(({ code }) => code)).toContain("queued");
    expect((await remarksOf(["declare", "list"])).map(({ code }) => code)).toEqual(["queued"]);
  });

  test("a file of law that no longer fits is told by each command that reads the law", async () => {
    const law = join(home.folder, ".config", "porte", "law");
    mkdirSync(law, { recursive: true });
    writeFileSync(join(law, "broken.json"), "{}");
    for (const words of [
      ["simulate", "--tjm", "550"],
      ["simulate", "--tjm", "550", "--months", "2"],
    ])
      expect((await remarksOf(words)).some(({ message }) => message.includes("broken.json"))).toBe(true);
    rmSync(law, { recursive: true });
  });

  test("what is unlikely in a simulation is told once", async () => {
    const warnings = await remarksOf(["simulate", "--tjm", "550", "--fee", "0.5"]);
    expect(warnings.filter(({ code }) => code === "unlikely_fee")).toHaveLength(1);
  });

  test("a token in the environment that wins over a login is told", async () => {
    const words = ["login", company.url, "--with-token", "--secret-store", "file"];
    const codes = (await remarksOf(words, { input: company.claire.token })).map(({ code }) => code);
    expect(codes).toContain("token-in-environment");
  });

  test("a command that fails has one document on stderr, with what was remarked before", async () => {
    const words = ["declare", "2026-11", "--from", fileOf("fail.ics", CALENDAR), "--match", "ACME=ACME", "--json"];
    const { stdout, stderr, code } = await home.porte(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    const { error, warnings } = JSON.parse(stderr);
    expect(error.code).toBe("usage.missing_option");
    expect(warnings.some(({ message }: { message: string }) => message.includes("Dentist"))).toBe(true);
  });
});
