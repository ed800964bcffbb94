import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "../../src/domain/calendar.ts";
import { workerIn } from "../../src/files/workers.ts";
import { type AddRemark, addExpense, type ExpenseToAdd } from "../../src/flows/expenses/add.ts";
import type { ExpenseQuestion } from "../../src/flows/expenses/add-plan.ts";
import { storedExpenses } from "../../src/flows/expenses/drafts.ts";
import { changeExpense } from "../../src/flows/expenses/edit.ts";
import type { Session } from "../../src/flows/session.ts";
import { Rates } from "../../src/store/rates.ts";
import { type InProcess, openInProcess } from "../parts/in-process.ts";
import { cii, INVOICE } from "../parts/invoices.ts";
import { pdfWith } from "../parts/pdf.ts";
import { ROOT } from "../parts/programs.ts";

let company: InProcess;
let session: Session;
let folder: string;
let asked: string[];
let remarks: AddRemark[];

beforeAll(async () => {
  company = await openInProcess();
});
afterAll(() => company.close());
beforeEach(async () => {
  session = await company.machineOf("claire").session();
  folder = session.machine.env.HOME ?? "";
  asked = [];
  remarks = [];
});

function receipt(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, pdfWith({ lines }));
  return file;
}

/** An answer of somebody who stops the command instead. */
const STOP = "^C";

/** Adds an expense where somebody answers, or by a script where no answer is given. */
function add(toAdd: ExpenseToAdd, answers?: Partial<Record<ExpenseQuestion["name"], string>>) {
  return addExpense(
    {
      session,
      worker: workerIn(ROOT),
      isAsking: answers !== undefined,
      wait: (work) => work,
      ask: ({ name }) => {
        asked.push(name);
        if (answers?.[name] === STOP) return Promise.reject(new Error("stopped"));
        return Promise.resolve(answers?.[name] ?? "");
      },
      remark: (remark) => remarks.push(remark),
      kept: () => undefined,
    },
    toAdd,
  );
}

const MEAL = ["CAFE DU PORT", "19/11/2026", "TVA 10% 1,95", "Total TTC 21,40 EUR"];
const said = () => remarks.map(({ kind }) => kind);

describe("a person adds an expense", () => {
  test("is asked what its receipt does not settle, and it is kept with a copy of it", async () => {
    const file = receipt("meal.pdf", ...MEAL);
    const answers = { amount: "21,40", category: "restaurant", date: "2026-11-19", vat: "10=1,95", mission: "" };
    const added = await add({ receipt: file, note: "n" }, answers);

    expect(asked).toEqual(["amount", "category", "date", "vat", "mission"]);
    expect(said()).toEqual(["read"]);
    expect(added).toMatchObject({
      isNew: true,
      lacks: null,
      expense: { amountCents: 2_140, mission: null, note: "n" },
    });
    const [draft] = await storedExpenses(session);
    expect(readFileSync(draft?.receipt?.file ?? "")).toEqual(readFileSync(file));
    expect(await add({ receipt: file, note: "n" }, answers)).toMatchObject({
      isNew: false,
      expense: { id: draft?.id },
    });
  });

  test("is asked for the receipt first, and may choose a mission", async () => {
    const file = receipt("taxi.pdf", "TAXI");
    const [first] = await session.company.missions();
    const mission = first?.reference ?? "";
    const answers = { receipt: file, mission };
    const added = await add({ amount: 1_000, category: "transport", date: "2026-11-19" }, answers);

    expect(asked).toEqual(["receipt", "mission"]);
    expect(added?.expense).toMatchObject({ mission, amountCents: 1_000 });
  });

  test("without a network keeps it for no mission, and is told so", async () => {
    const away = await company.machineOf("claire").session({ PORTE_API_URL: "http://127.0.0.1:9" });
    session = away;
    const file = receipt("away.pdf", "TAXI");
    const added = await add({ receipt: file, amount: 1, category: "other", date: "2026-11-19", vat: [] }, {});

    expect([asked, said(), added?.expense.mission]).toEqual([[], ["company-unreachable"], null]);
  });

  test("sees that a receipt gives money back", async () => {
    const file = receipt("credit.pdf", "AVOIR", "19/11/2026", "Total TTC 5,00 EUR");
    await add({ receipt: file }, { amount: "5", category: "other", date: "2026-11-19" });
    expect(said()).toEqual(["read", "credit-note"]);
  });

  test("is asked for days of telework alone", async () => {
    const added = await add({ category: "telework" }, { days: "2" });
    expect([asked, added]).toMatchObject([
      ["days"],
      { lacks: null, expense: { amountCents: 540, date: "2026-11-25" } },
    ]);
  });
});

