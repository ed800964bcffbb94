// slow: 30 s
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chanceOf, runOrKill, seeded } from "../parts/campaign.ts";
import { type Home, newHome, startCompany, type TestCompany } from "../parts/programs.ts";
import { type FaultProxy, startProxy } from "../parts/proxy.ts";

/** How many declarations are made over the bad network; `npm run check:faults` makes all of them. */
const RUNS = Number(process.env.PORTE_FAULT_RUNS ?? 40);
const SEED = Number(process.env.PORTE_FAULT_SEED ?? 20_261_125);
const AT_ONCE = 6;
/** The worst network needs fewer tries: each meets several faults. */
const WORST_RUNS = Math.ceil(RUNS / 4);
const WORST_MONTH = "2026-11";
const KINDS = ["training", "prospecting", "delegation", "sick", "unpaid-leave"] as const;

const random = seeded(SEED);
const { pick, faultFor } = chanceOf(random);

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

/** Faults begin once both machines know the company at the address that they are to use. */
let isBad = false;

beforeAll(async () => {
  company = await startCompany("PGlite");
  proxy = await startProxy(company.url, (method) => (isBad ? faultFor(method) : { kind: "none" }));
  for (const { token } of [company.claire, company.karim]) {
    const home = newHome({ url: proxy.url, token });
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

function declare({ home, month, words, killAfterMs }: Declared, url: string): Promise<number | null> {
  return runOrKill(home, ["declare", month, ...words, "--ahead", "--partial", "--yes"], { url, killAfterMs });
}

/** The draft of a month: null where nothing was kept; a file that is not whole throws. */
function draftOf({ home, month }: Pick<Declared, "home" | "month">): { state: string } | null {
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
  isBad = true;
  const client = async () => {
    for (let run = queue.shift(); run !== undefined; run = queue.shift()) codes.set(run, await declare(run, proxy.url));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  await proxy.settle();
  isBad = false;

  /** What a command accepted, by its exit code or by queueing it, must be on this disk or with the company. */
  const accepted = runs.filter((run) => codes.get(run) === 0);
  const lost = accepted.filter((run) => draftOf(run) === null);
  const killed = runs.filter((run) => codes.get(run) === null);
  const queued = runs.filter((run) => draftOf(run)?.state === "queued");
  const failed = runs.filter((run) => ![0, null].includes(codes.get(run) ?? null));

  for (const home of homes) expect((await home.porte("sync", "--json")).code).toBe(0);
  for (const run of runs.filter((one) => draftOf(one)?.state !== "sent"))
    expect(await declare({ ...run, killAfterMs: null }, proxy.url)).toBe(0);

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

  expect(failed.map((run) => [run.month, codes.get(run)])).toEqual([]);
  expect(wrong).toEqual([]);
  expect(once).toBe(RUNS);
  expect(lost).toEqual([]);
});

test(`${WORST_RUNS} months declared where six requests in ten meet a fault: each is filed, or queued and kept`, {
  timeout: 1_800_000,
}, async () => {
  const worst = chanceOf(random, { reads: 0.6, writes: 0.6 });
  let isWorst = false;
  const network = await startProxy(company.url, (method) => (isWorst ? worst.faultFor(method) : { kind: "none" }));
  const known = newHome({ url: network.url, token: company.claire.token });
  expect(await known.porte("status")).toMatchObject({ code: 0 });
  isWorst = true;
  const ends: { code: number | null; state: string | undefined }[] = [];
  const machine = async (place: number) => {
    for (let index = place; index < WORST_RUNS; index += AT_ONCE) {
      const home = newHome({ url: network.url, token: company.claire.token });
      cpSync(join(known.folder, ".local"), join(home.folder, ".local"), { recursive: true });
      const words = ["declare", WORST_MONTH, "--all", "mission=ACME", "--ahead", "--yes"];
      const code = await runOrKill(home, words, { url: network.url, killAfterMs: null });
      ends.push({ code, state: draftOf({ home, month: WORST_MONTH })?.state });
      home.remove();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => machine(place)));
  await network.settle();
  await network.stop();
  known.remove();
  const filed = ends.filter(({ state }) => state === "sent").length;
  console.log(
    `faults: ${WORST_RUNS} months where six requests in ten meet a fault: ${filed} filed, ${WORST_RUNS - filed} not`,
  );

  expect(ends.filter(({ code, state }) => code !== 0 || !["sent", "queued"].includes(state ?? ""))).toEqual([]);
});

const sorted = (totals: object) => Object.entries(totals).sort();
