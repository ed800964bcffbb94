import { describe, expect, test } from "vitest";
import {
  departmentFrom,
  EXPENSE_CATEGORIES,
  type ExpenseFacts,
  FACT_NAMES,
  factsOf,
  PLAIN_FACTS,
} from "../../src/domain/expense.ts";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";
import { NO_GUESS } from "../../src/domain/receipt/guess.ts";
import type { ReceiptRead } from "../../src/domain/receipt/read.ts";
import { NO_READING, type ReceiptReading } from "../../src/domain/receipt/reading.ts";
import { PorteError } from "../../src/errors.ts";
import {
  type ExpenseAnswers,
  type ExpenseState,
  type ExpenseStep,
  planExpense,
} from "../../src/flows/expenses/add-plan.ts";
import { planEdit } from "../../src/flows/expenses/edit.ts";
import {
  dayProposed,
  isCreditNote,
  NO_PROPOSAL,
  noteOf,
  type Proposal,
  proposalFrom,
  readingFor,
  sourceOf,
} from "../../src/flows/expenses/proposal.ts";
import { factsSaid, saidFrom, takenToEuros } from "../../src/flows/expenses/said.ts";

const VAT = [{ ratePpm: 100_000, vatCents: 195 }];
const READING: ReceiptReading = {
  ...NO_READING,
  date: "2026-11-19",
  totalCents: 2_140,
  vat: VAT,
  confidence: { date: "certain", total: "likely", vat: "certain" },
};
const READ: ReceiptRead = {
  reading: READING,
  why: null,
  invoice: null,
  doubts: [],
  page: READING,
  differences: [],
  isForeignVat: false,
  guess: NO_GUESS,
};
const UNSURE: ReceiptReading["confidence"] = { date: "doubtful", total: "doubtful", vat: "doubtful" };
const proposal = (change: Partial<Proposal> = {}): Proposal => ({ ...READING, isTaken: false, read: READ, ...change });
const ACME = { reference: "ACME", client: "Acme", start: "2026-01-01", end: null };
const OVER = { reference: "OVER", client: "Over", start: "2026-01-01", end: "2026-10-31" };

const PERSON: ExpenseState = {
  said: {},
  proposal: proposal(),
  isAllowance: false,
  isAsking: true,
  today: "2026-11-25",
  law: DOMAIN_LAW,
  missions: null,
  answers: {},
};
const SCRIPT: ExpenseState = { ...PERSON, isAsking: false, proposal: NO_PROPOSAL };
const FACTS: ExpenseFacts = { ...PLAIN_FACTS, date: "2026-11-19", category: "restaurant", amountCents: 2_140 };
const kept = (change: Partial<ExpenseFacts>, isDatedAsRead = false): ExpenseStep => ({
  kind: "keep",
  facts: { ...FACTS, ...change },
  isDatedAsRead,
});
const ANSWERS: ExpenseAnswers = {
  amount: "21,40",
  category: "restaurant",
  date: "2026-11-19",
  vat: "10=1,95",
  mission: "ACME",
};

const { mission: _mission, ...UNASSIGNED } = ANSWERS;

