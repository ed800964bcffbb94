import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PLAIN_FACTS } from "../../src/domain/expense.ts";
import type { FiledReport } from "../../src/domain/local/filed.ts";
import type { StatusFacts } from "../../src/domain/status/facts.ts";
import type { StatusItem } from "../../src/domain/status/items.ts";
import { overviewOf } from "../../src/domain/status/kinds.ts";
import { changeRules } from "../../src/flows/activity/match-rules.ts";
import { deliverAll, keepTyped } from "../../src/flows/activity/outbox.ts";
import { listReports } from "../../src/flows/activity/reports.ts";
import { keepExpenses, storedExpenses } from "../../src/flows/expenses/drafts.ts";
import { submitExpenses } from "../../src/flows/expenses/submit.ts";
import { askCompany, knownCompany, yearToDateFrom } from "../../src/flows/known-company.ts";
import { domainInUse, lawInUse } from "../../src/flows/law-in-use.ts";
import { knownAddress, login, logout } from "../../src/flows/login.ts";
import { overview } from "../../src/flows/overview.ts";
import { ownAddresses } from "../../src/flows/own-addresses.ts";
import { profileNamed } from "../../src/flows/profile.ts";
import { companyOf, type Machine, openSession, ownerOf, type Session } from "../../src/flows/session.ts";
import { NEW_YEAR } from "../../src/payroll/year.ts";
import { CredentialStore } from "../../src/store/credentials.ts";
import { Records } from "../../src/store/records/records.ts";
import { Settings } from "../../src/store/settings.ts";
import { LocalActs } from "../../src/store/undo-log.ts";
import { type InProcess, openInProcess, type PersonMachine } from "../parts/in-process.ts";

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
const tokenOf = () => home.machine().env.PORTE_TOKEN ?? "";
/** The machine without what its environment says of a company and a person. */
const bare = (env: Machine["env"] = {}): Machine => {
  const machine = home.machine();
  return { ...machine, env: { HOME: machine.env.HOME, ...env } };
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "not refused",
    ({ code, facts, message }) => (code === undefined ? message : [code, facts]),
  );
const logIn = (token: string | null, machine = bare(), url = company.url) =>
  login(machine, {
    url,
    token,
    secretStore: "file",
    signal: AbortSignal.timeout(5_000),
    show: () => undefined,
    agree: async () => true,
  });

describe("a session", () => {
  test("of the environment asks the company that it names, as it says", async () => {
    expect(session).toMatchObject({ url: company.url, profile: "default", source: "environment", renews: false });
    expect(await refusal(openSession(bare({ PORTE_TOKEN: " t " })))).toEqual([
      "usage.missing_option",
      { option: "PORTE_API_URL", command: "PORTE_TOKEN" },
    ]);
    expect(await refusal(openSession(bare({ PORTE_API_URL: company.url })))).toEqual([
      "auth.required",
      { profile: "default" },
    ]);
    for (const alone of [bare(), bare({ PORTE_TOKEN: "  " })])
      expect(await openSession(alone)).toMatchObject({ isLocal: true, url: "", source: "none" });
  });

  test("of the machine is opened by its profile, and its token goes to no other company", async () => {
    await logIn(` ${tokenOf()} `);
    const opened = await openSession(bare());
    expect(opened).toMatchObject({ url: company.url, source: "file", renews: false, profile: "default" });
    expect((await opened.company.me()).name).toBe("Claire Morel");
    expect(await openSession(bare({ PORTE_API_URL: `${company.url}/` }))).toMatchObject({ url: company.url });
    expect(await refusal(openSession(bare({ PORTE_API_URL: "http://127.0.0.1:9" })))).toMatchObject([
      "auth.elsewhere",
      { profile: "default", url: company.url, asked: "http://127.0.0.1:9" },
    ]);
    const other = await openSession({ ...bare(), profile: "work" });
    expect([other.isLocal, await refusal(other.company.me())]).toEqual([
      true,
      ["local.no_other_end", { operation: "getMe" }],
    ]);
  });

  test.each([
    ["long before its end", 60_000, "none"],
    ["as its end comes near", 29_000, "asked"],
    ["that renews itself no more", null, "none"],
  ])("%s is renewed where that is needed", async (_name, leftMs, expected) => {
    await logIn(tokenOf());
    const machine = bare();
    const store = new CredentialStore(machine.folders, "file");
    const expiresAtMs = machine.now().getTime() + (leftMs ?? 0);
    await store.keep("default", { accessToken: tokenOf(), refreshToken: leftMs === null ? null : "r", expiresAtMs });
    const opened = await refusal(openSession(machine));
    expect(opened === "not refused" ? "none" : "asked").toBe(expected);
    await store.keep("default", { accessToken: tokenOf(), refreshToken: "r", expiresAtMs: null });
    expect(await openSession(machine)).toMatchObject({ renews: true });
  });

  test.each([
    [undefined, undefined, "default", "default"],
    [undefined, undefined, "usual", "usual"],
    [undefined, "", "usual", "usual"],
    [undefined, "env", "usual", "env"],
    ["flag", "env", "usual", "flag"],
  ])("of the flag %s and the environment %s, else %s, is of the profile %s", async (profile, env, usual, expected) => {
    expect(profileNamed({ profile, env: { PORTE_PROFILE: env } }, usual)).toBe(expected);
    expect((await ownerOf({ ...bare({ PORTE_PROFILE: env }), profile })).profile).toBe(
      expected === "usual" ? "default" : expected,
    );
  });
});

