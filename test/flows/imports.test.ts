import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalReport, KINDS, needsMission, type ReportDay } from "../../src/domain/activity.ts";
import { daysOf } from "../../src/domain/calendar.ts";
import { parseMatch } from "../../src/domain/time-intervals.ts";
import { PorteError } from "../../src/errors.ts";
import type { TableReader } from "../../src/files/tables/reader.ts";
import { type ImportTerms, mergeDays, readImport as readFiles } from "../../src/flows/activity/import/read.ts";
import { readerOf } from "../parts/tables.ts";

const MONTH = "2026-11";
const terms = (file: string, ...rules: string[]): ImportTerms => ({
  file,
  month: MONTH,
  alsaceMoselle: false,
  rules: rules.map(parseMatch),
  missions: ["ACME", "NORD"],
  dayHours: () => 7,
  onlyMission: null,
  isSheet: false,
  owners: [],
  includeDeclined: false,
});
const readImport = (reader: TableReader, given: ImportTerms) => readFiles([reader], given);
const fixture = (name: string) => readFileSync(new URL(`../cases/imports/${name}`, import.meta.url), "utf8");
const said = (days: readonly ReportDay[]) =>
  Object.fromEntries(
    days.map(({ date, entries }) => [
      date.slice(8),
      entries.map(({ kind, mission, amount }) => `${mission ?? kind} ${amount}`).join("+"),
    ]),
  );
async function failureOf(work: Promise<unknown>): Promise<PorteError> {
  const failure = await work.catch((found: unknown) => found);
  if (!(failure instanceof PorteError)) throw new Error(`no failure: ${JSON.stringify(failure)}`);
  return failure;
}

describe("a calendar", () => {
  test("gives its events of the month, repeated, moved and cancelled as it has them, on days of Paris", async () => {
    const { format, days, notes } = await readImport(
      readerOf(fixture("google.ics")),
      terms("g.ics", "congés=paid-leave", "formation=training"),
    );

    expect(format).toBe("ics");
    expect(said(days)).toEqual({
      "02": "ACME 1",
      "03": "ACME 1",
      "04": "training 0.5",
      "06": "ACME 1",
      "09": "ACME 1",
      16: "ACME 1",
      17: "ACME 0.5",
      19: "paid-leave 1",
      20: "paid-leave 1",
      23: "paid-leave 1",
    });
    const named = notes.map(({ code, text, day }) => `${code} ${day?.slice(8)} ${text}`);
    expect(named).toContain("unmatched 03 Dentiste");
    expect(named).toContain("rest_day 21 Congés");
    expect(named.filter((one) => one.includes("Atelier"))).toEqual([]);
  });

  test("a time of New York is a day of Paris, and what goes past midnight says so", async () => {
    const night = fixture("google.ics").replace("20261105T180000", "20261105T170000");
    const { days, notes } = await readImport(readerOf(night), terms("g.ics"));

    expect(notes.map(({ code, day }) => `${code} ${day?.slice(8)}`)).toContain("over_midnight 05");
    expect(said(days)).toMatchObject({ "06": "ACME 1" });
    expect(notes.map(({ code, day }) => `${code} ${day?.slice(8)}`)).toContain("too_short 05");
  });

  test("a zone that nobody describes is named, and so is what is no calendar", async () => {
    const zone = fixture("google.ics")
      .replaceAll("America/New_York", "Mars/Olympus")
      .replace(/BEGIN:VTIMEZONE\r\nTZID:Mars[\s\S]*?END:VTIMEZONE\r\n/, "");

    const { days, notes } = await readImport(readerOf(zone), terms("g.ics"));

    expect(said(days)).toMatchObject({ "02": "ACME 1" });
    expect(notes).toContainEqual(
      expect.objectContaining({ code: "no_zone", detail: "Mars/Olympus", text: "Bascule ACME de nuit" }),
    );
    expect((await failureOf(readImport(readerOf("BEGIN:VCALENDAR\nBROKEN"), terms("g.ics")))).code).toBe(
      "import.malformed",
    );
  });

  test("an end before its start is named, and the rest is read", async () => {
    const reversed = fixture("google.ics").replace("DTEND:20261104T153000Z", "DTEND:20261104T113000Z");
    const { days, notes } = await readImport(readerOf(reversed), terms("g.ics", "formation=training"));

    expect(said(days)).toMatchObject({ "02": "ACME 1" });
    expect(said(days)).not.toHaveProperty("04");
    expect(notes).toContainEqual(expect.objectContaining({ code: "backwards", day: "2026-11-04" }));
  });
});

