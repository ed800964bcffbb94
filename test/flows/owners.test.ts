import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PLAIN_FACTS } from "../../src/domain/expense.ts";
import { deliverAll, draftsOf, keepTyped } from "../../src/flows/activity/outbox.ts";
import { hasQueued } from "../../src/flows/activity/queued.ts";
import { listReports } from "../../src/flows/activity/reports.ts";
import { keepExpenses, listExpenses } from "../../src/flows/expenses/drafts.ts";
import { draftRecurring, keepRule } from "../../src/flows/expenses/recurring.ts";
import { expensesToSend, submitExpenses } from "../../src/flows/expenses/submit.ts";
import { knownCompany } from "../../src/flows/known-company.ts";
import { login, logout } from "../../src/flows/login.ts";
import { readMonthEnd } from "../../src/flows/month-end/read.ts";
import { overview } from "../../src/flows/overview.ts";
import { type Machine, openOwnSession, openSession, ownerOf, type Session } from "../../src/flows/session.ts";
import { Settings } from "../../src/store/settings.ts";
import { LocalActs } from "../../src/store/undo-log.ts";
import { UnfinishedExpenses } from "../../src/store/unfinished-expense.ts";
import { type Door, doorTo } from "../parts/door.ts";
import { type InProcess, openInProcess, type PersonMachine } from "../parts/in-process.ts";

let company: InProcess;
let door: Door;
let home: PersonMachine;
let others: number[];
let year = 2030;
let month = "";
beforeAll(async () => {
  company = await openInProcess();
  door = await doorTo(company.url);
});
afterAll(async () => {
  await door.close();
  await company.close();
});
beforeEach(() => {
  home = company.machineOf("claire");
  others = [];
  year += 1;
  month = `${year}-03`;
  door.open();
});

type Name = "claire" | "karim";

const tokenOf = (name: Name) => company.machineOf(name).machine().env.PORTE_TOKEN ?? "";
/** The one machine of a test, at which each sits by their token. */
const at = (token: string | undefined, change: Partial<Machine> = {}): Machine => ({
  ...home.machine({ PORTE_API_URL: token === undefined ? undefined : door.url, PORTE_TOKEN: token }),
  onOthers: (count) => void others.push(count),
  ...change,
});
const by = (name: Name, change: Partial<Machine> = {}) => openSession(at(tokenOf(name), change));
/** The same machine, without a token of the environment. */
const bare = (change: Partial<Machine> = {}) => at(undefined, change);
const logIn = (name: Name) =>
  login(bare(), {
    url: door.url,
    token: tokenOf(name),
    secretStore: "file",
    signal: AbortSignal.timeout(5_000),
    show: () => undefined,
    agree: async () => true,
  });
const folderOf = (machine: Machine) => join(machine.folders.data, "default");
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (failure) => failure.code ?? failure,
  );

const EXPENSE = { ...PLAIN_FACTS, date: "2026-11-03", category: "telework", amountCents: 1_040, units: 4 } as const;
/** A day of which each says something else. */
const days = (name: Name) => [
  {
    date: `${month}-05`,
    entries: [{ kind: "training", mission: null, projectCode: null, amount: name === "claire" ? 1 : 0.5 } as const],
  },
];
const queue = (owner: Session, name: Name) =>
  keepTyped(owner, { month, days: days(name), restDaysConfirmed: true, restStatement: null }, "queued", null);
const note = (owner: Session, text: string) =>
  keepExpenses(owner, [{ facts: { ...EXPENSE, mission: null, note: text }, receipt: null, source: null }]);
const begin = ({ folder }: Session) =>
  new UnfinishedExpenses(folder).keep({ typed: {}, answers: { amount: "12" }, savedAt: "2026-11-25T10:00:00.000Z" });
/** A month to be sent, an expense to be sent, one that was being added, and one that comes back each month. */
async function type(owner: Session, name: Name): Promise<void> {
  await queue(owner, name);
  await note(owner, `of ${name}`);
  await begin(owner);
  await keepRule(owner, { ...EXPENSE, name: "rail", category: "transport", vatCents: 0, mission: null, day: 2 });
}

