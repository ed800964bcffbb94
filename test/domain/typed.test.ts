import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KINDS } from "../../src/domain/activity.ts";
import { addDays, addMonths, daysOf, monthOf, weekday } from "../../src/domain/calendar.ts";
import { EXPENSE_CATEGORIES } from "../../src/domain/expense.ts";
import { type DaySense, parseDay } from "../../src/domain/typed/day.ts";
import { parseDays, writeDays } from "../../src/domain/typed/days.ts";
import { expenseWords } from "../../src/domain/typed/expense-words.ts";
import { choiceMeant, yesOrNo } from "../../src/domain/typed/meaning.ts";
import { namesYear, parseMonth } from "../../src/domain/typed/month.ts";
import { monthWords, offeredWords } from "../../src/domain/typed/offered.ts";
import { CHOICE_WORDS, MONTH_NAMES, WEEKDAY_NAMES } from "../../src/domain/typed/words.ts";
import { PorteError } from "../../src/errors.ts";
import { englishFormat, frenchFormat } from "../../src/i18n/format.ts";

const TODAY = "2026-11-27";

/** The code that a reading ends with, and its readings. */
function refused(read: () => unknown): unknown {
  try {
    return { read: read() };
  } catch (failure) {
    if (!(failure instanceof PorteError)) throw failure;
    return "readings" in failure.facts ? failure.facts.readings : failure.code;
  }
}

const days = fc.integer({ min: 0, max: 12_000 }).map((count) => addDays("2016-01-01", count));
const lang = fc.constantFrom("fr", "en");
/** A word as it is typed by somebody in a hurry: accents and capitals, or not. */
const spelled = (word: string) =>
  fc.constantFrom(word, word.toUpperCase(), word.normalize("NFD").replace(/\p{M}/gu, ""));

describe("a month", () => {
  test.each([
    ["2026-11", "2026-11"],
    ["11/2026", "2026-11"],
    ["1-2026", "2026-01"],
    ["novembre", "2026-11"],
    ["Nov", "2026-11"],
    ["nov.", "2026-11"],
    ["décembre", "2025-12"],
    ["dec", "2025-12"],
    ["fevrier", "2026-02"],
    ["Août 2025", "2025-08"],
    ["november 2026", "2026-11"],
    ["decembre-2026", "2026-12"],
    ["11", "2026-11"],
    ["12", "2025-12"],
    ["03", "2026-03"],
    ["courant", "2026-11"],
    ["en cours", "2026-11"],
    ["current", "2026-11"],
    ["dernier", "2026-10"],
    ["mois dernier", "2026-10"],
    ["précédent", "2026-10"],
    ["last", "2026-10"],
  ])("« %s » is %s", (typed, month) => {
    expect(parseMonth(typed, TODAY)).toBe(month);
  });

  test.each(["2026-00", "13/2026", "2026", "next", "0", "13", "", "nov 26", "juil let", "11/26", "mois", "2026-11-01"])(
    "« %s » is none",
    (typed) => {
      expect(refused(() => parseMonth(typed, TODAY))).toBe("input.month");
    },
  );

  test("is read back as each language writes it, and as it is shown", () => {
    fc.assert(
      fc.property(days, lang, days, (day, of, today) => {
        const month = monthOf(day);
        const { month: shown } = of === "fr" ? frenchFormat : englishFormat;
        expect([shown(month), monthWords(month, of)].map((typed) => parseMonth(typed, today))).toEqual([month, month]);
      }),
    );
  });

  test("without its year is the latest that is not in the future, by any of its words", () => {
    const typed = fc.integer({ min: 1, max: 12 }).chain((number) => {
      const words = Object.values(MONTH_NAMES[number - 1] ?? {}).flat();
      return fc.tuple(fc.constant(number), fc.constantFrom(...words, String(number)).chain(spelled));
    });
    fc.assert(
      fc.property(typed, days, ([number, word], today) => {
        const month = parseMonth(word, today);
        expect([Number(month.slice(5)), month <= monthOf(today), addMonths(month, 12) > monthOf(today)]).toEqual([
          number,
          true,
          true,
        ]);
        expect(namesYear(word)).toBe(false);
      }),
    );
  });
});