describe("logging in and out", () => {
  test("keeps the profile, the secret and what the company says, and takes the secret away again", async () => {
    expect(knownAddress(bare())).toBe(undefined);
    const logged = await logIn(` ${tokenOf()}\n`);
    expect(logged).toMatchObject({ profile: "default", me: { name: "Claire Morel" }, kept: { place: "file" } });
    expect(knownAddress(bare())).toBe(company.url);
    const settings = new Settings(bare().folders);
    expect(settings.profile("default")).toMatchObject({ url: company.url, person: "Claire Morel", secretIn: "file" });
    expect(await knownCompany(bare())).toMatchObject({ url: company.url });

    expect(await logout(bare())).toEqual({
      profile: "default",
      hadSession: true,
      revoked: false,
      atCompany: "valid",
      records: "kept",
    });
    expect(existsSync(logged.kept.file)).toBe(false);
    expect(new Settings(bare().folders).profile("default")).toMatchObject({ secretIn: null });
    expect(await knownCompany(bare())).toBe(null);
    expect(await logout(bare())).toMatchObject({ hadSession: false, atCompany: "valid" });
    expect(new Settings(bare({}).folders).profileNames()).toEqual(["default"]);
  });

  test("keeps nothing of a token that is none", async () => {
    expect(await refusal(logIn("  "))).toEqual(["auth.token_empty", {}]);
    expect(await refusal(logIn("porte_nobody"))).toMatchObject(["auth.refused", {}]);
    expect(new Settings(bare().folders).profileNames()).toEqual([]);
  });

  test("revokes a session at the company, or says that it did not answer", async () => {
    const store = new CredentialStore(bare().folders, "file");
    const secret = { accessToken: "a", refreshToken: "r", expiresAtMs: null };
    await logIn(tokenOf());
    await store.keep("default", secret);
    expect(await logout(bare())).toMatchObject({ hadSession: true, revoked: true, atCompany: "revoked" });
    await new Settings(bare().folders).inTurn(async (held) =>
      held.keepProfile("default", { url: AWAY.PORTE_API_URL, issuer: AWAY.PORTE_API_URL, company: "A", person: "B" }),
    );
    await store.keep("default", secret);
    expect(await logout(bare())).toMatchObject({ revoked: false, atCompany: "unreachable" });
  });
});