describe("a person is asked, in this order:", () => {
  test.each<[string, ExpenseAnswers, Partial<ExpenseState>, ExpenseStep]>([
    [
      "the currency of what was read",
      {},
      { proposal: proposal({ currency: "USD" }) },
      { kind: "ask", question: { name: "currency", proposal: "USD" } },
    ],
    ["the amount", {}, {}, { kind: "ask", question: { name: "amount", proposal: 2_140 } }],
    ["the category", { amount: "1" }, {}, { kind: "ask", question: { name: "category" } }],
    [
      "the day",
      { amount: "1", category: "restaurant" },
      {},
      { kind: "ask", question: { name: "date", proposal: "2026-11-19" } },
    ],
    [
      "the tax",
      { amount: "1", category: "restaurant", date: "2026-11-19" },
      {},
      { kind: "ask", question: { name: "vat", proposal: VAT } },
    ],
    ["the company, for its missions", UNASSIGNED, {}, { kind: "missions" }],
    [
      "the mission, of those under way",
      UNASSIGNED,
      { missions: [OVER, ACME] },
      { kind: "ask", question: { name: "mission", missions: [ACME] } },
    ],
    ["nothing more", ANSWERS, {}, kept({ vat: VAT, mission: "ACME" })],
  ])("%s", (_title, answers, change, step) => {
    expect(planExpense({ ...PERSON, ...change, answers })).toEqual(step);
  });

  test.each<[string, Partial<ExpenseState>, ExpenseStep]>([
    [
      "no currency where it was said",
      { said: { currency: "CHF" }, proposal: proposal({ currency: "USD" }) },
      { kind: "ask", question: { name: "amount", proposal: 2_140 } },
    ],
    [
      "no currency of an amount that was said",
      { said: { amount: 5 }, proposal: proposal({ currency: "USD" }) },
      { kind: "ask", question: { name: "category" } },
    ],
    [
      "no currency that is taken as it was read",
      { said: { category: "restaurant" }, proposal: proposal({ isTaken: true, currency: "USD" }) },
      { kind: "missions" },
    ],
    [
      "no currency of euros",
      { proposal: proposal({ currency: "EUR" }) },
      { kind: "ask", question: { name: "amount", proposal: 2_140 } },
    ],
    [
      "no amount, nor day, that is taken as it was read",
      { said: { category: "restaurant" }, proposal: proposal({ isTaken: true }) },
      { kind: "missions" },
    ],
    [
      "an amount that is not sure",
      { proposal: proposal({ isTaken: true, confidence: UNSURE }) },
      { kind: "ask", question: { name: "amount", proposal: 2_140 } },
    ],
    [
      "a day that is not sure",
      { said: { amount: 1, category: "other" }, proposal: proposal({ isTaken: true, confidence: UNSURE }) },
      { kind: "ask", question: { name: "date", proposal: "2026-11-19" } },
    ],
    [
      "no tax that no company gets back",
      { said: { amount: 1, category: "lodging", date: "2026-11-19" } },
      { kind: "missions" },
    ],
    [
      "for no mission where none is under way",
      { answers: { ...ANSWERS, mission: "" }, missions: [OVER] },
      kept({ vat: VAT, mission: null }),
    ],
    [
      "for no mission where none is",
      { said: { amount: 2_140, category: "restaurant", date: "2026-11-19", vat: [] }, missions: [OVER] },
      kept({}),
    ],
    [
      "the nights of a hotel",
      { said: { amount: 1, category: "lodging", date: "2026-11-19", mission: "ACME" } },
      { kind: "ask", question: { name: "nights" } },
    ],
    [
      "the place of the nights",
      { said: { amount: 1, category: "lodging", date: "2026-11-19", mission: "ACME" }, answers: { nights: "2" } },
      { kind: "ask", question: { name: "department" } },
    ],
    [
      "no place that was said",
      {
        said: { amount: 1, category: "lodging", date: "2026-11-19", mission: "M", department: "69" },
        answers: { nights: "2" },
      },
      kept({ amountCents: 1, category: "lodging", mission: "M", units: 2, department: "69" }),
    ],
    [
      "for a place, which may be nowhere",
      {
        said: { amount: 1, category: "lodging", date: "2026-11-19", mission: "M" },
        answers: { nights: "2", department: " " },
      },
      kept({ amountCents: 1, category: "lodging", mission: "M", units: 2 }),
    ],
    [
      "no nights that were said",
      { said: { amount: 1, category: "lodging", date: "2026-11-19", mission: "M", units: 3 } },
      kept({ amountCents: 1, category: "lodging", mission: "M", units: 3 }),
    ],
  ])("%s", (_title, change, step) => {
    expect(planExpense({ ...PERSON, ...change })).toEqual(step);
  });

  test("an answered currency goes with the expense", () => {
    const step = planExpense({
      ...PERSON,
      proposal: proposal({ currency: "USD" }),
      answers: { ...ANSWERS, currency: "chf" },
    });
    expect(step).toMatchObject({ kind: "keep", currency: "CHF" });
  });
});