describe("a day", () => {
  test.each([
    ["2026-02-28", "2026-02-28"],
    ["1/3/2026", "2026-03-01"],
    ["18.11.2026", "2026-11-18"],
    ["18 novembre 2026", "2026-11-18"],
    ["mercredi 18 novembre 2026", "2026-11-18"],
    ["mer. 18/11/2026", "2026-11-18"],
    ["Wed 18 Nov 2026", "2026-11-18"],
    ["aujourd'hui", "2026-11-27"],
    ["Aujourd’hui", "2026-11-27"],
    ["hier", "2026-11-26"],
    ["avant-hier", "2026-11-25"],
    ["yesterday", "2026-11-26"],
    ["lundi", "2026-11-23"],
    ["vendredi", "2026-11-27"],
    ["vendredi dernier", "2026-11-20"],
    ["ven.", "2026-11-27"],
    ["mardi", "2026-11-24"],
    ["lundi 16", "2026-11-16"],
    ["18", "2026-11-18"],
    ["28", "2026-10-28"],
    ["31", "2026-10-31"],
    ["18/11", "2026-11-18"],
    ["28/11", "2025-11-28"],
    ["18 nov", "2026-11-18"],
    ["nov 18", "2026-11-18"],
    ["1er décembre", "2025-12-01"],
    ["29/02", "2024-02-29"],
  ])("« %s » is %s", (typed, day) => {
    expect(parseDay(typed, TODAY)).toBe(day);
  });

  test.each<[string, DaySense, unknown]>([
    ["2026-02-29", "past", "input.day"],
    ["31/11/2026", "past", "input.day"],
    ["2026-13-01", "past", "input.day"],
    ["26-01-01", "past", "input.day"],
    ["", "past", "input.day"],
    ["demain", "past", "input.day"],
    ["31/11", "past", "input.day"],
    ["0", "past", "input.day"],
    ["32", "past", "input.day"],
    ["truc 18", "past", "input.day"],
    ["mardi 18/11/2026", "past", "input.weekday"],
    ["lundi 18", "past", "input.weekday"],
    ["01/12", "either", ["2025-12-01", "2026-12-01"]],
    ["lundi", "either", ["2026-11-23", "2026-11-30"]],
  ])("« %s » is none, or several (%s)", (typed, sense, expected) => {
    expect(refused(() => parseDay(typed, TODAY, sense))).toEqual(expected);
  });

  test("that may be to come is today, tomorrow, or has its year", () => {
    expect(["demain", "27", "01/12/2026", "hier"].map((typed) => parseDay(typed, TODAY, "either"))).toEqual([
      "2026-11-28",
      "2026-11-27",
      "2026-12-01",
      "2026-11-26",
    ]);
  });

  test("is read back as each language writes it", () => {
    fc.assert(
      fc.property(days, days, (day, today) => {
        const written = [frenchFormat.day(day), englishFormat.day(day), day, frenchFormat.day(day).slice(5)];
        expect(written.map((typed) => parseDay(typed, today))).toEqual([day, day, day, day]);
      }),
    );
  });

  test("without its year is the latest that is not in the future", () => {
    const written = (day: string) => [
      `${Number(day.slice(8))}/${day.slice(5, 7)}`,
      `${day.slice(8)} ${MONTH_NAMES[Number(day.slice(5, 7)) - 1]?.fr[0]}`,
    ];
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 364 }), (today, back) => {
        const day = addDays(today, -back);
        expect(written(day).map((typed) => parseDay(typed, today))).toEqual([day, day]);
        if (back < 28) expect(parseDay(String(Number(day.slice(8))), today)).toBe(day);
        if (back < 7) expect(parseDay(WEEKDAY_NAMES[weekday(day) - 1]?.fr[0] ?? "", today)).toBe(day);
      }),
    );
  });
});

