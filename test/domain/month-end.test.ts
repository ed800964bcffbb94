import { describe, expect, test } from "vitest";
import { type MonthFacts, monthAtEnd, type StepName, stepsOf } from "../../src/domain/month-end.ts";

const NOTHING: MonthFacts = { kept: null, held: null, expenses: [], transferDate: null, skipped: [] };
const expense = (state: MonthFacts["expenses"][number]["state"], since: string) =>
  ({ id: `of ${since}`, question: null, state, since }) as const;
const said = (facts: Partial<MonthFacts>) =>
  Object.fromEntries(
    stepsOf({ ...NOTHING, ...facts }).map(({ step, state, waitingOn, since }) => [
      step,
      [state === "waiting" ? waitingOn : state, since].filter((one) => one !== null).join(" "),
    ]),
  ) as Record<StepName, string>;

describe("the steps of a month's end", () => {
  test("nothing done yet: the report is yours, the others later; who bought nothing has no receipt to find", () => {
    expect(said({})).toEqual({ declare: "me", receipts: "done", send: "later", approval: "later", payslip: "later" });
  });

  test("a draft is yours since its last key; queued, it is this machine's", () => {
    expect(said({ kept: { state: "draft", since: "T1" } })).toMatchObject({ declare: "me T1", send: "later" });
    expect(said({ kept: { state: "queued", since: "T1" } })).toMatchObject({ declare: "done", send: "machine T1" });
  });

  test("a draft over a report that is held is yours again; a refusal is, since it was said", () => {
    const held = { state: "submitted", since: "T2" } as const;
    expect(said({ held, kept: { state: "draft", since: "T3" } }).declare).toBe("me T3");
    expect(said({ held: { state: "refused", since: "T4" } })).toMatchObject({ declare: "me T4", approval: "later" });
    expect(said({ held: { state: "withdrawn", since: "T4" } })).toMatchObject({ declare: "me", payslip: "later" });
  });

  test("the company is waited for since the oldest thing that it reads", () => {
    const facts = {
      held: { state: "submitted", since: "T2" },
      expenses: [expense("submitted", "T1"), expense("approved", "T0")],
    } as const;
    expect(said(facts)).toMatchObject({ receipts: "done", send: "done", approval: "company T1", payslip: "later" });
    expect(said({ ...facts, held: { state: "approved", since: "T3" } })).toMatchObject({
      approval: "company T1",
      payslip: "company T3",
    });
  });

  test("the client has it before the company", () => {
    expect(said({ held: { state: "awaiting-client", since: "T2" } }).approval).toBe("client T2");
  });

  test("an expense that is kept waits to be sent, one that is refused waits for you", () => {
    const expenses = [expense("draft", "T5")];
    expect(said({ expenses, held: { state: "locked", since: "T1" } })).toMatchObject({
      receipts: "done",
      send: "me T5",
      approval: "done",
    });
    expect(said({ expenses: [...expenses, expense("refused", "T6")] }).receipts).toBe("me T6");
  });

  test("the receipts wait for the oldest expense that is stopped, which is named", () => {
    const expenses = [expense("refused", "T6"), expense("questioned", "T4"), expense("missing", "T5")];
    expect(stepsOf({ ...NOTHING, expenses })[1]).toEqual({
      ...{ step: "receipts", state: "waiting", waitingOn: "me", since: "T4" },
      expense: { id: "of T4", state: "questioned", question: null },
    });
  });

  test("the payslip ends it, and what was skipped is nobody's", () => {
    const facts = {
      held: { state: "locked", since: "T1" },
      transferDate: "2026-12-05",
      expenses: [expense("missing", "T1")],
      skipped: ["receipts", "declare"],
    };
    expect(said(facts as Partial<MonthFacts>)).toEqual({
      declare: "done",
      receipts: "skipped",
      send: "done",
      approval: "done",
      payslip: "done",
    });
  });
});

test("until the 15th the month that ends is the one before", () => {
  expect(["2026-11-01", "2026-11-14", "2026-11-15", "2027-01-02"].map(monthAtEnd)).toEqual([
    "2026-10",
    "2026-10",
    "2026-11",
    "2026-12",
  ]);
});
