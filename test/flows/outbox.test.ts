import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverAll, draftsOf, keepTyped } from "../../src/flows/activity/outbox.ts";
import { hasQueued } from "../../src/flows/activity/queued.ts";
import { type InProcess, openInProcess } from "../parts/in-process.ts";

let company: InProcess;
beforeAll(async () => {
  company = await openInProcess();
});
afterAll(() => company.close());

const NOVEMBER = {
  month: "2026-11",
  days: [{ date: "2026-11-03", entries: [{ kind: "mission", mission: "ACME", projectCode: null, amount: 1 }] }],
  restDaysConfirmed: true,
  restStatement: null,
} as const;

/** Where nobody listens. */
const AWAY = { PORTE_API_URL: "http://127.0.0.1:9" };

test("a queued month waits while the company is away, then leaves once, and the next sync has nothing to send", async () => {
  const claire = company.machineOf("claire");
  const away = await claire.session(AWAY);
  await keepTyped(away, NOVEMBER, "queued", null);
  const kept = await deliverAll(away);
  expect(kept.sent).toEqual([]);
  expect(kept.waiting.map(({ month, failure }) => [month, failure.code])).toEqual([["2026-11", "server.unreachable"]]);
  expect(await hasQueued(away)).toBe(true);

  const session = await claire.session();
  const synced = await deliverAll(session);
  expect(synced.waiting).toEqual([]);
  expect(synced.sent).toMatchObject([{ report: { month: "2026-11", version: 1, state: "submitted" }, isNew: true }]);
  expect(await deliverAll(session)).toEqual({ sent: [], waiting: [] });
  expect(await company.db.selectFrom("activity_reports").select("month").execute()).toHaveLength(1);
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
