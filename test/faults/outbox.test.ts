import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Home, newHome, startCompany, type TestCompany } from "../parts/programs.ts";
import { type Fault, type FaultProxy, startProxy } from "../parts/proxy.ts";

/** How many declarations are made over the bad network; `npm run check:faults` makes all of them. */
const RUNS = Number(process.env.PORTE_FAULT_RUNS ?? 200);
const SEED = Number(process.env.PORTE_FAULT_SEED ?? 20_261_125);
const AT_ONCE = 6;
const KINDS = ["training", "prospecting", "delegation", "sick", "unpaid-leave"] as const;
const PORTE = new URL("../../bin/porte.js", import.meta.url).pathname;

/** A small generator of numbers from 0 to 1 (mulberry32): the same seed gives the same campaign. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = seeded(SEED);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

/** One reading in four meets a fault and two writings in three, at a point of the exchange that chance chooses. */
function faultFor(method: string): Fault {
  if (random() > (method === "GET" ? 0.25 : 0.66)) return { kind: "none" };
  return pick<() => Fault>([
    () => ({ kind: "cut-before" }),
    () => ({ kind: "cut-in-request" }),
    () => ({ kind: "cut-before-answer" }),
    () => ({ kind: "cut-in-answer", share: random() }),
    () => ({ kind: "delay", ms: Math.floor(random() * 120) }),
    () => ({ kind: "delay", ms: 1_300 }),
    () => ({ kind: "duplicate" }),
    () => ({ kind: "late", ms: Math.floor(random() * 400) }),
    () => ({ kind: "busy", status: 503 }),
    () => ({ kind: "busy", status: 429 }),
  ])();
}

interface Declared {
  readonly home: Home;
  readonly month: string;
  readonly words: readonly string[];
  readonly totals: Readonly<Record<string, number>>;
  /** Milliseconds after which the client is killed; null where it lives. */
  readonly killAfterMs: number | null;
}

let company: TestCompany;
let proxy: FaultProxy;
const homes: Home[] = [];

beforeAll(async () => {
  company = await startCompany("PGlite");
  proxy = await startProxy(company.url, faultFor);
  for (const { token } of [company.claire, company.karim]) {
    const home = newHome({ url: company.url, token });
    homes.push(home);
    expect(await home.porte("status")).toMatchObject({ code: 0 });
  }
});
afterAll(async () => {
  await proxy.stop();
  await company.stop();
  for (const home of homes) home.remove();
});

function plan(index: number): Declared {
  const home = homes[index % homes.length] as Home;
  const position = Math.floor(index / homes.length);
  const month = `${2027 + Math.floor(position / 12)}-${String((position % 12) + 1).padStart(2, "0")}`;
  const days = new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => 1 + Math.floor(random() * 28)));
  const said = [...days].map((day) => ({ day, kind: pick(KINDS), amount: pick([0.5, 1]) }));
  const totals: Record<string, number> = {};
  for (const { kind, amount } of said) totals[kind] = (totals[kind] ?? 0) + amount;
  return {
    home,
    month,
    totals,
    words: said.flatMap(({ day, kind, amount }) => ["--day", `${day}=${kind}:${amount}`]),
    killAfterMs: random() < 0.5 ? Math.floor(random() * 450) : null,
  };
}

/** Runs a declaration; it may be killed without a word at any moment. Gives its exit code, null where it was killed. */
function declare({ home, month, words, killAfterMs }: Declared, url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, ...home.env, PORTE_API_URL: url };
    const argv = [PORTE, "declare", month, ...words, "--yes", "--json", "--timeout", "1"];
    const child = spawn(process.execPath, argv, { env, stdio: "ignore" });
    const timer = killAfterMs === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    child.once("exit", (code) => {
      if (timer !== null) clearTimeout(timer);
      resolve(code);
    });
  });
}

/** The draft of a month: null where nothing was kept; a file that is not whole throws. */
function draftOf({ home, month }: Declared): { state: string } | null {
  const file = join(home.folder, ".local", "share", "porte", "default", "reports", `${month}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw failure;
  }
}

test(`${RUNS} declarations over a network that cuts, delays, doubles and truncates, with clients killed at any moment`, {
  timeout: 1_800_000,
}, async () => {
  const runs = Array.from({ length: RUNS }, (_, index) => plan(index));
  const codes = new Map<Declared, number | null>();
  const queue = [...runs];
  const client = async () => {
    for (let run = queue.shift(); run !== undefined; run = queue.shift()) codes.set(run, await declare(run, proxy.url));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  await proxy.settle();

  /** What a command accepted, by its exit code or by queueing it, must be on this disk or with the company. */
  const accepted = runs.filter((run) => codes.get(run) === 0);
  const lost = accepted.filter((run) => draftOf(run) === null);
  const killed = runs.filter((run) => codes.get(run) === null);
  const queued = runs.filter((run) => draftOf(run)?.state === "queued");

  for (const home of homes) expect((await home.porte("sync", "--json")).code).toBe(0);
  for (const run of runs.filter((one) => draftOf(one)?.state !== "sent"))
    expect(await declare({ ...run, killAfterMs: null }, company.url)).toBe(0);

  let once = 0;
  const wrong: string[] = [];
  for (const home of homes) {
    const { reports } = JSON.parse((await home.porte("declare", "list", "--json")).stdout);
    const byMonth = new Map(reports.map((report: { month: string }) => [report.month, report]));
    for (const run of runs.filter((one) => one.home === home)) {
      const report = byMonth.get(run.month) as { version: number; totals: object } | undefined;
      if (report?.version === 1 && JSON.stringify(sorted(report.totals)) === JSON.stringify(sorted(run.totals)))
        once += 1;
      else wrong.push(`${run.month}: ${JSON.stringify(report?.totals)} in version ${report?.version}`);
    }
  }
  const faults = proxy.seen.filter(({ fault }) => fault !== "none").length;
  const writings = proxy.seen.filter(({ method }) => method === "PUT").length;
  console.log(
    `faults: ${RUNS} runs, seed ${SEED}, ${proxy.seen.length} requests (${writings} writings) of which ${faults} met a fault, ${killed.length} clients killed, ${queued.length} months were queued`,
  );
  console.log(`faults: reports filed exactly once: ${once}; drafts lost: ${lost.length}`);

  expect(wrong).toEqual([]);
  expect(once).toBe(RUNS);
  expect(lost).toEqual([]);
});

const sorted = (totals: object) => Object.entries(totals).sort();
