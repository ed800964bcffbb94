import { expect, test } from "vitest";
import { calendar, event, monthOf } from "./month-of.ts";

const many = <Made>(count: number, one: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => one(index));
/** A hundred thousand in the long form, `npm run check:calendars`. */
const MANY = process.env.npm_lifecycle_event === "check:calendars" ? 100_000 : 3_000;
const series = (rule: string) => calendar([event(3, `RRULE:${rule}`), event(4)]);

/** Each ends in a few seconds: a reader that walks to the end of time does not end at all. */
test.each([
  ["each second, for ever", series("FREQ=SECONDLY")],
  ["each second, a thousand million times", series("FREQ=SECONDLY;COUNT=999999999")],
  ["each second of the 30th of February", series("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")],
  ["the 30th of February, for ever", series("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")],
  ["the 30th of February, a thousand times", series("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000")],
  ["a fifth of one", series("FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=2;COUNT=12")],
  ["days from the end of a month", series("FREQ=DAILY;BYMONTHDAY=-31;BYMONTH=2")],
  ["steps of a thousand million years", series("FREQ=YEARLY;INTERVAL=999999999")],
  [
    "every second of every minute",
    series(`FREQ=DAILY;BYSECOND=${many(60, String)};BYMINUTE=${many(60, String)};BYHOUR=${many(24, String)}`),
  ],
  [
    "from the year 1",
    calendar([event(3, "DTSTART:00010101T090000Z", "DURATION:PT1M", "RRULE:FREQ=MINUTELY"), event(4)]),
  ],
  ["to the year 9999", calendar([event(4), event(3, "DTSTART:99991231T090000Z", "RRULE:FREQ=DAILY")])],
  [
    "of eight thousand years",
    calendar([event(4), event(3, "SUMMARY:Vie", "DTSTART;VALUE=DATE:20261120", "DTEND;VALUE=DATE:99991231")]),
  ],
  [
    "of a million weeks, each day",
    calendar([event(4), event(3, "SUMMARY:Vie", "DTSTART:20261103T080000Z", "DURATION:P999999W", "RRULE:FREQ=DAILY")]),
  ],
  [
    "parts within parts",
    calendar([event(4)]).replace("UID", `${"BEGIN:A\r\n".repeat(2 * MANY)}${"END:A\r\n".repeat(2 * MANY)}UID`),
  ],
  ["parts that never end", calendar([event(4)]) + "BEGIN:VEVENT\r\n".repeat(MANY)],
  ["one line of many folds", calendar([event(4, `DESCRIPTION:${"\r\n a".repeat(25 * MANY)}`)])],
  ["a title of ten megabytes", calendar([event(4), event(5, `SUMMARY:${"a".repeat(10_000_000)}`)])],
  [
    "many events",
    calendar([
      event(4),
      ...many(MANY, (index) => index).map((index) => [
        `UID:${index}`,
        `DTSTART:2020${String((Number(index) % 12) + 1).padStart(2, "0")}03T090000Z`,
        "DURATION:PT1H",
        "SUMMARY:ACME",
      ]),
    ]),
  ],
  [
    "many versions of one",
    calendar([
      ...many(MANY, String).map((index) => [
        `UID:a`,
        `SEQUENCE:${index}`,
        "DTSTART:20261103T080000Z",
        "DURATION:PT8H",
        "SUMMARY:ACME",
        "STATUS:CANCELLED",
      ]),
      event(4),
    ]),
  ],
  [
    "many changes from there on",
    calendar([
      event(4),
      event(3, "UID:a", "SUMMARY:b", "RRULE:FREQ=DAILY"),
      ...many(MANY / 10, String).map((index) => [
        `UID:a`,
        `RECURRENCE-ID;RANGE=THISANDFUTURE:${2027 + Math.floor(Number(index) / 300)}${String((Number(index) % 12) + 1).padStart(2, "0")}${String((Number(index) % 25) + 1).padStart(2, "0")}T080000Z`,
        "DTSTART:20270101T080000Z",
        "SUMMARY:b",
      ]),
    ]),
  ],
])("%s", { timeout: 60_000 }, async (_what, text) => {
  expect((await monthOf(text)).days).toMatch(/(?:^| )04=1/);
});

test("a file of bad lines is told, and not line by line to its end", async () => {
  const { days, notes } = await monthOf(
    calendar(
      [event(4)],
      many(5_000, (index) => `ligne ${index}`),
    ),
  );

  expect(days).toBe("04=1");
  expect(notes).toHaveLength(201);
  expect(notes.at(-1)).toMatchObject({ code: "more", text: "4800" });
});

test("what is larger than anybody's calendar is refused in a sentence", async () => {
  const padded = Buffer.alloc(65 * 1_048_576, "\n");
  padded.write(calendar([event(4)]));
  await expect(monthOf(padded)).rejects.toMatchObject({ code: "import.too_large" });
  const often = many(3, (index) => index).map((index) => [
    `UID:${index}`,
    "DTSTART:20260101T090000Z",
    "DURATION:PT1M",
    "RRULE:FREQ=MINUTELY;INTERVAL=6",
    "SUMMARY:ACME",
  ]);
  await expect(monthOf(calendar(often))).rejects.toMatchObject({ code: "import.too_large" });
});
