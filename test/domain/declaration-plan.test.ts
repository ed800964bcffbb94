import { describe, expect, test } from "vitest";
import { plainEntry } from "../../src/domain/activity.ts";
import { PorteError } from "../../src/errors.ts";
import { day, heldMonth, nextOf, planOf } from "../parts/declaration.ts";

type Case = Parameters<typeof planOf>[0];

const SCRIPT = { terms: { isAgreed: true }, said: { canAsk: false } };
const AWAY = new PorteError("server.never_seen", {});
const KEPT = { state: "draft" as const, days: [day("02")], restStatement: null, base: '"v1"', sent: null };
const RESTED = { dailyRest: true, weeklyRest: true, restDaysGivenUp: 0 };
/** More than thirteen hours of one day leave no eleven of rest. */
const TIRED = { facts: { workingTime: "hours" as const }, said: { days: [day("02", 14)] } };

function table(cases: readonly (readonly [string, Case, string])[]): void {
  test.each(cases)("%s", (_title, given, expected) => {
    expect(nextOf(planOf(given))).toBe(expected);
  });
}

describe("a month that nothing stands against", () => {
  table([
    ["is kept, shown, and asked about before it leaves", {}, "ask send after keep draft"],
    ["leaves once that is answered", { answers: { send: true } }, "do keep queued, send"],
    ["stays a draft where it is not to be sent", { answers: { send: false } }, "refuse run.interrupted"],
    [
      "leaves unasked where the screen said that it is finished",
      { said: { isFinished: true } },
      "do keep queued, send",
    ],
    ["leaves unasked with --yes", { terms: { isAgreed: true } }, "do keep queued, send"],
    ["leaves unasked with --yes where nobody sits", SCRIPT, "do keep queued, send"],
    ["wants --yes where nobody sits", { said: { canAsk: false } }, "refuse usage.missing_option"],
    ["is only shown with --dry-run", { terms: { isDryRun: true } }, "preview"],
    ["is only shown with --dry-run and --yes", { ...SCRIPT, terms: { isDryRun: true, isAgreed: true } }, "preview"],
    ["waits where the company cannot be asked", { ...SCRIPT, facts: { away: AWAY } }, "do keep queued, leave"],
    ["is asked about there too", { facts: { away: AWAY } }, "ask send after keep draft"],
  ]);

  test("says why it waits", () => {
    const { next } = planOf({ ...SCRIPT, facts: { away: AWAY } });

    expect(next).toMatchObject({ effects: [{ type: "keep" }, { type: "leave", why: AWAY }] });
  });

  test("that is refused says that the draft is kept", () => {
    const { next } = planOf({ answers: { send: false } });

    expect(next).toMatchObject({ failure: { facts: { kept: true } } });
  });
});

describe("what a month replaces", () => {
  const baseOf = (given: Case) => {
    const { next } = planOf({ ...SCRIPT, ...given });
    return next.type === "do" ? next.effects[0] : next;
  };
  const sent = { version: 2, etag: '"sent"' };

  test.each<[string, Case, string | null]>([
    ["nothing, where the company holds nothing", {}, null],
    ["what the company holds", { facts: { held: heldMonth({ days: [day("02")] }) } }, '"v2"'],
    [
      "what it is known to hold, where it cannot be asked",
      { facts: { away: AWAY, held: heldMonth({ days: [day("02")] }), kept: { ...KEPT, sent } } },
      '"v2"',
    ],
    [
      "what it last accepted from here, where the draft names nothing seen after",
      { facts: { away: AWAY, kept: { ...KEPT, base: null, sent } } },
      '"sent"',
    ],
    [
      "what the draft was made over, which was seen after that",
      { facts: { away: AWAY, kept: { ...KEPT, sent } } },
      '"v1"',
    ],
    ["what the draft was made over, where it never accepted one", { facts: { away: AWAY, kept: KEPT } }, '"v1"'],
    ["nothing, where it cannot be asked and nothing was kept", { facts: { away: AWAY } }, null],
  ])("is %s", (_title, given, base) => {
    expect(baseOf(given)).toMatchObject({ type: "keep", state: "queued", base });
  });
});

