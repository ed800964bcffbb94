import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  deliverAll,
  draftsOf,
  isUnreachable,
  keepTyped,
  markHeld,
  submissionOf,
} from "../../src/flows/activity/outbox.ts";
import { isSigned, proofOf } from "../../src/flows/activity/proof.ts";
import { hasQueued } from "../../src/flows/activity/queued.ts";
import { findReport, listReports } from "../../src/flows/activity/reports.ts";
import { restoreVersion, saveReport, versionsOf, withdraw } from "../../src/flows/activity/versions.ts";
import { measuredSince, otherDays } from "../../src/flows/activity/worked.ts";
import type { Session } from "../../src/flows/session.ts";
import { CompanyKeys } from "../../src/store/company-keys.ts";
import { LocalActs } from "../../src/store/undo-log.ts";
import { type InProcess, openInProcess, type PersonMachine } from "../parts/in-process.ts";

let company: InProcess;
let home: PersonMachine;
let session: Session;
let year = 2030;
let month = "";
beforeAll(async () => {
  company = await openInProcess();
});
afterAll(() => company.close());
/** A month that no other test touches, on another machine of Claire's. */
beforeEach(async () => {
  year += 1;
  month = `${year}-03`;
  home = company.machineOf("claire");
  session = await home.session();
});

/** Where nobody listens. */
const AWAY = { PORTE_API_URL: "http://127.0.0.1:9" };
const entry = { kind: "training", mission: null, projectCode: null, amount: 1 } as const;
const typed = (...days: string[]) => ({
  month,
  days: days.map((day) => ({ date: `${month}-${day}`, entries: [entry] })),
  restDaysConfirmed: true,
  restStatement: null,
});
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "not refused",
    ({ code, facts, message }) => (code === undefined ? message : [code, facts]),
  );
const draft = () => draftsOf(session).find(month);

/** Files a month of some days. */
async function send(...days: string[]) {
  const base = (await session.company.report(month))?.etag ?? null;
  await keepTyped(session, typed(...days), "queued", base);
  const { sent, waiting } = await deliverAll(session);
  if (waiting.length > 0) throw waiting[0]?.failure;
  return sent;
}

const NOVEMBER = {
  month: "2026-11",
  days: [{ date: "2026-11-03", entries: [{ kind: "mission", mission: "ACME", projectCode: null, amount: 1 }] }],
  restDaysConfirmed: true,
  restStatement: null,
} as const;

describe("an outbox", () => {
  test("a queued month waits while the company is away, then leaves once, and the next sync has nothing to send", async () => {
    const claire = company.machineOf("claire");
    const away = await claire.session(AWAY);
    await keepTyped(away, NOVEMBER, "queued", null);
    const kept = await deliverAll(away);
    expect(kept.sent).toEqual([]);
    expect(kept.waiting.map(({ month, failure }) => [month, failure.code])).toEqual([
      ["2026-11", "server.unreachable"],
    ]);
    expect(await hasQueued(away)).toBe(true);

    session = await claire.session();
    const synced = await deliverAll(session);
    expect(synced.waiting).toEqual([]);
    expect(synced.sent).toMatchObject([{ report: { month: "2026-11", version: 1, state: "submitted" }, isNew: true }]);
    expect(await deliverAll(session)).toEqual({ sent: [], waiting: [] });
    const filed = company.db.selectFrom("activity_reports").select("month").where("month", "=", "2026-11");
    expect(await filed.execute()).toHaveLength(1);
  });

  test("a version that the company took meanwhile is not sent over: the month stays queued, with the days that differ", async () => {
    const [laptop, desktop] = [company.machineOf("karim"), company.machineOf("karim")];
    const report = (amount: number) =>
      ({
        ...NOVEMBER,
        days: [{ date: "2026-11-04", entries: [{ kind: "mission", mission: "NORD", projectCode: null, amount }] }],
      }) as const;
    const first = await laptop.session();
    await keepTyped(first, report(1), "queued", null);
    await deliverAll(first);

    const second = await desktop.session();
    await keepTyped(second, report(0.5), "queued", null);
    const { waiting } = await deliverAll(second);
    expect(waiting).toMatchObject([{ failure: { code: "activity.conflict", facts: { version: 1 } } }]);
    expect(await draftsOf(second).find("2026-11")).toMatchObject({ state: "queued" });
  });
});