describe("a script adds an expense", () => {
  test("whose day its receipt says", async () => {
    const added = await add({ receipt: receipt("meal.pdf", ...MEAL), amount: 2_140, category: "restaurant" });
    expect([said(), added?.expense.date, added?.read]).toEqual([["dated"], "2026-11-19", null]);
  });

  test("that its receipt says, where it is to be read", async () => {
    const added = await add({ receipt: receipt("meal.pdf", ...MEAL), category: "restaurant", read: true });
    expect([said(), added?.expense]).toMatchObject([["read"], { amountCents: 2_140, date: "2026-11-19" }]);
  });

  test("in another currency, at the rate of the day", async () => {
    const rates = new Rates(session.machine.folders);
    await rates.add({ USD: { "2026-11-18": 1.07 } });
    const usd = {
      receipt: receipt("usd.pdf", "HOTEL"),
      amount: 2_140,
      category: "other",
      date: "2026-11-19",
      currency: "USD",
    } as const;
    const added = await add(usd);

    expect(added?.expense).toMatchObject({
      amountCents: 2_000,
      vat: [],
      note: "21.40 USD, 1 EUR = 1.07 USD (2026-11-18)",
    });
    expect(remarks).toEqual([
      { kind: "converted", how: "21.40 USD, 1 EUR = 1.07 USD (2026-11-18)", amountCents: 2_000 },
    ]);
  });

  test("before its receipt, by whoever answers nothing where it is asked, and by a script that says the rest", async () => {
    const answers = { amount: "45", category: "restaurant", date: "hier", vat: "", mission: "" };
    expect(await add({}, answers)).toMatchObject({
      lacks: "receipt",
      expense: { isMissingReceipt: true, amountCents: 4500, date: addDays(session.machine.today(), -1) },
    });
    expect(asked[0]).toBe("receipt");
    const script = await add({ amount: 4600, category: "equipment", date: "2026-11-03" });
    expect(script).toMatchObject({ lacks: "receipt", expense: { isMissingReceipt: true } });
  });

  test("of an invoice alone, whose page is to come, or that lies beside its page", async () => {
    const alone = join(folder, "alone.xml");
    writeFileSync(alone, cii(INVOICE));
    const added = await add({ receipt: alone, category: "other" });
    expect(added).toMatchObject({ lacks: "page", expense: { isMissingReceipt: true, amountCents: 13_400 } });
    expect(await add({ receipt: alone, category: "other" })).toMatchObject({ isNew: false });

    const beside = join(folder, "beside.xml");
    writeFileSync(beside, cii({ ...INVOICE, number: "F-2" }));
    receipt("beside.pdf", "HOTEL");
    expect(await add({ receipt: beside, category: "other" })).toMatchObject({
      lacks: null,
      expense: { amountCents: 13_400 },
    });
  });

  test.each<[string, (file: () => string) => ExpenseToAdd, string]>([
    ["without a receipt", () => ({ amount: 1 }), "usage.missing_option"],
    ["of a file that is no invoice", () => ({ receipt: join(ROOT, "test", "none.xml") }), "file.unreadable"],
    ["of what is no receipt", () => ({ receipt: join(ROOT, "package.json") }), "receipt.wrong_type"],
    ["that gives money back", (credit) => ({ receipt: credit(), read: true, category: "other" }), "receipt.credit"],
    ["with a tax of no rate", (file) => ({ receipt: file(), vat: ["11=1"] }), "expense.vat_rate"],
    [
      "for a mission that is none",
      (file) => ({ receipt: file(), amount: 1, category: "other", date: "2026-11-19", mission: "NONE" }),
      "activity.unknown_mission",
    ],
  ])("%s, and nothing is kept", async (_title, toAdd, code) => {
    const credit = () => receipt("credit.pdf", "AVOIR", "19/11/2026", "Total TTC 5,00 EUR");
    await expect(add(toAdd(credit))).rejects.toMatchObject({ code });
    expect(await storedExpenses(session)).toEqual([]);
  });
});

