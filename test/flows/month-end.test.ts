import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Schemas } from "../../src/client/company.ts";
import { PLAIN_FACTS } from "../../src/domain/expense.ts";
import type { MonthAnswers, MonthEffect } from "../../src/domain/month-end-plan.ts";
import { deliverAll, keepTyped } from "../../src/flows/activity/outbox.ts";
import { dismissExpense } from "../../src/flows/expenses/dismiss.ts";
import { draftsOf as expenseDraftsOf, keepExpenses } from "../../src/flows/expenses/drafts.ts";
import { keepRule } from "../../src/flows/expenses/recurring.ts";
import { submitExpenses } from "../../src/flows/expenses/submit.ts";
import { endMonth, type MonthInput } from "../../src/flows/month-end/end-month.ts";
import { monthToEnd } from "../../src/flows/month-end/read.ts";
import type { Session } from "../../src/flows/session.ts";
import { SkippedSteps } from "../../src/store/skipped-steps.ts";
import { LocalActs } from "../../src/store/undo-log.ts";
import { type InProcess, openInProcess, type PersonMachine } from "../parts/in-process.ts";
import { NOW } from "../parts/programs.ts";

const MONTH = "2026-11";
let company: InProcess;
let home: PersonMachine;
let session: Session;
beforeAll(async () => {
  company = await openInProcess();
});
afterAll(() => company.close());
/** Another machine of Karim's, who has declared nothing until the last test. */
beforeEach(async () => {
  company.setNow(NOW);
  home = company.machineOf("karim");
  session = await home.session();
});

const training = (month: string) => ({
  month,
  days: [
    { date: `${month}-05`, entries: [{ kind: "training" as const, mission: null, projectCode: null, amount: 1 }] },
  ],
  restDaysConfirmed: false,
  restStatement: null,
});
const telework = (date: string) => ({
  facts: { ...PLAIN_FACTS, date, category: "telework" as const, amountCents: 270 },
  receipt: null,
  source: null,
});

/** An expense whose receipt is still to come. */
const ofRestaurant = {
  facts: { ...PLAIN_FACTS, date: "2026-11-10", category: "restaurant" as const, amountCents: 2_140 },
  receipt: null,
  source: null,
};

/** Somebody who gives these answers, one after the other; nobody at all where there are none. `said` is what was asked and done. */
function talkOf(...answers: MonthAnswers[]) {
  const said: unknown[] = [];
  const interview = {
    canAsk: answers.length > 0,
    ask: async (question: object) => {
      said.push(question);
      const next = answers.shift();
      if (next === undefined) throw new Error("asked once too often");
      return next;
    },
    take: async (effect: MonthEffect) => {
      said.push(effect);
    },
    send: async () => {
      said.push("send");
      await deliverAll(session);
    },
    wait: <Value>(work: Promise<Value>) => work,
  };
  return { interview, said };
}

function end(changed: Partial<MonthInput> = {}, { interview } = talkOf()) {
  const input = { month: MONTH, skip: undefined, resume: undefined, isUnattended: false, ...changed };
  return endMonth(session, input, interview);
}
/** Each step with who is waited for, or how far it is. */
async function steps(changed: Partial<MonthInput> = {}, talk = talkOf()) {
  const ended = await end(changed, talk);
  return Object.fromEntries(ended.end.steps.map(({ step, state, waitingOn }) => [step, waitingOn ?? state]));
}
const skipped = () => new SkippedSteps(session.folder).of(MONTH);
const acts = async () => (await new LocalActs(session.folder).list()).map(({ kind, about }) => `${kind} ${about}`);

const decide = (path: string, decision: object) => company.asStaff("POST", `${path}/decision`, decision, path);

describe("the month that ends", () => {
  test.each([
    ["2026-12-14T09:00:00.000Z", "2026-11"],
    ["2026-12-15T09:00:00.000Z", "2026-12"],
    ["2026-11-03T09:00:00.000Z", "2026-11"],
  ])("at %s is %s, never before the contract", async (now, month) => {
    company.setNow(now);
    expect(await monthToEnd(session, undefined)).toBe(month);
  });

  test("is the one that is asked for, unless the contract does not cover it", async () => {
    expect(await monthToEnd(session, "2027-02")).toBe("2027-02");
    await expect(monthToEnd(session, "2026-10")).rejects.toMatchObject({ code: "activity.outside_contract" });
  });
});