describe("a month that is kept", () => {
  test("has one key as long as it says the same, and another once it says something else or was sent", async () => {
    const first = await keepTyped(session, typed("03"), "draft", null);
    expect((await keepTyped(session, typed("03"), "queued", "e")).key).toBe(first.key);
    expect(await draft()).toMatchObject({
      state: "queued",
      base: "e",
      sent: null,
      savedAt: "2026-11-25T16:40:00.000Z",
    });
    expect((await keepTyped(session, typed("04"), "draft", null)).key).not.toBe(first.key);
    const { key } = await keepTyped(session, { ...typed("04"), restDaysConfirmed: false }, "draft", null);
    const rest = { dailyRest: true, weeklyRest: true, restDaysGivenUp: 0 };
    const stated = await keepTyped(
      session,
      { ...typed("04"), restDaysConfirmed: false, restStatement: rest },
      "draft",
      null,
    );
    expect(stated.key).not.toBe(key);
    await draftsOf(session).keep({ ...stated, state: "sent" });
    const again = await keepTyped(
      session,
      { ...typed("04"), restDaysConfirmed: false, restStatement: rest },
      "draft",
      null,
    );
    expect(again.key).not.toBe(stated.key);
  });

  test("waits only where it is said finished", async () => {
    expect(await hasQueued(session)).toBe(false);
    await keepTyped(session, typed("03"), "draft", null);
    expect(await hasQueued(session)).toBe(false);
    expect(await deliverAll(session)).toEqual({ sent: [], waiting: [] });
    await keepTyped(session, typed("03"), "queued", null);
    expect(await hasQueued(session)).toBe(true);
  });

  test("is sent with what is stated and no more", () => {
    const day = { date: `${month}-03`, entries: [entry], start: "09:00", end: "18:00" };
    const rest = { dailyRest: true, weeklyRest: true, restDaysGivenUp: 0 };
    expect(submissionOf({ ...typed(), days: [day], restStatement: rest })).toEqual({
      days: [day],
      restDaysConfirmed: true,
      restStatement: rest,
    });
    expect(submissionOf(typed("03"))).toEqual({ days: typed("03").days, restDaysConfirmed: true });
  });

  test("that the company refuses is a draft again", async () => {
    const unknown = { ...entry, kind: "mission", mission: "NONE" } as const;
    const refused = { ...typed(), days: [{ date: `${month}-03`, entries: [unknown] }] };
    await keepTyped(session, refused, "queued", null);
    const { waiting, sent } = await deliverAll(session);
    expect([sent, waiting.map(({ failure }) => isUnreachable(failure))]).toEqual([[], [false]]);
    expect(await draft()).toMatchObject({ state: "draft" });
  });

  test("that the company holds already is noted, and not filed again", async () => {
    await send("03");
    home = company.machineOf("claire");
    session = await home.session();
    await keepTyped(session, typed("03"), "queued", null);
    expect(await deliverAll(session)).toMatchObject({ sent: [{ isNew: false, report: { version: 1 } }], waiting: [] });
    expect(await draft()).toMatchObject({ state: "sent", sent: { version: 1 } });
    const held = await session.company.report(month);
    if (held === null) throw new Error("nothing is held");
    expect(await markHeld(session, month, held)).toMatchObject({ isNew: false, report: { version: 1 } });
    expect(await draft()).toMatchObject({ state: "sent", base: held.etag });
    home = company.machineOf("claire");
    session = await home.session();
    expect(await markHeld(session, month, held)).toMatchObject({ isNew: false });
    expect(await draft()).toBe(null);
  });

  test("that was withdrawn meanwhile stands in the way of nothing: what is typed replaces it", async () => {
    await send("03");
    const desktop = await company.machineOf("claire").session();
    await withdraw(desktop, month);
    home = company.machineOf("claire");
    session = await home.session();
    await keepTyped(session, typed("03"), "queued", '"not-that"');
    const { sent, waiting } = await deliverAll(session);
    expect([sent.length, waiting.map(({ failure }) => failure.code)]).toEqual([1, []]);
  });
});