describe("a script is not asked:", () => {
  const SAID = { amount: 2_140, category: "restaurant", date: "2026-11-19" } as const;

  test.each<[string, Partial<ExpenseState>, ExpenseStep]>([
    ["what is said is kept", { said: SAID }, kept({})],
    [
      "all that is said is kept",
      { said: { ...SAID, vat: VAT, mission: "ACME", note: "n", units: 2, department: "75" } },
      kept({ vat: VAT, mission: "ACME", note: "n", units: 2, department: "75" }),
    ],
    [
      "a sure day is taken, and said",
      { said: { amount: 2_140, category: "restaurant" }, proposal: dayProposed(READ) },
      kept({}, true),
    ],
    [
      "what was read is taken where it is to be",
      { said: { category: "restaurant" }, proposal: proposal({ isTaken: true }) },
      kept({ vat: VAT }),
    ],
    [
      "a doubtful tax is left",
      {
        said: { category: "restaurant" },
        proposal: proposal({ isTaken: true, confidence: { ...READING.confidence, vat: "doubtful" } }),
      },
      kept({}),
    ],
    [
      "its own currency is taken",
      { said: { category: "restaurant" }, proposal: proposal({ isTaken: true, currency: "USD" }) },
      { ...kept({ vat: VAT }), currency: "USD" } as ExpenseStep,
    ],
    [
      "a currency that was said is taken",
      { said: { ...SAID, currency: "CHF" } },
      { ...kept({}), currency: "CHF" } as ExpenseStep,
    ],
    [
      "an invoice says its seller and its number",
      {
        said: SAID,
        proposal: proposal({ merchant: "Hôtel", number: "F-1", read: { ...READ, invoice: {} as never } }),
      },
      kept({ merchant: "Hôtel", note: "F-1" }),
    ],
    ["no night is asked for", { said: { ...SAID, category: "lodging" } }, kept({ category: "lodging" })],
  ])("%s", (_title, change, step) => {
    expect(planExpense({ ...SCRIPT, ...change })).toEqual(step);
  });

  test.each<[string, Partial<ExpenseState>, string]>([
    ["an amount", {}, "--amount"],
    ["a category", { said: { amount: 1 } }, "--category"],
    ["a day: never today", { said: { amount: 1, category: "other" } }, "--date"],
    [
      "a day that is sure",
      { said: { amount: 1, category: "other" }, proposal: proposal({ confidence: UNSURE }) },
      "--date",
    ],
    ["a day of telework", { isAllowance: true, said: { category: "telework" } }, "--date"],
    [
      "an amount where no law has one",
      { isAllowance: true, said: { category: "telework", date: "2022-11-02" } },
      "--amount",
    ],
  ])("it must say %s", (_title, change, option) => {
    expect(failureOf(() => planExpense({ ...SCRIPT, ...change }))).toEqual({
      code: "usage.missing_option",
      facts: { option, command: "porte expenses add" },
    });
  });
});

describe("days of telework", () => {
  const AT_HOME: ExpenseState = { ...PERSON, isAllowance: true, proposal: NO_PROPOSAL, said: { category: "telework" } };
  const home = (change: Partial<ExpenseFacts>) => kept({ category: "telework", ...change });

  test.each<[string, Partial<ExpenseState>, ExpenseStep]>([
    ["are asked for", {}, { kind: "ask", question: { name: "days" } }],
    [
      "are today's, at what is exempt of them",
      { answers: { days: "3" } },
      home({ date: "2026-11-25", units: 3, amountCents: 810 }),
    ],
    [
      "are exempt up to the month's most",
      { answers: { days: "30" } },
      home({ date: "2026-11-25", units: 30, amountCents: 5_940 }),
    ],
    [
      "are one day for a script",
      { isAsking: false, said: { category: "telework", date: "2026-11-03" } },
      home({ date: "2026-11-03", amountCents: 270 }),
    ],
    [
      "are what is said of them, but their place",
      {
        said: {
          category: "telework",
          date: "2026-11-03",
          units: 2,
          amount: 500,
          department: "75",
          mission: "ACME",
          note: "n",
          vat: VAT,
        },
      },
      home({ date: "2026-11-03", units: 2, amountCents: 500, mission: "ACME", note: "n", vat: VAT }),
    ],
    [
      "of a year without a limit are asked for",
      { said: { category: "telework", date: "2022-11-03", units: 2 } },
      { kind: "ask", question: { name: "amount", proposal: null } },
    ],
    [
      "of a year without a limit are what is answered",
      { said: { category: "telework", date: "2022-11-03", units: 2 }, answers: { amount: "5" } },
      home({ date: "2022-11-03", units: 2, amountCents: 500 }),
    ],
  ])("%s", (_title, change, step) => {
    expect(planExpense({ ...AT_HOME, ...change })).toEqual(step);
  });

  test.each<[string, Partial<ExpenseState>, string]>([
    ["no number of days", { answers: { days: "0" } }, "input.count"],
    ["32 days", { answers: { days: "32" } }, "input.count"],
  ])("%s is no answer", (_title, change, code) => {
    expect(failureOf(() => planExpense({ ...AT_HOME, ...change })).code).toBe(code);
  });
});