describe("steps", () => {
  test("are left aside and taken up again, each an act that can be undone", async () => {
    expect(await steps({ skip: "receipts" }, talkOf({ step: "take" }))).toMatchObject({ receipts: "done" });
    expect(await skipped()).toEqual(["receipts"]);
    expect(await steps({ skip: "send", resume: "receipts" })).toMatchObject({ receipts: "done" });
    expect(await skipped()).toEqual(["send"]);
    expect(await acts()).toEqual(["step-resumed receipts", "step-skipped send", "step-skipped receipts"]);
  });

  test("are offered to nobody with --skip or --resume, nor where nobody can answer", async () => {
    for (const changed of [{ skip: "send" }, { resume: "send" }] as const) {
      const talk = talkOf({ step: "take" });
      expect(await end(changed, talk)).toMatchObject({ isSilent: false, failure: null });
      expect(talk.said).toEqual(["send"]);
    }
    const nobody = talkOf();
    await end({}, nobody);
    expect(nobody.said).toEqual(["send"]);
  });

  test("are offered as they stand after each that is taken, until one is left", async () => {
    await keepExpenses(session, [ofRestaurant]);
    const talk = talkOf({ step: "take" }, { step: "skip" }, { step: "leave" });
    await end({}, talk);
    const declare = { type: "step", step: "declare" };
    expect(talk.said).toEqual([
      ...["send", declare, { type: "declare", month: MONTH }],
      ...["send", declare],
      ...["send", { type: "step", step: "receipts" }],
    ]);
    expect(await skipped()).toEqual(["declare"]);
    expect(await acts()).toEqual(["step-skipped declare", "expense-added 21.4"]);
  });

  test("ask what they need, and keep what was answered before", async () => {
    const [kept] = await keepExpenses(session, [ofRestaurant]);
    const expense = { id: kept?.draft.id, state: "missing", question: null };
    await end({ skip: "declare" });
    const talk = talkOf({ step: "take" }, { text: "taxi.pdf" }, { step: "leave" });
    await end({}, talk);
    expect(talk.said.slice(1, 4)).toEqual([
      { type: "step", step: "receipts" },
      { type: "receipt", expense },
      { type: "attachReceipt", id: expense.id, receipt: "taxi.pdf" },
    ]);
  });

  test("from cron end with a failure where the porté is waited for, silent where not", async () => {
    expect(await end({ isUnattended: true }, talkOf({ step: "take" }))).toMatchObject({
      isSilent: false,
      failure: { code: "check.yours", facts: { steps: ["declare"] } },
    });
    expect(await end({ isUnattended: true, skip: "declare" })).toMatchObject({ isSilent: true, failure: null });
  });
});

describe("a month is read", () => {
  test("from what waits here: a draft of it, and its expenses alone", async () => {
    await keepTyped(session, training(MONTH), "draft", null);
    await keepExpenses(session, [telework("2026-10-20")]);
    expect((await end()).end.steps.slice(0, 3)).toMatchObject([
      { step: "declare", waitingOn: "me", since: NOW },
      { step: "receipts", state: "done" },
      { step: "send", state: "later" },
    ]);
    await keepExpenses(session, [telework("2026-11-20")]);
    expect((await end()).end.steps.slice(1, 3)).toMatchObject([
      { step: "receipts", state: "done" },
      { step: "send", waitingOn: "me", since: expect.stringContaining("2026-11-25T16:40:00") },
    ]);
  });

  test("with what comes each month: its receipt is missing once its day has come", async () => {
    const rule = {
      name: "phone",
      category: "telecom",
      amountCents: 2_000,
      vatCents: 100,
      mission: null,
      day: 5,
    } as const;
    await keepRule(session, rule);
    expect((await end()).end.steps[1]).toMatchObject({ step: "receipts", waitingOn: "me", since: NOW });
  });

  test("from what the company holds, until the payslip is there", async () => {
    const [sentAt, decidedAt] = ["2026-11-26T08:00:00.000Z", "2026-11-27T08:00:00.000Z"];
    company.setNow(sentAt);
    const mission = { kind: "mission" as const, mission: "NORD", projectCode: null, amount: 1 };
    const days = ["02", "03", "04", "05"].map((day) => ({ date: `${MONTH}-${day}`, entries: [mission] }));
    await keepTyped(session, { ...training(MONTH), days }, "queued", null);
    expect((await end()).end.steps[3]).toMatchObject({ step: "approval", waitingOn: "company", since: sentAt });

    await keepExpenses(session, [telework("2026-11-20"), telework("2026-10-20")]);
    const drafts = await expenseDraftsOf(session).list();
    await submitExpenses(
      session,
      drafts.filter(({ date }) => date >= MONTH),
    );
    expect(await steps()).toMatchObject({ declare: "done", receipts: "done", send: "done", approval: "company" });

    company.setNow(decidedAt);
    const [report, expenses] = [await session.company.report(MONTH), await session.company.expenses()];
    await decide(`/operator/activity-reports/${report?.value.id}`, { decision: "approve" });
    for (const { id } of expenses) await decide(`/operator/expenses/${id}`, { decision: "reject", reason: "no" });
    expect((await end()).end).toMatchObject({
      steps: [
        {},
        { waitingOn: "me", since: decidedAt },
        {},
        { state: "done" },
        { waitingOn: "company", since: decidedAt },
      ],
      transferDate: null,
    });
    for (const { id } of expenses) expect(await dismissExpense(session, id)).toMatchObject({ isRefusal: true });
    expect(await steps()).toMatchObject({ receipts: "done" });

    const { email } = (await session.company.me()) as Schemas["Me"];
    const payment = {
      porteEmail: email,
      mission: "NORD",
      month: MONTH,
      amountCents: 800_000,
      receivedOn: "2026-11-27",
      forceReason: "paid with other work",
    };
    await company.asStaff("POST", "/operator/payments", payment);
    await company.asStaff("POST", "/operator/payroll-runs", { month: MONTH });
    expect((await end()).end).toMatchObject({ transferDate: "2026-12-04", steps: [{}, {}, {}, {}, { state: "done" }] });
  });
});