describe("what is known of the company", () => {
  test("is of the address in use, and of no other", async () => {
    expect(await knownCompany(home.machine())).toBe(null);
    await askCompany(session);
    expect(await knownCompany(home.machine())).toMatchObject({ url: company.url, payslips: [] });
    expect(await knownCompany(bare())).toMatchObject({ url: company.url });
    expect(await knownCompany(home.machine({ PORTE_API_URL: `${company.url}/` }))).toMatchObject({ url: company.url });
    expect(await knownCompany(home.machine(AWAY))).toBe(null);
    expect(await knownCompany({ ...home.machine(), profile: "work" })).toBe(null);
  });

  test("is written anew where it changed, was said an hour ago, or cannot be read", async () => {
    const savedAt = async () => (await knownCompany(home.machine()))?.savedAt;
    await askCompany(session);
    const first = await savedAt();
    company.setNow("2026-11-25T17:30:00.000Z");
    await askCompany(session);
    expect(await savedAt()).toBe(first);
    company.setNow("2026-11-26T18:00:00.000Z");
    await askCompany(session);
    expect(await savedAt()).toBe("2026-11-26T18:00:00.000Z");
    company.setNow("2026-11-25T16:40:00.000Z");
    const file = join(home.machine().folders.data, "default", "records", "snapshot.json");
    writeFileSync(file, "{");
    expect(await knownCompany(bare())).toMatchObject({ url: company.url });
    await askCompany(session);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ url: company.url });
  });

  test("gives the year so far, and a new year where nothing is known", () => {
    const situation = {} as Parameters<ReturnType<typeof yearToDateFrom>>[1];
    expect(yearToDateFrom(null, { mayEstimate: true })("2026-11", situation)).toBe(NEW_YEAR);
  });

  test("the porté's own addresses are in small letters, and none while the company is away", async () => {
    expect(await ownAddresses(session)).toEqual(["claire@porte.example"]);
    expect(await ownAddresses(await home.session(AWAY))).toEqual([]);
    const refused = companyOf(home.machine(), company.url, "porte_nobody");
    expect(await refusal(ownAddresses({ ...session, company: refused }))).toMatchObject(["auth.refused", {}]);
  });
});

describe("the law of this machine", () => {
  test("is the release's where nothing was added, and a file that no longer fits is left out", async () => {
    const machine = bare();
    expect(await lawInUse(machine)).toEqual({ reading: { mayEstimate: true }, leftOut: [] });
    const domain = await domainInUse(machine);
    const file = join(machine.folders.config, "law", "old.json");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "{}");
    const { reading, leftOut } = await lawInUse(machine);
    expect(leftOut).toMatchObject([{ file, failure: { code: "law.file" } }]);
    expect([reading.mayEstimate, await domainInUse(machine)]).toEqual([true, domain]);
  });
});

describe("the rules of reading", () => {
  test("are kept, forgotten and undone, and none is kept of what is no rule", async () => {
    expect(await changeRules(session, {})).toEqual([]);
    expect(await changeRules(session, { rule: "Acme=ACME" })).toMatchObject([{ pattern: "Acme", what: "ACME" }]);
    await changeRules(session, { rule: "nord=NORD", forget: "acme" });
    expect(await changeRules(session, {})).toMatchObject([{ pattern: "nord" }]);
    expect(await refusal(changeRules(session, { rule: "nothing", forget: "nord" }))).toMatchObject([
      "import.match",
      {},
    ]);
    expect(await changeRules(session, { forget: "nord" })).toEqual([]);
    const acts = new LocalActs(session.folder);
    expect((await acts.list()).map(({ about }) => about)).toEqual(["nord", "nord=NORD", "Acme=ACME"]);
    await acts.undo();
    expect(await changeRules(session, {})).toMatchObject([{ pattern: "nord" }]);
  });
});

/** An item without its days, which test/domain/status.test.ts looks at. */
function untimed({ since: _since, due: _due, waitingOn: _waitingOn, promisedBy: _promisedBy, ...item }: StatusItem) {
  return item;
}

