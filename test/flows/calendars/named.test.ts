import { describe, expect, test } from "vitest";
import { calendar, event, monthOf } from "./month-of.ts";

const named = (notes: Awaited<ReturnType<typeof monthOf>>["notes"]) =>
  notes.map(({ code, day, text, detail }) => [code, day, text, detail]);

describe("what cannot be read is named, and the rest is read", () => {
  test.each([
    [
      "a line that is none, within an event",
      calendar([event(3, "suite de la ligne précédente"), event(4)]),
      "03=1 04=1",
      ["bad_line", "2026-11-03", "ACME", "suite de la ligne précédente"],
    ],
    [
      "a line of no event",
      calendar([event(3)], ["n'importe quoi"]),
      "03=1",
      ["bad_line", null, "n'importe quoi", undefined],
    ],
    [
      "a rule that is none: its first date is sure",
      calendar([event(3, "RRULE:FREQ=FORTNIGHTLY"), event(4)]),
      "03=1 04=1",
      ["bad_rule", "2026-11-03", "ACME", "FREQ=FORTNIGHTLY"],
    ],
    [
      "a rule of no step, of an event begun before",
      calendar([
        event(3, "DTSTART:20260901T080000Z", "DTEND:20260901T150000Z", "RRULE:FREQ=DAILY;INTERVAL=0"),
        event(4),
      ]),
      "04=1",
      ["bad_rule", null, "ACME", "FREQ=DAILY;INTERVAL=0"],
    ],
    [
      "a rule of other calendars than ours",
      calendar([event(3, "RRULE:RSCALE=HEBREW;FREQ=YEARLY")]),
      "03=1",
      ["bad_rule", "2026-11-03", "ACME", "RSCALE=HEBREW;FREQ=YEARLY"],
    ],
    [
      "a zone that nobody knows: its event only",
      calendar([event(3, "DTSTART;TZID=Mars/Olympus:20261103T090000", "DURATION:PT8H"), event(4)]),
      "04=1",
      ["no_zone", "2026-11-03", "ACME", "Mars/Olympus"],
    ],
    ["no start", calendar([event(3, "DTSTART:"), event(4)]), "04=1", ["no_start", null, "ACME", ""]],
    [
      "a start that is no day",
      calendar([event(3, "DTSTART:20261131T090000Z"), event(4)]),
      "04=1",
      ["no_start", null, "ACME", ""],
    ],
    [
      "an end that is no time",
      calendar([event(3, "DTEND:20261103T2500"), event(4)]),
      "04=1",
      ["bad_time", "2026-11-03", "ACME", "20261103T2500"],
    ],
    [
      "an end before its start",
      calendar([event(3, "DTEND:20261103T070000Z"), event(4)]),
      "04=1",
      ["backwards", "2026-11-03", "ACME", undefined],
    ],
    [
      "a file that ends too soon",
      calendar([event(4), event(3)]).replace(/END:VEVENT\r\nEND:VCALENDAR\r\n$/, ""),
      "04=1",
      ["cut", "2026-11-03", "ACME", ""],
    ],
    [
      "what is too often",
      calendar([event(3, "RRULE:FREQ=SECONDLY"), event(4)]),
      "04=1",
      ["too_many", null, "ACME", "ACME"],
    ],
    [
      "a change of an occurrence that cannot be told: it is not its series",
      calendar([
        event(3, "UID:a", "RRULE:FREQ=DAILY;COUNT=2"),
        event(10, "UID:a", "RECURRENCE-ID:2026-99-99", "SEQUENCE:2", "STATUS:CANCELLED"),
      ]),
      "03=1 04=1",
      ["bad_time", null, "ACME", "2026-99-99"],
    ],
    [
      "two clients at one time: each is counted",
      calendar([event(3), event(3, "SUMMARY:NORD")]),
      "03=1+NORD 1",
      ["at_once", "2026-11-03", "ACME / NORD", undefined],
    ],
    [
      "what is of no mission",
      calendar([event(3), event(4, "SUMMARY:Dentiste")]),
      "03=1",
      ["unmatched", "2026-11-04", "Dentiste", undefined],
    ],
    [
      "what takes no time",
      calendar([event(3), event(4, "DTSTART:20261104T080000Z")]),
      "03=1",
      ["too_short", "2026-11-04", "ACME", undefined],
    ],
  ])("%s", async (_what, text, days, note) => {
    const month = await monthOf(text);

    expect(month.days).toBe(days);
    expect(named(month.notes)).toContainEqual(note);
  });

  test("a file without any calendar is refused, by its first line", async () => {
    await expect(monthOf("BEGIN:VCALENDAR\r\nBROKEN")).rejects.toMatchObject({
      code: "import.malformed",
      facts: { at: "2", value: "BROKEN" },
    });
    expect(await monthOf(calendar([]))).toEqual({ days: "", notes: [] });
  });
});

