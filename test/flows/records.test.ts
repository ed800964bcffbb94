import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isAway } from "../../src/client/unanswered.ts";
import { run as runLogout } from "../../src/commands/logout.ts";
import { planDeclaration } from "../../src/domain/declaration/plan.ts";
import { PLAIN_FACTS } from "../../src/domain/expense.ts";
import { PorteError } from "../../src/errors.ts";
import { readOfflineMonth } from "../../src/flows/activity/declare/read-month.ts";
import { deliverAll, draftsOf, keepTyped } from "../../src/flows/activity/outbox.ts";
import { findReport, listReports } from "../../src/flows/activity/reports.ts";
import { withdraw } from "../../src/flows/activity/versions.ts";
import { keepExpenses, listExpenses } from "../../src/flows/expenses/drafts.ts";
import { expensesNow } from "../../src/flows/expenses/operating.ts";
import { preflight } from "../../src/flows/expenses/preflight.ts";
import { knownCompany } from "../../src/flows/known-company.ts";
import { login, logout } from "../../src/flows/login.ts";
import { monthToEnd, readMonthEnd } from "../../src/flows/month-end/read.ts";
import { overview } from "../../src/flows/overview.ts";
import { type Machine, openOwnSession, openSession, type Session } from "../../src/flows/session.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { Answers } from "../../src/store/records/answers.ts";
import { Records } from "../../src/store/records/records.ts";
import { type Door, doorTo } from "../parts/door.ts";
import { type InProcess, openInProcess, type PersonMachine } from "../parts/in-process.ts";

let company: InProcess;
let door: Door;
let home: PersonMachine;
let ages: (string | null)[];
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
  ages = [];
  door.open();
});

const NOW = "2026-11-25T16:40:00.000Z";
/** The machine behind the door; what it is told of the age of an answer is noted. */
const machine = (change: Partial<Machine> = {}, env: Machine["env"] = {}): Machine => ({
  ...home.machine({ PORTE_API_URL: door.url, ...env }),
  onRecorded: (asOf) => void ages.push(asOf),
  ...change,
});
const session = (change: Partial<Machine> = {}) => openSession(machine(change));
const cached = () => session({ reads: "cached" });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (failure) => failure.code ?? failure,
  );
const day = (month: string, number: string, mission = "ACME") => ({
  date: `${month}-${number}`,
  entries: [{ kind: "mission", mission, projectCode: null, amount: 1 } as const],
});
const typed = (month: string, ...days: string[]) => ({
  month,
  days: days.map((number) => day(month, number)),
  restDaysConfirmed: true,
  restStatement: null,
});
const file = async (asked: Session, month: string, ...days: string[]) => {
  await keepTyped(asked, typed(month, ...days), "queued", (await asked.company.report(month))?.etag ?? null);
  const { waiting } = await deliverAll(asked);
  expect(waiting).toEqual([]);
};

/** Everything that only shows, with what it gives. */
const READS: readonly (readonly [string, (asked: Session) => Promise<unknown>])[] = [
  ["status", (asked) => overview(asked)],
  ["missions", ({ reader }) => reader.missions()],
  ["payslips", ({ reader }) => reader.payslips()],
  ["account", ({ reader }) => Promise.all([reader.account("2026-11"), reader.entries("2026-11")])],
  ["expenses list", (asked) => expensesNow(asked)],
  ["expenses check", (asked) => preflight(asked)],
  ["declare list", (asked) => listReports(asked)],
  ["month", async (asked) => readMonthEnd(asked, await monthToEnd(asked, undefined))],
  ["whoami", ({ reader }) => Promise.all([reader.me(), reader.profile()])],
];

