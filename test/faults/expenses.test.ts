// slow: 20 s
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chanceOf, runOrKill, seeded } from "../parts/campaign.ts";
import { pdfOf } from "../parts/pdf.ts";
import { type Home, newHome, RECEIPT, startCompany, type TestCompany } from "../parts/programs.ts";
import { type FaultProxy, startProxy } from "../parts/proxy.ts";

/** A third of the declarations: each run is two commands, and one receipt in four comes in pieces. */
const RUNS = Math.ceil(Number(process.env.PORTE_FAULT_RUNS ?? 60) / 3);
const SEED = Number(process.env.PORTE_FAULT_SEED ?? 20_261_126);
const MACHINES = 6;
const random = seeded(SEED);
const { faultFor } = chanceOf(random);

let company: TestCompany;
let proxy: FaultProxy;
const homes: Home[] = [];

beforeAll(async () => {
  company = await startCompany("PGlite");
  proxy = await startProxy(company.url, faultFor);
  for (let machine = 0; machine < MACHINES; machine += 1)
    homes.push(newHome({ url: company.url, token: company.claire.token }));
});
afterAll(async () => {
  await proxy.stop();
  await company.stop();
  for (const home of homes) home.remove();
});

interface Run {
  readonly home: Home;
  /** Its own amount: it is known by it. */
  readonly cents: number;
  readonly receipt: string;
  readonly killAddMs: number | null;
  readonly killSubmitMs: number | null;
}

function plan(index: number): Run {
  const home = homes[index % MACHINES] as Home;
  const kill = (mostMs: number) => (random() < 0.4 ? Math.floor(random() * mostMs) : null);
  return { home, cents: 1_000 + index, receipt: receiptOf(home, index), killAddMs: kill(400), killSubmitMs: kill(900) };
}

/** One in four is larger than a piece. */
function receiptOf(home: Home, index: number): string {
  if (index % 4 !== 0) return RECEIPT;
  const file = join(home.folder, `${index}.pdf`);
  writeFileSync(file, pdfOf(randomBytes(450 * 1024)));
  return file;
}

test(`${RUNS} expenses over that network, added and sent by clients that are killed at any moment`, {
  timeout: 1_800_000,
}, async () => {
  const runs = Array.from({ length: RUNS }, (_, index) => plan(index));
  const accepted = new Set<number>();
  const codes: (number | null)[] = [];
  const machine = async (home: Home) => {
    for (const { cents, receipt, killAddMs, killSubmitMs } of runs.filter((run) => run.home === home)) {
      const words = ["expenses", "add", receipt, "--amount", String(cents / 100), "--category", "other"];
      const added = await runOrKill(home, words, { url: company.url, killAfterMs: killAddMs });
      if (added === 0) accepted.add(cents);
      codes.push(
        added,
        await runOrKill(home, ["expenses", "submit", "--yes"], { url: proxy.url, killAfterMs: killSubmitMs }),
      );
    }
  };
  await Promise.all(homes.map(machine));
  await proxy.settle();
  for (const home of homes) {
    await home.porte("expenses", "submit", "--yes", "--json");
    const { expenses } = JSON.parse((await home.porte("expenses", "--json")).stdout);
    expect(expenses.filter(({ state }: { state: string }) => state === "draft")).toEqual([]);
  }

  const { expenses } = JSON.parse((await homes[0]?.porte("expenses", "--json"))?.stdout ?? "{}");
  const held = new Map<number, number>();
  for (const { amount } of expenses) held.set(Math.round(amount * 100), (held.get(Math.round(amount * 100)) ?? 0) + 1);
  const twice = [...held].filter(([, count]) => count > 1).map(([cents]) => cents);
  const lost = [...accepted].filter((cents) => !held.has(cents));
  const faults = proxy.seen.filter(({ fault }) => fault !== "none").length;
  const pieces = proxy.seen.filter(({ method }) => method === "PATCH").length;
  console.log(
    `faults: ${RUNS} expenses, seed ${SEED}, ${proxy.seen.length} requests (${pieces} pieces of receipts) of which ${faults} met a fault`,
  );
  console.log(`faults: expenses accepted ${accepted.size}, filed twice: ${twice.length}, lost: ${lost.length}`);

  /** Killed, done, nothing left to send, or the company away: a bad line is never a bug in porte, nor a refusal. */
  expect(codes.filter((code) => ![null, 0, 2, 4].includes(code))).toEqual([]);
  expect(twice).toEqual([]);
  expect(lost).toEqual([]);
});
