import { randomUUID } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ExpenseFacts, PLAIN_FACTS } from "../../src/domain/expense.ts";
import { dismissExpense } from "../../src/flows/expenses/dismiss.ts";
import { type DossierFacts, saveDossier } from "../../src/flows/expenses/dossier.ts";
import {
  answerQuestion,
  attachReceipt,
  draftsOf,
  editExpense,
  keepExpenses,
  listExpenses,
  removeExpense,
  storedExpenses,
} from "../../src/flows/expenses/drafts.ts";
import { exportCsv } from "../../src/flows/expenses/export.ts";
import { noteShown } from "../../src/flows/expenses/named.ts";
import { basisOf, expensesNow } from "../../src/flows/expenses/operating.ts";
import { preflight } from "../../src/flows/expenses/preflight.ts";
import { draftRecurring, forgetRule, keepRule } from "../../src/flows/expenses/recurring.ts";
import { repeatOf } from "../../src/flows/expenses/repeats.ts";
import { expensesToSend, submitExpenses } from "../../src/flows/expenses/submit.ts";
import { tripExpenses, tripsHeld, worthAfter } from "../../src/flows/expenses/trips.ts";
import { domainInUse } from "../../src/flows/law-in-use.ts";
import type { Session } from "../../src/flows/session.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { Refusals } from "../../src/store/refusals.ts";
import { SentNames } from "../../src/store/sent-names.ts";
import { LocalActs } from "../../src/store/undo-log.ts";
import { sheetForm } from "../../src/view/expense-sheet.ts";
import { type InProcess, openInProcess, type PersonMachine } from "../parts/in-process.ts";
import { pdfWith } from "../parts/pdf.ts";

let company: InProcess;
let home: PersonMachine;
let session: Session;
beforeAll(async () => {
  company = await openInProcess();
});
afterAll(() => company.close());
beforeEach(async () => {
  home = company.machineOf("claire");
  session = await home.session();
});

const AWAY = { PORTE_API_URL: "http://127.0.0.1:9" };
const FACTS: ExpenseFacts = { ...PLAIN_FACTS, date: "2026-11-12", category: "other", amountCents: 2_000 };
const VEHICLE = { kind: "car", power: 5, electric: false } as const;
const TRIP = { vehicle: VEHICLE, metres: 100_000, from: null, to: null };
let amount = 1_000;

const fileOf = (name: string) => join(home.machine().env.HOME ?? "", name);

/** Writes a receipt that no other test has. */
function receiptOf(name = "receipt.pdf") {
  const file = fileOf(name);
  amount += 1;
  writeFileSync(file, pdfWith({ lines: [`Total ${amount}`] }));
  return { file, mediaType: "application/pdf" };
}

/** Keeps an expense that no other test has, with its receipt unless it is said to have none. */
async function keep(changed: Partial<ExpenseFacts> = {}, receipt: ReturnType<typeof receiptOf> | null = receiptOf()) {
  const facts = { ...FACTS, amountCents: amount, ...changed };
  const [kept] = await keepExpenses(session, [{ facts, receipt, source: null }]);
  if (kept === undefined) throw new Error("nothing was kept");
  return kept.draft;
}

/** An identifier as a list shows it. */
const shown = (id: string) => id.slice(-12, -8);

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "not refused",
    ({ code, facts, message }) => (code === undefined ? message : [code, facts]),
  );

