import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { basename, join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Way } from "../../src/domain/local/sheet.ts";
import { deliverAll, keepTyped } from "../../src/flows/activity/outbox.ts";
import { deliverQueued } from "../../src/flows/activity/queued.ts";
import { findReport } from "../../src/flows/activity/reports.ts";
import { restoreVersion, saveReport, versionsOf, withdraw } from "../../src/flows/activity/versions.ts";
import { changeSetting } from "../../src/flows/config.ts";
import { deliveryOf, keepDelivery } from "../../src/flows/local/deliver.ts";
import { markMonth } from "../../src/flows/local/mark-month.ts";
import { ownProofOf } from "../../src/flows/local/own-proof.ts";
import { resendMonth, sendToClient } from "../../src/flows/local/send-client.ts";
import { keepMailPassword } from "../../src/flows/mail-password.ts";
import { openSession, type Session } from "../../src/flows/session.ts";
import { conflictCopies } from "../../src/store/conflicts.ts";
import { ReportDrafts } from "../../src/store/report-drafts.ts";
import { Settings } from "../../src/store/settings.ts";
import { MISSION, sayLocal, sheetFor } from "../parts/local-profile.ts";
import { newMachine, type TestMachine } from "../parts/machine.ts";
import { openMailServer, type TestMailServer } from "../parts/mail-server.ts";

const MONTH = "2026-11";
const TO = "paie@portage.example";
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

/** A month of so many days, finished and to be sent. */
async function queue(days: number): Promise<string> {
  const worked = Array.from({ length: days }, (_none, index) => ({
    date: `2026-11-${String(index + 2).padStart(2, "0")}`,
    entries: [{ kind: "mission" as const, mission: "ACME", projectCode: null, amount: 1 }],
  }));
  const base = (await session.sure.report(MONTH))?.etag ?? null;
  const typed = { month: MONTH, days: worked, restDaysConfirmed: false, restStatement: null };
  return (await keepTyped(session, typed, "queued", base)).key;
}

/** The text of a PDF. */
async function textOf(bytes: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text;
}

const state = async () => (await findReport(session, MONTH)).state;
const codes = (synced: Awaited<ReturnType<typeof deliverAll>>) => synced.waiting.map(({ failure }) => failure.code);

