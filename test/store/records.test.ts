import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Shape } from "../../src/domain/shape.ts";
import { AREAS, type Area, type AreaValues, ONLY, SHAPES } from "../../src/store/records/areas.ts";
import { Records } from "../../src/store/records/records.ts";
import type { Telling } from "../../src/store/records/told.ts";

const URL_A = "https://a.example";
const URL_B = "https://b.example";
const BY_A = { source: "company", url: URL_A } as const;
const at = (day: string) => `2026-11-${day}T10:00:00.000Z`;

const PLAIN: Readonly<Record<string, unknown>> = {
  text: "text",
  number: 1,
  whole: 1,
  truth: true,
  day: "2026-11-03",
  month: "2026-11",
  instant: "2026-11-03T10:00:00.000Z",
  clock: "09:00",
  address: URL_A,
  null: null,
  anything: null,
};

/** The least that a shape takes. */
function leastOf(shape: Shape): unknown {
  if (typeof shape === "string") return PLAIN[shape];
  if ("kind" in shape) return shape.least;
  if ("words" in shape) return shape.words[0];
  if ("named" in shape) return leastOf(SHAPES[shape.named] ?? "anything");
  if ("list" in shape) return [];
  if ("each" in shape) return {};
  if ("either" in shape) return leastOf(shape.either[0] ?? "null");
  const named = Object.entries(shape.fields).filter(([name]) => !name.endsWith("?"));
  return Object.fromEntries(named.map(([name, part]) => [name, leastOf(part)]));
}

/** A value of an area that says as little as it may, and something of its own. */
const made = <Name extends Area>(area: Name, change: Partial<AreaValues[Name]> = {}) =>
  ({ ...(leastOf(AREAS[area].shape) as AreaValues[Name] & object), ...change }) as AreaValues[Name];

const ME = made("person", { name: "Claire" });
const COMPANY = made("company", { name: "Portage" });
const MISSION = made("missions", { reference: "ACME" });
const REPORT = made("reports", { state: "submitted" });
const SUMMARY = made("payslips");
const EXPENSE = made("expenses", { id: "expense-1", state: "submitted" });

let home: string;
let records: Records;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "porte-records-"));
  records = new Records(join(home, "default"));
});
const inAnotherProcess = () => new Records(join(home, "default"));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const report = (month: string, change: Partial<typeof REPORT> = {}) => ({ ...REPORT, month, ...change });
const tell = (area: Telling["area"], ...facts: Telling["facts"]): Telling => ({ area, scope: area, facts });
const linesOf = (area: "reports" | "missions", year: string) =>
  readFileSync(records.fileOf(area, year), "utf8").trimEnd().split("\n");

describe("a fact", () => {
  test("lies as one line in its area's file of its year, its owner's alone, and says who, when and why", async () => {
    await records.keep(URL_A, at("02"), [
      tell(
        "reports",
        { key: "2025-12", value: report("2025-12") },
        { key: "2026-01", value: report("2026-01"), etag: "v1" },
      ),
    ]);
    expect(readdirSync(join(records.folder, "reports")).sort()).toEqual(["2025.jsonl", "2026.jsonl"]);
    expect(statSync(records.fileOf("reports", "2026")).mode & 0o777).toBe(0o600);
    expect(linesOf("reports", "2026").map((line) => JSON.parse(line))).toEqual([
      {
        schema: 1,
        area: "reports",
        key: "2026-01",
        source: "company",
        at: at("02"),
        evidence: { kind: "answer", url: URL_A, etag: "v1" },
        value: report("2026-01"),
      },
    ]);
  });

  test("that is said again is not written again; one that changed is added, and the last one stands", async () => {
    const say = (day: string, state: "submitted" | "approved") =>
      records.keep(URL_A, at(day), [tell("reports", { key: "2026-01", value: report("2026-01", { state }) })]);
    await say("02", "submitted");
    await say("03", "submitted");
    await say("04", "approved");
    expect(linesOf("reports", "2026")).toHaveLength(2);
    expect(records.find("reports", "2026-01", BY_A)).toMatchObject({ at: at("04"), value: { state: "approved" } });
    expect(records.snapshot(URL_A)?.confirmed.reports).toBe(at("04"));
  });

  test("that is no longer shown where it would be is noted as gone, and nothing is erased", async () => {
    const list = (...references: string[]): Telling => ({
      ...tell("missions", ...references.map((key) => ({ key, value: { ...MISSION, reference: key } }))),
      covers: () => true,
    });
    await records.keep(URL_A, at("02"), [list("ACME", "NORD")]);
    await records.keep(URL_A, at("03"), [list("NORD")]);
    expect(records.latest("missions", BY_A).map(({ key }) => key)).toEqual(["NORD"]);
    expect(records.facts("missions").map(({ key, value }) => [key, value === null])).toEqual([
      ["ACME", false],
      ["NORD", false],
      ["ACME", true],
    ]);
  });

  test("of one source stands beside that of another, and what one address said never stands in for another", async () => {
    const own = report("2026-01", { state: "refused" });
    await records.keep(URL_A, at("02"), [tell("reports", { key: "2026-01", value: report("2026-01") })]);
    await records.keepOwn("me", at("03"), { kind: "typed" }, tell("reports", { key: "2026-01", value: own }));
    expect(records.find("reports", "2026-01", BY_A)?.value).toMatchObject({ state: REPORT.state });
    expect(records.find("reports", "2026-01", { source: "me", url: null })?.value).toMatchObject({ state: "refused" });
    expect(records.find("reports", "2026-01", { source: "company", url: URL_B })).toBe(null);
  });

  test("may be believed by a file beside it, as long as that is what it was", async () => {
    const document = await records.keepDocument("2026-10-payslip.pdf", Buffer.from("%PDF-1"));
    const value = { kind: "payslip", month: "2026-10", bytes: 6 } as const;
    await records.keep(URL_A, at("02"), [tell("documents", { key: "2026-10-payslip", value, document })]);
    const evidence = records.find("documents", "2026-10-payslip", BY_A)?.evidence;
    expect(evidence).toEqual({ kind: "document", url: URL_A, ...document });
    const file = join(records.folder, "documents", document.file);
    expect([statSync(file).mode & 0o777, String(await records.document(document))]).toEqual([0o600, "%PDF-1"]);
    writeFileSync(file, "%PDF-2");
    expect(await records.document(document)).toBe(null);
    expect(await records.document({ ...document, file: "none.pdf" })).toBe(null);
  });

  test("said after a clock ran ahead still comes after", async () => {
    const say = (instant: string, state: "submitted" | "approved") =>
      records.keep(URL_A, instant, [tell("reports", { key: "2026-01", value: report("2026-01", { state }) })]);
    await say("2027-01-02T10:00:00.000Z", "submitted");
    await say(at("02"), "approved");
    expect(records.find("reports", "2026-01", BY_A)?.value).toMatchObject({ state: "approved" });
  });
});

