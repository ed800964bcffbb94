import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PorteError } from "../../src/errors.ts";
import { Seen } from "../../src/flows/staff/seen.ts";
import { CompanyKeys } from "../../src/store/company-keys.ts";
import { CredentialStore } from "../../src/store/credentials.ts";
import { ExpenseDrafts } from "../../src/store/expense-drafts.ts";
import type { Folders } from "../../src/store/folders.ts";
import { People } from "../../src/store/people.ts";
import { Rates } from "../../src/store/rates.ts";
import { RecurringRules } from "../../src/store/recurring.ts";
import { Refusals } from "../../src/store/refusals.ts";
import { ReportDrafts } from "../../src/store/report-drafts.ts";
import { Settings } from "../../src/store/settings.ts";
import { Simulations } from "../../src/store/simulations.ts";
import { SkippedSteps } from "../../src/store/skipped-steps.ts";
import { LocalActs } from "../../src/store/undo-log.ts";

let home: string;
let folders: Folders;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "porte-damaged-"));
  folders = { config: join(home, "config"), data: join(home, "data") };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Every file of ours with what reads it. */
const FILES: readonly (readonly [string, (folders: Folders) => unknown])[] = [
  ["config/settings.json", (at) => new Settings(at).matches()],
  ["config/credentials/default.json", (at) => new CredentialStore(at, "file").find("default")],
  ["data/rates.json", (at) => new Rates(at).table()],
  ["data/default/people.json", async (at) => new People(at, "default").folderOf("a")],
  ["data/default/keys.json", (at) => new CompanyKeys(join(at.data, "default")).find("a")],
  ["data/default/recurring.json", (at) => new RecurringRules(join(at.data, "default")).list()],
  ["data/default/refusals.json", (at) => new Refusals(join(at.data, "default")).list()],
  ["data/default/months/2026-11.json", (at) => new SkippedSteps(join(at.data, "default")).of("2026-11")],
  ["data/default/reports/2026-11.json", (at) => new ReportDrafts(join(at.data, "default")).find("2026-11")],
  ["data/default/expenses/a.json", (at) => new ExpenseDrafts(join(at.data, "default")).list()],
  ["data/default/simulations/a.json", (at) => new Simulations(join(at.data, "default")).list()],
  ["data/default/undo/00000001/act.json", (at) => new LocalActs(join(at.data, "default")).list()],
];

/** Every damage with what is said of it. */
const DAMAGES: readonly (readonly [string, string | Buffer, string, string])[] = [
  ["nothing", "", "file.damaged", "empty"],
  ["zeros, as a power cut leaves them", Buffer.alloc(200), "file.damaged", "empty"],
  ["an empty object", "{}", "file.damaged", "shape"],
  ["null", "null", "file.damaged", "shape"],
  ["a text", '"text"', "file.damaged", "shape"],
  ["a number", "12", "file.damaged", "shape"],
  ["a list of nothing right", "[null]", "file.damaged", "shape"],
  ["a version that is none", '{"schema":"x"}', "file.damaged", "shape"],
  ["a later version", '{"schema":99,"profiles":{}}', "file.newer", ""],
  ["a byte order mark", '\ufeff{"schema":1}', "file.damaged", "mark"],
  ["UTF-16", Buffer.from('\ufeff{"schema":1}', "utf16le"), "file.damaged", "bytes"],
  ["half of itself", '{"schema":1,"prof', "file.damaged", "json"],
  ["the bytes of something else", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd8]), "file.damaged", "bytes"],
];

const MATRIX = FILES.flatMap(([file, read]) => DAMAGES.map((damage) => [file, read, ...damage] as const));

test.each(MATRIX)("%s: what is no longer itself is told, left alone and copied (%#)", async (name, read, ...damage) => {
  const [what, content, code, fault] = damage;
  const file = join(home, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  const refusal = async () => {
    try {
      await read(folders);
      return null;
    } catch (failure) {
      return failure;
    }
  };

  const failure = await refusal();
  await refusal();

  expect(failure, what).toBeInstanceOf(PorteError);
  const { code: found, facts } = failure as PorteError<"file.damaged">;
  expect([what, found, facts.fault ?? ""]).toEqual([what, code, fault]);
  expect(facts.file).toBe(file);
  expect(readFileSync(file)).toEqual(Buffer.from(content));
  expect(readFileSync(facts.copy ?? "")).toEqual(Buffer.from(content));
  expect(readdirSync(dirname(file)).filter((one) => one.endsWith(".bak"))).toHaveLength(1);
});

test("each other content has a copy of its own", () => {
  const file = join(folders.config, "settings.json");
  mkdirSync(folders.config, { recursive: true });
  for (const content of ["{", "[", "{"]) {
    writeFileSync(file, content);
    expect(() => new Settings(folders)).toThrow("file.damaged");
  }
  expect(readdirSync(folders.config).sort()).toEqual(["settings.json", "settings.json.1.bak", "settings.json.2.bak"]);
});

test("settings of an earlier porte, which said no version, are read and kept", async () => {
  mkdirSync(folders.config, { recursive: true });
  const before = { defaultProfile: "work", profiles: {}, matches: [{ pattern: "a", what: "ACME" }], later: { x: 1 } };
  writeFileSync(join(folders.config, "settings.json"), JSON.stringify(before));
  const settings = new Settings(folders);
  await settings.inTurn(async (held) => held.keepMatch("b", "ACME"));
  expect(JSON.parse(readFileSync(settings.file, "utf8"))).toMatchObject({
    schema: 1,
    defaultProfile: "work",
    matches: [{ pattern: "b" }, { pattern: "a" }],
    later: { x: 1 },
  });
});

test.each(DAMAGES)("what a machine has shown, as %s, is shown again", async (_name, content) => {
  const seen = new Seen(home, "reports");
  await seen.keep("a", { etag: "1", facts: { state: "submitted" } });
  expect(await seen.find("a")).toMatchObject({ etag: "1", facts: { state: "submitted" } });
  writeFileSync(join(home, "seen", "reports", "a.json"), content);
  expect(await seen.find("a")).toBeNull();
});

test("what a machine has shown is not believed where its facts are no texts", async () => {
  const seen = new Seen(home, "reports");
  await seen.keep("a", { etag: "1", facts: {} });
  writeFileSync(join(home, "seen", "reports", "a.json"), '{"etag":"1","facts":{"state":{}}}');
  expect(await seen.find("a")).toBeNull();
});