describe("work on rest days", () => {
  const saturday = { days: [day("07")] };
  table([
    ["is asked about first", { said: saturday }, "ask restDays"],
    [
      "is asked about with --yes too, where somebody sits",
      { terms: { isAgreed: true }, said: saturday },
      "ask restDays",
    ],
    ["is a fault where nobody sits", { ...SCRIPT, said: { ...saturday, canAsk: false } }, "refuse activity.problems"],
    ["is a fault where it is not meant", { said: saturday, answers: { restDays: false } }, "refuse activity.problems"],
    ["passes where it is meant", { said: saturday, answers: { restDays: true } }, "ask send after keep draft"],
    ["passes with --rest-days", { terms: { restDays: true }, said: saturday }, "ask send after keep draft"],
  ]);

  test("names the days, and the month says that they are confirmed", () => {
    expect(planOf({ said: saturday }).next).toMatchObject({ question: { days: ["2026-11-07"] } });
    const confirmed = planOf({ ...SCRIPT, terms: { isAgreed: true, restDays: true }, said: saturday }).next;
    expect(confirmed).toMatchObject({ typed: { restDaysConfirmed: true } });
    const none = planOf({ ...SCRIPT, terms: { isAgreed: true, restDays: true } }).next;
    expect(none).toMatchObject({ typed: { restDaysConfirmed: false } });
  });
});

describe("a month with faults", () => {
  table([
    ["is refused before anything is kept", { said: { days: [day("02"), day("02")] } }, "refuse activity.problems"],
    [
      "is refused in a dry run",
      { terms: { isDryRun: true }, said: { days: [day("02"), day("02")] } },
      "refuse activity.problems",
    ],
    ["is refused for clock times that are none", { terms: { times: ["2=9-8"] } }, "refuse input.times"],
  ]);
});

describe("the statement of rest", () => {
  const asked = "ask rest";
  const passed = "ask send after keep draft";
  const { facts, said } = TIRED;
  table([
    ["is asked for after a warning on rest", TIRED, asked],
    ["is not asked for where no limit is passed", { facts, said: { days: [day("02", 7)] } }, passed],
    ["is not asked for where the contract counts days alone", { said, terms: { times: ["2=6:00-22:00"] } }, passed],
    ["is asked for once", { ...TIRED, answers: { rest: "daily-not" } }, passed],
    ["is not asked for where it is typed", { ...TIRED, terms: { rest: "respected" } }, passed],
    ["is not asked for where it is taken back", { ...TIRED, terms: { rest: "unsaid" } }, passed],
    ["is not asked for with --yes", { ...TIRED, terms: { isAgreed: true } }, "do keep queued, send"],
    ["is not asked for in a dry run", { ...TIRED, terms: { isDryRun: true } }, "preview"],
    ["is not asked for where nobody sits", { facts, said: { ...said, canAsk: false } }, "refuse usage.missing_option"],
    [
      "is not asked for where one stands",
      { facts: { ...facts, kept: { ...KEPT, restStatement: RESTED } }, said },
      passed,
    ],
    ["wants its word beside the days given up", { terms: { restDaysGivenUp: 1 } }, "refuse usage.missing_option"],
  ]);

  const stated = (given: Case) => {
    const { next } = planOf({ ...given, terms: { isAgreed: true, ...given.terms } });
    return next.type === "do" ? next.typed.restStatement : next.type;
  };
  test("is what is answered, typed, or what stood", () => {
    expect(stated({ ...TIRED, answers: { rest: "daily-not" } })).toEqual({ ...RESTED, dailyRest: false });
    expect(stated({ terms: { rest: "respected", restDaysGivenUp: 1.5 } })).toEqual({ ...RESTED, restDaysGivenUp: 1.5 });
    expect(stated({ facts: { kept: { ...KEPT, restStatement: RESTED } } })).toEqual(RESTED);
    expect(stated({})).toBe(null);
  });

  test("a warning is told with what comes next, also where that is a refusal", () => {
    const codes = (given: Case) => planOf(given).warnings.map(({ code }) => code);

    expect(codes(TIRED)).toEqual(["day-hours", "daily-rest"]);
    expect(codes({ ...TIRED, terms: { restDaysGivenUp: 1 } })).toEqual(["day-hours", "daily-rest"]);
    expect(codes({})).toEqual([]);
    expect(codes({ ...TIRED, said: { days: [day("07", 14)] } })).toEqual([]);
  });

  test("a week is measured with the days of other months", () => {
    const monday = { ...day("02"), date: "2026-10-26" };
    const week = ["26", "27", "28", "29", "30", "31"].map((date) => ({ ...monday, date: `2026-10-${date}` }));
    const sunday = { terms: { restDays: true }, said: { days: [day("01")] } };

    expect(planOf({ ...sunday, facts: { otherDays: week } }).warnings).toMatchObject([{ code: "weekly-rest" }]);
    expect(planOf(sunday).warnings).toEqual([]);
  });
});