describe("a file of facts", () => {
  test("with a damaged line keeps the others, and a line of a later porte stays where it is", async () => {
    await records.keep(URL_A, at("02"), [tell("reports", { key: "2026-01", value: report("2026-01") })]);
    appendFileSync(records.fileOf("reports", "2026"), '{"schema":1,"area":"rep\n{"schema":9,"area":"reports"}\n[]\n');
    await records.keep(URL_A, at("03"), [tell("reports", { key: "2026-02", value: report("2026-02") })]);
    expect(records.latest("reports", BY_A).map(({ key }) => key)).toEqual(["2026-01", "2026-02"]);
    expect(linesOf("reports", "2026")).toHaveLength(5);
  });

  test.each([
    "2026 (conflicted copy 2026-11-28)",
    "2026.sync-conflict-20261128-101112-ABCDEF",
    "2026 2",
    "2026-LAPTOP",
  ])(
    "two machines on one synchronised folder: what %s.jsonl holds is read with the rest, once and in its order",
    async (name) => {
      const say = (instant: string, month: string, state: "submitted" | "approved") =>
        records.keepOwn(
          "me",
          instant,
          { kind: "typed" },
          tell("reports", { key: month, value: report(month, { state }) }),
        );
      await say(at("02"), "2026-01", "submitted");
      const file = records.fileOf("reports", "2026");
      const shared = readFileSync(file);
      await say(at("04"), "2026-01", "approved");
      copyFileSync(file, join(records.folder, "reports", `${name}.jsonl`));
      writeFileSync(file, shared);
      await say(at("03"), "2026-02", "submitted");
      const own = { source: "me", url: null } as const;
      const found = () => records.facts("reports").map(({ key, value }) => [key, value?.state]);
      expect(found()).toEqual([
        ["2026-01", "submitted"],
        ["2026-02", "submitted"],
        ["2026-01", "approved"],
      ]);
      await say(at("05"), "2026-01", "approved");
      expect(found()).toHaveLength(3);
      expect(records.find("reports", "2026-01", own)?.value).toMatchObject({ state: "approved" });
      rmSync(file);
      expect([records.years("reports"), records.latest("reports", own).length]).toEqual([["2026"], 1]);
    },
  );

  test("that was looked at is only read the next time, and looked at again once it is another", async () => {
    const values = Array.from({ length: 60 }, (_, index) => ({
      ...EXPENSE,
      id: `expense-${index}`,
      date: "2026-01-10",
    }));
    const list = () => inAnotherProcess().latest("expenses", BY_A);
    await records.keep(URL_A, at("02"), [tell("expenses", ...values.map((value) => ({ key: value.id, value })))]);
    expect(list()).toHaveLength(60);
    expect(JSON.parse(readFileSync(join(records.folder, "checked.json"), "utf8")).files).toHaveProperty([
      "expenses/2026.jsonl",
    ]);
    expect(list()).toEqual(records.latest("expenses", BY_A));
    const file = records.fileOf("expenses", "2026");
    const { atime, mtime } = statSync(file);
    const damaged = readFileSync(file, "utf8").replace('"date":"2026-01-10"', '"date":"2026-13-10"');
    writeFileSync(file, damaged);
    utimesSync(file, atime, mtime);
    expect(list()).toHaveLength(59);
    const kept = JSON.parse(readFileSync(join(records.folder, "checked.json"), "utf8"));
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    const files = { "expenses/2026.jsonl": [size, mtimeMs, ctimeMs, ino].join(" ") };
    const checked = (change: object) =>
      writeFileSync(join(records.folder, "checked.json"), JSON.stringify({ ...kept, files, ...change }));
    checked({});
    expect(list(), "what is said to be looked at is not").toHaveLength(60);
    checked({ shapes: "those of another porte" });
    expect(list()).toHaveLength(59);
    writeFileSync(join(records.folder, "checked.json"), "{");
    expect(list()).toHaveLength(59);
  });

  test("takes what is told at once by several", async () => {
    const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);
    await Promise.all(
      months.map((key) => records.keep(URL_A, at("02"), [tell("reports", { key, value: report(key) })])),
    );
    expect(records.latest("reports", BY_A)).toHaveLength(12);
  });
});