/** All that a session lists, would send, undo or take up again. */
async function atHand(session: Session) {
  await draftRecurring(session);
  const { todo } = await overview(session);
  const [expenses, reports, end] = await Promise.all([
    listExpenses(session),
    listReports(session),
    readMonthEnd(session, "2026-11"),
  ]);
  return {
    expenses: expenses.filter(({ state }) => state === "draft").map((one) => one.note),
    reports: reports.filter(({ state }) => state === "queued" || state === "draft").map((one) => one.month),
    queued: await hasQueued(session),
    toSend: await codeOf(expensesToSend(session, undefined)),
    status: todo.map(({ kind }) => kind).filter((kind) => kind === "expenses-to-send"),
    steps: end.steps.find(({ step }) => step === "send")?.state,
    acts: (await new LocalActs(session.folder).list()).map(({ kind }) => kind),
    unfinished: await new UnfinishedExpenses(session.folder).find(),
  };
}
/** The notes of the expenses that are typed here and not sent. */
const notes = async (session: Session) =>
  (await listExpenses(session)).flatMap((one) => (one.state === "draft" ? [one.note ?? ""] : []));
const NOTHING = { expenses: [], reports: [], queued: false, toSend: "expense.nothing_to_send", status: [], acts: [] };
const held = async (name: Name) => (await company.machineOf(name).session()).company.report(month);

/** How somebody else comes to sit at a machine. */
const WAYS: readonly [string, (name: Name) => Promise<Session>][] = [
  ["a token of the environment", (name) => by(name)],
  [
    "a login",
    async (name) => {
      await logIn(name);
      return openSession(bare());
    },
  ],
];

describe.each(WAYS)("what is typed for one person, where another comes by %s", (_way, come) => {
  test("is not shown, sent or undone; it is told, and leaves for whom it was typed", async () => {
    const claire = await come("claire");
    await type(claire, "claire");
    const before = await atHand(claire);
    expect(before).toMatchObject({ expenses: ["of claire", "rail"], reports: [month], queued: true });
    expect(others).toEqual([]);

    const karim = await come("karim");
    expect(await atHand(karim)).toMatchObject({ ...NOTHING, unfinished: null });
    expect(new Set(others)).toEqual(new Set([4]));
    expect(await deliverAll(karim)).toEqual({ sent: [], waiting: [] });
    expect(await codeOf(new LocalActs(karim.folder).undo())).toBe("undo.nothing");
    expect([await held("karim"), await held("claire")]).toEqual([null, null]);

    const back = await come("claire");
    others = [];
    expect(await atHand(back)).toEqual(before);
    const { sent, waiting } = await deliverAll(back);
    expect([sent.map(({ report }) => report.month), waiting, others]).toEqual([[month], [], []]);
    expect((await held("claire"))?.value.days).toMatchObject(days("claire"));
    expect(await held("karim")).toBe(null);
  });

  test("of the same month and the same line of a file does not stand in the way of theirs", async () => {
    const line = { facts: { ...EXPENSE, mission: null }, receipt: null, source: "bank 1" } as const;
    const claire = await come("claire");
    await queue(claire, "claire");
    await keepExpenses(claire, [line]);
    const karim = await come("karim");
    await queue(karim, "karim");
    expect(await keepExpenses(karim, [line])).toMatchObject([{ isNew: true }]);

    expect(await deliverAll(karim)).toMatchObject({ sent: [{ report: { month } }], waiting: [] });
    const { sent, refused } = await submitExpenses(karim, await expensesToSend(karim, undefined));
    expect([sent.length, refused]).toEqual([1, []]);
    expect((await held("karim"))?.value.days).toMatchObject(days("karim"));
    const back = await come("claire");
    expect(await draftsOf(back).find(month)).toMatchObject({ state: "queued", days: days("claire") });
    expect(await expensesToSend(back, undefined)).toHaveLength(1);
  });
});