describe("hours and clock times", () => {
  const daysOf = (given: Case) => {
    const { next } = planOf({ ...given, terms: { isDryRun: true, ...given.terms } });
    return next.type === "preview" ? next.typed.days : next.type;
  };
  const facts = { workingTime: "hours" as const, dayLengths: { ACME: 7.5 } };

  test("are those that are typed, the mission's own, or seven a day, where the contract counts them", () => {
    expect(daysOf({ facts, terms: { dayLength: 6 } })).toMatchObject([{ entries: [{ hours: 6 }] }]);
    expect(daysOf({ facts })).toMatchObject([{ entries: [{ hours: 7.5 }] }]);
    expect(daysOf({ facts: { ...facts, dayLengths: {} } })).toMatchObject([{ entries: [{ hours: 7 }] }]);
    expect(daysOf({ said: { days: [day("02", 7)] } })).toEqual([day("02")]);
  });

  test("are typed over those that stood, and leave rest days alone", () => {
    const standing = { ...KEPT, days: [{ ...day("02"), start: "08:00", end: "12:00" }, day("03")] };
    const said = { days: [day("02"), day("03"), day("06")] };

    expect(daysOf({ facts: { kept: standing }, said, terms: { times: ["3-7=9:00-17:00"] } })).toMatchObject([
      { start: "08:00", end: "12:00" },
      { start: "09:00", end: "17:00" },
      { start: "09:00", end: "17:00" },
    ]);
  });
});

describe("what the company holds and was never seen here", () => {
  const facts = { held: heldMonth() };
  const words = { day: ["2=ACME"] };
  table([
    ["is shown, and asked about", { facts }, "ask replace"],
    ["is replaced where that is meant", { facts, answers: { replace: true } }, "ask send after keep draft"],
    ["stays where it is not", { facts, answers: { replace: false } }, "refuse activity.conflict"],
    ["stays with --yes", { facts, terms: { isAgreed: true } }, "refuse activity.conflict"],
    ["stays where nobody sits", { ...SCRIPT, facts }, "refuse activity.conflict"],
    [
      "is replaced where it is named",
      { ...SCRIPT, facts, terms: { isAgreed: true, replaces: 2 } },
      "do keep queued, send",
    ],
    [
      "stays where another is named",
      { ...SCRIPT, facts, terms: { isAgreed: true, replaces: 1 } },
      "refuse activity.conflict",
    ],
    ["is no matter in a dry run", { facts, terms: { isDryRun: true } }, "preview"],
    [
      "is replaced where this machine sent it",
      { ...SCRIPT, facts: { ...facts, kept: { ...KEPT, sent: { version: 2, etag: null } } } },
      "do keep queued, send",
    ],
    [
      "stays where this machine sent one before it",
      { ...SCRIPT, facts: { ...facts, kept: { ...KEPT, sent: { version: 1, etag: null } } } },
      "refuse activity.conflict",
    ],
    [
      "is changed by words on single days",
      { ...SCRIPT, facts, said: { words, canAsk: false } },
      "do keep queued, send",
    ],
    [
      "stays where the words fill the month",
      { ...SCRIPT, facts, said: { words: { all: "training" }, canAsk: false } },
      "refuse activity.conflict",
    ],
    [
      "stays where there are no words",
      { ...SCRIPT, facts, said: { words: {}, canAsk: false } },
      "refuse activity.conflict",
    ],
    [
      "stays where the words change a draft of this machine",
      { ...SCRIPT, facts: { ...facts, kept: KEPT }, said: { words, canAsk: false } },
      "refuse activity.conflict",
    ],
    [
      "is changed by words where nothing but an accepted month is kept",
      { ...SCRIPT, facts: { ...facts, kept: { ...KEPT, state: "sent" as const } }, said: { words, canAsk: false } },
      "do keep queued, send",
    ],
  ]);

  test("is told day by day", () => {
    expect(planOf({ facts }).next).toMatchObject({
      question: {
        difference: {
          version: 2,
          days: [
            { day: "2026-11-02", mine: "ACME:1", theirs: "" },
            { day: "2026-11-03", mine: "", theirs: "ACME:1" },
          ],
        },
      },
    });
  });
});