describe("by a mail server", () => {
  beforeEach(() => sayLocal(session.folder, sheetFor(BY_MAIL, ["csv", "xlsx"])));

  test("a month leaves once, with its documents, and what left is proved by its hash", async () => {
    const key = await queue(3);
    const { sent } = await deliverAll(session);
    expect(sent[0]?.report).toMatchObject({ state: "submitted", version: 1, turnoverCents: 195_000 });
    expect(sent[0]?.report.delivery).toMatchObject({ state: "delivered", to: TO, messageId: `<${key}@example.fr>` });
    expect(server.taken.map(({ to }) => to)).toEqual([[TO]]);
    const raw = server.taken[0]?.raw ?? "";
    expect(raw).toContain(`Message-ID: <${key}@example.fr>`);
    for (const end of ["pdf", "csv", "xlsx"]) expect(raw).toContain(`cra-2026-11-claire-morel.${end}`);
    expect((await deliverAll(session)).sent).toEqual([]);
    const proof = await ownProofOf(session, MONTH);
    expect(proof).toMatchObject({ version: 1, faults: [], delivery: { documents: [{}, {}, {}] } });
    const file = join(here.folder, "month.pdf");
    await saveReport(session, MONTH, file);
    const text = await textOf(readFileSync(file));
    for (const said of ["Portage Exemple", "Claire Morel", "Acme Conseil", "BC-2026-118", "Signé le", "Version 1"])
      expect(text).toContain(said);
    const [first] = proof.delivery.documents;
    writeFileSync(join(session.folder, "records", "documents", first?.file ?? ""), "changed");
    expect((await ownProofOf(session, MONTH)).faults).toEqual([first?.file]);
  });

  test("a server that is away has it wait; one that refuses gives it back; neither has anything", async () => {
    await setServer(9);
    await queue(2);
    expect(codes(await deliverAll(session))).toEqual(["delivery.away"]);
    expect(await state()).toBe("queued");
    await setServer(server.port);
    server.manner = "defers";
    expect(codes(await deliverAll(session))).toEqual(["delivery.away"]);
    server.manner = "refuses";
    expect(codes(await deliverAll(session))).toEqual(["delivery.refused"]);
    expect(await state()).toBe("draft");
    expect(server.taken).toEqual([]);
    server.manner = "takes";
    await queue(2);
    expect((await deliverAll(session)).sent).toHaveLength(1);
    expect(server.taken).toHaveLength(1);
  });

  test("one that cuts after the mail leaves it unknown; it leaves again when that is asked, under the same name", async () => {
    server.manner = "cuts-after";
    const key = await queue(2);
    const { sent } = await deliverAll(session);
    expect(sent[0]?.report.delivery?.state).toBe("unknown");
    expect(await state()).toBe("unknown");
    server.manner = "takes";
    await deliverAll(session);
    expect(server.taken).toHaveLength(1);
    server.manner = "refuses";
    await expect(resendMonth(session, MONTH)).rejects.toMatchObject({ code: "delivery.unknown" });
    expect(await state()).toBe("unknown");
    server.manner = "takes";
    expect((await resendMonth(session, MONTH)).delivery.state).toBe("delivered");
    expect(server.taken.map(({ raw }) => raw.includes(`<${key}@example.fr>`))).toEqual([true, true]);
    expect(await state()).toBe("submitted");
  });

  test("what was stopped while it left is unknown, and is told by whatever looks next; nothing leaves", async () => {
    const key = await queue(2);
    await setServer(9);
    await deliverAll(session);
    const waiting = deliveryOf(session, key);
    if (waiting === null) throw new Error("no delivery");
    await keepDelivery(session, { ...waiting, state: "sending" });
    await setServer(server.port);
    const looked = await deliverQueued(session);
    expect(looked?.sent[0]?.report.delivery).toMatchObject({ state: "unknown", reason: "interrupted" });
    expect(await state()).toBe("unknown");
    expect(server.taken).toEqual([]);
    expect((await markMonth(session, MONTH, marking("sent"))).report.delivery?.state).toBe("delivered");
    expect(await state()).toBe("submitted");
  });

  test("a month that was delivered before the program was stopped is filed without leaving again", async () => {
    const key = await queue(2);
    const draft = await new ReportDrafts(session.folder).find(MONTH);
    await deliverAll(session);
    rmSync(join(session.folder, "records", "filed-reports"), { recursive: true });
    if (draft !== null) await new ReportDrafts(session.folder).keep(draft);
    expect((await deliverQueued(session))?.sent[0]?.report.version).toBe(1);
    expect(deliveryOf(session, key)?.state).toBe("delivered");
    expect(server.taken).toHaveLength(1);
  });

  test("a corrected month is another version, whose document says which one it replaces", async () => {
    await queue(2);
    await deliverAll(session);
    await markMonth(session, MONTH, { ...marking("refused"), reason: "le 3 manque" });
    expect(await findReport(session, MONTH)).toMatchObject({ state: "refused", reason: "le 3 manque" });
    await queue(3);
    expect((await deliverAll(session)).sent[0]?.report).toMatchObject({ version: 2, state: "submitted" });
    const file = join(here.folder, "second.pdf");
    await saveReport(session, MONTH, file);
    expect(await textOf(readFileSync(file))).toContain("Version 2 · remplace la version 1");
    const versions = await versionsOf(session, MONTH);
    expect(versions.map(({ version, decision }) => [version, decision])).toEqual([
      [2, null],
      [1, "reject"],
    ]);
    expect((await restoreVersion(session, MONTH, 1)).days).toHaveLength(2);
    expect(await state()).toBe("draft");
  });

  test("two machines on one synchronised folder: what the other one has delivered never leaves again", async () => {
    const key = await queue(2);
    const folder = join(session.folder, "records", "deliveries");
    await setServer(9);
    await deliverAll(session);
    await setServer(server.port);
    const file = join(folder, "2026.jsonl");
    const before = readFileSync(file);
    const draft = await new ReportDrafts(session.folder).find(MONTH);
    await deliverAll(session);
    /** As the folder brings it to the machine that was away: its own file, and the other's beside it. */
    renameSync(file, join(folder, "2026 (conflicted copy).jsonl"));
    writeFileSync(file, before);
    rmSync(join(session.folder, "records", "filed-reports"), { recursive: true });
    if (draft !== null) await new ReportDrafts(session.folder).keep(draft);
    expect((await deliverAll(session)).sent).toHaveLength(1);
    expect([deliveryOf(session, key)?.state, server.taken.length]).toEqual(["delivered", 1]);
    writeFileSync(join(session.folder, "reports", "2026-11 (conflicted copy).json"), "{}");
    const { read, unread } = conflictCopies(session.folder);
    expect([read, unread].map((files) => files.map((one) => basename(one)))).toEqual([
      ["2026 (conflicted copy).jsonl"],
      ["2026-11 (conflicted copy).json"],
    ]);
  });

  test("a clock that jumps back between sending and answering leaves what was said last as it stands", async () => {
    await queue(2);
    await deliverAll(session);
    const early = { ...session, machine: { ...session.machine, now: () => new Date("2019-01-01T00:00:00.000Z") } };
    await markMonth(early, MONTH, { ...marking("approved"), on: "2026-11-26" });
    expect(await findReport(session, MONTH)).toMatchObject({ state: "approved" });
    expect((await deliverAll(early)).sent).toEqual([]);
    expect(server.taken).toHaveLength(1);
  });

  test("a month declared twice with the same days leaves once, and is as it was", async () => {
    await queue(2);
    await deliverAll(session);
    await queue(2);
    expect((await deliverAll(session)).sent).toMatchObject([{ isNew: false, report: { version: 1 } }]);
    expect(server.taken).toHaveLength(1);
    await markMonth(session, MONTH, marking("refused"));
    await queue(2);
    expect((await deliverAll(session)).sent).toMatchObject([{ isNew: true, report: { version: 2 } }]);
  });

  test("a mail server that answers too late has it wait; nothing has left", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    await setServer((silent.address() as AddressInfo).port);
    await queue(1);
    const hasty = { ...session, machine: { ...session.machine, timeoutMs: 100 } };
    expect(codes(await deliverAll(hasty))).toEqual(["delivery.away"]);
    expect(await state()).toBe("queued");
    silent.close();
  });

  test("a client has the same document, and the answer is filed with what shows it", async () => {
    await queue(2);
    await deliverAll(session);
    const { report, delivery } = await sendToClient(session, MONTH, { mission: undefined, to: undefined });
    expect([report.state, delivery.to, delivery.about]).toEqual(["awaiting-client", "martin@acme.example", "client"]);
    expect(server.taken[1]?.raw).toMatch(/Merci de le relire/);
    expect(delivery.documents[0]?.sha256).toBe(report.delivery?.documents[0]?.sha256);
    const replies = join(here.folder, "replies");
    mkdirSync(replies);
    const head = "From: S. Martin <martin@acme.example>\r\nDate: Fri, 27 Nov 2026 09:00:00 +0100\r\n";
    writeFileSync(join(replies, "re.eml"), `${head}Subject: Re: novembre 2026\r\n\r\nBon pour accord.\r\n`);
    writeFileSync(join(replies, "octobre 2026.pdf"), "%PDF-1.7");
    const marked = await markMonth(session, MONTH, { ...marking("approved"), file: replies });
    expect(marked.report).toMatchObject({ state: "approved", decidedAt: "2026-11-27T08:00:00.000Z" });
    expect(marked.read).toMatchObject({ from: "martin@acme.example", subject: "Re: novembre 2026" });
    expect((await ownProofOf(session, MONTH)).proof?.sha256).toBe(marked.proof?.sha256);
    await expect(withdraw(session, MONTH)).rejects.toMatchObject({ code: "delivery.state" });
    await expect(markMonth(session, MONTH, { ...marking("approved"), file: here.folder })).rejects.toMatchObject({
      code: "delivery.evidence",
      facts: { fault: "none" },
    });
  });

  test("a month queued for a company's API is never mailed", async () => {
    await queue(2);
    const drafts = new ReportDrafts(session.folder);
    const draft = await drafts.find(MONTH);
    if (draft === null) throw new Error("no draft");
    const { end: _end, ...ofCompany } = draft;
    await drafts.keep(ofCompany);
    expect(codes(await deliverAll(session))).toEqual(["delivery.of_company"]);
    expect(await state()).toBe("queued");
    expect(server.taken).toEqual([]);
  });
});