const DECLINED = "ATTENDEE;CN=Claire;PARTSTAT=DECLINED:mailto:Claire@porte.example";

describe("what is declined, or leaves its time free, is left aside by name", () => {
  test.each([
    ["by its owner", [DECLINED, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:paul@acme.example"], "declined"],
    [
      "by another only",
      ["ATTENDEE:mailto:claire@porte.example", "ATTENDEE;PARTSTAT=DECLINED:mailto:p@acme.example"],
      null,
    ],
    [
      "by all who were asked, whoever the owner is",
      [
        "ORGANIZER:mailto:p@acme.example",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:p@acme.example",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:c@gmail.example",
      ],
      "declined",
    ],
    [
      "a room that is taken elsewhere declines nothing",
      ["ATTENDEE:mailto:claire@porte.example", "ATTENDEE;CUTYPE=ROOM;PARTSTAT=DECLINED:mailto:salle@acme.example"],
      null,
    ],
    ["tentative is not declined", ["ATTENDEE;PARTSTAT=TENTATIVE:mailto:claire@porte.example"], null],
    ["time left free", ["TRANSP:TRANSPARENT"], "transparent"],
    ["time left free, as Outlook says it", ["X-MICROSOFT-CDO-BUSYSTATUS:FREE"], "transparent"],
    ["time taken", ["TRANSP:OPAQUE"], null],
  ])("%s", async (_what, lines, code) => {
    const text = calendar([event(3, ...lines), event(4)]);
    const [aside, included] = [await monthOf(text), await monthOf(text, { includeDeclined: true })];

    expect(aside.days).toBe(code === null ? "03=1 04=1" : "04=1");
    expect(named(aside.notes)).toEqual(code === null ? [] : [[code, "2026-11-03", "ACME", undefined]]);
    expect(included).toEqual({ days: "03=1 04=1", notes: [] });
  });

  test("the owner is also who the calendar is named after", async () => {
    const lines = ["ATTENDEE;PARTSTAT=DECLINED:mailto:c@gmail.example", "ATTENDEE:mailto:p@acme.example"];

    expect((await monthOf(calendar([event(3, ...lines)], ["X-WR-CALNAME:c@gmail.example"]))).days).toBe("");
    expect((await monthOf(calendar([event(3, ...lines)]))).days).toBe("03=1");
  });

  test("one occurrence is declined alone, and what is declined of others is not told", async () => {
    const series = event(3, "UID:a", "RRULE:FREQ=WEEKLY;COUNT=2");
    const one = event(10, "UID:a", "RECURRENCE-ID:20261110T080000Z", DECLINED);
    const other = event(5, "SUMMARY:Yoga", DECLINED);
    const { days, notes } = await monthOf(calendar([series, one, other]));

    expect(days).toBe("03=1");
    expect(named(notes)).toEqual([["declined", "2026-11-10", "ACME", undefined]]);
  });
});

describe("bytes", () => {
  const text = calendar([event(3, "SUMMARY:Congés à l'été")]);
  const folded = (at: number, fold: string) => {
    const bytes = Buffer.from(text);
    const place = bytes.indexOf("é") + at;
    return Buffer.concat([bytes.subarray(0, place), Buffer.from(fold), bytes.subarray(place)]);
  };

  test.each([
    ["a fold within a letter", folded(1, "\r\n ")],
    ["a fold of a tab, before a letter", folded(0, "\n\t")],
    ["Latin-1", Buffer.from(text, "latin1")],
    ["a mark of UTF-8", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["lines that end in LF", Buffer.from(text.replaceAll("\r", ""))],
    ["lines that end in CR", Buffer.from(text.replaceAll("\n", ""))],
    ["small letters", Buffer.from(text.replace(/^(BEGIN|END|DTSTART|UID|SUMMARY)/gm, (name) => name.toLowerCase()))],
    ["blank lines", Buffer.from(text.replaceAll("\r\n", "\r\n\r\n"))],
  ])("%s", async (_what, bytes) => {
    expect(await monthOf(bytes)).toEqual({ days: "03=paid-leave 1", notes: [] });
  });

  test("commas, semicolons and quoted colons are what they say", async () => {
    const lines = ['SUMMARY;ALTREP="cid:a;b:c":Acme\\, le client\\; \\nsuite', "CATEGORIES:un,deux\\,trois"];
    const { notes } = await monthOf(calendar([event(3, ...lines, "TRANSP:TRANSPARENT")]), { includeDeclined: false });

    expect(named(notes)).toEqual([
      ["transparent", "2026-11-03", "Acme, le client; \nsuite · un · deux,trois", undefined],
    ]);
  });

  test("an alarm of an event is none of it", async () => {
    const alarm = ["BEGIN:VALARM", "DURATION:PT5M", "SUMMARY:Alarme", "DTSTART:20261105T080000Z", "END:VALARM"];

    expect(await monthOf(calendar([[...alarm, ...event(3)]]))).toEqual({ days: "03=1", notes: [] });
  });
});
