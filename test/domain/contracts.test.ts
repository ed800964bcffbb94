import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { turnoverCents } from "../../src/domain/activity.ts";
import { addDays, type Day } from "../../src/domain/calendar.ts";
import { isSiren, isSiret } from "../../src/domain/contracts/company-number.ts";
import { addMonthsToDay, addOpenDays, lastOfMonths } from "../../src/domain/contracts/days.ts";
import { MENTIONS, missingMentions } from "../../src/domain/contracts/mentions.ts";
import { type DocumentFacts, signedAt, stateOn, unsignedBy } from "../../src/domain/contracts/state.ts";
import {
  watchClient,
  watchConclusion,
  watchDays,
  watchLevel,
  watchPrice,
  watchTrial,
} from "../../src/domain/contracts/watches.ts";

const anyDay = fc.integer({ min: 0, max: 7_000 }).map((count) => addDays("2018-01-01", count));

describe("what a contract must say", () => {
  test("the client's has nine mentions, the porté's eight or seventeen, each with its text, its day and its link", () => {
    const counts = Object.entries(MENTIONS).map(([form, rows]) => [form, rows.length]);
    expect(counts).toEqual([
      ["client", 9],
      ["cdi", 8],
      ["cdd", 17],
    ]);
    for (const row of Object.values(MENTIONS).flat()) {
      expect(row.text.link).toMatch(/^https:\/\/www\.legifrance\.gouv\.fr\//);
      expect(row.text.published).toBe("2015-04-03");
    }
  });

  test("what nothing fills is missing, in the order of the text, and nothing else is", () => {
    fc.assert(
      fc.property(fc.constantFrom("client", "cdi", "cdd"), fc.infiniteStream(fc.boolean()), (form, coins) => {
        const all = MENTIONS[form].map(({ mention }) => mention);
        const filled = new Set(all.filter(() => coins.next().value));
        expect(missingMentions(form, filled)).toEqual(all.filter((mention) => !filled.has(mention)));
      }),
    );
    expect(missingMentions("client", new Set())).toHaveLength(9);
  });
});

describe("where a contract stands", () => {
  const facts: DocumentFacts = {
    kind: "client",
    start: "2026-12-01",
    end: "2027-03-31",
    sentAt: "2026-11-20T09:00:00.000Z",
    replacedAt: null,
    amendedFrom: null,
    signatures: [
      { party: "client", at: "2026-11-23T22:59:00.000Z" },
      { party: "company", at: "2026-11-23T10:00:00.000Z" },
    ],
  };
  const unsigned = facts.signatures.map((one) => ({ ...one, at: null }));

  test.each([
    ["draft", { sentAt: null, signatures: unsigned }, "2026-11-19"],
    ["sent", { signatures: unsigned }, "2026-11-21"],
    ["sent", { signatures: facts.signatures.slice(0, 1) }, "2027-01-01"],
    ["signed", {}, "2026-11-30"],
    ["in-force", {}, "2026-12-01"],
    ["in-force", {}, "2027-02-28"],
    ["ending", {}, "2027-03-01"],
    ["ending", {}, "2027-03-31"],
    ["ended", {}, "2027-04-01"],
    ["in-force", { end: null }, "2099-01-01"],
    ["amended", { amendedFrom: "2027-01-15" }, "2027-01-15"],
    ["in-force", { amendedFrom: "2027-01-15" }, "2027-01-14"],
    ["ended", { amendedFrom: "2027-01-15" }, "2027-04-01"],
    ["replaced", { replacedAt: "2026-11-22T09:00:00.000Z", signatures: unsigned }, "2027-01-01"],
  ] as const)("%s", (state, changes, day) => {
    expect(stateOn({ ...facts, ...changes }, day)).toBe(state);
  });

  test("everybody who must has signed once the last one has", () => {
    expect(signedAt(facts)).toBe("2026-11-23T22:59:00.000Z");
    expect(unsignedBy({ kind: "employment", signatures: facts.signatures })).toEqual(["porte"]);
  });

  test("days that pass never undo a signature, and an end that has come stays", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), fc.nat(800), (start, length, later) => {
        const one = { ...facts, start, end: addDays(start, length) };
        const [state, next] = [stateOn(one, start), stateOn(one, addDays(start, later))];
        expect(["in-force", "ending"]).toContain(state);
        expect(next === "ended").toBe(later > length);
      }),
    );
  });

  test("of a kind that a later contract has, it is signed once everybody who was asked has", () => {
    const kind = "of-tomorrow" as DocumentFacts["kind"];
    const [given, open] = [
      { party: "porte", at: "2026-11-02T09:00:00.000Z" },
      { party: "client", at: null },
    ];
    expect([signedAt({ kind, signatures: [] }), unsignedBy({ kind, signatures: [] })]).toEqual([null, []]);
    expect(unsignedBy({ kind, signatures: [given, open] })).toEqual(["client"]);
    expect(signedAt({ kind, signatures: [given] })).toBe(given.at);
  });
});