const marking = (mark: "sent" | "approved" | "refused") => ({
  mark,
  file: undefined,
  reason: undefined,
  on: undefined,
});

describe("by hand, or into a folder", () => {
  test.each([
    [{ by: "print" }, "cra-2026-11-claire-morel.pdf"],
    [{ by: "mail", to: TO, via: "eml" }, "cra-2026-11-claire-morel.eml"],
    [{ by: "mail", to: TO, via: "mailto" }, "cra-2026-11-claire-morel.pdf"],
  ] as const)("%j prepares it, until it is marked", async (way, name) => {
    await sayLocal(session.folder, sheetFor(way));
    await queue(1);
    const { sent } = await deliverAll(session);
    expect(sent[0]?.report.delivery).toMatchObject({
      state: "prepared",
      place: join(session.folder, "outgoing", name),
    });
    expect(await state()).toBe("prepared");
    expect((await markMonth(session, MONTH, marking("sent"))).report.delivery?.state).toBe("delivered");
    await expect(markMonth(session, MONTH, marking("sent"))).rejects.toMatchObject({ code: "delivery.state" });
    expect(await state()).toBe("submitted");
  });

  test("a folder has it at once; one that is away has it wait", async () => {
    const folder = join(here.folder, "shared");
    await sayLocal(session.folder, sheetFor({ by: "folder", folder }));
    await queue(1);
    expect(codes(await deliverAll(session))).toEqual(["delivery.away"]);
    mkdirSync(folder);
    expect((await deliverAll(session)).sent[0]?.report.delivery?.state).toBe("delivered");
    expect(readdirSync(folder)).toEqual(["cra-2026-11-claire-morel.pdf"]);
  });

  test("where nobody said anything, it is saved, with a layout and fields of one's own", async () => {
    const templates = join(here.machine.folders.config, "templates");
    mkdirSync(templates, { recursive: true });
    const own = { title: "Feuille de temps", fields: [["Matricule", "A-17"]] };
    writeFileSync(join(templates, "activity-report.json"), JSON.stringify(own));
    await queue(1);
    const { sent } = await deliverAll(session);
    const text = await textOf(readFileSync(sent[0]?.report.delivery?.place ?? ""));
    expect(text).toContain("Feuille de temps");
    expect(text).toContain("A-17");
  });
});