describe("the overview", () => {
  const entry = { kind: "training", mission: null, projectCode: null, amount: 1 } as const;
  const typed = (state: "draft" | "queued") =>
    keepTyped(
      session,
      {
        month: "2026-11",
        days: [{ date: "2026-11-03", entries: [entry] }],
        restDaysConfirmed: true,
        restStatement: null,
      },
      state,
      null,
    );
  const facts = { ...PLAIN_FACTS, date: "2026-11-12", category: "other" as const, amountCents: 2_000 };

  test("says what is to do of the month: it is due, late, typed or queued", async () => {
    const first = async () => (await overview(session)).todo.map(untimed)[0];
    expect((await overview(session)).todo).toMatchObject([
      { month: "2026-11", day: expect.stringMatching(/^2026-11-\d\d$/) },
    ]);
    const due = (await session.company.profile()).deadlines.reportDueDay;
    const day = `2026-11-${String(due).padStart(2, "0")}`;
    expect(await first()).toEqual({ kind: "2026-11-25" > day ? "report-late" : "report-due", month: "2026-11", day });
    company.setNow(`${day}T10:00:00.000Z`);
    expect(await first()).toMatchObject({ kind: "report-due" });
    company.setNow("2026-11-30T10:00:00.000Z");
    expect(await first()).toMatchObject({ kind: "2026-11-30" > day ? "report-late" : "report-due" });
    company.setNow("2026-12-02T10:00:00.000Z");
    expect((await overview(session)).todo).toMatchObject([{ kind: "report-late", month: "2026-11" }]);
    company.setNow("2026-11-25T16:40:00.000Z");
    await typed("draft");
    expect(await first()).toEqual({ kind: "report-draft", month: "2026-11", day, isLate: "2026-11-25" > day });
    company.setNow("2026-12-02T10:00:00.000Z");
    expect(await first()).toEqual({ kind: "report-draft", month: "2026-11", day, isLate: true });
    company.setNow("2026-11-25T16:40:00.000Z");
    await typed("queued");
    expect(await first()).toEqual({ kind: "report-queued", month: "2026-11" });
  });

  test("says what waits of expenses, and what the company reads", async () => {
    const receipt = join(home.machine().env.HOME ?? "", "r.png");
    writeFileSync(receipt, readFileSync(join(import.meta.dirname, "../../templates/receipt.pdf")));
    await keepExpenses(session, [
      { facts, receipt: null, source: null },
      { facts: { ...facts, amountCents: 500 }, receipt: { file: receipt, mediaType: "application/pdf" }, source: null },
    ]);
    const { todo, money } = await overview(session);
    expect(todo.slice(1).map(untimed)).toEqual([
      { kind: "receipts-missing", count: 1 },
      { kind: "expenses-to-send", count: 1, amountCents: 500 },
    ]);
    expect(money).toMatchObject([{ kind: "balance" }]);
    await submitExpenses(session, await storedExpenses(session));
    const after = await overview(session);
    expect(after.waiting.map(untimed)).toEqual([{ kind: "expenses-read", count: 1, amountCents: 500 }]);
  });

  test.each([
    ["submitted", { kind: "report-waits", month: "2026-11" }, "waiting"],
    ["awaiting-client", { kind: "report-at-client", month: "2026-11" }, "waiting"],
    ["approved", { kind: "report-approved", month: "2026-11" }, "waiting"],
    ["refused", { kind: "report-refused", month: "2026-11", reason: "why" }, "todo"],
    ["withdrawn", { kind: "report-draft", month: "2026-11", day: "2026-11-25", isLate: false }, "todo"],
    ["locked", undefined, "todo"],
  ] as const)("of a month that is %s", async (state, expected, side) => {
    const said = await session.company.overview();
    const expense = { id: "e", amountCents: 7, category: "other", mission: null } as const;
    const facts = {
      today: "2026-11-25",
      contracts: [],
      invoices: [],
      drafts: [],
      noted: new Set(["noted"]),
      ...{ own: null, payments: [], proposals: [], minimums: [], daysUsed: new Map(), untold: [] },
      typed: [
        { month: "2026-11", state: state === "withdrawn" ? "draft" : "sent", savedAt: "2026-11-20T10:00:00Z" },
      ] as const,
      said: {
        ...said,
        activityReports: [
          { month: "2026-11", state, reason: "why", decidedAt: null, receipt: { submittedAt: "2026-11-20T10:00:00Z" } },
        ],
        expenses: [
          { ...expense, state: "questioned", question: "which?" },
          { ...expense, state: "refused", reason: "no", decidedAt: "2026-11-01T00:00:00Z" },
          { ...expense, state: "refused", reason: null, decidedAt: "2026-10-31T00:00:00Z" },
          { ...expense, state: "refused", reason: "old", decidedAt: null },
          { ...expense, id: "noted", state: "refused", reason: "no", decidedAt: "2026-11-01T00:00:00Z" },
        ],
        payslips: [
          { transferDate: "2026-11-25", transferCents: 9 },
          { transferDate: "2026-10-25", transferCents: 8 },
        ],
      },
    } as unknown as StatusFacts;
    const seen = overviewOf(facts);
    const found = seen[side].filter(({ kind }) => kind.startsWith("report-"));
    expect(found.map(untimed)).toEqual(expected === undefined ? [] : [expected]);
    expect([...seen.todo, ...seen.waiting].filter(({ kind }) => kind.startsWith("report-"))).toEqual(found);
    expect(seen.todo.filter(({ kind }) => !kind.startsWith("report-")).map(untimed)).toEqual([
      { kind: "expense-questioned", id: "e", amountCents: 7, question: "which?" },
      { kind: "expense-refused", id: "e", amountCents: 7, reason: "no" },
    ]);
    expect(seen.waiting.filter(({ kind }) => kind === "expenses-read")).toEqual([]);
    expect(seen.money[0]).toEqual({ kind: "transfer", amountCents: 9, day: "2026-11-25" });
    expect(overviewOf({ ...facts, today: "2026-11-26" }).money[0]).toMatchObject({ kind: "transferred" });
  });
});