describe("what missions and contracts are watched for", () => {
  const acme = (start: Day, end: Day | null) => ({ client: "Acme", start, end });

  test("the client's contract is due two jours ouvrables after the start: a Saturday counts, a Sunday and a holiday do not", () => {
    /** Monday, Thursday, Friday, and the eve of Christmas 2026, a Thursday. */
    expect(addOpenDays("2026-11-30", 2)).toBe("2026-12-02");
    expect(addOpenDays("2026-12-03", 2)).toBe("2026-12-05");
    expect(addOpenDays("2026-12-04", 2)).toBe("2026-12-07");
    expect(addOpenDays("2026-12-24", 2)).toBe("2026-12-28");
    expect(watchConclusion(acme("2026-12-24", null), null, "2026-12-16")).toEqual([]);
    expect(watchConclusion(acme("2026-12-24", null), null, "2026-12-28")).toMatchObject([
      { code: "contract-late", day: "2026-12-28", isLate: false },
    ]);
    const late = watchConclusion(acme("2026-12-24", null), null, "2026-12-29");
    expect(late).toMatchObject([{ isLate: true, source: expect.stringContaining("L1254-22") }]);
    expect(watchConclusion(acme("2026-12-24", null), "2026-12-29", "2026-12-30")).toEqual([]);
    expect(watchConclusion(acme("2015-01-05", null), null, "2015-01-20")).toEqual([]);
  });

  test("36 months with a client are told 90 days ahead, from the first mission that follows without a gap", () => {
    const [first, second] = [acme("2024-03-01", "2025-02-28"), acme("2025-03-01", null)];
    expect(watchClient(second, [first, second], "2026-11-30")).toMatchObject([
      { code: "client-months", day: "2027-02-28", isLate: false },
    ]);
    expect(watchClient(second, [first, second], "2026-11-29")).toEqual([]);
    expect(watchClient(second, [first, second], "2027-03-01")).toMatchObject([{ isLate: true }]);
    const gap = acme("2025-03-02", null);
    expect(watchClient(gap, [first, gap], "2026-11-30")).toEqual([]);
    const planned = acme("2026-01-01", "2029-01-01");
    expect(watchClient(planned, [planned], "2026-01-02")).toMatchObject([{ day: "2028-12-31", isLate: false }]);
    const inTime = acme("2024-03-01", "2027-02-28");
    expect(watchClient(inTime, [inTime], "2027-02-20")).toEqual([]);
  });

  test("the first level is told 60 days before 24 months, and no other level is", () => {
    const contract = { level: "first", start: "2025-01-31", end: null };
    expect(watchLevel(contract, "2026-12-01")).toMatchObject([{ code: "first-level", day: "2027-01-30" }]);
    expect(watchLevel(contract, "2026-11-30")).toEqual([]);
    expect(watchLevel({ ...contract, level: "junior" }, "2027-05-01")).toEqual([]);
  });

  test("the trial period is told 15 days before its end, and not after it", () => {
    const contract = { level: "senior", start: "2026-08-15", end: null, trialMonths: 4 };
    expect(watchTrial(contract, "2026-11-28")).toEqual([]);
    expect(watchTrial(contract, "2026-11-29")).toMatchObject([{ code: "trial-end", day: "2026-12-14" }]);
    expect(watchTrial(contract, "2026-12-15")).toEqual([]);
    expect(watchTrial({ ...contract, trialMonths: null }, "2026-12-01")).toEqual([]);
  });

  test("days ordered are told before they run out: over a weekend and a holiday, by the day that uses the last", () => {
    const mission = { daysOrdered: 40, end: null };
    expect(watchDays(mission, 34.5, "2026-12-23")).toEqual([]);
    expect(watchDays(mission, 35, "2026-12-23")).toMatchObject([{ left: 5, day: "2026-12-31", isLate: false }]);
    expect(watchDays(mission, 40, "2026-12-23")).toMatchObject([{ left: 0, isLate: true }]);
    expect(watchDays({ daysOrdered: 200, end: null }, 181, "2026-12-23")).toMatchObject([{ left: 19 }]);
    expect(watchDays({ daysOrdered: null, end: null }, 900, "2026-12-23")).toEqual([]);
  });

  test("a price is told within 48 hours of the day it was agreed on, by the clocks of Paris", () => {
    expect(watchPrice("2026-11-26", "2026-11-28T22:59:59.000Z")).toEqual([]);
    expect(watchPrice("2026-11-26", "2026-11-28T23:00:00.000Z")).toMatchObject([
      { code: "price-late", day: "2026-11-28", isLate: true, source: expect.stringContaining("art. 21.1") },
    ]);
    /** The night of 25 October 2026 has an hour more. */
    expect(watchPrice("2026-10-23", "2026-10-25T21:59:59.000Z")).toEqual([]);
    expect(watchPrice("2026-10-23", "2026-10-25T22:00:00.000Z")).toHaveLength(1);
  });

  test("a month that has no such day ends on its last, and months add up", () => {
    expect(addMonthsToDay("2024-01-31", 1)).toBe("2024-02-29");
    expect(lastOfMonths("2024-02-29", 36)).toBe("2027-02-27");
    fc.assert(
      fc.property(anyDay, fc.nat(60), (day, count) => {
        expect(addMonthsToDay(day, count) >= day).toBe(true);
        expect(addMonthsToDay(day, count + 1) > addMonthsToDay(day, count)).toBe(true);
        expect(addOpenDays(day, count + 1) > addOpenDays(day, count)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the numbers of a company", () => {
  test("a SIREN and a SIRET have a whole sum of Luhn; La Poste's establishments another one", () => {
    expect(["732829320", "123456782", "356000000"].map(isSiren)).toEqual([true, true, true]);
    expect(["73282932000074", "12345678200010", "35600000000048"].map(isSiret)).toEqual([true, true, true]);
    /** Post offices: the plain sums of their figures are 45, 20, 21 and 19. */
    expect(["35600000049837", "35600000000141", "35600000000142", "35600000000140"].map(isSiret)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(["732829321", "73282932", "73282932O", ""].map(isSiren)).toEqual([false, false, false, false]);
    expect(["73282932000075", "7328293200007", "73282932100074"].map(isSiret)).toEqual([false, false, false]);
  });

  test("one wrong figure of a SIREN is always noticed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("732829320", "123456782"),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        (siren, at, by) => {
          const wrong = `${siren.slice(0, at)}${(Number(siren[at]) + by) % 10}${siren.slice(at + 1)}`;
          expect(isSiren(wrong)).toBe(false);
        },
      ),
    );
  });
});

test("a month is worth the price of each day, whenever it is counted", () => {
  const on = (date: Day, amount = 1) => ({
    date,
    entries: [{ kind: "mission" as const, mission: "ACME", projectCode: null, amount }],
  });
  const rates = [
    { from: "2026-01-01", dailyRateCents: 60_000 },
    { from: "2026-11-16", dailyRateCents: 70_000 },
  ];
  const mission = { reference: "ACME", dailyRateCents: 70_000, rates };
  expect(turnoverCents([on("2026-11-13"), on("2026-11-16", 0.5), on("2026-11-17")], [mission])).toBe(165_000);
  expect(turnoverCents([on("2026-11-13")], [{ reference: "ACME", dailyRateCents: 70_000 }])).toBe(70_000);
  expect(turnoverCents([on("2025-12-31")], [mission])).toBe(60_000);
});
