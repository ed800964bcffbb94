import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerOf, type Home, newHome, RECEIPT } from "../parts/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "porte-plain-"));
const pipe = join(folder, "pipe");
let home: Home;
beforeAll(() => {
  execFileSync("mkfifo", [pipe]);
  home = newHome({ url: "http://127.0.0.1:9", token: "none" });
});
afterAll(() => {
  home.remove();
  rmSync(folder, { recursive: true, force: true });
});

const SAID = ["--amount", "21.40", "--category", "other"];

test.each([
  ["a receipt", () => ["expenses", "add", pipe, ...SAID]],
  ["a payslip", () => ["payslips", "verify", pipe]],
  ["a file of law", () => ["law", "check", pipe]],
])("%s that is a pipe is not waited for", async (_name, words) => {
  const { stderr, code } = await home.porteProcess(...words(), "--json");
  expect({ code, error: JSON.parse(stderr).error }).toMatchObject({
    code: 2,
    error: { code: "file.unreadable", details: { reason: "not-plain" } },
  });
});

test("what is not a file is never replaced by one", async () => {
  const { stderr, code } = await home.porteProcess("simulate", "--gross", "3000", "--report", pipe, "--json");
  expect({ code, error: JSON.parse(stderr).error.code }).toEqual({ code: 2, error: "file.unwritable" });
  expect(statSync(pipe).isFIFO()).toBe(true);
});

test("the copy of a receipt is its owner's alone, whatever the receipt was", async () => {
  const receipt = join(folder, "open.pdf");
  copyFileSync(RECEIPT, receipt);
  execFileSync("chmod", ["644", receipt]);
  await answerOf(home.porteProcess("expenses", "add", receipt, ...SAID, "--json"));
  const copies = readdirSync(home.folder, { recursive: true, withFileTypes: true }).filter(({ name }) =>
    name.endsWith("-receipt"),
  );
  expect(copies.map(({ parentPath, name }) => statSync(join(parentPath, name)).mode & 0o777)).toEqual([0o600]);
});

test("a receipt that was made to be read for ever is refused as damaged", async () => {
  const receipt = join(folder, "streams.pdf");
  writeFileSync(receipt, `%PDF-1.4\n${">>stream\n".repeat(170_000)}%%EOF\n`);
  const { stderr, code } = await home.porteProcess("expenses", "add", receipt, "--read", ...SAID, "--json");
  expect({ code, error: JSON.parse(stderr).error }).toMatchObject({
    code: 2,
    error: { code: "receipt.fault", details: { fault: "damaged" } },
  });
});