describe("the days of a month", () => {
  const numbers = (text: string, inRange?: (day: string) => boolean) =>
    parseDays(text, "2026-11", inRange).map((day) => Number(day.slice(8)));
  const isWorking = (day: string) => weekday(day) < 6;

  test.each([
    ["2-4,9, 30", [2, 3, 4, 9, 30]],
    ["2026-11-05", [5]],
    ["2026-11-24-26", [24, 25, 26]],
    ["24..28", [24, 25, 26, 27, 28]],
    ["du 24 au 26", [24, 25, 26]],
    ["24 à 26", [24, 25, 26]],
    ["from 24 to 26", [24, 25, 26]],
    ["24 - 26", [24, 25, 26]],
    ["18/11", [18]],
    ["18/11/2026", [18]],
    ["18/11..20/11", [18, 19, 20]],
    ["18/11-20/11", [18, 19, 20]],
    ["2026-11-18..2026-11-20", [18, 19, 20]],
    ["3 et 5", [3, 5]],
    ["18 novembre", [18]],
    ["lundi 16", [16]],
    ["lundi 16..mercredi 18", [16, 17, 18]],
    ["lundis", [2, 9, 16, 23, 30]],
    ["Mondays", [2, 9, 16, 23, 30]],
    ["lundis..mardis", [2, 3, 9, 10, 16, 17, 23, 24, 30]],
  ])("« %s »", (typed, expected) => {
    expect(numbers(typed)).toEqual(expected);
  });

  test("of a run, and of a weekday, are those that are wanted; one that is named alone always is", () => {
    expect(numbers("2-8,15", isWorking)).toEqual([2, 3, 4, 5, 6, 15]);
    expect(numbers("mercredis", (day) => day !== "2026-11-11")).toEqual([4, 18, 25]);
  });

  test.each([
    ["31", "input.days"],
    ["0", "input.days"],
    ["5-2", "input.days"],
    ["a", "input.days"],
    ["", "input.days"],
    ["2026-10-05", "input.days"],
    ["18/12", "input.days"],
    ["1-", "input.days"],
    ["..", "input.days"],
    ["mardi 16", "input.weekday"],
    ["lundi", ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30", "lundis"]],
    ["lundi..vendredi", ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30", "lundis"]],
  ])("« %s » is no list of them, or several", (typed, expected) => {
    expect(refused(() => parseDays(typed, "2026-11"))).toEqual(expected);
  });

  test("are read back as they are written, with either sign between two", () => {
    const months = days.map(monthOf);
    fc.assert(
      fc.property(
        months.chain((month) => fc.tuple(fc.constant(month), fc.subarray(daysOf(month), { minLength: 1 }))),
        ([month, some]) => {
          const written = writeDays(some);
          expect([written, written.replaceAll("-", "..")].map((text) => parseDays(text, month))).toEqual([some, some]);
        },
      ),
    );
  });
});

describe("a word of a choice", () => {
  test.each([
    ["congés", "paid-leave"],
    ["CP", "paid-leave"],
    ["conge paye", "paid-leave"],
    ["sans solde", "unpaid-leave"],
    ["maladie", "sick"],
    ["formation", "training"],
    ["prospection", "prospecting"],
    ["FERIE", "holiday"],
    ["intercontrat", "intermission"],
    ["paid-leave", "paid-leave"],
  ])("« %s » is the kind %s", (typed, kind) => {
    expect(choiceMeant(typed, KINDS)).toBe(kind);
  });

  test.each([
    ["matériel", "equipment"],
    ["matériel", "equipment"],
    ["hôtel", "lodging"],
    ["train", "transport"],
    ["IK", "mileage"],
    ["formation", "training"],
    ["autre", "other"],
  ])("« %s » is the category %s", (typed, category) => {
    expect(choiceMeant(typed, EXPENSE_CATEGORIES)).toBe(category);
  });

  test("of several of the values is told with its meanings, and of none is none", () => {
    expect(refused(() => choiceMeant("repas", EXPENSE_CATEGORIES))).toEqual(["restaurant", "meal-away"]);
    expect(choiceMeant("congés", EXPENSE_CATEGORIES)).toBeNull();
    expect(choiceMeant("", EXPENSE_CATEGORIES)).toBeNull();
  });

  test("means one kind of time, and one category, but where two are asked about", () => {
    const several = (choices: readonly string[]) =>
      Object.values(CHOICE_WORDS)
        .flatMap(({ fr, en }) => [...fr, ...en])
        .filter((word) => Array.isArray(refused(() => choiceMeant(word, choices))));

    expect(several(KINDS)).toEqual([]);
    expect(new Set(several(EXPENSE_CATEGORIES))).toEqual(new Set(["repas", "meal"]));
  });

  test("of yes or no, in both languages, by its letter too", () => {
    expect(["oui", "O", "yes", "y", " Oui "].map(yesOrNo)).toEqual([true, true, true, true, true]);
    expect(["non", "n", "NO"].map(yesOrNo)).toEqual([false, false, false]);
    expect(["", "ok", "peut-être", "x"].map(yesOrNo)).toEqual([null, null, null, null]);
  });
});

describe("the words of an expense", () => {
  const read = (...words: string[]) =>
    expenseWords(words, { today: TODAY, isFile: (word) => word === "18" || word === "t.jpg" });

  test("are its receipt, amount, category and day, in any order", () => {
    const whole = { receipt: "t.jpg", amount: 2140, category: "restaurant", date: "2026-11-26" };

    expect(read("t.jpg", "21,40", "resto", "hier")).toEqual(whole);
    expect(read("hier", "restaurant", "21,40 €", "t.jpg")).toEqual(whole);
    expect(read("45", "€", "hôtel", "23/11")).toEqual({ amount: 4500, category: "lodging", date: "2026-11-23" });
    expect(read("45", "2026-11-03")).toEqual({ amount: 4500, date: "2026-11-03" });
    expect(read("ticket.jpg")).toEqual({ receipt: "ticket.jpg" });
    expect(read("18")).toEqual({ receipt: "18" });
    expect(read()).toEqual({});
  });

  test.each([
    [["45", "46"], "usage.excess_argument"],
    [["a.jpg", "b.jpg"], "usage.excess_argument"],
    [["hier", "lundi"], "usage.excess_argument"],
    [
      ["45", "repas"],
      ["restaurant", "meal-away"],
    ],
    [["1.500"], ["1500", "1.500"]],
  ])("%j are refused", (words, expected) => {
    expect(refused(() => read(...words))).toEqual(expected);
  });
});

describe("the words that Tab offers", () => {
  const terms = { lang: "fr", today: TODAY } as const;

  test("are those that begin as what is typed, and are written as it is", () => {
    expect(offeredWords("month", "dé", terms)).toEqual(["décembre"]);
    expect(offeredWords("month", "de", terms)).toEqual(["dernier", "decembre"]);
    expect(offeredWords("month", "2026-1", terms)).toEqual(["2026-11", "2026-10"]);
    expect(offeredWords("day", "a", terms)).toEqual(["aujourd'hui", "avant-hier"]);
    expect(offeredWords({ choices: KINDS }, "con", terms)).toEqual(["congés"]);
    expect(offeredWords({ choices: EXPENSE_CATEGORIES }, "mat", { ...terms, lang: "en" })).toEqual(["matériel"]);
    expect(offeredWords({ choices: EXPENSE_CATEGORIES }, "zz", terms)).toEqual([]);
  });

  test.each(["fr", "en"] as const)("mean each what it is offered for (%s)", (of) => {
    const by = { lang: of, today: TODAY };
    const past = offeredWords("day", "", by).filter((one) => !/^(demain|tomorrow)$/.test(one));
    const meant = [KINDS, EXPENSE_CATEGORIES].flatMap((choices) =>
      offeredWords({ choices }, "", by).map((word) => choiceMeant(word, choices)),
    );

    expect(offeredWords("month", "", by).map((word) => parseMonth(word, TODAY))).toContain("2025-12");
    expect(past.map((word) => parseDay(word, TODAY))).toContain("2026-11-21");
    expect(meant).not.toContain(null);
  });
});