describe("a tracker", () => {
  test("Timewarrior: intervals in UTC, cut at the midnight of Paris; one that still runs is left to it", async () => {
    const { format, days, notes } = await readImport(
      readerOf(fixture("timewarrior.json")),
      terms("t.json", "formation=training"),
    );

    expect(format).toBe("timewarrior");
    expect(said(days)).toEqual({ "02": "ACME 1", "03": "training 0.5", "04": "ACME 0.5" });
    expect(notes.map(({ code }) => code).sort()).toEqual(["over_midnight", "running", "too_short"]);
  });

  test("a calendar that comes by a pipe in pieces, its first byte alone, is a calendar", async () => {
    const bytes = Buffer.from(fixture("google.ics"));
    const pieces = async function* () {
      for (let at = 0; at < bytes.length; at += 1) yield bytes.subarray(at, at + 1);
    };
    const reader = readerOf("");
    const { format } = await readImport({ ...reader, source: { name: "-", pieces } }, terms("-"));
    expect(format).toBe("ics");
  });

  test("times that overlap are counted once, in one file or in two, whatever kept them", async () => {
    const interval = (from: string, to: string) => ({
      start: `20261103T${from}00Z`,
      end: `20261103T${to}00Z`,
      tags: ["ACME"],
    });
    const tracked = JSON.stringify([interval("0800", "1000"), interval("0900", "1100"), interval("0830", "0900")]);
    const calendar = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:ACME", "DTSTART:20261103T093000Z"];
    const ics = [...calendar, "DTEND:20261103T110000Z", "END:VEVENT", "END:VCALENDAR"].join("\n");
    const files = [tracked, ics].map((text, index) => readerOf(text, {}, `${index}`));

    const hours = ({ days }: { readonly days: readonly ReportDay[] }) => days[0]?.entries[0]?.hours;
    expect(hours(await readImport(readerOf(tracked), terms("t.json")))).toBe(3);
    expect(hours(await readFiles(files, terms("t.json")))).toBe(3);
  });

  test("Toggl: its mark, its commas within quotes, its tags", async () => {
    const { format, days } = await readImport(readerOf(fixture("toggl.csv")), terms("t.csv", "formation=training"));

    expect(format).toBe("toggl");
    expect(said(days)).toEqual({ "02": "ACME 1", "03": "training 0.5" });
  });

  test("Clockify: days with the month first where nothing else can be meant, and a clock of twelve hours", async () => {
    const { format, days } = await readImport(readerOf(fixture("clockify.csv")), terms("c.csv"));

    expect(format).toBe("clockify");
    expect(said(days)).toEqual({ "09": "ACME 0.5", 13: "ACME 1" });
  });

  test.each([
    ["a time that is none", (text: string) => text.replace("09:02:11", "25:02:11"), "import.malformed"],
    ["a day that is none", (text: string) => text.replace("2026-11-03,09", "2026-11-31,09"), "import.malformed"],
    ["a negative duration", (text: string) => text.replace("12:30:40", "08:30:40"), "import.duration"],
    [
      "two days at once",
      (text: string) => text.replace("2026-11-02,12:30:40", "2026-11-04,12:30:40"),
      "import.duration",
    ],
    ["unbalanced quotes", (text: string) => text.replace('livraison"', "livraison"), "import.malformed"],
    ["another table altogether", () => "name,price\nbread,1\n", "table.columns"],
    ["another text altogether", () => "bread\n", "import.malformed"],
    ["broken JSON", () => "[{", "import.malformed"],
    ["JSON of something else", () => '{"rows":[]}', "import.malformed"],
    ["an interval without a start", () => '[{"end":"20261102T080000Z"}]', "import.malformed"],
  ])("%s is named with its place", async (_name, change, code) => {
    const failure = await failureOf(readImport(readerOf(change(fixture("toggl.csv"))), terms("t.csv")));

    expect(failure.code).toBe(code);
    expect(Object.values(failure.facts)).not.toContain("");
  });
});