describe("the same month as the company holds", () => {
  const same = { days: [day("02")] };
  const as = (state: string, changed = {}) => ({
    ...SCRIPT,
    facts: { held: heldMonth({ ...same, state, ...changed }) },
  });
  table([
    ["is only noted while it is looked at", as("submitted"), "do keep queued, noteHeld"],
    ["is only noted while a client reads it", as("awaiting-client"), "do keep queued, noteHeld"],
    ["is only noted once it is approved", as("approved"), "do keep queued, noteHeld"],
    ["is sent again where it was refused", as("refused"), "do keep queued, send"],
    ["is sent again where it was withdrawn", as("withdrawn"), "do keep queued, send"],
    [
      "is another where its rest days are confirmed",
      as("submitted", { restDaysConfirmed: true }),
      "refuse activity.conflict",
    ],
    [
      "is only noted where the rest that it states stands",
      as("submitted", { restStatement: RESTED }),
      "do keep queued, noteHeld",
    ],
    [
      "is another where its rest is taken back",
      { ...as("submitted", { restStatement: RESTED }), terms: { isAgreed: true, rest: "unsaid" as const } },
      "refuse activity.conflict",
    ],
  ]);
});

describe("an approved month", () => {
  const facts = { held: heldMonth({ state: "approved" }) };
  const seen = { ...facts, kept: { ...KEPT, sent: { version: 2, etag: null } } };
  table([
    ["is corrected on purpose", { facts: seen }, "ask correct"],
    ["is corrected where that is meant", { facts: seen, answers: { correct: true } }, "ask send after keep draft"],
    ["stays where it is not", { facts: seen, answers: { correct: false } }, "refuse activity.approved"],
    ["stays with --yes", { facts: seen, terms: { isAgreed: true } }, "refuse activity.approved"],
    ["stays where nobody sits", { ...SCRIPT, facts: seen }, "refuse activity.approved"],
    [
      "is corrected where its version is named",
      { ...SCRIPT, facts, terms: { isAgreed: true, replaces: 2 } },
      "do keep queued, send",
    ],
    ["is asked about twice where it was never seen", { facts, answers: { replace: true } }, "ask correct"],
  ]);

  test("names its version", () => {
    expect(planOf({ facts: seen }).next).toMatchObject({ question: { version: 2 } });
    expect(planOf({ ...SCRIPT, facts: seen }).next).toMatchObject({
      failure: { facts: { month: "2026-11", version: 2 } },
    });
  });
});

test("a failure that is no failure of a user's is not taken for a refusal", () => {
  const facts = { law: null as never };

  expect(() => planOf({ facts })).toThrow(TypeError);
});