describe("versions", () => {
  test("are all listed, and one is brought back as a draft that can be undone", async () => {
    await send("03");
    await send("04");
    expect((await versionsOf(session, month)).map(({ version }) => version)).toEqual([2, 1]);
    expect(await refusal(restoreVersion(session, month, 3))).toEqual([
      "activity.no_version",
      { month, version: 3, versions: [2, 1] },
    ]);
    expect(await restoreVersion(session, month, 1)).toMatchObject({ version: 1 });
    const etag = (await session.company.report(month))?.etag;
    expect(await draft()).toMatchObject({
      state: "draft",
      base: etag,
      restDaysConfirmed: false,
      days: typed("03").days,
    });
    await new LocalActs(session.folder).undo();
    expect(await draft()).toMatchObject({ state: "sent", days: typed("04").days });
    await session.company.withdrawReport(month, { key: "k".repeat(16), etag: etag ?? "" });
    await restoreVersion(session, month, 2);
    expect(await draft()).toMatchObject({ days: typed("04").days });
  });

  test("a month is taken back, and stays here as a draft of a new one", async () => {
    expect(await refusal(withdraw(session, month))).toEqual(["company.not_found", { kind: "report", what: month }]);
    await send("03");
    expect(await withdraw(session, month)).toMatchObject({ report: { state: "withdrawn" }, isFromCompany: true });
    expect(await draft()).toMatchObject({
      state: "draft",
      base: (await session.company.report(month))?.etag,
      restDaysConfirmed: true,
      days: typed("03").days,
    });
  });

  test("a month that waits to be sent is a draft again, as it was typed, whatever the company holds", async () => {
    await keepTyped(session, typed("03"), "queued", null);
    expect(await withdraw(session, month)).toMatchObject({ report: { state: "draft" }, isFromCompany: false });
    expect(await draft()).toMatchObject({ state: "draft", days: typed("03").days });

    await send("04");
    await keepTyped(session, typed("05"), "queued", null);
    expect(await withdraw(session, month)).toMatchObject({ report: { state: "withdrawn" }, isFromCompany: true });
    expect(await draft()).toMatchObject({ state: "draft", days: typed("05").days });
    await keepTyped(session, typed("05"), "queued", null);
    expect(await withdraw(session, month)).toMatchObject({ report: { state: "draft" }, isFromCompany: false });
    expect(await deliverAll(session)).toEqual({ sent: [], waiting: [] });
  });

  test("each says when it was withdrawn, also once another took its place", async () => {
    await send("03");
    await send("04");
    await withdraw(session, month);
    await send("05");

    const said = (await versionsOf(session, month)).map(({ version, withdrawnAt }) => [version, withdrawnAt]);
    expect(said).toEqual([
      [3, null],
      [2, "2026-11-25T16:40:00.000Z"],
      [1, null],
    ]);
  });

  test("the month's PDF is saved whole", async () => {
    await send("03");
    const file = join(home.machine().env.HOME ?? "", "month.pdf");
    const saved = await saveReport(session, month, file);
    const bytes = readFileSync(file);
    expect([saved, bytes.subarray(0, 5).toString()]).toEqual([{ file, bytes: bytes.length }, "%PDF-"]);
  });
});