describe("the snapshot", () => {
  const overview = (): Telling[] => [
    tell("person", { key: ONLY, value: ME }),
    tell("company", { key: ONLY, value: COMPANY }),
    tell("missions", { key: MISSION.reference, value: MISSION }),
    tell("reports", { key: REPORT.month, value: REPORT }),
    tell("payslips", { key: SUMMARY.month, value: SUMMARY }),
    tell("expenses", { key: EXPENSE.id, value: EXPENSE }),
    { ...tell("open-expenses", { key: ONLY, value: [EXPENSE.id] }), scope: "overview" },
    tell("lists", { key: "expenses", value: true }),
  ];

  test("is made again from the facts where it is lost or cannot be read", async () => {
    await records.keep(URL_A, at("02"), overview());
    const { confirmed, ...kept } = records.snapshot(URL_A) ?? { confirmed: {} };
    expect(kept).toMatchObject({
      person: ME,
      company: COMPANY,
      missions: [MISSION],
      reports: [REPORT],
      payslips: [SUMMARY],
    });
    for (const content of ["{", '{"schema":1}', '{"schema":2}']) {
      writeFileSync(join(records.folder, "snapshot.json"), content);
      const { confirmed: again, ...made } = inAnotherProcess().snapshot(URL_A) ?? { confirmed: {} };
      expect(made).toEqual(kept);
      expect(again).toEqual({ company: at("02"), person: at("02"), overview: at("02"), expenses: at("02") });
    }
    expect(confirmed).toMatchObject({ overview: at("02") });
    expect(records.snapshot(URL_B)).toBe(null);
    expect(records.lastSnapshot()?.url).toBe(URL_A);
  });

  test("holds the expenses that wait, and no more one that the company has stopped naming as such", async () => {
    await records.keep(URL_A, at("02"), overview());
    expect(records.snapshot(URL_A)?.expenses).toMatchObject([{ id: EXPENSE.id }]);
    await records.keep(URL_A, at("03"), [{ ...tell("open-expenses", { key: ONLY, value: [] }), scope: "overview" }]);
    expect(records.snapshot(URL_A)?.expenses).toEqual([]);
    expect(records.latest("expenses", BY_A)).toHaveLength(1);
  });

  test("goes with all the rest when it is forgotten", async () => {
    await records.keep(URL_A, at("02"), overview());
    await records.forget();
    expect(records.snapshot(URL_A)).toBe(null);
    expect(readdirSync(join(home, "default"))).toEqual([]);
  });

  test("leaves what was said here when it is forgotten, with its files", async () => {
    await records.keep(URL_A, at("02"), overview());
    const own = await records.keepDocument("own.pdf", Buffer.from("own"));
    const { file } = await records.keepDocument("theirs.pdf", Buffer.from("theirs"));
    const value = { ...MISSION, reference: "MINE" };
    const evidence = { kind: "document", url: null, ...own } as const;
    await records.keepOwn("document", at("02"), evidence, tell("missions", { key: "MINE", value }));
    await records.forget();
    expect(records.facts("missions").map(({ key }) => key)).toEqual(["MINE"]);
    expect(await records.document(own)).not.toBe(null);
    expect(existsSync(records.documentFile(file))).toBe(false);
    expect(records.lastSnapshot()).toBe(null);
  });
});