describe("months that were filed before there was a company", () => {
  const day = (date: string) => ({
    date,
    entries: [{ kind: "mission" as const, mission: "ACME", amount: 1, projectCode: null }],
  });
  const filed = (month: string, days: readonly string[]): FiledReport => ({
    ...{ month, version: 1, state: "submitted", days: days.map(day), restDaysConfirmed: false, restStatement: null },
    ...{ turnoverCents: days.length * 50_000, submittedAt: "2026-11-20T09:00:00.000Z", decidedAt: null, reason: null },
    ...{ documents: [], proof: null, delivery: "none" },
  });
  const tell = async (machine: Machine, reports: readonly FiledReport[]) => {
    const { folder } = await ownerOf(machine);
    const facts = reports.map((value) => ({ key: value.month, value }));
    const telling = { area: "filed-reports", scope: "filed-reports", facts } as const;
    await new Records(folder).keepOwn("me", "2026-11-20T09:00:00.000Z", { kind: "typed" }, telling);
  };
  const declare = async (month: string, days: readonly string[]) => {
    const typed = { month, days: days.map(day), restDaysConfirmed: false, restStatement: null };
    await keepTyped(session, typed, "queued", null);
    const { sent } = await deliverAll(session);
    expect(sent).toHaveLength(1);
    return sent[0]?.report.turnoverCents ?? 0;
  };
  const asked: unknown[] = [];
  const goOn = (isAgreed: boolean, machine: Machine) =>
    login(machine, {
      ...{ url: company.url, token: tokenOf(), secretStore: "file", signal: AbortSignal.timeout(5_000) },
      show: () => undefined,
      agree: async (...told) => {
        asked.push(told);
        return isAgreed;
      },
    });

  test("are compared with what it holds, and nothing is kept unless somebody agrees", async () => {
    const perDay = await declare("2027-02", ["2027-02-01"]);
    await declare("2027-03", ["2027-03-01"]);
    const machine = bare();
    await tell(machine, [
      { ...filed("2027-02", ["2027-02-01"]), turnoverCents: perDay },
      filed("2027-03", ["2027-03-01", "2027-03-02"]),
      filed("2025-05", ["2025-05-05"]),
      { ...filed("2025-06", ["2025-06-02"]), state: "withdrawn" },
    ]);

    expect(await refusal(goOn(false, machine))).toEqual([
      "local.differs",
      { months: ["2027-03"], company: expect.any(String) },
    ]);
    expect(asked).toMatchObject([
      [
        [
          { month: "2025-05", state: "here", heldCents: null, days: [] },
          { month: "2027-02", state: "same", heldCents: perDay, days: [] },
          { month: "2027-03", state: "differs", days: [{ day: "2027-03-02", mine: "ACME:1", theirs: "" }] },
        ],
        expect.any(String),
      ],
    ]);
    expect((await openSession(machine)).isLocal).toBe(true);

    const { history } = await goOn(true, machine);
    expect(history.map(({ state }) => state)).toEqual(["here", "same", "differs"]);
    const opened = await openSession(machine);
    const reports = await listReports(opened);
    expect(reports.map(({ month, days }) => [month, days.length])).toEqual([
      ["2027-03", 1],
      ["2027-02", 1],
      ["2025-06", 1],
      ["2025-05", 1],
    ]);
    expect((await goOn(false, machine)).history).toEqual([]);
  });
});