describe("an answer that is none is refused:", () => {
  const LODGING = { said: { amount: 1, category: "lodging", date: "2026-11-19", mission: "M" } } as const;

  test.each<[string, Partial<ExpenseState>, string]>([
    ["an amount", { answers: { amount: "x" } }, "input.amount"],
    ["a day", { answers: { ...ANSWERS, date: "x" } }, "input.day"],
    ["a tax", { answers: { ...ANSWERS, vat: "11=1" } }, "expense.vat_rate"],
    ["a currency", { proposal: proposal({ currency: "USD" }), answers: { currency: "x" } }, "currency.unknown"],
    ["nights", { ...LODGING, answers: { nights: "0" } }, "input.count"],
    ["a department", { ...LODGING, answers: { nights: "1", department: "x" } }, "usage.choice"],
  ])("%s", (_title, change, code) => {
    expect(failureOf(() => planExpense({ ...PERSON, ...change })).code).toBe(code);
  });
});

describe("a receipt", () => {
  const ALL = { amount: 1, date: "2026-11-19", vat: [] } as const;

  test.each<[string, Parameters<typeof readingFor>[0], boolean, boolean, ReturnType<typeof readingFor>]>([
    ["whole for a person", {}, false, true, "all"],
    ["whole where it is taken", { date: "2026-11-19" }, true, false, "all"],
    ["for its day alone by a script", { amount: 1 }, false, false, "day"],
    ["not by a script that says the day", { date: "2026-11-19" }, false, false, "nothing"],
    ["not where all is said", ALL, true, true, "nothing"],
    ["whole where the tax is not said", { amount: 1, date: "2026-11-19" }, false, true, "all"],
  ])("is read %s", (_title, said, isTaken, isAsking, much) => {
    expect(readingFor(said, { isTaken, isAsking })).toBe(much);
  });

  test("proposes its day, and nothing else, to a script that takes nothing of it", () => {
    expect(dayProposed(READ)).toEqual({
      ...NO_PROPOSAL,
      date: "2026-11-19",
      confidence: { date: "certain", total: "none", vat: "none" },
    });
    expect(dayProposed({ ...READ, reading: null })).toEqual(NO_PROPOSAL);
  });

  const TAKEN = { isTaken: true, isAsking: false };
  const SEEN = { isTaken: false, isAsking: true };
  const of = (change: Partial<ReceiptReading>): ReceiptRead => ({ ...READ, reading: { ...READING, ...change } });

  test("proposes what it says, as far as a person will see it", () => {
    expect(proposalFrom("r.pdf", READ, {}, TAKEN)).toEqual(proposal({ isTaken: true }));
    expect(proposalFrom("r.pdf", of({ confidence: UNSURE }), {}, SEEN)).toMatchObject({
      isTaken: false,
      totalCents: 2_140,
    });
    expect(proposalFrom("r.pdf", { ...READ, reading: null }, {}, SEEN)).toMatchObject(NO_READING);
    expect(proposalFrom("r.pdf", of({ isCredit: true }), {}, SEEN)).toMatchObject({ totalCents: null });
    expect(proposalFrom("r.pdf", of({ isCredit: true }), { amount: 1 }, SEEN)).toMatchObject({ totalCents: 2_140 });
    expect([of({ isCredit: true }), READ].map((read) => isCreditNote(read.reading as ReceiptReading, {}))).toEqual([
      true,
      false,
    ]);
  });

  test.each<[string, ReceiptRead, Parameters<typeof readingFor>[0], string, object]>([
    ["that gives money back", of({ isCredit: true }), {}, "receipt.credit", { file: "r.pdf" }],
    [
      "of which nothing is sure",
      of({ confidence: UNSURE }),
      {},
      "receipt.unsure",
      { file: "r.pdf", missing: ["--amount", "--date"], read: ["21.40", "2026-11-19"] },
    ],
    [
      "whose day is not sure",
      of({ confidence: UNSURE }),
      { amount: 1 },
      "receipt.unsure",
      { file: "r.pdf", missing: ["--date"], read: ["2026-11-19"] },
    ],
    [
      "whose amount is not sure",
      of({ confidence: UNSURE }),
      { date: "2026-11-19" },
      "receipt.unsure",
      { file: "r.pdf", missing: ["--amount"], read: ["21.40"] },
    ],
    [
      "that says nothing",
      { ...READ, reading: null },
      {},
      "receipt.unsure",
      { file: "r.pdf", missing: ["--amount", "--date"], read: [] },
    ],
  ])("%s is nothing for a script", (_title, read, said, code, facts) => {
    expect(failureOf(() => proposalFrom("r.pdf", read, said, TAKEN))).toEqual({ code, facts });
  });

  test("is known by its invoice, and only by that", () => {
    const invoice = { seller: "Hôtel", number: "F-1", date: null };
    const read = { ...READ, invoice: invoice as never };

    expect(sourceOf(proposal({ read }))).toBe("invoice Hôtel · F-1 · ");
    expect(sourceOf(proposal({ read: { ...READ, invoice: { ...invoice, number: null } as never } }))).toBeNull();
    expect([
      sourceOf(proposal()),
      sourceOf(NO_PROPOSAL),
      noteOf(proposal({ number: "F-1" })),
      noteOf(NO_PROPOSAL),
    ]).toEqual([null, null, null, null]);
    expect([noteOf(proposal({ read })), noteOf(proposal({ read, number: "F-1" }))]).toEqual([null, "F-1"]);
  });
});

