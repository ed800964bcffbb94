import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StatusKind } from "../../src/domain/status/items.ts";
import { proposeAmendment } from "../../src/flows/missions.ts";
import { overview } from "../../src/flows/overview.ts";
import { openSession } from "../../src/flows/session.ts";
import { type Change, follow } from "../../src/flows/status/follow.ts";
import { type Door, doorTo } from "../parts/door.ts";
import { type InProcess, openInProcess, type PersonMachine } from "../parts/in-process.ts";

let company: InProcess;
let door: Door;
let claire: PersonMachine;
beforeAll(async () => {
  company = await openInProcess();
  door = await doorTo(company.url);
  claire = company.machineOf("claire");
});
afterAll(async () => {
  await door.close();
  await company.close();
});

const home = () => claire.session({ PORTE_API_URL: door.url });
const itemsOf = async (kind: StatusKind) => {
  const { todo, waiting, money } = await overview(await home());
  return [...todo, ...waiting, ...money].filter((item) => item.kind === kind);
};

test("a price that could not be told waits here until the company has it, however that came about", async () => {
  const body = { agreedOn: "2026-11-24", dailyRateCents: 70_000 };
  let kept = 0;
  const amend = async () =>
    proposeAmendment(await home(), "ACME", body, () => {
      kept += 1;
    });
  await overview(await home());
  door.shut();
  await expect(amend()).rejects.toMatchObject({ code: "server.unreachable" });
  door.open();
  expect(kept).toBe(1);
  expect(await itemsOf("price-to-tell")).toMatchObject([
    { mission: "ACME", dailyRateCents: 70_000, due: "2026-11-26", since: "2026-11-25" },
  ]);

  /** The same command on another machine: what is kept on this one is told too. */
  await proposeAmendment(await company.machineOf("claire").session(), "ACME", body, () => undefined);
  expect(await itemsOf("price-to-tell")).toEqual([]);
  expect(await itemsOf("proposal-waits")).toMatchObject([
    { mission: "ACME", proposes: "amendment", since: "2026-11-25" },
  ]);
  await amend();
  expect([await itemsOf("price-to-tell"), (await itemsOf("proposal-waits")).length, kept]).toEqual([[], 1, 1]);
});

describe("what is followed", () => {
  /** One that says nothing in this time is given up. */
  const SHORT_MS = 150;
  const PACE = { retryMs: 10, longestMs: 50, lookMs: 20 };
  const STREAM = /\/events\/stream/;

  /** Has something happen to Claire, and gives the day of it. */
  const happen = async () => {
    const { id } = await company.db
      .selectFrom("people")
      .select("id")
      .where("email", "=", "claire@porte.example")
      .executeTakeFirstOrThrow();
    const recorded = { recorded_at: company.deps.now(), recorded_by: "test" };
    const of = { id: uuid(), person_id: id, kind: "unpaid-leave" as const };
    await company.db
      .insertInto("leave")
      .values({ ...of, start_day: "2027-01-05", end_day: "2027-01-05", ...recorded })
      .execute();
  };
  /** Follows until it is stopped: what was told, in a word each; of an event its number. */
  const following = async (timeoutMs = 30_000) => {
    const session = await openSession({ ...claire.machine({ PORTE_API_URL: door.url }), timeoutMs });
    const stopping = new AbortController();
    const told: (string | number)[] = [];
    const word = (change: Change) => (change.kind === "event" ? Number(change.event.id) : change.kind);
    const reading = (async () => {
      for await (const change of follow(session, stopping.signal, PACE)) told.push(word(change));
    })();
    const events = () => told.filter((one) => typeof one === "number");
    const stop = async () => {
      stopping.abort();
      await reading;
    };
    return { told, events, stop, has: (one: string) => expect.poll(() => told, { timeout: 10_000 }).toContain(one) };
  };
  const counts = async (followed: { events: () => unknown[] }, count: number) =>
    expect.poll(followed.events, { timeout: 10_000 }).toHaveLength(count);

  test("comes through a stream that is cut: what happened meanwhile is told once, in its order", async () => {
    const followed = await following();
    await followed.has("live");
    await happen();
    await counts(followed, 1);
    door.shut();
    door.cut();
    await followed.has("away");
    await happen();
    await happen();
    door.open();
    await counts(followed, 3);
    const [first = 0] = followed.events() as number[];
    expect(followed.events()).toEqual([first, first + 1, first + 2]);
    await followed.stop();
    expect(followed.told.slice(-3)).toEqual(["live", first + 1, first + 2]);
  });

  test.each([
    ["that a company does not have", (): void => door.refuse(STREAM), 30_000],
    ["that something on the way keeps back", (): void => void door.hold(STREAM), SHORT_MS],
  ] as const)("is asked for again and again instead of a stream %s", async (_why, begin, timeoutMs) => {
    begin();
    const followed = await following(timeoutMs);
    await followed.has("look");
    await happen();
    await happen();
    await counts(followed, 2);
    await followed.stop();
    door.refuse(null);
    await door.hold(null);
  });

  test("is looked at again and again where a company tells no events at all", async () => {
    door.refuse(/\/events/);
    const followed = await following();
    await expect
      .poll(() => followed.told.filter((one) => one === "look").length, { timeout: 10_000 })
      .toBeGreaterThan(2);
    await followed.stop();
    door.refuse(null);
    expect(new Set(followed.told)).toEqual(new Set(["live", "look"]));
  });
});