test("a kept expense changes as it is said, in another currency too", async () => {
  const added = await add({ receipt: receipt("a.pdf", "A"), amount: 500, category: "other", date: "2026-11-19" });
  const id = added?.expense.id ?? "";

  expect(await changeExpense(session, id, { note: "n", date: "2026-11-18" })).toMatchObject({
    how: null,
    expense: { note: "n", date: "2026-11-18", amountCents: 500 },
  });
  const changed = await changeExpense(session, id, { amount: 1_000, currency: "CHF", rate: 2 });
  expect(changed).toMatchObject({
    how: "10.00 CHF, 1 EUR = 2 CHF",
    expense: { amountCents: 500, note: "n · 10.00 CHF, 1 EUR = 2 CHF" },
  });
  expect((await changeExpense(session, id, { mission: "ACME" })).expense.mission).toBe("ACME");
  expect((await changeExpense(session, id, { operating: true })).expense.mission).toBe(null);
  await expect(changeExpense(session, id, {})).rejects.toMatchObject({ code: "usage.missing_option" });
});

test("what a receipt lets one guess is taken by a script that has it read, and said", async () => {
  const file = receipt("night.pdf", "HOTEL IBIS", "69003 LYON", "2 nuits", "19/11/2026", "Total TTC 180,00 EUR");

  expect(await add({ receipt: file, read: true })).toMatchObject({
    expense: { category: "lodging", units: 2, department: "69", amountCents: 18_000 },
  });
  expect(remarks).toContainEqual({ kind: "guessed", facts: { category: "lodging", units: 2, department: "69" } });
  expect(await add({ receipt: file, read: true, category: "other", amount: 100 })).toMatchObject({
    expense: { category: "other", units: 1, department: null },
  });
});

describe("an expense that is stopped", () => {
  const ANSWERS = { amount: "21.40", category: "other", date: "2026-11-19", mission: "" } as const;
  const names = () => asked.filter((name) => name !== "currency");

  test("is taken up again with what was answered, where nothing is typed", async () => {
    const file = receipt("meal.pdf", "CAFE DU PORT");
    await expect(add({ receipt: file, note: "lunch" }, { ...ANSWERS, date: STOP })).rejects.toThrow("stopped");
    expect(names()).toEqual(["amount", "category", "date"]);
    asked = [];
    expect(await add({}, { ...ANSWERS, resume: "yes" })).toMatchObject({
      isNew: true,
      expense: { amountCents: 2_140, category: "other", note: "lunch", date: "2026-11-19" },
    });
    expect(names().slice(0, 2)).toEqual(["resume", "date"]);
  });

  test("is offered with the same receipt, and with no other; refused, it begins anew", async () => {
    const [file, other] = [receipt("one.pdf", "CAFE"), receipt("two.pdf", "BAR")];
    await expect(add({ receipt: file }, { ...ANSWERS, category: STOP })).rejects.toThrow("stopped");
    asked = [];
    await expect(add({ receipt: other }, { amount: STOP })).rejects.toThrow("stopped");
    expect(names()).toEqual(["amount"]);
    asked = [];
    await expect(add({ receipt: other }, { resume: "no", amount: STOP })).rejects.toThrow("stopped");
    expect(names()).toEqual(["resume", "amount"]);
  });

  test("keeps no answer that could not be read, and is over once it is an expense", async () => {
    const file = receipt("bad.pdf", "CAFE");
    await expect(add({ receipt: file }, { ...ANSWERS, amount: "lots" })).rejects.toMatchObject({
      code: "input.amount",
    });
    asked = [];
    await add({ receipt: file }, { ...ANSWERS, resume: "yes" });
    expect(names().slice(0, 2)).toEqual(["resume", "amount"]);
    asked = [];
    await expect(add({}, { receipt: STOP })).rejects.toThrow("stopped");
    expect(names()).toEqual(["receipt"]);
  });
});