describe("what was seen once", () => {
  /** Together: each waits a while before it gives a company up. */
  const readAll = async (change: Partial<Machine> = {}) => {
    const asked = await session(change);
    return Object.fromEntries(
      await Promise.all(
        READS.map(async ([name, read]) => [name, await read(asked).catch(({ code }) => code)] as const),
      ),
    );
  };

  test("stays readable while the company is away, with its age; where it is to be fresh, the company is asked", async () => {
    const seen = await readAll();
    expect(ages).toEqual([]);
    company.setNow("2026-11-25T17:20:00.000Z");
    door.shut();
    try {
      expect(await readAll()).toEqual(seen);
      expect(new Set(ages)).toEqual(new Set([NOW]));
      expect(new Set(Object.values(await readAll({ reads: "fresh" })))).toEqual(new Set(["server.unreachable"]));
    } finally {
      company.setNow(NOW);
    }
  });

  test.each(READS)(
    "is shown without asking where that is wanted, and nothing is where it was never seen: %s",
    async (_name, read) => {
      expect(await codeOf(cached().then(read))).toBe("server.never_seen");
      const seen = await read(await session());
      door.shut();
      expect(await read(await cached())).toEqual(seen);
    },
  );

  test("stands in for a company that is away, and for none that answers something else than its contract", () => {
    const answer = (fault: "cut" | "shape") => isAway(new PorteError("server.answer", { url: "", fault, at: "" }));
    expect([answer("cut"), answer("shape"), isAway(new PorteError("auth.refused", { url: "" }))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("is one's own: another token at the same machine sees none of it, and erases it once it is another person's", async () => {
    await (await session()).reader.missions();
    const karim = company.machineOf("karim").machine().env.PORTE_TOKEN ?? "";
    const other = machine({ reads: "cached" }, { PORTE_TOKEN: karim });
    expect(await codeOf(openSession(other).then(({ reader }) => reader.missions()))).toBe("server.never_seen");
    const missions = await (await openSession({ ...other, reads: "usual" })).reader.missions();
    expect(missions.map(({ reference }) => reference)).toEqual(["SUD", "NORD"]);
    expect(await codeOf(cached().then(({ reader }) => reader.missions()))).toBe("server.never_seen");
  });

  test("of a month that the company does not hold is that it holds none", async () => {
    expect(await (await session()).reader.report("2031-01")).toBe(null);
    expect(await (await cached()).reader.report("2031-01")).toBe(null);
    expect(await codeOf(cached().then(({ reader }) => reader.report("2031-02")))).toBe("server.never_seen");
  });
});

describe("what was answered before", () => {
  const notSentAgain = () => door.answers.splice(0).map(({ status, bytes }) => [status, status === 304 ? bytes : -1]);
  const filesOf = (folder: string) =>
    readdirSync(join(folder, "records", "answers")).map((name) => join(folder, "records", "answers", name));

  test("is not sent again while it is the same: status, lists and an export name the version that is here", async () => {
    const lists = async () => {
      const asked = await session();
      const { reader } = asked;
      const [listed, seen] = await Promise.all([
        Promise.all([
          reader.missions(),
          reader.expenses(),
          reader.reports(),
          reader.payslips(),
          reader.entries("2026-11"),
        ]),
        overview(asked),
      ]);
      return { listed, seen };
    };
    door.answers.splice(0);
    const first = await lists();
    /** Whose a token is, a machine asks once. */
    const asked = new Set(door.answers.splice(1).map(({ path }) => path));
    door.answers.splice(0);
    expect(await lists()).toEqual(first);
    expect(asked.size).toBeGreaterThan(8);
    expect(new Set(door.answers.map(({ path }) => path))).toEqual(asked);
    const again = notSentAgain();
    expect(again).toEqual(again.map(() => [304, 0]));
    expect(ages).toEqual([]);
  });

  test("is sent again once it is another, or where what is here cannot be read, is another address's or not as the contract has it", async () => {
    const missions = async () => (await session()).reader.missions();
    const seen = await missions();
    const [file = ""] = filesOf((await session()).folder);
    const kept = readFileSync(file, "utf8");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const [head = "", body = ""] = kept.split("\n");
    for (const other of [
      "",
      "{",
      `null\n${body}`,
      `${head}\n{"items":[{}],"nextCursor":null}`,
      `${head}\n${body.slice(0, 40)}`,
      kept.replace(door.url, "http://127.0.0.1:1"),
    ]) {
      writeFileSync(file, other);
      door.answers.splice(0);
      expect(await missions()).toEqual(seen);
      expect([other, ...notSentAgain()]).toEqual([other, [200, -1]]);
    }
    expect(readFileSync(file, "utf8")).toBe(kept);
    const { id = "" } = seen.find(({ reference }) => reference === "ACME") ?? {};
    await company.db.updateTable("missions").set({ title: "Autre" }).where("id", "=", id).execute();
    try {
      expect((await missions()).map(({ title }) => title)).toContain("Autre");
      expect(notSentAgain()).toEqual([[200, -1]]);
    } finally {
      const { title = "" } = seen.find((one) => one.id === id) ?? {};
      await company.db.updateTable("missions").set({ title }).where("id", "=", id).execute();
    }
  });

  test("is erased with the records, and the oldest goes where there is much of it", async () => {
    const { folder } = await session();
    const answers = new Answers(join(folder, "records"), "https://one.example");
    const kept = (etag: string) => ({ etag, body: Buffer.from("{}") });
    for (let one = 0; one < 205; one += 1) await answers.keep(`/missions?cursor=${one}`, kept(`W/"${one}"`));
    expect(filesOf(folder)).toHaveLength(200);
    expect(await answers.find("/missions?cursor=204")).toEqual(kept('W/"204"'));
    /** A number of the company's own says nothing of the text. */
    await answers.keep("/activity-reports/2026-11", kept('"3"'));
    expect(await answers.find("/activity-reports/2026-11")).toBe(null);
    await new Records(folder).forget();
    expect(await answers.find("/missions?cursor=204")).toBe(null);
  });
});

describe("what is kept here", () => {
  const expense = { ...PLAIN_FACTS, date: "2026-11-03", category: "transport", amountCents: 1_000 } as const;

  test("needs no company: drafts are shown where it was never seen, and where nobody is logged in", async () => {
    const asked = await session();
    await keepTyped(asked, typed("2026-12", "01"), "draft", null);
    await keepExpenses(asked, [{ facts: { ...expense, mission: null }, receipt: null, source: null }]);
    door.shut();
    const away = await session();
    expect(await findReport(away, "2026-12")).toMatchObject({ state: "draft", days: [{ date: "2026-12-01" }] });
    expect(await listExpenses(away)).toMatchObject([{ state: "draft", amountCents: 1_000 }]);
    const alone = await openOwnSession(machine({}, { PORTE_TOKEN: undefined }));
    expect(await findReport(alone, "2026-12")).toMatchObject({ state: "draft" });
    expect((await expensesNow(alone)).expenses).toHaveLength(1);
    expect(new Set(ages)).toEqual(new Set([null]));
    expect(await codeOf(alone.reader.missions())).toBe("auth.required");
  });
});

describe("a month that is declared offline", () => {
  const away = new PorteError("server.never_seen", {});
  const plan = async (month: string, ...days: string[]) => {
    const facts = await readOfflineMonth(await session(), month, away);
    const terms = {
      dayLength: undefined,
      restDays: true,
      times: [],
      rest: undefined,
      restDaysGivenUp: undefined,
      isDryRun: false,
      isPartial: true,
      isAhead: true,
      isAgreed: true,
      replaces: undefined,
    };
    const said = {
      terms,
      days: typed(month, ...days).days,
      words: null,
      isEmpty: false,
      isFinished: true,
      canAsk: false,
    };
    return planDeclaration(facts, said, {}).next;
  };
  const declareOffline = async (month: string, ...days: string[]) => {
    const next = await plan(month, ...days);
    expect(next.type).toBe("do");
    const [keep] = next.type === "do" ? next.effects : [];
    if (keep?.type === "keep") await keepTyped(await session(), keep.typed, keep.state, keep.base);
  };

  test("after it was withdrawn replaces what was withdrawn: it leaves at the next sync", async () => {
    const month = "2027-02";
    const asked = await session();
    await overview(asked);
    await file(asked, month, "01");
    await withdraw(asked, month);
    door.shut();
    await declareOffline(month, "01", "02");
    door.open();
    const { sent, waiting } = await deliverAll(await session());
    expect(waiting).toEqual([]);
    expect(sent).toMatchObject([{ report: { month, state: "submitted" }, isNew: true }]);
  });

  test("leaves also where it was withdrawn elsewhere meanwhile", async () => {
    const month = "2027-03";
    const asked = await session();
    await overview(asked);
    await file(asked, month, "01");
    await declareOffline(month, "01", "02");
    const elsewhere = company.machineOf("claire");
    await withdraw(await elsewhere.session(), month);
    const { sent, waiting } = await deliverAll(asked);
    expect(waiting).toEqual([]);
    expect(sent).toMatchObject([{ report: { month, state: "submitted" } }]);
  });

  test("is judged by what the company was last seen to hold", async () => {
    const month = "2026-12";
    const elsewhere = await company.machineOf("claire").session();
    await file(elsewhere, month, "01");
    const asked = await session();
    await overview(asked);
    await asked.reader.report(month);
    expect(await plan(month, "01", "02")).toMatchObject({
      type: "refuse",
      failure: { code: "activity.conflict", facts: { version: 1, days: [{ day: "2026-12-02" }] } },
    });
    expect(await draftsOf(asked).find(month)).toBe(null);
  });
});

describe("logging out", () => {
  const bare = () => machine({}, { PORTE_TOKEN: undefined, PORTE_API_URL: undefined });
  const logIn = (token: string) =>
    login(bare(), {
      url: door.url,
      token,
      secretStore: "file",
      signal: AbortSignal.timeout(5_000),
      show: () => undefined,
      agree: async () => true,
    });
  const tokenOf = (name: "claire" | "karim") => company.machineOf(name).machine().env.PORTE_TOKEN ?? "";
  const missionsHere = async () => (await openSession({ ...bare(), reads: "cached" })).reader.missions();

  test("keeps what was seen and shows it no more, until the same person is back", async () => {
    await logIn(tokenOf("claire"));
    expect(await logout(bare())).toMatchObject({ records: "kept" });
    expect(await codeOf(missionsHere())).toBe("auth.required");
    expect(await knownCompany(bare())).toBe(null);
    await logIn(tokenOf("claire"));
    expect(await missionsHere()).toMatchObject([{ reference: "ACME" }]);
  });

  test("asks while a month is still to be sent, and does nothing where that is not agreed to", async () => {
    const say = await catalogueOf("en");
    const asked: string[] = [];
    const runOn = (answer: boolean | null, yes = false) =>
      codeOf(
        runLogout(
          {
            say,
            machine: bare,
            confirm: async (question) => {
              asked.push(question);
              return answer;
            },
            wait: (work) => work,
            show: (_result, words) => void asked.push(words()),
          },
          { yes },
        ),
      );
    await logIn(tokenOf("claire"));
    await keepTyped(await openSession(bare()), typed("2026-12", "01"), "queued", null);
    expect([await runOn(null), await runOn(false)]).toEqual(["auth.queued", "run.interrupted"]);
    expect(await missionsHere()).toMatchObject([{ reference: "ACME" }]);
    expect(await runOn(true)).toBe("done");
    expect(asked[0]).toBe("A report is not sent yet (December 2026). Log out anyway?");
    expect(asked.at(-1)).toContain("porte logout --forget");
    expect(await codeOf(missionsHere())).toBe("auth.required");
    expect(await runOn(null, true)).toBe("done");
  });

  test("erases it where that is asked, and so does the login of somebody else", async () => {
    await logIn(tokenOf("claire"));
    await overview(await openSession(bare()));
    expect(await logout(bare(), true)).toMatchObject({ records: "erased" });
    await logIn(tokenOf("claire"));
    expect(await codeOf(openSession({ ...bare(), reads: "cached" }).then(overview))).toBe("server.never_seen");
    await overview(await openSession(bare()));
    await logIn(tokenOf("karim"));
    expect(await missionsHere()).toMatchObject([{ reference: "SUD" }, { reference: "NORD" }]);
    expect(await codeOf(openSession({ ...bare(), reads: "cached" }).then(overview))).toBe("server.never_seen");
  });
});

describe("a token that cannot be used", () => {
  test("of the environment is named as such, and an address that is not the profile's is told", async () => {
    const wrong = await openSession(machine({}, { PORTE_TOKEN: "bad" }));
    expect(await codeOf(wrong.reader.missions())).toBe("auth.refused");
    await wrong.reader.missions().catch(({ facts }) => expect(facts).toEqual({ url: door.url, isGiven: true }));
    await login(machine({}, { PORTE_TOKEN: undefined }), {
      url: door.url,
      token: company.machineOf("claire").machine().env.PORTE_TOKEN ?? "",
      secretStore: "file",
      signal: AbortSignal.timeout(5_000),
      show: () => undefined,
      agree: async () => true,
    });
    const elsewhere = machine({}, { PORTE_TOKEN: undefined, PORTE_API_URL: "http://127.0.0.1:9" });
    expect(await codeOf(openSession(elsewhere))).toBe("auth.elsewhere");
  });
});