describe("the mail server that is set", () => {
  test("a password is kept apart from the settings, and no plain line leaves this machine", async () => {
    const { place } = await keepMailPassword(here.machine, "s3cret");
    expect(new Settings(here.machine.folders).preferences.mail?.passwordIn).toBe(place);
    expect(readFileSync(join(here.machine.folders.config, "settings.json"), "utf8")).not.toContain("s3cret");
    await changeSetting(here.machine, "mail.host", "smtp.example.fr");
    await sayLocal(session.folder, sheetFor(BY_MAIL));
    await queue(1);
    expect(codes(await deliverAll(session))).toEqual(["delivery.plain"]);
    await changeSetting(here.machine, "mail.host", "default");
    expect(codes(await deliverAll(session))).toEqual(["delivery.no_server"]);
    expect(existsSync(join(session.folder, "records", "deliveries"))).toBe(false);
    await setServer(server.port);
    expect((await deliverAll(session)).sent).toHaveLength(1);
  });

  test("a mistyped address is told before anything leaves", async () => {
    await sayLocal(session.folder, sheetFor({ by: "mail", to: "paie@portage", via: "smtp" }));
    await queue(1);
    expect(codes(await deliverAll(session))).toEqual(["delivery.address"]);
    expect(MISSION.reference).toBe("ACME");
  });
});
