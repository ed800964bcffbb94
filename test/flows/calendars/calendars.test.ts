import { describe, expect, test } from "vitest";
import { calendar, event, monthOf } from "./month-of.ts";

const PARIS = "TZID=Europe/Paris";
/** A series of Wednesdays of October: 7, 14, 21 and 28. */
const OCTOBER = [
  `DTSTART;${PARIS}:20261007T090000`,
  `DTEND;${PARIS}:20261007T170000`,
  "RRULE:FREQ=WEEKLY;UNTIL=20261028T080000Z",
];
const change = (uid: string, id: string, from: string, to: string, ...lines: string[]) =>
  event(1, `UID:${uid}`, id, `DTSTART;${PARIS}:${from}`, `DTEND;${PARIS}:${to}`, ...lines);

/** What calendars hold, and the days that it makes: from RFC 5545 unless it is said otherwise. */
const CASES: Readonly<Record<string, readonly (readonly [what: string, text: string, days: string])[]>> = {
  "times with colons of their own, in a zone": [
    [
      "that is plain",
      calendar([event(3, `DTSTART;${PARIS}:2026-11-03T09:00:00`, `DTEND;${PARIS}:2026-11-03T17:00:00`)]),
      "03=1",
    ],
    [
      "that is plain, in a list",
      calendar([event(3, "RRULE:FREQ=DAILY;COUNT=4", `EXDATE;${PARIS}:2026-11-04T09:00:00,2026-11-05T09:00:00`)]),
      "03=1 06=1",
    ],
    [
      "whose colons nobody quoted",
      calendar([event(3, "DTSTART;TZID=tzone://Microsoft/Utc:2026-11-03T09:00:00", "DURATION:PT8H")]),
      "03=1",
    ],
    [
      "whose colons nobody quoted, by its distance",
      calendar([event(3, "DTSTART;TZID=GMT+01:00:20261103T090000", "DURATION:PT8H")]),
      "03=1",
    ],
  ],
  "an occurrence that was changed alone is where its own start is": [
    [
      "moved into the month",
      calendar([
        event(1, "UID:a", ...OCTOBER),
        change("a", `RECURRENCE-ID;${PARIS}:20261028T090000`, "20261105T090000", "20261105T170000"),
      ]),
      "05=1",
    ],
    [
      "moved out of the month",
      calendar([
        event(4, "UID:a", "RRULE:FREQ=WEEKLY;COUNT=2"),
        change("a", `RECURRENCE-ID;${PARIS}:20261111T090000`, "20261202T090000", "20261202T170000"),
      ]),
      "04=1",
    ],
    [
      "brought forward from December",
      calendar([
        event(1, "UID:a", `DTSTART;${PARIS}:20261209T090000`, `DTEND;${PARIS}:20261209T170000`, "RRULE:FREQ=WEEKLY"),
        change("a", `RECURRENCE-ID;${PARIS}:20261209T090000`, "20261127T090000", "20261127T120000"),
      ]),
      "27=0.5",
    ],
    [
      "a whole day, moved by another whole day",
      calendar([
        event(1, "UID:a", "DTSTART;VALUE=DATE:20261026", "DTEND;VALUE=DATE:20261027", "RRULE:FREQ=WEEKLY;COUNT=2"),
        event(1, "UID:a", "RECURRENCE-ID;VALUE=DATE:20261026", "DTSTART;VALUE=DATE:20261106"),
      ]),
      "02=1 06=1",
    ],
    [
      "told before its series, in another calendar",
      calendar([change("a", `RECURRENCE-ID;${PARIS}:20261028T090000`, "20261105T090000", "20261105T170000")]) +
        calendar([event(1, "UID:a", ...OCTOBER)]),
      "05=1",
    ],
    [
      "made longer, without an end of its own",
      calendar([
        event(3, "UID:a", "RRULE:FREQ=DAILY;COUNT=2"),
        event(1, "UID:a", "RECURRENCE-ID:20261104T080000Z", `DTSTART;${PARIS}:20261105T090000`),
      ]),
      "03=1 05=1",
    ],
    [
      "without its series, as an invitation to one meeting is",
      calendar([change("a", `RECURRENCE-ID;${PARIS}:20261105T080000`, "20261105T090000", "20261105T170000")]),
      "05=1",
    ],
    [
      "an occurrence that its series does not have",
      calendar([
        event(3, "UID:a", "RRULE:FREQ=WEEKLY;COUNT=2"),
        change("a", `RECURRENCE-ID;${PARIS}:20261104T090000`, "20261104T090000", "20261104T120000"),
      ]),
      "03=1 04=0.5 10=1",
    ],
    [
      "the series as it is from one on",
      calendar([
        event(3, "UID:a", "RRULE:FREQ=WEEKLY;COUNT=4"),
        change("a", `RECURRENCE-ID;RANGE=THISANDFUTURE;${PARIS}:20261117T090000`, "20261118T140000", "20261118T170000"),
      ]),
      "03=1 10=1 18=0.5 25=0.5",
    ],
    [
      "told by its day, then by its time: the later of the two stands",
      calendar([
        event(3, "UID:a", "RRULE:FREQ=WEEKLY;COUNT=3;BYHOUR=14", `DTSTART;${PARIS}:20261103T140000`, "DURATION:PT8H"),
        change("a", "RECURRENCE-ID;VALUE=DATE:20261110", "20261111T090000", "20261111T170000", "SEQUENCE:1"),
        change("a", "RECURRENCE-ID:20261110T130000Z", "20261112T090000", "20261112T130000", "SEQUENCE:2"),
      ]),
      "03=1 12=0.5 17=1",
    ],
    [
      "told by its day, from there on",
      calendar([
        event(3, "UID:a", "RRULE:FREQ=WEEKLY;COUNT=3"),
        change("a", "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20261110", "20261111T140000", "20261111T170000"),
      ]),
      "03=1 11=0.5 18=0.5",
    ],
    [
      "cancelled alone",
      calendar([
        event(3, "UID:a", "RRULE:FREQ=WEEKLY;COUNT=3"),
        event(10, "UID:a", `RECURRENCE-ID;${PARIS}:20261110T090000`, "STATUS:CANCELLED"),
      ]),
      "03=1 17=1",
    ],
  ],
  "an end in UTC, in a zone known by its name": [
    ["to the second", calendar([event(2, "RRULE:FREQ=WEEKLY;UNTIL=20261116T080000Z")]), "02=1 09=1 16=1"],
    ["a second before", calendar([event(2, "RRULE:FREQ=WEEKLY;UNTIL=20261116T075959Z")]), "02=1 09=1"],
    ["a day, which holds all of it", calendar([event(2, "RRULE:FREQ=WEEKLY;UNTIL=20261116")]), "02=1 09=1 16=1"],
    ["of its own clocks", calendar([event(2, "RRULE:FREQ=WEEKLY;UNTIL=20261116T090000")]), "02=1 09=1 16=1"],
    [
      "for whole days: a midnight of Paris, as Exchange writes it",
      calendar([event(2, "DTSTART;VALUE=DATE:20261102", "RRULE:FREQ=WEEKLY;UNTIL=20261115T230000Z")]),
      "02=1 09=1 16=1",
    ],
    [
      "for whole days: a midnight of UTC",
      calendar([event(2, "DTSTART;VALUE=DATE:20261102", "RRULE:FREQ=WEEKLY;UNTIL=20261116T000000Z")]),
      "02=1 09=1 16=1",
    ],
    [
      "across the change of hour",
      calendar([
        event(1, `DTSTART;${PARIS}:20261020T090000`, "DURATION:PT8H", "RRULE:FREQ=WEEKLY;UNTIL=20261103T080000Z"),
      ]),
      "03=1",
    ],
  ],
  "a start and an end of two zones": [
    [
      "repeated",
      calendar([
        event(
          3,
          `DTSTART;${PARIS}:20261103T090000`,
          "DTEND;TZID=Europe/London:20261103T123000",
          "RRULE:FREQ=WEEKLY;COUNT=2",
        ),
      ]),
      "03=0.5 10=0.5",
    ],
    [
      "a flight from New York that lands in the morning",
      calendar([event(3, "DTSTART;TZID=America/New_York:20261104T180000", `DTEND;${PARIS}:20261105T073000`)]),
      "05=1",
    ],
    [
      "a night, with an end in UTC",
      calendar([event(3, `DTSTART;${PARIS}:20261103T200000`, "DTEND:20261104T050000Z")]),
      "03=0.5 04=1",
    ],
    [
      "as long after each start, to the second, when the clocks change between",
      calendar([
        event(
          1,
          `DTSTART;${PARIS}:20261020T090000`,
          "DTEND;TZID=America/New_York:20261020T070000",
          "RRULE:FREQ=WEEKLY;COUNT=3",
        ),
      ]),
      "03=0.5",
    ],
  ],
  "what began before the month": [
    [
      "weeks on site",
      calendar([
        event(
          1,
          "DTSTART;VALUE=DATE:20260928",
          "DTEND;VALUE=DATE:20261010",
          "RRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=2",
          "SUMMARY:ACME sur site",
        ),
      ]),
      "02=1 03=1 04=1 05=1 06=1",
    ],
    [
      "leave, each year",
      calendar([
        event(
          1,
          "DTSTART;VALUE=DATE:20241028",
          "DTEND;VALUE=DATE:20241106",
          "RRULE:FREQ=YEARLY",
          "SUMMARY:Congés de la Toussaint",
        ),
      ]),
      "02=paid-leave 1 03=paid-leave 1 04=paid-leave 1 05=paid-leave 1",
    ],
    ["a year away", calendar([event(1, "DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20261104")]), "02=1 03=1"],
    [
      "days of hours, rest days left out",
      calendar([event(1, `DTSTART;${PARIS}:20261029T090000`, `DTEND;${PARIS}:20261103T120000`)]),
      "02=1 03=1",
    ],
  ],
  "one event told twice": [
    [
      "the highest sequence stands",
      calendar([
        event(4, "UID:a", "SEQUENCE:1", `DTSTART;${PARIS}:20261104T140000`, "DURATION:PT3H"),
        event(5, "UID:a"),
      ]),
      "04=0.5",
    ],
    ["the sequence is a number", calendar([event(4, "UID:a", "SEQUENCE:10"), event(5, "UID:a", "SEQUENCE:9")]), "04=1"],
    [
      "then the latest stamp",
      calendar([event(4, "UID:a", "DTSTAMP:20261002T080000Z"), event(5, "UID:a", "DTSTAMP:20261001T080000Z")]),
      "04=1",
    ],
    ["copies count once", calendar([event(4, "UID:a"), event(4, "UID:a")]), "04=1"],
    ["copies without an identifier count once", calendar([event(4, "UID:"), event(4, "UID:")]), "04=1"],
    ["a later one cancels it", calendar([event(4, "UID:a"), event(4, "UID:a", "SEQUENCE:1", "STATUS:CANCELLED")]), ""],
    [
      "an earlier one no longer does",
      calendar([event(4, "UID:a", "SEQUENCE:2"), event(4, "UID:a", "SEQUENCE:1", "STATUS:CANCELLED")]),
      "04=1",
    ],
    [
      "one occurrence too",
      calendar([
        event(3, "UID:a", "RRULE:FREQ=WEEKLY;COUNT=2"),
        change("a", `RECURRENCE-ID;${PARIS}:20261110T090000`, "20261112T090000", "20261112T170000", "SEQUENCE:2"),
        change("a", "RECURRENCE-ID:20261110T080000Z", "20261113T090000", "20261113T170000", "SEQUENCE:1"),
      ]),
      "03=1 12=1",
    ],
    [
      "a change of what the series no longer is, once all of it was moved",
      calendar([
        event(
          3,
          "UID:a",
          "SEQUENCE:1",
          `DTSTART;${PARIS}:20261104T090000`,
          "DURATION:PT8H",
          "RRULE:FREQ=WEEKLY;COUNT=2",
        ),
        change("a", `RECURRENCE-ID;${PARIS}:20261110T090000`, "20261112T090000", "20261112T170000", "SEQUENCE:0"),
      ]),
      "04=1 11=1",
    ],
    [
      "a change of what the series still has, though it was told before",
      calendar([
        event(3, "UID:a", "SEQUENCE:1", "RRULE:FREQ=WEEKLY;COUNT=2"),
        change("a", `RECURRENCE-ID;${PARIS}:20261110T090000`, "20261112T090000", "20261112T170000", "SEQUENCE:0"),
      ]),
      "03=1 12=1",
    ],
    [
      "a calendar of cancellations takes its events away",
      calendar([event(3, "UID:a"), event(4, "UID:b")]) + calendar([event(3, "UID:a", "SEQUENCE:1")], ["METHOD:CANCEL"]),
      "04=1",
    ],
    ["and holds none", calendar([event(3)], ["METHOD:CANCEL"]), ""],
  ],
  "a zone by its name alone": [
    ...(
      [
        ["W. Europe Standard Time", "03=1"],
        ["Romance Standard Time", "03=1"],
        ["GMT Standard Time", "03=1"],
        ["Europe/Berlin", "03=1"],
        ['"Europe/Paris"', "03=1"],
        ["/freeassociation.sourceforge.net/Tzfile/Europe/Paris", "03=1"],
        ["/mozilla.org/20050126_1/Europe/Paris", "03=1"],
        ['"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"', "03=1"],
        ["UTC+01:00", "03=1"],
        ['"UTC+01:00"', "03=1"],
        ["tzone://Microsoft/Utc", "03=1"],
        ["Tokyo Standard Time", "03=1"],
        ["Pacific/Auckland", "02=0.5 03=0.5"],
      ] as const
    ).map(
      ([zone, days]) =>
        [
          zone,
          calendar([event(3, `DTSTART;TZID=${zone}:20261103T090000`, `DTEND;TZID=${zone}:20261103T170000`)]),
          days,
        ] as const,
    ),
    [
      "a name of its own, described in the file",
      calendar(
        [event(3, "DTSTART;TZID=Bureau:20261103T180000", "DTEND;TZID=Bureau:20261104T020000")],
        [
          "BEGIN:VTIMEZONE",
          "TZID:Bureau",
          ...["BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+1000", "TZOFFSETTO:+0900"],
          ...["RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD"],
          ...["BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+1000"],
          ...["RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE"],
        ],
      ),
      "03=1",
    ],
  ],
  "what is taken out of a series": [
    ["in its zone", calendar([event(3, "RRULE:FREQ=WEEKLY;COUNT=3", `EXDATE;${PARIS}:20261110T090000`)]), "03=1 17=1"],
    ["in UTC", calendar([event(3, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261110T080000Z")]), "03=1 17=1"],
    ["as a day", calendar([event(3, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20261110")]), "03=1 17=1"],
    [
      "as a day that does not say it is one",
      calendar([event(3, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261110,20261117")]),
      "03=1",
    ],
    [
      "in another zone",
      calendar([event(3, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/London:20261110T080000")]),
      "03=1 17=1",
    ],
    [
      "two, of which one is none of its times",
      calendar([event(3, "RRULE:FREQ=WEEKLY;COUNT=3", `EXDATE;${PARIS}:20261110T100000,20261117T090000`)]),
      "03=1 10=1",
    ],
    [
      "whole days, by an instant",
      calendar([event(3, "DTSTART;VALUE=DATE:20261103", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261109T230000Z")]),
      "03=1 17=1",
    ],
    [
      "a change told in UTC",
      calendar([
        event(3, "UID:a", "RRULE:FREQ=WEEKLY;COUNT=3"),
        change("a", "RECURRENCE-ID:20261110T080000Z", "20261112T090000", "20261112T170000"),
      ]),
      "03=1 12=1 17=1",
    ],
    [
      "a change told as a day",
      calendar([
        event(3, "UID:a", "RRULE:FREQ=WEEKLY;COUNT=2"),
        change("a", "RECURRENCE-ID;VALUE=DATE:20261110", "20261112T090000", "20261112T170000"),
      ]),
      "03=1 12=1",
    ],
    ["by a rule", calendar([event(2, "RRULE:FREQ=DAILY;COUNT=5", "EXRULE:FREQ=WEEKLY;BYDAY=TU,WE")]), "02=1 05=1 06=1"],
  ],
  "dates that are added": [
    [
      "to no rule, and the start is kept",
      calendar([event(3, `RDATE;${PARIS}:20261105T090000,20261110T090000`)]),
      "03=1 05=1 10=1",
    ],
    ["in UTC", calendar([event(3, "RDATE:20261105T080000Z")]), "03=1 05=1"],
    [
      "as periods, with ends of their own",
      calendar([event(3, "RDATE;VALUE=PERIOD:20261105T080000Z/PT3H,20261106T130000Z/20261106T160000Z")]),
      "03=1 05=0.5 06=0.5",
    ],
    ["as days, at the hours of the series", calendar([event(3, "RDATE;VALUE=DATE:20261105")]), "03=1 05=1"],
    [
      "to a rule, and taken out again",
      calendar([
        event(3, "RRULE:FREQ=DAILY;COUNT=2", "RDATE:20261106T080000Z,20261105T080000Z", "EXDATE:20261105T080000Z"),
      ]),
      "03=1 04=1 06=1",
    ],
    ["to whole days", calendar([event(3, "DTSTART;VALUE=DATE:20261103", "RDATE;VALUE=DATE:20261105")]), "03=1 05=1"],
  ],
  "time that overlaps is counted once": [
    [
      "two meetings at once",
      calendar([
        event(3, "DURATION:PT3H", `DTSTART;${PARIS}:20261103T090000`),
        event(3, "DURATION:PT3H", `DTSTART;${PARIS}:20261103T090000`),
      ]),
      "03=0.5",
    ],
    [
      "one within the other",
      calendar([event(3), event(3, "DURATION:PT1H", `DTSTART;${PARIS}:20261103T100000`)]),
      "03=1",
    ],
    [
      "one that begins before the other ends",
      calendar([
        event(3, `DTSTART;${PARIS}:20261103T090000`, "DURATION:PT2H"),
        event(3, `DTSTART;${PARIS}:20261103T100000`, "DURATION:PT2H"),
      ]),
      "03=0.5",
    ],
    [
      "a morning and an afternoon are a day",
      calendar([
        event(3, `DTSTART;${PARIS}:20261103T090000`, "DURATION:PT3H"),
        event(3, `DTSTART;${PARIS}:20261103T140000`, "DURATION:PT3H"),
      ]),
      "03=1",
    ],
    ["a whole day and a meeting on it", calendar([event(3), event(3, "DTSTART;VALUE=DATE:20261103")]), "03=1"],
  ],
  "whole days": [
    ["without an end", calendar([event(3, "DTSTART;VALUE=DATE:20261103")]), "03=1"],
    [
      "that end as they begin",
      calendar([event(3, "DTSTART;VALUE=DATE:20261103", "DTEND;VALUE=DATE:20261103")]),
      "03=1",
    ],
    ["that last", calendar([event(3, "DTSTART;VALUE=DATE:20261103", "DURATION:P2D")]), "03=1 04=1"],
    ["that do not say they are", calendar([event(3, "DTSTART:20261103", "DTEND:20261105")]), "03=1 04=1"],
    [
      "from midnight to midnight",
      calendar([event(3, `DTSTART;${PARIS}:20261103T000000`, `DTEND;${PARIS}:20261105T000000`)]),
      "03=1 04=1",
    ],
    ["in UTC", calendar([event(3, "DTSTART:20261103T000000Z", "DTEND:20261104T000000Z")]), "03=1"],
    [
      "at midnights of Paris, in UTC",
      calendar([event(3, "DTSTART:20261102T230000Z", "DTEND:20261103T230000Z")]),
      "03=1",
    ],
    [
      "no: times with an offset",
      calendar([event(3, "DTSTART:20261103T090000+0100", "DTEND:2026-11-03T17:00:00+01:00")]),
      "03=1",
    ],
    [
      "to the last minute",
      calendar([event(3, `DTSTART;${PARIS}:20261103T000000`, `DTEND;${PARIS}:20261104T235900`)]),
      "03=1 04=1",
    ],
    [
      "over a week end and a holiday, which are rest",
      calendar([event(6, "DTSTART;VALUE=DATE:20261106", "DTEND;VALUE=DATE:20261113")]),
      "06=1 09=1 10=1 12=1",
    ],
  ],
  "a rule as the RFC has it": [
    ["the last Friday", calendar([event(27, "RRULE:FREQ=MONTHLY;BYDAY=-1FR")]), "27=1"],
    [
      "the second working day, by its place in the set",
      calendar([
        event(
          3,
          `DTSTART;${PARIS}:20260902T090000`,
          "DURATION:PT8H",
          "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2",
        ),
      ]),
      "03=1",
    ],
    [
      "the first and last working day of each week",
      calendar([event(2, "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1;COUNT=4")]),
      "02=1 06=1 09=1 13=1",
    ],
    [
      "the first working day of each week, of which the start's has one before it",
      calendar([event(4, "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=3")]),
      "04=1 09=1 16=1",
    ],
    [
      "the last day of each month, of a daily rule",
      calendar([event(30, `DTSTART;${PARIS}:20260930T090000`, "DURATION:PT8H", "RRULE:FREQ=DAILY;BYMONTHDAY=-1")]),
      "30=1",
    ],
    [
      "every other week, from Sunday",
      calendar([
        event(
          3,
          `DTSTART;${PARIS}:20261020T090000`,
          "DURATION:PT8H",
          "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        ),
      ]),
      "01=1 03=1 15=1 17=1 29=1",
    ],
    [
      "the 31st, where there is one",
      calendar([event(1, `DTSTART;${PARIS}:20261031T090000`, "DURATION:PT8H", "RRULE:FREQ=MONTHLY")]),
      "",
    ],
    [
      "a week by its number",
      calendar([event(1, "DTSTART;VALUE=DATE:20251110", "RRULE:FREQ=YEARLY;BYWEEKNO=46;BYDAY=MO,TU")]),
      "09=1 10=1",
    ],
    [
      "two hours of each morning",
      calendar([
        event(
          3,
          "DURATION:PT1H",
          `DTSTART;${PARIS}:20261103T080000`,
          "RRULE:FREQ=HOURLY;BYHOUR=8,9;UNTIL=20261104T230000Z",
        ),
      ]),
      "03=0.5 04=0.5",
    ],
    [
      "a start that the rule does not name, which counts",
      calendar([event(3, "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3")]),
      "03=1 06=1 13=1",
    ],
    [
      "begun in 1990",
      calendar([event(3, `DTSTART;${PARIS}:19900102T090000`, "DURATION:PT8H", "RRULE:FREQ=WEEKLY;INTERVAL=2")]),
      "03=1 17=1",
    ],
  ],
  "what is of another month, or for nobody here, is never judged": [
    [
      "a long trip of 2023",
      calendar([
        event(1, `DTSTART;${PARIS}:20230710T080000`, `DTEND;${PARIS}:20230714T200000`, "SUMMARY:Voyage"),
        event(3),
      ]),
      "03=1",
    ],
    [
      "an end before its start, in 2025",
      calendar([event(1, `DTSTART;${PARIS}:20250710T080000`, `DTEND;${PARIS}:20250709T200000`), event(3)]),
      "03=1",
    ],
    [
      "a zone that nobody knows, in 2025",
      calendar([event(1, "DTSTART;TZID=Mars/Olympus:20250710T080000", "DURATION:PT1H"), event(3)]),
      "03=1",
    ],
  ],
};

describe.each(Object.entries(CASES))("%s", (_kind, cases) => {
  test.each(cases)("%s", async (_what, text, days) => {
    expect((await monthOf(text)).days).toBe(days);
  });
});

test("what is of another month is not told either", async () => {
  for (const [, text] of CASES["what is of another month, or for nobody here, is never judged"] ?? [])
    expect((await monthOf(text)).notes).toEqual([]);
});