describe("several files of a month", () => {
  const sheet = (...rows: string[]) => ["Date;Type;Mission;Jours", ...rows, ""].join("\n");
  const tracked = (...rows: string[]) => ["Date,Project,User,Duration", ...rows, ""].join("\n");
  const ics = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:ACME", "DTSTART:20261103T080000Z"]
    .concat("DTEND:20261103T160000Z", "END:VEVENT", "END:VCALENDAR")
    .join("\n");
  const acme = sheet("03/11/2026;mission;ACME;0,5");
  const [four, three] = ["4", "3"].map((hours) => tracked(`2026-11-03,ACME,c,${hours}`)) as [string, string];

  test.each<[string, string[], object, string[]]>([
    ["two sheets", [acme, sheet("03/11/2026;mission;NORD;0,5")], { "03": "ACME 0.5+NORD 0.5" }, []],
    ["the same sheet twice", [acme, acme], { "03": "ACME 0.5" }, []],
    ["one sheet that says more", [acme, sheet("03/11/2026;mission;ACME;1")], { "03": "ACME 1" }, []],
    ["a calendar and a sheet", [ics, sheet("03/11/2026;formation;;0,5")], { "03": "ACME 1+training 0.5" }, []],
    ["days apart", [acme, sheet("04/11/2026;mission;NORD;1")], { "03": "ACME 0.5", "04": "NORD 1" }, []],
    ["lengths without a clock", [four, three], { "03": "ACME 1" }, []],
    ["a line that two of them have", [four, four], { "03": "ACME 0.5" }, ["twice 1"]],
    [
      "exports that overlap",
      [four, tracked("2026-11-03,ACME,c,4", "2026-11-03,ACME,c,4")],
      { "03": "ACME 1" },
      ["twice 1"],
    ],
  ])("%s are one month", async (_what, texts, days, notes) => {
    const files = texts.map((text, index) => readerOf(text, {}, `${index}`));
    const read = await readFiles(files, terms("0", "formation=training"));
    expect(said(read.days)).toEqual(days);
    expect(read.notes.map(({ code, text }) => `${code} ${text}`)).toEqual(notes);
  });
});

test("each of several sheets says how it was read, and which of its lines it leaves aside", async () => {
  const files = ["", ""].map((_, index) =>
    readerOf(`Date;Jours\n0${index + 2}/11/2026;1\n09/11/2026;\n`, {}, `${index}`),
  );
  const { readings } = await readFiles(files, { ...terms("0"), onlyMission: "ACME" });
  expect(readings.map(({ asides }) => asides.map(({ line }) => line))).toEqual([[3], [3]]);
});

describe("what comes back", () => {
  test("the same file twice changes nothing, and the days it does not speak of stay", async () => {
    const before: ReportDay[] = [
      { date: "2026-11-02", entries: [{ kind: "sick", mission: null, projectCode: null, amount: 1 }] },
      { date: "2026-11-30", entries: [{ kind: "training", mission: null, projectCode: null, amount: 1 }] },
    ];
    const { days } = await readImport(readerOf(fixture("toggl.csv")), terms("t.csv"));
    const once = mergeDays(before, days);

    expect(said(once)).toEqual({ "02": "ACME 1", 30: "training 1" });
    expect(mergeDays(once, days)).toEqual(once);
  });

  const entry = fc.oneof(
    fc
      .constantFrom(...KINDS.filter((kind) => !needsMission(kind)))
      .map((kind) => ({ kind, mission: null, projectCode: null })),
    fc.constantFrom("ACME", "NORD").map((mission) => ({ kind: "mission" as const, mission, projectCode: null })),
    fc.constant({ kind: "unbilled" as const, mission: "ACME", projectCode: "CMD-1" }),
  );
  const days = fc
    .uniqueArray(fc.constantFrom(...daysOf(MONTH)), { minLength: 1 })
    .chain((dates) =>
      fc.tuple(
        ...dates
          .sort()
          .map((date) =>
            fc
              .array(fc.record({ entry, amount: fc.constantFrom(0.5, 1) }), { minLength: 1, maxLength: 2 })
              .map((entries) => ({ date, entries: entries.map(({ entry: one, amount }) => ({ ...one, amount })) })),
          ),
      ),
    );

  test("a report written as JSON or as a timesheet reads back the same", async () => {
    await fc.assert(
      fc.asyncProperty(days, async (report) => {
        const asJson = JSON.stringify({ days: report, restDaysConfirmed: false });
        const rows = report.flatMap(({ date, entries }) =>
          entries.map(({ kind, mission, projectCode, amount }) =>
            [date, kind, mission ?? "", projectCode ?? "", amount].join(";"),
          ),
        );
        const asCsv = ["date;kind;mission;project;amount", ...rows].join("\r\n");

        for (const text of [asJson, asCsv])
          expect(canonicalReport(MONTH, (await readImport(readerOf(text), terms("f"))).days)).toBe(
            canonicalReport(MONTH, report),
          );
      }),
    );
  });
});
