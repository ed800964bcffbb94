import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import PostalMime from "postal-mime";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ExpenseFacts, PLAIN_FACTS } from "../../src/domain/expense.ts";
import type { Way } from "../../src/domain/local/sheet.ts";
import { deliverAll } from "../../src/flows/activity/outbox.ts";
import { changeSetting } from "../../src/flows/config.ts";
import { dismissExpense } from "../../src/flows/expenses/dismiss.ts";
import { saveDossier } from "../../src/flows/expenses/dossier.ts";
import { draftsOf, editExpense, keepExpenses, listExpenses } from "../../src/flows/expenses/drafts.ts";
import { expensesToSend } from "../../src/flows/expenses/submit.ts";
import { deliveryOf, keepDelivery } from "../../src/flows/local/deliver.ts";
import { dossiersOf, sentDossiers } from "../../src/flows/local/dossiers.ts";
import { localStatus } from "../../src/flows/local/local-status.ts";
import { markExpenses } from "../../src/flows/local/mark-expenses.ts";
import { resendDossiers, submitDossiers } from "../../src/flows/local/submit-expenses.ts";
import { openSession, type Session } from "../../src/flows/session.ts";
import { conflictCopies } from "../../src/store/conflicts.ts";
import { companyDossier } from "../../src/view/dossier.ts";
import { sayLocal, sheetFor } from "../parts/local-profile.ts";
import { newMachine, type TestMachine } from "../parts/machine.ts";
import { openMailServer, type TestMailServer } from "../parts/mail-server.ts";
import { pdfWith } from "../parts/pdf.ts";

const MONTH = "2026-11";
const TO = "frais@portage.example";
const BY_MAIL: Way = { by: "mail", to: TO, via: "smtp" };

let server: TestMailServer;
let here: TestMachine;
let session: Session;
beforeAll(async () => {
  server = await openMailServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.manner = "takes";
  server.taken.length = 0;
  here = newMachine();
  await setServer(server.port);
  session = await openSession(here.machine);
  return () => here.remove();
});

async function setServer(port: number): Promise<void> {
  for (const [key, value] of [
    ["mail.host", "127.0.0.1"],
    ["mail.port", String(port)],
    ["mail.security", "none"],
  ] as const)
    await changeSetting(here.machine, key, value);
}

const say = (expenses: Way | null) => {
  const sheet = sheetFor(null);
  return sayLocal(session.folder, { ...sheet, delivery: { ...sheet.delivery, expenses } });
};

/** Keeps an expense, with its receipt unless it is said to have none. */
async function add(amountCents: number, changed: Partial<ExpenseFacts> = {}, hasReceipt = true): Promise<string> {
  const file = join(here.folder, `Reçu ${amountCents}.PDF`);
  writeFileSync(file, pdfWith({ lines: [`Total ${amountCents}`] }));
  const facts: ExpenseFacts = { ...PLAIN_FACTS, date: "2026-11-12", category: "transport", amountCents, ...changed };
  const receipt = hasReceipt ? { file, mediaType: "application/pdf" } : null;
  const [kept] = await keepExpenses(session, [{ facts, receipt, source: null }]);
  if (kept === undefined) throw new Error("nothing was kept");
  return kept.draft.id;
}

const submit = async (month?: string) =>
  submitDossiers(session, await expensesToSend(session, month), await companyDossier());
const statesOf = async () => (await listExpenses(session)).map(({ state }) => state).sort();
const openDeliveries = async () => (await localStatus(session)).own.deliveries.map(({ state }) => state);

/** The archive that a mail carries, by the names of its files. */
async function archiveIn(raw: string): Promise<Record<string, Uint8Array>> {
  const { attachments } = await PostalMime.parse(raw);
  return unzipSync(new Uint8Array(attachments[0]?.content as ArrayBuffer));
}