describe("another currency", () => {
  const RATES = { USD: { "2026-11-18": 1.07 } };

  test.each<[string, Parameters<typeof takenToEuros>[1], Partial<ExpenseFacts>, string | null]>([
    ["is none where none is said", {}, { amountCents: 2_140, vat: VAT, note: "n" }, null],
    ["is none of euros", { currency: "EUR", rate: 2 }, { amountCents: 2_140, vat: VAT, note: "n" }, null],
    [
      "is taken at the last rate before",
      { currency: "USD" },
      { amountCents: 2_000, vat: [] },
      "21.40 USD, 1 EUR = 1.07 USD (2026-11-18)",
    ],
    [
      "is taken at the rate that is given",
      { currency: "CHF", rate: 2 },
      { amountCents: 1_070, vat: [] },
      "21.40 CHF, 1 EUR = 2 CHF",
    ],
  ])("%s", (_title, said, facts, how) => {
    const expected = { ...FACTS, note: how === null ? "n" : `n · ${how}`, ...facts };
    expect(takenToEuros({ ...FACTS, vat: VAT, note: "n" }, said, RATES)).toEqual({ facts: expected, how });
  });

  test("is the whole note where there is none, and needs a rate", () => {
    expect(takenToEuros(FACTS, { currency: "CHF", rate: 2 }, {}).facts.note).toBe("21.40 CHF, 1 EUR = 2 CHF");
    expect(failureOf(() => takenToEuros(FACTS, { currency: "CHF" }, RATES)).code).toBe("currency.no_rate");
  });
});

describe("a change of an expense", () => {
  test.each<[string, Parameters<typeof planEdit>[0], boolean, Partial<ExpenseFacts>]>([
    [
      "is what is said",
      { amount: 1, date: "2026-11-19", units: 2 },
      false,
      { amountCents: 1, date: "2026-11-19", units: 2 },
    ],
    ["may take its mission away", {}, true, { mission: null }],
    ["may be an amount of another currency", { amount: 1, currency: "USD", rate: 2 }, false, { amountCents: 1 }],
  ])("%s", (_title, said, isOperating, change) => {
    expect(planEdit(said, isOperating)).toEqual(change);
  });

  test.each<[string, Parameters<typeof planEdit>[0], boolean, string]>([
    ["of nothing", {}, false, "usage.missing_option"],
    ["of a currency without an amount", { currency: "USD", date: "2026-11-19" }, false, "usage.missing_option"],
    ["to a mission and none", { mission: "ACME" }, true, "usage.conflict"],
  ])("%s is none", (_title, said, isOperating, code) => {
    expect(failureOf(() => planEdit(said, isOperating)).code).toBe(code);
  });
});