/** Has the administrator do something with an expense that she has seen. */
async function asAdministrator(id: string, what: "decision" | "question", body: object): Promise<void> {
  const path = `${company.url}/v1/operator/expenses/${id}`;
  const authorization = `Bearer ${company.access.operator.token}`;
  const seen = await fetch(path, { headers: { authorization } });
  const headers = {
    authorization,
    "idempotency-key": randomUUID(),
    "if-match": seen.headers.get("etag") ?? "",
    "content-type": "application/json",
  };
  const answer = await fetch(`${path}/${what}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

async function sendAll() {
  return submitExpenses(session, await expensesToSend(session, undefined));
}

describe("what is sent", () => {
  test("is of a month, or all that is kept; nothing is refused", async () => {
    expect(await refusal(expensesToSend(session, undefined))).toEqual(["expense.nothing_to_send", {}]);
    const draft = await keep();
    const october = { ...FACTS, date: "2026-11-01", amountCents: 7 };
    await keepExpenses(session, [{ facts: october, receipt: null, source: null }]);
    expect(await expensesToSend(session, "2026-11")).toHaveLength(2);
    expect(await refusal(expensesToSend(session, "2026-10"))).toEqual([
      "expense.nothing_to_send",
      { month: "2026-10" },
    ]);
    expect((await expensesToSend(session, undefined))[0]?.id).toBe(draft.id);
  });

  test("leaves with its receipt and is a draft no more; what lacks its receipt stays, and holds back no other", async () => {
    const lacking = await keep({}, null);
    const whole = await keep();
    const { sent, refused, unforgotten } = await sendAll();

    expect(sent).toMatchObject([{ amountCents: whole.amountCents, state: "submitted", mission: null }]);
    expect(sent[0]?.receiptId).not.toBe(null);
    expect(refused).toMatchObject([
      { draft: { id: lacking.id }, failure: { code: "expense.no_receipt", facts: { id: shown(lacking.id) } } },
    ]);
    expect(unforgotten).toBe(null);
    expect((await storedExpenses(session)).map(({ id }) => id)).toEqual([lacking.id]);
  });

  test("says who was paid, here, to the company and in a list; nobody need say it", async () => {
    await keep({ merchant: "Brasserie du Port", note: "with ACME" });
    await keep();
    expect((await sendAll()).sent).toMatchObject([
      { merchant: "Brasserie du Port", note: "with ACME" },
      { merchant: null },
    ]);
    const held = (await listExpenses(session)).find(({ merchant }) => merchant === "Brasserie du Port");
    expect(held).toMatchObject({ state: "submitted", note: "with ACME" });
    expect(await refusal(keep({ merchant: "x".repeat(121) }))).toMatchObject(["input.text", { most: 120 }]);
  });

  test("keeps the name that it had here, and says that it was sent to who wants to change it", async () => {
    const draft = await keep();
    await noteShown(session, await listExpenses(session));
    const [held] = (await sendAll()).sent;
    const listed = (await listExpenses(session)).find(({ id }) => id === held?.id);
    expect(listed).toMatchObject({ draftId: draft.id, state: "submitted" });
    const told = { id: shown(draft.id), sent: { state: "submitted", on: "2026-11-25", date: draft.date } };
    const same = async (facts: ExpenseFacts) => facts;
    for (const typed of [shown(draft.id), draft.id, held?.id ?? "", shown(held?.id ?? ""), "1"]) {
      expect(await refusal(editExpense(session, typed, same))).toMatchObject(["expense.sent", told]);
      expect(await refusal(attachReceipt(session, typed, receiptOf()))).toMatchObject(["expense.sent", told]);
      expect(await refusal(dismissExpense(session, typed))).toMatchObject(["expense.sent", told]);
    }
    await asAdministrator(held?.id ?? "", "question", { question: "which?" });
    expect(await refusal(removeExpense(session, draft.id))).toMatchObject([
      "expense.sent",
      { sent: { state: "questioned", question: "which?" } },
    ]);
    expect(await answerQuestion(session, shown(draft.id), "this")).toMatchObject({ id: held?.id, draftId: draft.id });
  });

  test("is said to be sent although nobody answers and its state is not known here", async () => {
    const draft = await keep();
    await sendAll();
    rmSync(join(session.machine.folders.data, "default", "records"), { recursive: true, force: true });
    const away = await home.session(AWAY);
    expect(await refusal(removeExpense(away, shown(draft.id)))).toEqual([
      "expense.sent",
      { id: shown(draft.id), sent: null },
    ]);
    expect(await refusal(removeExpense(away, "zzzz"))).toMatchObject(["expense.unknown", {}]);
  });

  test("and refused may be changed again; sent while nobody answers it may not", async () => {
    const draft = await keep();
    const path = draftsOf(session).filesOf(draft)[0] ?? "";
    const edited = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...edited, mission: "NONE" }));
    const { refused } = await sendAll();
    expect(refused).toMatchObject([{ failure: { code: "company.refused" } }]);
    expect(await storedExpenses(session)).toMatchObject([{ isTried: false }]);

    writeFileSync(path, JSON.stringify({ ...edited, receipt: null, category: "mileage", trip: TRIP }));
    const away = await home.session(AWAY);
    const waiting = await expensesToSend(away, undefined);
    expect(await refusal(submitExpenses(away, waiting))).toMatchObject(["server.unreachable", {}]);
    expect(await storedExpenses(session)).toMatchObject([{ isTried: true }]);
    expect(await refusal(editExpense(session, draft.id, async (facts) => facts))).toEqual([
      "expense.maybe_sent",
      { id: shown(draft.id) },
    ]);
  });

  test("and cannot be put away here is said, and known as the same one when it is sent again", async () => {
    const facts = { ...FACTS, date: "2026-11-05" };
    const [kept] = await keepExpenses(session, [{ facts, receipt: receiptOf(), source: "line 1" }]);
    const [path = ""] = kept === undefined ? [] : draftsOf(session).filesOf(kept.draft);
    writeFileSync(join(dirname(path), "accepted"), "in the way");
    const first = await sendAll();
    expect(first.unforgotten).toMatchObject({ code: "file.unwritable" });
    const second = await sendAll();
    expect(second.sent.map(({ id }) => id)).toEqual(first.sent.map(({ id }) => id));
    expect(await storedExpenses(session)).toHaveLength(1);
  });

  test("is left alone where another command has changed it meanwhile", async () => {
    const draft = await keep();
    const waiting = await expensesToSend(session, undefined);
    await editExpense(session, draft.id, async (facts) => ({ ...facts, note: "changed" }));
    expect(await submitExpenses(session, waiting)).toEqual({ sent: [], refused: [], unforgotten: null });
    expect(await storedExpenses(session)).toMatchObject([{ note: "changed" }]);
  });

  test("counts a drive again where the company holds others", async () => {
    const karim = company.machineOf("karim");
    session = await karim.session();
    const law = await domainInUse(session.machine);
    const drive = { date: "2026-11-10", trip: { ...TRIP, metres: 4_900_000 } };
    const [alone] = await tripExpenses(session, [{ ...drive, mission: null, note: null }]);
    if (alone === undefined) throw new Error("nothing was worked out");
    await keepExpenses(session, [{ facts: alone, receipt: null, source: null }]);
    const laptop = await company.machineOf("karim").session();
    await keepExpenses(laptop, [{ facts: { ...alone, date: "2026-11-11" }, receipt: null, source: null }]);
    await submitExpenses(laptop, await expensesToSend(laptop, undefined));

    const { sent } = await sendAll();
    const held = await tripsHeld(session, ["2026-11-10"]);
    expect(held).toHaveLength(2);
    expect(sent[0]?.amountCents).toBe(worthAfter([{ ...drive, date: "2026-11-11" }], drive, law));
    expect(sent[0]?.amountCents).not.toBe(alone.amountCents);
    expect(await tripsHeld(session, [])).toEqual([]);
    expect(worthAfter([{ ...drive, date: "2025-11-11" }, FACTS], drive, law)).toBe(alone.amountCents);
    const [first, second] = await tripExpenses(await home.session(), [
      { ...drive, mission: null, note: "n" },
      { ...drive, mission: null, note: null },
    ]);
    expect(first).toMatchObject({ category: "mileage", amountCents: alone.amountCents, note: "n", trip: drive.trip });
    expect(second?.amountCents).toBe(sent[0]?.amountCents);
  });
});

describe("what is kept", () => {
  test("is all of it or none, with the mission that the company knows", async () => {
    const named = { ...FACTS, mission: "acme" };
    const kept = await keepExpenses(session, [{ facts: named, receipt: null, source: null }]);
    expect(kept).toMatchObject([{ isNew: true, draft: { mission: "ACME" } }]);
    const none = { facts: { ...FACTS, mission: "NONE" }, receipt: null, source: null };
    expect(await refusal(keepExpenses(session, [{ facts: FACTS, receipt: null, source: null }, none]))).toMatchObject([
      "activity.unknown_mission",
      {},
    ]);
    const long = { ...FACTS, note: "x".repeat(501) };
    expect(await refusal(keepExpenses(session, [{ facts: long, receipt: null, source: null }]))).toEqual([
      "input.text",
      { value: long.note, most: 500 },
    ]);
    await keepExpenses(session, [{ facts: { ...FACTS, note: "x".repeat(500) }, receipt: null, source: null }]);
    expect(await storedExpenses(session)).toHaveLength(2);
  });

  test("needs nobody where no mission is named, and is undone with its receipt", async () => {
    session = await home.session(AWAY);
    const draft = await keep();
    await new LocalActs(session.folder).undo();
    expect(await storedExpenses(session)).toEqual([]);
    expect(draft.receipt).not.toBe(null);
  });

  test("is found by its shown identifier, and not by more or less than is its own", async () => {
    const draft = await keep();
    expect(await refusal(removeExpense(session, `${draft.id}x`))).toMatchObject(["expense.unknown", {}]);
    expect(await refusal(removeExpense(session, ""))).toMatchObject(["expense.unknown", {}]);
    expect((await removeExpense(session, shown(draft.id))).id).toBe(draft.id);
    expect(await storedExpenses(session)).toEqual([]);
    const acts = new LocalActs(session.folder);
    expect(await acts.undo()).toMatchObject({ kind: "expense-removed" });
    expect(await storedExpenses(session)).toMatchObject([{ id: draft.id }]);
  });

  test("is told beside one that says the same, here or sent from here, and beside one that was sent with its receipt", async () => {
    const first = await keep({}, null);
    expect(await repeatOf(session, first.id)).toBe(null);
    const second = await keep({}, null);
    expect(await repeatOf(session, second.id)).toMatchObject({ by: "facts", date: first.date, isSent: false });
    await removeExpense(session, first.id);
    const { date, category, amountCents, trip } = second;
    const names = new SentNames(session.folder);
    await names.note("here", "there", { date, category, amountCents: amountCents + 1, trip, receipt: null });
    expect(await repeatOf(session, second.id)).toBe(null);
    await names.note("here", "there", { date, category, amountCents, trip, receipt: null });
    expect(await repeatOf(session, second.id)).toMatchObject({ by: "facts", isSent: true });
    const attached = await attachReceipt(session, second.id, receiptOf("sent.pdf"));
    const receipt = attached.receipt?.sha256 ?? null;
    await names.note("here", "there", { date: "2026-10-01", category, amountCents: 4_500, trip, receipt });
    expect(await repeatOf(session, second.id)).toMatchObject({ by: "receipt", date: "2026-10-01", isSent: true });
    const { sent } = JSON.parse(readFileSync(join(session.folder, "sent-names.json"), "utf8"));
    expect(sent).toHaveLength(1);
    rmSync(join(session.folder, "sent-names.json"));
    await removeExpense(session, second.id);
  });

  test("is given a receipt under a new key", async () => {
    const draft = await keep({}, null);
    const attached = await attachReceipt(session, draft.id, receiptOf("late.pdf"));
    expect(attached).toMatchObject({ id: draft.id, receipt: { name: "late.pdf" } });
    expect(await repeatOf(session, attached.id)).toBe(null);
    const other = await keep({ date: "2026-11-13" }, null);
    const file = { file: fileOf("late.pdf"), mediaType: "application/pdf" };
    const again = await attachReceipt(session, other.id, file);
    expect(await repeatOf(session, again.id)).toMatchObject({ by: "receipt", date: draft.date, isSent: false });
    await removeExpense(session, other.id);
    await new LocalActs(session.folder).undo();
    await new LocalActs(session.folder).undo();
    await new LocalActs(session.folder).undo();
    expect(attached.key).not.toBe(draft.key);
    await new LocalActs(session.folder).undo();
    expect(await storedExpenses(session)).toMatchObject([{ receipt: null, key: draft.key }]);
  });

  test("of a drive is another one where the scale would say otherwise", async () => {
    const [facts] = await tripExpenses(session, [{ date: "2026-11-12", trip: TRIP, mission: null, note: null }]);
    if (facts === undefined) throw new Error("nothing was worked out");
    const draft = await keep(facts, null);
    const changes: Partial<ExpenseFacts>[] = [
      { amountCents: facts.amountCents + 1 },
      { date: "2026-11-13" },
      { vat: [{ ratePpm: 200_000, vatCents: 1 }] },
    ];
    for (const change of changes) {
      const edit = editExpense(session, draft.id, async (before) => ({ ...before, ...change }));
      expect(await refusal(edit)).toMatchObject([expect.stringMatching(/^expense\./), {}]);
    }
    const noted = await editExpense(session, draft.id, async (before) => ({ ...before, note: "to Lyon" }));
    expect(noted).toMatchObject({ note: "to Lyon", trip: TRIP });
    expect(noted.key).not.toBe(draft.key);
  });
});

describe("what a company asks and refuses", () => {
  test("is answered by how the identifier begins, and a refusal is learned from", async () => {
    await keep({ category: "equipment" });
    const [asked] = (await sendAll()).sent;
    if (asked === undefined) throw new Error("nothing was sent");
    await asAdministrator(asked.id, "question", { question: "which?" });
    expect(await refusal(answerQuestion(session, asked.id, ""))).toMatchObject(["input.text", {}]);
    expect(await refusal(answerQuestion(session, asked.id, "x".repeat(501)))).toMatchObject(["input.text", {}]);
    expect(await answerQuestion(session, asked.id.slice(0, 8), "this one")).toMatchObject({ state: "submitted" });
    expect(await refusal(answerQuestion(session, asked.id, "again"))).toMatchObject(["company.refused", {}]);
    await asAdministrator(asked.id, "decision", { decision: "reject", reason: "private" });

    const draft = await keep({ category: "equipment" });
    expect(await dismissExpense(session, shown(asked.id))).toMatchObject({ id: asked.id, isRefusal: true });
    expect(await new LocalActs(session.folder).undo()).toMatchObject({
      kind: "refusal-noted",
    });
    const listed = await listExpenses(session);
    expect(listed[0]).toMatchObject({ id: draft.id, state: "draft", isMissingReceipt: false, reason: null });
    expect(listed.find(({ id }) => id === asked.id)).toMatchObject({ state: "refused", isMissingReceipt: false });
    const learned = await new Refusals(session.folder).list();
    expect(learned).toEqual([
      { id: asked.id, category: "equipment", isOperating: true, reason: "private", since: "2026-11-25" },
    ]);

    home = company.machineOf("claire");
    session = await home.session();
    await keep({ category: "equipment" });
    const { expenses, operating, cap } = await preflight(session);
    expect(expenses).toMatchObject([{ expense: { state: "draft" } }]);
    expect(JSON.stringify(expenses[0]?.judgement)).toContain("private");
    expect(operating.map(({ month }) => month)).toEqual(["2026-11"]);
    expect(cap).toEqual((await session.company.profile()).operatingCap);
    const now = await expensesNow(session);
    const refusedOne = now.expenses.find(({ id }) => id === asked.id);
    expect([refusedOne?.state, now.cap]).toEqual(["refused", cap]);
    expect(now.operating).toEqual(operating[0]);
    expect((await expensesNow(session, "2026-10")).operating).toMatchObject({ month: "2026-10", usedCents: 0 });
  });

  test.each([
    ["turnover", { "2026-10": 3, "2026-11": 4 }],
    ["gross", { "2026-09": 1, "2026-10": 2, "2026-11": 2 }],
  ] as const)("a cap of the %s is taken of the months", (basis, expected) => {
    const reports = [
      { month: "2026-10", turnoverCents: 3 },
      { month: "2026-11", turnoverCents: 4 },
    ];
    const payslips = [
      { month: "2026-10", grossCents: 2 },
      { month: "2026-09", grossCents: 1 },
    ];
    expect(basisOf(basis, { reports, payslips }, "2026-11")).toEqual(expected);
    expect(basisOf("gross", { reports, payslips: [] }, "2026-11")).toEqual({});
  });
});

describe("what comes back each month", () => {
  const RULE = {
    name: "phone",
    category: "telecom",
    amountCents: 3_000,
    vatCents: 500,
    mission: null,
    day: 20,
  } as const;

  test("is drafted once a month from this one on, its receipt to come", async () => {
    expect(await keepRule(session, RULE)).toEqual([{ ...RULE, drafted: "2026-10" }]);
    await draftRecurring(session);
    await draftRecurring(session);
    expect(await storedExpenses(session)).toMatchObject([
      {
        date: "2026-11-20",
        note: "phone",
        vat: [{ ratePpm: null, vatCents: 500 }],
        source: "recurring phone 2026-11",
        receipt: null,
      },
    ]);
    expect(await keepRule(session, { ...RULE, amountCents: 4_000 })).toEqual([
      { ...RULE, amountCents: 4_000, drafted: "2026-11" },
    ]);
    await keepRule(session, { ...RULE, name: "rail", day: 26 });
    await draftRecurring(session);
    expect(await storedExpenses(session)).toHaveLength(1);
    expect((await forgetRule(session, "phone")).map(({ name }) => name)).toEqual(["rail"]);
    expect(await refusal(forgetRule(session, "phone"))).toEqual(["expense.unknown", { id: "phone" }]);
    expect(await refusal(keepRule(session, { ...RULE, amountCents: 0 }))).toMatchObject([
      expect.stringMatching(/^(?:expense|input)\./),
      {},
    ]);
  });
});

describe("what is saved for oneself", () => {
  test("is the month's expenses, oldest first, in a sheet and in a PDF with their receipts", async () => {
    session = await company.machineOf("karim").session();
    await keep({ date: "2026-11-18", note: "=1+1", vat: [{ ratePpm: 200_000, vatCents: 100 }] });
    await keep({ date: "2026-11-17", mission: "NORD" });
    await sendAll();
    await keep({ date: "2026-11-16", note: "kept" }, null);
    await keepExpenses(session, [
      { facts: { ...FACTS, date: "2026-10-31", amountCents: 5 }, receipt: null, source: null },
    ]).catch(() => undefined);

    const csv = fileOf("month.csv");
    const { file, expenses } = await exportCsv(
      session,
      "2026-11",
      csv,
      sheetForm({ say: await catalogueOf("en"), lang: "en" }),
    );
    const own = expenses.filter(({ trip }) => trip === null);
    expect(own.map(({ date }) => date)).toEqual(["2026-11-16", "2026-11-17", "2026-11-18"]);
    expect(expenses.map(({ date }) => date)).toEqual(expenses.map(({ date }) => date).toSorted());
    const [head = "", ...rows] = readFileSync(csv, "utf8").split("\n");
    expect([file, head.startsWith("\ufeffdate,category,amount,vat,")]).toEqual([csv, true]);
    expect(rows.filter((row) => row.includes("'=1+1") && row.includes(",1.00,"))).toHaveLength(1);
    expect(rows.filter((row) => row.includes("NORD"))).toHaveLength(1);

    await exportCsv(session, "2026-11", csv, sheetForm({ say: await catalogueOf("fr"), lang: "fr" }));
    const [title = "", ...lines] = readFileSync(csv, "utf8").split("\r\n");
    expect(title.startsWith("\ufeffdate;catégorie;montant;TVA;TVA 20 %;TVA 10 %;TVA 8,5 %;")).toBe(true);
    expect(lines.find((line) => line.includes("'=1+1"))).toMatch(/^18\/11\/2026;autre;\d+,\d\d;1,00;1,00;.*;envoyé;/);

    const asked: DossierFacts[] = [];
    const words = {
      summary: (facts: DossierFacts) => {
        asked.push(facts);
        const rows = facts.expenses.map(({ date, note }) => [date, note ?? "a word ".repeat(200)]);
        const columns = [
          { title: "Day", part: 1 },
          { title: "Note", part: 1, isRight: true },
        ];
        return {
          title: "November",
          about: [],
          columns,
          rows,
          totals: [["Total", "1"]],
          missingTitle: "",
          missing: [],
        } as const;
      },
      notDrawn: "not drawn",
    };
    const saved = await saveDossier(session, "2026-11", fileOf("month.pdf"), words);
    expect(saved).toMatchObject({ file: fileOf("month.pdf"), expenses: expenses.length });
    expect(saved.pages).toBeGreaterThanOrEqual(3);
    expect(asked.map(({ month }) => month)).toEqual(["2026-11"]);
    expect(asked[0]?.company).toMatch(/Portage/);
    expect(asked[0]?.person).toMatch(/ /);
    expect(asked[0]?.expenses.map(({ date }) => date)).toEqual(expenses.map(({ date }) => date));
    expect(readFileSync(fileOf("month.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
