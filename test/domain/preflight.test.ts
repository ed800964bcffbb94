import { describe, expect, test } from "vitest";
import type { ExpenseFacts } from "../../src/domain/expense.ts";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";
import { judge, operatingMonth, type PreflightTerms } from "../../src/domain/preflight.ts";

const expense = (
  given: Partial<ExpenseFacts & { lacksReceipt: boolean; receiptHash: string | null; isTried: boolean }> = {},
) => ({
  date: "2026-11-19",
  category: "telecom" as const,
  amountCents: 3_000,
  vat: [{ ratePpm: 200_000, vatCents: 500 }],
  mission: null,
  note: null,
  units: 1,
  department: null,
  trip: null,
  lacksReceipt: false,
  receiptHash: null as string | null,
  isTried: false,
  ...given,
});
const terms = (given: Partial<PreflightTerms> = {}): PreflightTerms => ({
  law: DOMAIN_LAW,
  held: [],
  missions: [{ reference: "ACME", start: "2026-11-01" }],
  cap: { basis: "turnover", ratePpm: 150_000 },
  basisCents: { "2026-11": 1_000_000 },
  refusals: [],
  contractStart: "2026-11-01",
  ...given,
});
const said = (drafts: readonly ReturnType<typeof expense>[], given?: Partial<PreflightTerms>) =>
  judge(drafts, terms(given)).map(({ verdict, rule, amountCents }) => `${verdict} ${rule} ${amountCents}`);

describe("before it is sent, an expense", () => {
  test.each<[string, ReturnType<typeof expense>, Partial<PreflightTerms>, string]>([
    ["within every rule", expense(), {}, "accepted none 0"],
    ["without its receipt", expense({ lacksReceipt: true }), {}, "likely-refused receipt 3000"],
    ["before the contract", expense({ date: "2026-10-31" }), {}, "likely-refused contract 3000"],
    ["of the contract's first day", expense({ date: "2026-11-01" }), {}, "accepted none 0"],
    [
      "that the company holds",
      expense(),
      { held: [{ ...expense(), state: "submitted" }] },
      "likely-refused duplicate 3000",
    ],
    [
      "that the company refused before, alike",
      expense(),
      { held: [{ ...expense(), state: "refused" }] },
      "accepted none 0",
    ],
    [
      "of lodging with VAT",
      expense({ category: "lodging", vat: [{ ratePpm: null, vatCents: 1 }] }),
      {},
      "likely-refused vat 3000",
    ],
    [
      "of a kind that was refused",
      expense(),
      { refusals: [{ category: "telecom", isOperating: true, reason: "forfait déjà payé", since: "2026-10-02" }] },
      "likely-refused refused-before 3000",
    ],
    [
      "of that kind for a client",
      expense({ mission: "ACME" }),
      { refusals: [{ category: "telecom", isOperating: true, reason: "", since: "2026-10-02" }] },
      "accepted none 0",
    ],
    ["up to the cap", expense({ amountCents: 150_000, vat: [] }), {}, "accepted none 0"],
    ["a cent over the cap", expense({ amountCents: 150_001, vat: [] }), {}, "capped cap 1"],
    ["over it for a client", expense({ amountCents: 150_001, vat: [], mission: "ACME" }), {}, "accepted none 0"],
    ["over it where there is none", expense({ amountCents: 150_001, vat: [] }), { cap: null }, "accepted none 0"],
    ["over it in a month not known yet", expense({ amountCents: 900_000, date: "2026-12-01" }), {}, "accepted none 0"],
    ["of a dear meal", expense({ category: "restaurant", amountCents: 3_000 }), {}, "taxable limit 860"],
    ["of two", expense({ category: "restaurant", amountCents: 3_000, units: 2 }), {}, "accepted none 0"],
    [
      "of a night in Paris",
      expense({ category: "lodging", vat: [], amountCents: 7_661, department: "75" }),
      {},
      "taxable limit 1",
    ],
  ])("%s", (_name, draft, given, verdict) => {
    expect(said([draft], given)).toEqual([verdict]);
  });

  test("of telework counts the month's others, those that the company refused aside", () => {
    const days = (date: string, units: number) =>
      expense({ category: "telework", date, units, amountCents: 270 * units, vat: [] });
    const cap = { cap: null };
    expect(said([days("2026-11-02", 12), days("2026-11-03", 10), days("2026-11-04", 1)], cap)).toEqual([
      "accepted none 0",
      "accepted none 0",
      "taxable limit 270",
    ]);
    const held = (state: string) => ({ ...cap, held: [{ ...days("2026-11-02", 22), state }] });
    expect(said([days("2026-11-03", 1)], held("approved"))).toEqual(["taxable limit 270"]);
    expect(said([days("2026-11-03", 1)], held("refused"))).toEqual(["accepted none 0"]);
    expect(said([days("2026-12-01", 1)], held("approved"))).toEqual(["accepted none 0"]);
  });

  test("of a long stay's meal is limited by how long its mission has lasted", () => {
    const meal = expense({ category: "restaurant", amountCents: 2_140, mission: "ACME" });
    const since = (start: string) => said([meal], { missions: [{ reference: "ACME", start }], contractStart: null });
    expect(since("2026-11-01")).toEqual(["accepted none 0"]);
    expect(since("2026-08-01")).toEqual(["taxable limit 320"]);
    expect(since("2024-11-01")).toEqual(["taxable limit 640"]);
  });

  test("of a day that nobody has checked the law for is judged by the last known row, and that is said", () => {
    const notes = (given: Parameters<typeof expense>[0]) => {
      const [one] = judge([expense(given)], terms({ cap: null }));
      return [one?.verdict, one?.isEstimate, one?.notes.map(({ code, source }) => `${code} ${source}`)];
    };
    const meal = { category: "restaurant" as const, amountCents: 3_000, vat: [] };
    expect(notes({ ...meal, date: "2026-12-31" })).toEqual(["taxable", false, []]);
    expect(notes({ ...meal, date: "2031-05-02" })).toEqual(["taxable", true, ["law-unchecked 2026-12-31"]]);
    expect(notes({ ...meal, amountCents: 2_000, date: "2031-05-02" })).toEqual([
      "accepted",
      true,
      ["law-unchecked 2026-12-31"],
    ]);
    expect(notes({ date: "2031-05-02" })).toEqual(["accepted", true, ["law-unchecked 2026-12-31"]]);
    expect(notes({ date: "2031-05-02", vat: [] })).toEqual(["accepted", false, []]);
    expect(notes({ date: "2031-05-02", lacksReceipt: true })).toEqual(["likely-refused", false, []]);
  });

  test("of a drive or a ticket is told that trips start at home, by the agreement", () => {
    const sources = (category: ExpenseFacts["category"], date = "2026-11-19") =>
      judge([expense({ category, date, vat: [] })], terms({ cap: null, contractStart: null }))[0]?.notes.map(
        ({ source }) => source,
      );
    for (const category of ["mileage", "transport"] as const)
      expect(sources(category)).toEqual([expect.stringMatching(/art\. 23 .*3219.*avenant n° 9/)]);
    expect(sources("telecom")).toEqual([]);
    expect(sources("mileage", "2022-04-08")).toEqual([]);
  });

  test("counts those before it: the second passes the cap, and twins are seen", () => {
    const half = expense({ amountCents: 100_000, vat: [] });
    expect(said([half, { ...half, amountCents: 60_000 }])).toEqual(["accepted none 0", "capped cap 10000"]);
    expect(said([half, half])).toEqual(["accepted none 0", "likely-refused duplicate-here 100000"]);
  });

  test("what a month may still take is its cap less what it holds", () => {
    const { cap, basisCents } = terms();
    const month = (name: string) =>
      operatingMonth(name, [expense(), expense({ mission: "ACME" })], { cap, basisCents });
    expect(month("2026-11")).toEqual({ month: "2026-11", usedCents: 3_000, maxCents: 150_000 });
    expect(month("2026-12")).toEqual({ month: "2026-12", usedCents: 0, maxCents: null });
  });
});