describe("reports", () => {
  test("are those of the company, and in their place what is typed and not sent", async () => {
    await send("03");
    const [held] = await listReports(session, { since: month });
    expect(held).toMatchObject({
      month,
      state: "submitted",
      version: 1,
      problems: [],
      worked: null,
      restStatement: null,
    });
    expect(held).not.toHaveProperty("decidedBy");
    await keepTyped(session, typed("03", "04"), "draft", null);
    expect((await listReports(session, { since: month }))[0]).toMatchObject({ state: "draft", version: null });
    await keepTyped(session, typed("03", "04"), "queued", null);
    const later = { ...typed("03"), month: `${year}-05`, days: [{ date: `${year}-05-03`, entries: [entry] }] };
    await keepTyped(session, later, "draft", null);
    const listed = await listReports(session, { since: month });
    expect(listed.map((one) => [one.month, one.state])).toEqual([
      [`${year}-05`, "draft"],
      [month, "queued"],
    ]);
    const found = await findReport(session, month);
    expect(found).toMatchObject({ state: "queued", turnoverCents: 0 });
    expect(found.worked).not.toBe(null);
    expect(await refusal(findReport(session, `${year}-07`))).toEqual([
      "company.not_found",
      { kind: "report", what: `${year}-07` },
    ]);
  });

  test.each([
    ["2026-11", "2025-11"],
    ["2001-01", "2000-01"],
    ["2000-06", "2000-01"],
  ])("%s is measured with the days since %s", (of, since) => {
    expect(measuredSince(of)).toBe(since);
  });

  test("a month is measured with the days of the others that count", () => {
    const of = (one: string, state: string) => ({ month: one, state, days: [{ date: `${one}-01`, entries: [] }] });
    const reports = [of("2026-09", "withdrawn"), of("2026-10", "approved"), of("2026-11", "submitted")];
    expect(otherDays(reports, "2026-11").map(({ date }) => date)).toEqual(["2026-10-01"]);
  });
});

describe("what a company signed", () => {
  const proof = () => proofOf(session, month);

  /** Changes what this machine keeps of the month. */
  async function forge(change: (receipt: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
    const file = draftsOf(session).fileOf(month);
    const kept = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...kept, sent: { ...kept.sent, receipt: change(kept.sent.receipt) } }));
  }

  test("is proved without the company, by the key that came with it", async () => {
    expect(await refusal(proof())).toEqual(["activity.no_receipt", { month }]);
    await send("03");
    session = await home.session(AWAY);
    const { faults, receipt, reportHash } = await proof();
    expect([faults, receipt.reportHash, receipt.version]).toEqual([[], reportHash, 1]);
  });

  test.each<[string, (receipt: Record<string, unknown>) => Record<string, unknown>, string[]]>([
    ["a key that is not known", (one) => ({ ...one, keyId: "other" }), ["key"]],
    ["another signature", (one) => ({ ...one, signature: "AAAA" }), ["signature"]],
    ["another report", (one) => ({ ...one, reportHash: "0" }), ["report", "facts"]],
    ["another version", (one) => ({ ...one, version: 9 }), ["facts"]],
    ["another receipt", (one) => ({ ...one, id: "r" }), ["facts"]],
    ["another instant", (one) => ({ ...one, submittedAt: "2026-01-01T00:00:00Z" }), ["facts"]],
    ["no text that says anything", (one) => ({ ...one, signed: "{" }), ["signature", "facts"]],
    [
      "another month in the text",
      (one) => ({ ...one, signed: String(one.signed).replace(/"month":"[\d-]+"/, '"month":"2026-01"') }),
      ["signature", "facts"],
    ],
  ])("is not proved by %s", async (_name, change, faults) => {
    await send("03");
    await forge(change);
    expect((await proof()).faults).toEqual(faults);
  });

  test("is not proved by a key that is none", async () => {
    await send("03");
    const { receipt } = await proof();
    expect(isSigned(receipt, { kty: "OKP", crv: "Ed25519", x: "?", kid: "k" })).toBe(false);
    const keys = new CompanyKeys(session.folder);
    expect(await keys.find(receipt.keyId)).not.toBe(null);
  });
});
