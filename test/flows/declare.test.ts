import { existsSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Answers } from "../../src/domain/declaration/plan.ts";
import type { PorteError } from "../../src/errors.ts";
import { type Declared, declare } from "../../src/flows/activity/declare/declare.ts";
import type { DeclareInput } from "../../src/flows/activity/declare/input.ts";
import type { Interview } from "../../src/flows/activity/declare/interview.ts";
import { draftsOf } from "../../src/flows/activity/outbox.ts";
import { overviewTellings } from "../../src/flows/records/overview-facts.ts";
import { openSession, ownerOf } from "../../src/flows/session.ts";
import { Records } from "../../src/store/records/records.ts";
import { LocalActs } from "../../src/store/undo-log.ts";
import { type InProcess, openInProcess, type PersonMachine } from "../parts/in-process.ts";

let company: InProcess;
beforeAll(async () => {
  company = await openInProcess();
});
afterAll(() => company.close());

let year = 2030;
let month = "";
let home: PersonMachine;
/** A month that no other test touches, on another machine of Claire's. */
beforeEach(() => {
  year += 1;
  month = `${year}-03`;
  home = company.machineOf("claire");
});

const AWAY = { PORTE_API_URL: "http://127.0.0.1:9" };
const words = (...day: string[]): Partial<DeclareInput> => ({ source: { from: "words", words: { day } } });

function inputOf(changed: Partial<DeclareInput> = {}): DeclareInput {
  return {
    month,
    asksMonth: false,
    source: { from: "words", words: { day: ["5=training"] } },
    dayLength: undefined,
    restDays: false,
    times: [],
    rest: undefined,
    restDaysGivenUp: undefined,
    isDryRun: false,
    isPartial: true,
    isAhead: true,
    isOffline: false,
    requiresSent: false,
    isAgreed: true,
    replaces: undefined,
    ...changed,
  };
}

interface Talk {
  readonly interview: Interview;
  /** What was asked and told, in order, and `kept` each time that the month was safe on disk. */
  readonly said: string[];
}

/** Somebody who gives each answer; nobody at all where there is none. */
function talkOf(answers: Answers | null = null): Talk {
  const said: string[] = [];
  const nothing = async () => {
    throw new Error("not to be asked");
  };
  const interview: Interview = {
    canAsk: answers !== null,
    plain: { worked: nothing, more: nothing, whichDays: nothing, mission: nothing, isHalf: nothing, hours: nothing },
    month: async (current) => {
      said.push(`month ${current}`);
      return month;
    },
    agreesReading: nothing,
    ask: async ({ type }) => {
      said.push(`ask ${type}`);
      return { [type]: answers?.[type] };
    },
    onScreen: async () => null,
    openTable: nothing,
    tell: (notice) => said.push(notice.type),
    kept: () => said.push("kept"),
    wait: (work) => work,
    describe: ({ code }) => code,
  };
  return { interview, said };
}

function run(changed: Partial<DeclareInput> = {}, talk = talkOf(), env = {}): Promise<Declared> {
  const machine = home.machine(env);
  return declare({ machine, open: () => openSession(machine) }, inputOf(changed), talk.interview);
}
const refusal = (work: Promise<unknown>): Promise<PorteError> =>
  work.then(
    () => Promise.reject(new Error("it was not refused")),
    (failure) => failure,
  );
const kept = async () => draftsOf(await ownerOf(home.machine())).find(month);
const acts = async () => new LocalActs((await ownerOf(home.machine())).folder).list();
/** What the company says of itself is known from then on. */
const known = async (env: { readonly PORTE_API_URL?: string } = {}) => {
  const { company: asked, machine, folder, url } = await home.session();
  const records = new Records(folder);
  const said = overviewTellings(await asked.overview());
  await records.keep(env.PORTE_API_URL ?? url, machine.now().toISOString(), said);
};

describe("a month in one turn", () => {
  test("of which nothing new is said is with the company already, or nowhere", async () => {
    const silent = { source: { from: "person" as const, mission: undefined, isPlain: false } };
    expect(await refusal(run(silent))).toMatchObject({ code: "activity.empty", facts: { month } });
    await run();
    expect(await refusal(run(silent))).toMatchObject({ code: "activity.already_sent", facts: { month } });
  });

  test("is filed, kept as sent, and no act of this machine alone", async () => {
    const talk = talkOf();
    expect(await run({}, talk)).toMatchObject({ type: "sent", isNew: true, report: { month, version: 1 } });

    expect(await kept()).toMatchObject({ state: "sent", sent: { version: 1 } });
    expect(talk.said).toEqual(["kept"]);
    expect(await acts()).toEqual([]);
  });

  test("that the company holds already is not filed again", async () => {
    await run();

    expect(await run()).toMatchObject({ type: "sent", isNew: false, report: { version: 1 } });
    expect(await run(words("6=training"))).toMatchObject({ type: "sent", isNew: true, report: { version: 2 } });
  });

  test("of the moment is the one that is declared where none is named, and may be asked for", async () => {
    const preview = { month: undefined, isDryRun: true };
    expect(await run({ ...preview, ...words("5=training") })).toMatchObject({
      body: { days: [{ date: "2026-11-05" }] },
    });

    const talk = talkOf({});
    const asked = await run({ ...preview, asksMonth: true, ...words("5=training") }, talk);
    expect(asked).toMatchObject({ body: { days: [{ date: `${month}-05` }] } });
    expect(talk.said).toEqual(["month 2026-11"]);
    expect(await run({ ...preview, asksMonth: true })).toMatchObject({ body: { days: [{ date: "2026-11-05" }] } });
  });
});

