import { afterAll, beforeAll, expect, test } from "vitest";
import type { StatusKind } from "../../src/domain/status/items.ts";
import { proposeAmendment } from "../../src/flows/missions.ts";
import { overview } from "../../src/flows/overview.ts";
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
