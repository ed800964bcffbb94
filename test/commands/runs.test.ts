import { describe, expect, test } from "vitest";
import { run as account } from "../../src/commands/account/show.ts";
import { run as listMissions } from "../../src/commands/missions/list.ts";
import { run as showMission } from "../../src/commands/missions/show.ts";
import { run as whoami } from "../../src/commands/whoami.ts";
import type { Session } from "../../src/flows/session.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { PLAIN } from "../../src/view/look.ts";
import { ACCOUNT, ENTRIES, ME, MISSION } from "../view/shown.ts";

const say = await catalogueOf("en");

/** A company that gives the same answers to whoever asks. */
const COMPANY: Partial<{ [Name in keyof Session["company"]]: (...asked: never[]) => unknown }> = {
  missions: async () => [MISSION],
  proposals: async () => [],
  contracts: async () => [],
  reports: async () => [],
  account: async (month: string) => ({ ...ACCOUNT, month }),
  entries: async () => ENTRIES,
  me: async () => ME,
  profile: async () => ({ name: "Portage Exemple" }),
};

/** What a run may use, as plain values: what it showed and noted stands beside them. */
function contextOf(company: object = COMPANY) {
  const shown: { json: object; text: string }[] = [];
  const notes: string[] = [];
  const session = {
    url: "https://porte.example",
    profile: "default",
    source: "environment",
    renews: false,
    machine: { folders: { config: "/nowhere", data: "/nowhere" }, today: () => "2026-11-25" },
    company,
    reader: company,
  } as unknown as Session;
  return {
    shown,
    notes,
    say,
    look: { say, width: null, paint: PLAIN, draw: null },
    today: () => "2026-11-25",
    session: async () => session,
    wait: <Value>(work: Promise<Value>) => work,
    note: (text: string) => void notes.push(text),
    show: (json: object, text: () => string) => void shown.push({ json, text: text() }),
  };
}

describe("missions", () => {
  test("are listed, one a line", async () => {
    const context = contextOf();
    await listMissions(context);

    expect(context.shown).toMatchObject([{ json: { missions: [{ reference: "ACME", dailyRate: 550 }] } }]);
    expect(context.shown[0]?.text).toBe("ACME\tACME SA\tsince Mon 5 Jan 2026\t€550.00\trunning");
    expect(context.notes).toEqual([]);
  });

  test("that are none are noted, and the answer is empty", async () => {
    const context = contextOf({ ...COMPANY, missions: async () => [] });
    await listMissions(context);

    expect(context.shown).toEqual([{ json: { missions: [], nextFreeDay: null }, text: "" }]);
    expect(context.notes).toEqual([say.missions.none]);
  });

  test("are shown one by one, with the usual day where no other was kept", async () => {
    const context = contextOf();
    await showMission(context, { reference: "ACME" });
    expect(context.shown).toMatchObject([{ json: { reference: "ACME", dayHours: 7 } }]);

    await expect(showMission(context, { reference: "OTHER" })).rejects.toMatchObject({
      code: "activity.unknown_mission",
    });
  });
});

describe("the account", () => {
  test("is that of the current month, and of the one that is asked", async () => {
    const context = contextOf();
    await account(context, {});
    await account(context, { month: "2026-09" });

    expect(context.shown).toMatchObject([
      { json: { month: "2026-11", balance: 4_321 } },
      { json: { month: "2026-09", balance: 4_321 } },
    ]);
    expect(context.shown[0]?.text).toContain("November 2026");
  });
});

test("whoami tells the person, the company and where the token comes from", async () => {
  const context = contextOf();
  await whoami(context);

  expect(context.shown).toMatchObject([
    { json: { company: "Portage Exemple", person: { name: "Claire Martin" }, source: "environment", renews: false } },
  ]);
});

test("what the company answers as a failure is the run's own", async () => {
  const refusal = new Error("no");
  const context = contextOf({ ...COMPANY, missions: () => Promise.reject(refusal) });

  await expect(listMissions(context)).rejects.toBe(refusal);
  expect(context.shown).toEqual([]);
});