describe("who a person is", () => {
  test("is the same by a login, by a token, and by another token", async () => {
    await logIn("claire");
    const { folder } = await openSession(bare());
    expect((await by("claire")).folder).toBe(folder);
    expect((await ownerOf(at(tokenOf("claire")))).folder).toBe(folder);
    const file = join(folder, "people.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), tokens: {} }));
    expect((await by("claire")).folder).toBe(folder);
    await logIn("karim");
    await logIn("claire");
    expect((await openSession(bare())).folder).toBe(folder);
    await logout(bare());
    expect((await openOwnSession(bare())).folder).toBe(folder);
  });

  test("was nobody, and what was typed then is the first one's who comes, and no other's", async () => {
    const nobody = await openOwnSession(bare());
    await note(nobody, "before any login");
    expect(await notes(nobody)).toEqual(["before any login"]);
    await logIn("karim");
    expect(await notes(await openSession(bare()))).toEqual(["before any login"]);
    expect((await atHand(await by("claire"))).expenses).toEqual([]);
  });

  test("was not noted by an earlier porte: what it kept is whose records it kept, or who was logged in", async () => {
    const earlier = {
      secretIn: "file" as const,
      issuer: door.url,
      url: door.url,
      company: "Portage",
      person: "Claire Morel",
    };
    await logIn("claire");
    const claire = await openSession(bare());
    await note(claire, "of before");
    const forgetNames = async () => {
      rmSync(join(folderOf(bare()), "people.json"), { force: true });
      const { config } = bare().folders;
      const kept = JSON.parse(readFileSync(join(config, "settings.json"), "utf8"));
      writeFileSync(join(config, "settings.json"), JSON.stringify({ ...kept, profiles: { default: earlier } }));
      const secret = join(config, "credentials", "default.json");
      const { person: _name, ...rest } = JSON.parse(readFileSync(secret, "utf8"));
      writeFileSync(secret, JSON.stringify(rest));
    };
    await forgetNames();
    expect(await notes(await by("karim"))).toEqual([]);
    expect(await notes(await openSession(bare()))).toContain("of before");
    expect(new Settings(bare().folders).profile("default")).toMatchObject({ personId: (await claire.company.me()).id });
    await forgetNames();
    await logIn("karim");
    expect(await notes(await openSession(bare()))).not.toContain("of before");
    await logIn("claire");
    expect(await notes(await openSession(bare()))).toContain("of before");
  });
});

describe("a token whose person is not known", () => {
  test("because the company is away has a place of its own, whence it alone sends", async () => {
    await note(await by("claire"), "of claire");
    door.shut();
    const unknown = await by("karim");
    expect(await listExpenses(unknown).catch(({ code }) => code)).toBe("server.unreachable");
    await queue(unknown, "karim");
    door.open();
    expect((await listReports(await by("claire"))).map((one) => one.month)).not.toContain(month);
    const karim = await by("karim");
    expect(await deliverAll(karim)).toMatchObject({ sent: [{ report: { month } }], waiting: [] });
    expect((await held("karim"))?.value.days).toMatchObject(days("karim"));
    expect((await by("karim")).folder).toBe(karim.folder);
  });

  test("and that typed nothing is known as its person from then on, who finds what is theirs", async () => {
    await logIn("claire");
    await note(await openSession(bare()), "of claire");
    door.shut();
    const away = await by("claire");
    await draftsOf(away).inTurn(month, async () => undefined);
    door.open();
    expect(await notes(await by("claire"))).toEqual(["of claire"]);
    expect(others).toEqual([]);
  });

  test("and that never becomes valid sends nothing; what it typed is counted, and erased by logout --forget", async () => {
    await logIn("claire");
    await note(await openSession(bare()), "of claire");
    door.shut();
    await queue(await openSession(at("never")), "karim");
    door.open();
    expect(await deliverAll(await openSession(at("never")))).toMatchObject({ sent: [] });
    expect(await notes(await openSession(bare()))).toEqual(["of claire"]);
    expect(new Set(others)).toEqual(new Set([1]));
    await logout(bare(), true);
    await logIn("claire");
    others = [];
    expect([await notes(await openSession(bare())), others]).toEqual([["of claire"], []]);
  });

  test("and that was the first is the one that what it typed is for", async () => {
    door.shut();
    await queue(await by("karim"), "karim");
    door.open();
    expect(await atHand(await by("claire"))).toMatchObject({ reports: [], queued: false });
    expect(await deliverAll(await by("karim"))).toMatchObject({ sent: [{ report: { month } }], waiting: [] });
  });

  test("because it is none leaves what is queued as it is, and is shown nothing that the company said", async () => {
    await logIn("claire");
    const claire = await openSession(bare());
    await claire.reader.missions();
    await queue(claire, "claire");
    const wrong = await openSession(at("bad"));
    const { sent, waiting } = await deliverAll(wrong);
    expect([sent, waiting.map(({ failure }) => failure.code)]).toEqual([[], ["auth.refused"]]);
    expect(await codeOf(note(wrong, "of nobody"))).toBe("auth.refused");
    expect(await notes(claire)).toEqual([]);
    expect(await draftsOf(claire).find(month)).toMatchObject({ state: "queued" });
    door.shut();
    expect(await codeOf(wrong.reader.missions())).toBe("server.unreachable");
    expect(await knownCompany(at("bad"))).toBe(null);
    door.open();
    expect(await deliverAll(claire)).toMatchObject({ sent: [{ report: { month } }], waiting: [] });
  });
});

describe("what the company said", () => {
  test("to one is never shown to a login that answers beside it", async () => {
    await logIn("claire");
    await (await openSession(bare())).reader.missions();
    await (await by("karim")).reader.missions();
    const cached = await openSession(bare({ reads: "cached" }));
    expect(await codeOf(cached.reader.missions())).toBe("server.never_seen");
    const claire = await openSession(bare());
    await overview(claire);
    const again = await claire.reader.missions();
    expect(again.map(({ reference }) => reference)).toEqual(["ACME"]);
    expect(await knownCompany(bare())).toMatchObject({ missions: [{ reference: "ACME" }] });
  });
});

describe("logout --forget", () => {
  test("erases what others typed, and leaves one's own", async () => {
    await logIn("claire");
    await queue(await openSession(bare()), "claire");
    await logIn("karim");
    await queue(await openSession(bare()), "karim");
    await logout(bare(), true);
    await logIn("karim");
    expect(await atHand(await openSession(bare()))).toMatchObject({ reports: [month] });
    expect(others).toEqual([]);
    await logIn("claire");
    expect(await atHand(await openSession(bare()))).toMatchObject({ reports: [] });
    expect(new Set(others)).toEqual(new Set([1]));
  });
});

test("two who come at once by their tokens each find their own, and no file is lost", async () => {
  const machines = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? "claire" : "karim"));
  await Promise.all(
    machines.map(async (name, index) => {
      const session = await by(name as Name);
      await note(session, `${name} ${index}`);
      await session.reader.missions();
    }),
  );
  for (const name of ["claire", "karim"] as const) {
    const session = await by(name);
    const own = await notes(session);
    expect([own.length, own.filter((text) => !text.startsWith(name))]).toEqual([6, []]);
    const seen = await openSession(at(tokenOf(name), { reads: "cached" }));
    const missions = await seen.reader.missions().catch(({ code }) => code);
    if (missions !== "server.never_seen")
      expect(missions.map((one: { reference: string }) => one.reference).includes("ACME")).toBe(name === "claire");
  }
  expect(existsSync(join(folderOf(bare()), "people"))).toBe(true);
  expect(readdirSync(join(folderOf(bare()), "people"))).toHaveLength(1);
});