test("what is said of an expense is its facts by their names, its tax read by the law", () => {
  const said = saidFrom({ amount: 5, vat: ["10=1", "20=2"], currency: "USD", rate: 2, note: "n" }, DOMAIN_LAW);

  expect(factsSaid(said)).toEqual({
    amountCents: 5,
    note: "n",
    vat: [
      { ratePpm: 100_000, vatCents: 100 },
      { ratePpm: 200_000, vatCents: 200 },
    ],
  });
  expect(saidFrom({ note: "n" }, DOMAIN_LAW)).toEqual({ note: "n" });
  expect([" 2a", "971", "2C"].map(departmentFrom)).toEqual(["2A", "971", null]);
});

test("the facts of an expense are all of them, without what else is noted of it", () => {
  const trip = { vehicle: { kind: "car", power: 5, electric: false }, metres: 1, from: null, to: null } as const;
  const all: ExpenseFacts = { ...FACTS, trip, vat: VAT, mission: "M", note: "n", units: 2, department: "75" };

  expect(factsOf({ ...all, id: "x" } as ExpenseFacts)).toEqual(all);
  expect(Object.keys(factsOf(all))).toEqual(FACT_NAMES);
  expect(EXPENSE_CATEGORIES).toContain(all.category);
});

function failureOf(work: () => unknown): { code: string; facts: object } {
  try {
    work();
  } catch (failure) {
    if (failure instanceof PorteError) return { code: failure.code, facts: failure.facts };
    throw failure;
  }
  return { code: "none", facts: {} };
}

describe("what the words of a receipt let one guess", () => {
  const guessing = (guess: Partial<ReceiptRead["guess"]>, isTaken = false) =>
    proposal({ isTaken, read: { ...READ, guess: { ...NO_GUESS, ...guess } } });
  const asked = (state: ExpenseState) => {
    const step = planExpense(state);
    return step.kind === "ask" ? step.question : step;
  };

  test("is proposed to a person, who answers", () => {
    const guess = { category: "restaurant", units: 2, department: "69" } as const;
    const { category: _category, ...rest } = ANSWERS;
    expect(asked({ ...PERSON, proposal: guessing(guess), answers: rest })).toEqual({
      name: "category",
      proposal: "restaurant",
    });
    const chosen = { ...PERSON, proposal: guessing(guess), missions: [], answers: ANSWERS };
    expect(asked(chosen)).toEqual({ name: "meals", proposal: 2 });
    expect(asked({ ...chosen, answers: { ...ANSWERS, meals: "3" } })).toMatchObject({ facts: { units: 3 } });
    const other = { ...chosen, answers: { ...ANSWERS, category: "transport" } };
    expect(asked(other)).toMatchObject({ facts: { units: 1 } });
  });

  test("proposes the nights and their place, which may be left unsaid", () => {
    const guess = { category: "lodging", units: 2, department: "69" } as const;
    const nights = { ...PERSON, proposal: guessing(guess), missions: [], answers: { ...ANSWERS, category: "lodging" } };
    expect(asked(nights)).toEqual({ name: "nights", proposal: 2 });
    const place = { ...nights, answers: { ...nights.answers, nights: "2" } };
    expect(asked(place)).toEqual({ name: "department", proposal: "69" });
    expect(asked({ ...place, answers: { ...place.answers, department: "-" } })).toMatchObject({
      facts: { units: 2, department: null },
    });
  });

  test("is taken by a script that has the receipt read, and by no other", () => {
    const guess = { category: "lodging", units: 2, department: "69" } as const;
    const script = { ...SCRIPT, proposal: guessing(guess, true) };
    expect(asked(script)).toMatchObject({ facts: { category: "lodging", units: 2, department: "69" } });
    expect(asked({ ...script, said: { units: 1, category: "other" } })).toMatchObject({ facts: { units: 1 } });
    const meal = guessing({ category: "restaurant", units: 2 }, true);
    expect(asked({ ...script, proposal: meal })).toMatchObject({ facts: { category: "restaurant", units: 2 } });
    expect(() => asked({ ...SCRIPT, said: { amount: 1, date: "2026-11-19" }, proposal: NO_PROPOSAL })).toThrow(
      expect.objectContaining({ code: "usage.missing_option" }),
    );
  });
});