describe("by a mail server", () => {
  beforeEach(() => say(BY_MAIL));

  test("a month's expenses leave once, as one archive of their PDF, their table and their receipts", async () => {
    await add(4_200);
    await add(1_550, { date: "2026-11-03", category: "restaurant", merchant: "Le Quai" });
    await add(900, { category: "telecom" }, false);
    const [{ dossier, delivery } = await Promise.reject(new Error("nothing left"))] = await submit();
    expect(dossier).toMatchObject({ month: MONTH, number: 1, amountCents: 5_750 });
    expect(delivery).toMatchObject({ state: "delivered", to: TO, messageId: `<${dossier.delivery}@example.fr>` });
    expect(server.taken.map(({ to }) => to)).toEqual([[TO]]);
    const files = await archiveIn(server.taken[0]?.raw ?? "");
    expect(Object.keys(files)).toEqual([
      "frais-2026-11-claire-morel.pdf",
      "frais-2026-11-claire-morel.csv",
      "justificatifs/01-recu-1550.pdf",
      "justificatifs/02-recu-4200.pdf",
    ]);
    const table = strFromU8(files["frais-2026-11-claire-morel.csv"] ?? new Uint8Array());
    expect(table).toContain("03/11/2026;restaurant;15,50");
    expect(table).toContain("envoyé");
    const pdf = await getDocumentProxy(files["frais-2026-11-claire-morel.pdf"] ?? new Uint8Array());
    const { text } = await extractText(pdf, { mergePages: true });
    for (const said of ["Claire Morel", "Portage Exemple", "57,50", "Le Quai", "Total 1550"])
      expect(text).toContain(said);

    expect(await statesOf()).toEqual(["draft", "submitted", "submitted"]);
    await expect(submit()).rejects.toMatchObject({ code: "expense.no_receipt" });
    await deliverAll(session);
    expect(server.taken).toHaveLength(1);

    const own = await saveDossier(session, MONTH, join(here.folder, "own.pdf"), await companyDossier());
    expect(own).toMatchObject({ expenses: 3, pages: 3 });
  });

  test("more of a month is a second dossier, which says so; another month is another", async () => {
    await add(1_000);
    await submit();
    await add(2_000);
    await add(3_000, { date: "2026-10-20" });
    const done = await submit(MONTH);
    expect(done.map(({ dossier }) => [dossier.month, dossier.number, dossier.amountCents])).toEqual([
      [MONTH, 2, 2_000],
    ]);
    const all = await submit();
    expect(all.map(({ dossier }) => [dossier.month, dossier.number])).toEqual([["2026-10", 1]]);
    const { subject, text } = await PostalMime.parse(server.taken[1]?.raw ?? "");
    expect(subject).toBe("Frais de novembre 2026 · Claire Morel · envoi 2");
    expect(text).toContain("Cet envoi 2 complète le précédent.");
  });

  test("a server that is away has them wait, drafts still; one that refuses gives them back", async () => {
    await setServer(9);
    const id = await add(1_000);
    expect((await submit()).map(({ delivery }) => delivery.state)).toEqual(["waiting"]);
    expect(await statesOf()).toEqual(["draft"]);
    expect(await openDeliveries()).toEqual(["waiting"]);
    await setServer(server.port);
    expect((await deliverAll(session)).deliveries?.map(({ state }) => state)).toEqual(["delivered"]);
    expect(await statesOf()).toEqual(["submitted"]);
    expect(await openDeliveries()).toEqual([]);
    expect((await listExpenses(session))[0]?.id).toBe(id);

    await add(2_000);
    server.manner = "refuses";
    expect((await submit()).map(({ delivery }) => delivery.state)).toEqual(["failed"]);
    expect(await statesOf()).toEqual(["draft", "submitted"]);
    expect(dossiersOf(session)).toHaveLength(1);
    expect(await openDeliveries()).toEqual([]);
    server.manner = "takes";
    expect((await submit()).map(({ dossier }) => dossier.number)).toEqual([2]);
    expect(server.taken).toHaveLength(2);
  });

  test("what waits and was changed since leaves as it now is, never as it was", async () => {
    await setServer(9);
    const id = await add(1_000);
    await submit();
    await editExpense(session, id, async (facts) => ({ ...facts, amountCents: 1_200 }));
    await setServer(server.port);
    expect((await deliverAll(session)).deliveries).toEqual([]);
    expect(server.taken).toEqual([]);
    const [sent] = await submit();
    expect(sent?.dossier).toMatchObject({ number: 1, amountCents: 1_200 });
    expect(server.taken).toHaveLength(1);
  });

  test("one that cuts after the mail leaves it unknown; it leaves again when that is asked, under the same name", async () => {
    server.manner = "cuts-after";
    await add(1_000);
    const [cut] = await submit();
    expect(cut?.delivery.state).toBe("unknown");
    expect([await statesOf(), await openDeliveries()]).toEqual([["submitted"], ["unknown"]]);
    await deliverAll(session);
    expect(server.taken).toHaveLength(1);
    server.manner = "refuses";
    expect((await resendDossiers(session, MONTH)).map(({ delivery }) => delivery.state)).toEqual(["unknown"]);
    server.manner = "takes";
    expect((await resendDossiers(session, MONTH)).map(({ delivery }) => delivery.state)).toEqual(["delivered"]);
    const name = `Message-ID: <${cut?.dossier.delivery}@example.fr>`;
    expect(server.taken.map(({ raw }) => raw.includes(name))).toEqual([true, true]);
  });

  test("what was stopped while it left may have arrived: nothing leaves, nothing of it can be changed before it is settled", async () => {
    await setServer(9);
    const id = await add(1_000);
    const [{ delivery } = await Promise.reject(new Error("nothing left"))] = await submit();
    /** As it lies on the disk at the instant at which a mail leaves. */
    const draft = (await draftsOf(session).list())[0];
    if (draft === undefined) throw new Error("no draft");
    await draftsOf(session).keep({ ...draft, isTried: true });
    await keepDelivery(session, { ...delivery, state: "sending" });
    await setServer(server.port);
    await expect(editExpense(session, id, async (facts) => facts)).rejects.toMatchObject({
      code: "expense.maybe_sent",
    });
    expect((await submit()).map((one) => [one.delivery.state, one.delivery.reason])).toEqual([
      ["unknown", "interrupted"],
    ]);
    expect(server.taken).toEqual([]);
    expect(await statesOf()).toEqual(["submitted"]);
  });

  test("what arrived before the program was stopped is filed without leaving again", async () => {
    const id = await add(1_000);
    const draft = await draftsOf(session).list();
    const receipt = readFileSync(draft[0]?.receipt?.file ?? "");
    await submit();
    for (const one of draft) await draftsOf(session).keep({ ...one, isTried: true });
    writeFileSync(draft[0]?.receipt?.file ?? "", receipt);
    expect((await deliverAll(session)).deliveries?.map(({ state }) => state)).toEqual(["delivered"]);
    expect([await statesOf(), server.taken.length]).toEqual([["submitted"], 1]);
    expect((await listExpenses(session))[0]?.id).toBe(id);
  });

  test("two machines on one synchronised folder: a copy of a draft is no second expense", async () => {
    const id = await add(1_000);
    const place = join(session.folder, "expenses");
    copyFileSync(join(place, `${id}.json`), join(place, `${id} (conflicted copy).json`));
    expect(await statesOf()).toEqual(["draft"]);
    expect((await submit())[0]?.dossier.amountCents).toBe(1_000);
    expect(conflictCopies(session.folder).unread).toEqual([join(place, `${id} (conflicted copy).json`)]);
  });

  test("an address that is mistyped is told before anything leaves, and nothing is noted", async () => {
    await say({ by: "mail", to: "frais@portage", via: "smtp" });
    await add(1_000);
    await expect(submit()).rejects.toMatchObject({ code: "delivery.address" });
    expect([dossiersOf(session), await statesOf()]).toEqual([[], ["draft"]]);
    expect((await draftsOf(session).list()).map(({ isTried }) => isTried)).toEqual([false]);
  });
});

