import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalReport, KINDS, needsMission, type ReportDay } from "../../src/domain/activity.ts";
import { daysOf } from "../../src/domain/calendar.ts";
import { type MonthWords, monthFromWords } from "../../src/domain/month-words.ts";
import { PorteError } from "../../src/errors.ts";

const MONTH = "2026-11";
const terms = (standing: readonly ReportDay[] = []) => ({
  month: MONTH,
  alsaceMoselle: false,
  isInMission: (_reference: string, day: string) => day >= "2026-11-03",
  isMission: (reference: string) => ["ACME", "NORD", "CP"].includes(reference.toUpperCase()),
  dayHours: (mission: string | null) => (mission === "NORD" ? 8 : 7),
  today: "2026-11-27",
  standing,
});
const read = (words: MonthWords, standing?: readonly ReportDay[]) => monthFromWords(words, terms(standing));
const said = (days: readonly ReportDay[]) =>
  Object.fromEntries(
    days.map(({ date, entries }) => [
      date.slice(8),
      entries
        .map(({ kind, mission, projectCode, amount }) =>
          [mission ?? kind, projectCode, amount].filter((one) => one !== null).join(" "),
        )
        .join("+"),
    ]),
  );

describe("a month in words", () => {
  test("all of it is its working days within the mission, and its holiday", () => {
    const days = said(read({ all: "mission=acme" }));

    expect(Object.keys(days)).toHaveLength(20);
    expect(days).toMatchObject({ "03": "ACME 1", "11": "holiday 1", "30": "ACME 1" });
    expect(days).not.toHaveProperty("02");
    expect(days).not.toHaveProperty("07");
  });

  test("less some days, half of one, leave, and one said whole", () => {
    const days = said(
      read({
        all: "mission=ACME",
        except: "12,16-17",
        half: "13",
        leave: "24-28",
        day: ["2026-11-18=ACME/CMD-1:0.5,training:0.5"],
      }),
    );

    expect(days).not.toHaveProperty("12");
    expect(days).not.toHaveProperty("17");
    expect(days).toMatchObject({
      13: "ACME 0.5",
      24: "paid-leave 1",
      27: "paid-leave 1",
      18: "ACME CMD-1 0.5+training 0.5",
    });
    expect(days).not.toHaveProperty("28");
  });

  test("without all of it, changes what stands; nothing after the sign empties a day", () => {
    const standing = read({ all: "training" });
    const days = said(read({ day: ["13=unbilled@acme", "16="] }, standing));

    expect(days).toMatchObject({ 13: "ACME 1", 12: "training 1" });
    expect(days).not.toHaveProperty("16");
    expect(
      read({ day: ["13=unbilled@acme"] }, [])
        .at(0)
        ?.entries.at(0)?.kind,
    ).toBe("unbilled");
  });

  test.each<[string, MonthWords]>([
    ["a day without its time", { day: ["2026-11-13"] }],
    ["a thousandth of a day", { day: ["13=ACME:0.333"] }],
    ["a part of nothing", { day: ["13=ACME:0"] }],
    ["less than a quarter of a day in hours", { day: ["13=ACME:1.5h"] }],
    ["a third of an hour", { day: ["13=ACME:1:7.3h"] }],
    ["a mission kind without a mission", { day: ["13=mission:1"] }],
    ["a half of nothing", { half: "13" }],
    ["a half of two things", { day: ["13=ACME:0.5,training:0.5"], half: "13" }],
    ["another month", { day: ["2026-12-13=ACME"] }],
    ["two days as one", { day: ["13-14=ACME"] }],
    ["a day that is not", { except: "31" }],
  ])("%s is refused by name", (_name, words) => {
    expect(() => read(words, words.half === "13" && words.day ? read({ day: words.day }) : [])).toThrow(PorteError);
  });

  test("hours say how much of a day they are, by the mission's own day, and stand beside a part that is said", () => {
    const days = read({ day: ["12=ACME:5.5h", "13=NORD:5.5h", "16=ACME:1:9h", "17=ACME/LOT-1:0.3,ACME/LOT-2:0.7"] });

    expect(days.map(({ entries }) => entries.map(({ amount, hours }) => [amount, hours]))).toEqual([
      [[1, 5.5]],
      [[0.5, 5.5]],
      [[1, 9]],
      [
        [0.3, undefined],
        [0.7, undefined],
      ],
    ]);
  });

  test("may be said in French, with the comma of its decimals, and by weekdays", () => {
    const days = said(
      read({
        all: "Acme",
        leave: "24..25",
        half: "13",
        except: "lundis",
        day: [
          "hier=maladie",
          "18/11=congés:0,5,ACME:0,5",
          "19=formation",
          "20=offert@ACME",
          "12=mission@cp:1,NORD:0,5",
        ],
      }),
    );

    expect(days).toMatchObject({
      12: "CP 1+NORD 0.5",
      13: "ACME 0.5",
      18: "paid-leave 0.5+ACME 0.5",
      19: "training 1",
      20: "ACME 1",
      24: "paid-leave 1",
      26: "sick 1",
    });
    expect(days).not.toHaveProperty("09");
    expect(said(read({ all: "maladie" }))).toMatchObject({ "02": "sick 1", 11: "holiday 1" });
  });

  test("a word that is a kind of time and a mission's reference is said to be both", () => {
    expect(() => read({ day: ["13=CP"] })).toThrow("input.ambiguous");
    expect(said(read({ all: "mission=cp" }))).toMatchObject({ "03": "CP 1" });
  });

  test("whatever can be said in words is read back the same", () => {
    const kinds = KINDS.filter((kind) => !needsMission(kind));
    const entry = fc.oneof(
      fc.constantFrom(...kinds).map((kind) => ({ kind, mission: null, projectCode: null })),
      fc.constantFrom("ACME", "NORD").map((mission) => ({ kind: "mission" as const, mission, projectCode: null })),
      fc.constant({ kind: "mission" as const, mission: "ACME", projectCode: "CMD-1" }),
      fc.constant({ kind: "unbilled" as const, mission: "ACME", projectCode: null }),
    );
    const day = fc.record({
      entries: fc.array(fc.record({ entry, amount: fc.constantFrom(0.5, 1) }), { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...daysOf(MONTH)), day, { noNullPrototype: true }), (month) => {
        const report = Object.entries(month).map(([date, { entries }]) => ({
          date,
          entries: entries.map(({ entry: one, amount }) => ({ ...one, amount })),
        }));
        const words = report.map(({ date, entries }) => {
          const parts = entries.map(({ kind, mission, projectCode, amount }) => {
            const code = projectCode === null ? "" : `/${projectCode}`;
            return `${kind === "unbilled" ? "unbilled@" : ""}${mission ?? kind}${code}:${amount}`;
          });
          return `${date}=${parts.join(",")}`;
        });

        expect(canonicalReport(MONTH, read({ day: words }))).toBe(canonicalReport(MONTH, report));
      }),
    );
  });
});