describe("what a month lacks", () => {
  const filled = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => day(String(from + index).padStart(2, "0")));
  const said = (days: readonly string[]) => ({ days: days.map((one) => day(one)) });
  const partial = { isPartial: false };
  const SCRIPTED = { terms: { isAgreed: true, isPartial: false }, said: { canAsk: false } };
  const noticesOf = (given: Case) => planOf(given).notices;
  const refusalOf = (given: Case) => {
    const { next } = planOf(given);
    return next.type === "refuse" ? next.failure : next;
  };
  const FUTURE = { today: "2026-10-31" };
  const ended = { missions: [{ reference: "ACME", start: "2026-01-01", end: "2026-10-30", projectCodes: [] }] };
  const byWords = (all: string, days = said([])) => ({ ...days, words: { all }, canAsk: false });

  table([
    ["is asked about", { terms: partial }, "ask send after keep draft"],
    [
      "is asked about though the screen said that it is finished",
      { terms: partial, said: { isFinished: true } },
      "ask send after keep draft",
    ],
    ["is sent once somebody agrees", { terms: partial, answers: { send: true } }, "do keep queued, send"],
    ["is refused to a script", SCRIPTED, "refuse activity.unconfirmed"],
    ["is refused to a script that is offline", { ...SCRIPTED, facts: { away: AWAY } }, "refuse activity.unconfirmed"],
    ["is sent with --partial", SCRIPT, "do keep queued, send"],
    ["is no obstacle to a dry run", { ...SCRIPTED, terms: { ...partial, isDryRun: true } }, "preview"],
    [
      "is nothing where the month is said to be empty",
      { ...SCRIPTED, said: { canAsk: false, isEmpty: true, ...said([]) } },
      "do keep queued, send",
    ],
    [
      "is everything: a script says that by --empty",
      { ...SCRIPTED, said: { canAsk: false, ...said([]) } },
      "refuse activity.empty",
    ],
    ["is everything, with --partial", { ...SCRIPT, said: { canAsk: false, ...said([]) } }, "refuse activity.empty"],
    ["is everything: a person is asked", { terms: partial, said: said([]) }, "ask send after keep draft"],
    ["is that it has begun: a person is asked", { facts: FUTURE }, "ask send after keep draft"],
    ["is that it has begun, in spite of --yes", { ...SCRIPT, facts: FUTURE }, "refuse activity.unconfirmed"],
    [
      "is that it has begun, with --ahead",
      { ...SCRIPT, terms: { isAgreed: true, isAhead: true }, facts: FUTURE },
      "do keep queued, send",
    ],
    ["is a day to fill", { ...SCRIPT, facts: ended, said: byWords("mission=ACME") }, "refuse activity.nothing_to_fill"],
    [
      "is a day to fill, which a dry run says",
      { facts: ended, terms: { isDryRun: true }, said: byWords("mission=acme") },
      "preview",
    ],
    [
      "is no day of a kind",
      {
        ...SCRIPT,
        facts: ended,
        said: byWords("training", { days: [{ date: "2026-11-02", entries: [plainEntry("training", 1)] }] }),
      },
      "do keep queued, send",
    ],
  ]);

  test("names each working day without anything, and counts halves", () => {
    const half = {
      ...day("02"),
      entries: [{ kind: "mission" as const, mission: "ACME", projectCode: null, amount: 0.5 }],
    };
    const days = [half, ...filled(3, 6)];
    const [notice] = noticesOf({ terms: partial, said: { days } });

    expect(notice).toMatchObject({ code: "blank-days", count: 15.5, ends: [] });
    expect(notice).toMatchObject({ days: expect.arrayContaining(["2026-11-02", "2026-11-09", "2026-11-30"]) });
    expect(notice).not.toMatchObject({ days: expect.arrayContaining(["2026-11-11"]) });
  });

  test("is counted within the contract, and by its region's holidays", () => {
    const count = (facts: NonNullable<Case["facts"]>) => {
      const [notice] = noticesOf({ terms: { ...partial, isDryRun: true }, facts, said: { days: [] } });
      return notice?.code === "blank-days" ? notice.count : 0;
    };
    expect(count({})).toBe(20);
    expect(count({ contract: { start: "2026-11-16", end: null } })).toBe(11);
    const december = { month: "2025-12", today: "2026-01-01" };
    expect(count(december) - count({ ...december, alsaceMoselle: true })).toBe(1);
  });

  test("says which missions end in the month", () => {
    const missions = [{ reference: "ACME", start: "2026-01-01", end: "2026-11-13", projectCodes: [] }];

    expect(noticesOf({ terms: partial, facts: { missions } })).toMatchObject([
      { code: "blank-days", ends: [{ mission: "ACME", end: "2026-11-13" }] },
    ]);
  });

  test("is told with every option that a script needs", () => {
    expect(refusalOf({ ...SCRIPTED, terms: partial, facts: FUTURE })).toMatchObject({
      facts: { options: ["--partial", "--ahead", "--yes"] },
    });
  });

  test("is not the rest of the current month, which is said and stops nothing", () => {
    const given = { ...SCRIPT, facts: { today: "2026-11-18" }, said: { canAsk: false, days: filled(16, 20) } };

    expect(noticesOf(given)).toEqual([{ code: "days-ahead", count: 2 }]);
    expect(nextOf(planOf(given))).toBe("do keep queued, send");
  });
});