describe("by hand, or into a folder", () => {
  test("they are prepared until they are marked as sent, then paid back or refused, with what shows it", async () => {
    await say(null);
    await expect(markExpenses(session, MONTH, { mark: "paid" })).rejects.toMatchObject({ code: "delivery.no_dossier" });
    const first = await add(1_000);
    await add(2_000);
    const [sent] = await submit();
    expect(sent?.delivery).toMatchObject({
      state: "prepared",
      place: join(session.folder, "outgoing", "frais-2026-11-claire-morel.zip"),
    });
    expect(await openDeliveries()).toEqual(["prepared"]);
    await markExpenses(session, MONTH, { mark: "sent" });
    expect(await openDeliveries()).toEqual([]);
    await expect(markExpenses(session, MONTH, { mark: "sent" })).rejects.toMatchObject({
      code: "delivery.nothing_to_mark",
    });

    const refused = await markExpenses(session, MONTH, {
      mark: "refused",
      only: [first.slice(0, 8)],
      reason: "illisible",
    });
    expect(refused.expenses).toMatchObject([{ id: first, state: "refused", reason: "illisible" }]);
    const reply = join(here.folder, "reply.eml");
    const head = "From: Paie <paie@portage.example>\r\nDate: Mon, 30 Nov 2026 09:00:00 +0100\r\nSubject: Frais";
    writeFileSync(reply, `${head}\r\n\r\nVirés.\r\n`);
    const paid = await markExpenses(session, MONTH, { mark: "paid", file: reply, payslip: "2026-12" });
    expect(paid.expenses).toMatchObject([
      { state: "reimbursed", payslipMonth: "2026-12", amountCents: 2_000, decidedAt: "2026-11-30T08:00:00.000Z" },
    ]);
    expect(paid.read).toMatchObject({ from: "paie@portage.example" });
    expect(sentDossiers(session, MONTH)[0]?.dossier.proof?.sha256).toBe(paid.proof?.sha256);
    await expect(markExpenses(session, MONTH, { mark: "paid" })).rejects.toMatchObject({
      code: "delivery.nothing_to_mark",
    });
    expect(await dismissExpense(session, first)).toMatchObject({ isRefusal: true });
    await expect(markExpenses(session, MONTH, { mark: "paid", only: ["zzz"] })).rejects.toMatchObject({
      code: "expense.unknown",
    });
  });

  test("a folder has them at once; one that is away has them wait", async () => {
    const folder = join(here.folder, "shared");
    await say({ by: "folder", folder });
    await add(1_000);
    expect((await submit()).map(({ delivery }) => delivery.state)).toEqual(["waiting"]);
    mkdirSync(folder);
    expect((await submit()).map(({ delivery }) => delivery.state)).toEqual(["delivered"]);
    expect(readdirSync(folder)).toEqual(["frais-2026-11-claire-morel.zip"]);
    expect(deliveryOf(session, dossiersOf(session)[0]?.delivery ?? "")?.documents).toHaveLength(1);
    await expect(resendDossiers(session, "2026-10")).rejects.toMatchObject({ code: "delivery.no_dossier" });
  });
});