describe("a month with questions", () => {
  test("is on disk before it is asked about, shown as a draft, and filed once that is said", async () => {
    const talk = talkOf({ send: true });
    expect(await run({ isAgreed: false }, talk)).toMatchObject({ type: "sent", report: { version: 1 } });

    expect(talk.said).toEqual(["kept", "ask send", "kept"]);
  });

  test("stays a draft where it is not to be sent, which can be undone", async () => {
    const talk = talkOf({ send: false });
    expect(await refusal(run({ isAgreed: false }, talk))).toMatchObject({
      code: "run.interrupted",
      facts: { kept: true },
    });

    expect(await kept()).toMatchObject({ state: "draft" });
    expect(await acts()).toMatchObject([{ kind: "declare", about: month }]);
    expect(await (await home.session()).company.report(month)).toBe(null);
  });

  test("leaves the month to others of this machine while it asks", async () => {
    const talk = talkOf({});
    const held = draftsOf(await ownerOf(home.machine()));
    let isFree = false;
    const interview: Interview = {
      ...talk.interview,
      ask: async () => {
        await held.inTurn(month, async () => {
          isFree = true;
        });
        return { send: true };
      },
    };
    const machine = home.machine();
    await declare({ machine, open: () => openSession(machine) }, inputOf({ isAgreed: false }), interview);

    expect(isFree).toBe(true);
  });

  test("asks one after the other, and tells a warning once", async () => {
    const week = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"].map((day) => `${day}=training`);
    const talk = talkOf({ restDays: true, send: true });
    await run({ isAgreed: false, restDays: true, ...words(...week) }, talk);

    expect(talk.said.filter((one) => one === "limit").length).toBeGreaterThan(0);
    expect(talk.said.slice(talk.said.lastIndexOf("limit") + 1)).toEqual(["kept", "ask send", "kept"]);
    expect(talk.said.indexOf("kept")).toBe(talk.said.lastIndexOf("limit") + 1);
  });

  test("is refused before anything is kept where nobody can answer", async () => {
    expect(await refusal(run({ isAgreed: false }))).toMatchObject({ code: "usage.missing_option" });

    expect(await kept()).toBe(null);
  });
});

describe("a dry run", () => {
  test("gives the body of the request, and writes nothing, here or there", async () => {
    const entry = { kind: "training", mission: null, projectCode: null, amount: 1 };
    expect(await run({ isDryRun: true })).toMatchObject({
      type: "preview",
      body: { days: [{ date: `${month}-05`, entries: [entry] }], restDaysConfirmed: false },
    });

    expect(existsSync(draftsOf(await ownerOf(home.machine())).fileOf(month))).toBe(false);
    expect(await (await home.session()).company.report(month)).toBe(null);
  });
});

describe("without the company", () => {
  test("a month waits and says why, may be undone, and is refused where it had to be sent", async () => {
    await known();
    const offline = await run({ isOffline: true });

    expect(offline).toMatchObject({ type: "queued", reason: "--offline", report: { state: "queued", version: null } });
    expect(await kept()).toMatchObject({ state: "queued" });
    expect(await acts()).toMatchObject([{ kind: "declare" }]);
    await known(AWAY);
    expect(await run({}, talkOf(), AWAY)).toMatchObject({ type: "queued", reason: "server.unreachable" });
    expect(await refusal(run({ requiresSent: true }, talkOf(), AWAY))).toMatchObject({
      code: "activity.queued_only",
      facts: { month, reason: "server.unreachable" },
    });
  });

  test("nothing known of it is said, and nothing is kept", async () => {
    expect(await refusal(run({ isOffline: true }))).toMatchObject({ code: "server.never_seen" });
    expect(await refusal(run({}, talkOf(), AWAY))).toMatchObject({ code: "server.unreachable" });

    expect(await kept()).toBe(null);
  });

  test("a session that is refused is no absence", async () => {
    expect(await refusal(run({}, talkOf(), { PORTE_TOKEN: "porte_nobody" }))).toMatchObject({ code: "auth.refused" });
    const machine = home.machine();
    const open = () => Promise.reject(new Error("no session"));
    expect(await refusal(declare({ machine, open }, inputOf(), talkOf().interview))).toMatchObject({
      message: "no session",
    });
  });
});

describe("another machine's month", () => {
  test("is shown where somebody sits, refused where nobody does, and replaced where that is meant", async () => {
    await run();
    home = company.machineOf("claire");
    const all = { source: { from: "words", words: { all: "prospecting" } } } as const;
    expect(await refusal(run(all))).toMatchObject({ code: "activity.conflict", facts: { month, version: 1 } });
    expect(await kept()).toBe(null);

    const talk = talkOf({ replace: true, send: true });
    expect(await run({ ...all, isAgreed: false }, talk)).toMatchObject({ report: { version: 2 } });
    expect(talk.said).toEqual(["ask replace", "kept", "ask send", "kept"]);
  });

  test("that is filed in between is not written over: the draft stays, and is named", async () => {
    const other = company.machineOf("claire");
    const talk = talkOf({});
    const interview: Interview = {
      ...talk.interview,
      ask: async () => {
        const machine = other.machine();
        await declare({ machine, open: () => openSession(machine) }, inputOf(words("9=training")), talkOf().interview);
        return { send: true };
      },
    };
    const machine = home.machine();
    const work = declare({ machine, open: () => openSession(machine) }, inputOf({ isAgreed: false }), interview);

    expect(await refusal(work)).toMatchObject({ code: "activity.conflict", facts: { version: 1 } });
    expect(talk.said).toEqual(["kept", "kept", "draftKept"]);
    expect(await kept()).toMatchObject({ state: "queued" });
  });
});