describe("twice the same", () => {
  const car = { kind: "car" as const, power: 5, electric: false };
  const trip = (from: string | null, to: string | null, metres = 33_500) => ({ vehicle: car, metres, from, to });
  const drive = (way: ReturnType<typeof trip>, amountCents = 1_000) =>
    expense({ category: "mileage", trip: way, amountCents });

  test("is said where it is: kept here, or at the company", () => {
    expect(said([expense(), expense()])).toEqual(["accepted none 0", "likely-refused duplicate-here 3000"]);
    expect(said([expense()], { held: [{ ...expense(), state: "approved" }] })).toEqual([
      "likely-refused duplicate 3000",
    ]);
  });

  test("is not what may have reached the company already", () => {
    const held = [{ ...expense(), state: "submitted" }];
    expect(said([expense({ isTried: true })], { held })).toEqual(["accepted none 0"]);
  });

  test("is a trip of the same day, places and length, whatever it is worth after the year's others", () => {
    const [there, back] = [drive(trip("Grenoble", "Lyon")), drive(trip("Lyon", "Grenoble"))];
    const rules = (...drives: ReturnType<typeof expense>[]) =>
      judge(drives, terms({ cap: null })).map(({ rule }) => rule);

    expect(rules(there, drive(trip(" grenoble", "LYON"), 900))).toContain("duplicate-here");
    expect(rules(there, back)).not.toContain("duplicate-here");
    expect(rules(there, drive(trip("Grenoble", "Lyon", 33_600)))).not.toContain("duplicate-here");
    expect(rules(there, { ...there, date: "2026-11-03" })).not.toContain("duplicate-here");
  });

  test("is noted of a receipt that is used for two expenses", () => {
    const night = expense({ receiptHash: "a1" });
    const notes = (other: ReturnType<typeof expense>) =>
      judge([night, other], terms()).flatMap((judgement) => judgement.notes.map(({ code }) => code));

    expect(notes(expense({ amountCents: 1_200, receiptHash: "a1" }))).toContain("same-receipt");
    expect(notes(expense({ amountCents: 1_200, receiptHash: "b2" }))).not.toContain("same-receipt");
    expect(notes(expense({ amountCents: 1_200 }))).not.toContain("same-receipt");
  });
});
