// Prints, from one run: what the built server answers a second beside a bare Fastify route with one indexed select, on the same
// PostgreSQL, with 50 connections; how long it takes at half of that, asked evenly, and the bare route at the same rate; and whether a
// large company answers as fast as a small one.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import autocannon from "autocannon";
import pg from "pg";
import { build } from "rolldown";
import { askEvenly } from "./paced.mjs";
import { fillOthers, fillPorte } from "./server-rows.mjs";

const CONNECTIONS = 50;
const SECONDS = Number(process.env.PORTE_BENCH_SECONDS ?? 2);
const ROUNDS = Number(process.env.PORTE_BENCH_ROUNDS ?? 5);
const REPORTS = Number(process.env.PORTE_BENCH_REPORTS ?? 1_000_000);
const ENTRIES = Number(process.env.PORTE_BENCH_ENTRIES ?? 4 * REPORTS);
const ONLY = process.env.PORTE_BENCH_ONLY?.split(",");
/** What is asked of the slowest answer but one in a hundred, at half load. */
const MOST_MS = 50;
const TICKS_A_SECOND = 100;
/** User and system time are the 14th and 15th fields of Linux's own line about a process. */
const [USER, SYSTEM] = [11, 12];
const READS = [
  ["/me", 0.5],
  ["/missions", 0.5],
  ["/company", 0.5],
  ["/overview", 0.15],
  ["/activity-reports", 0.4],
  ["/expenses", 0.4],
  ["/payslips", 0.4],
  ["/account/entries", 0.4],
].filter(([path]) => ONLY === undefined || ONLY.includes(path));

const folder = mkdtempSync(join(tmpdir(), "porte-bench-"));
await build({
  input: { postgres: "test/parts/postgres.ts", pooler: "test/parts/pooler.ts" },
  platform: "node",
  logLevel: "silent",
  external: ["pg"],
  output: {
    dir: folder,
    format: "esm",
    entryFileNames: "[name].mjs",
    paths: { pg: import.meta.resolve("pg") },
  },
});
const { newDatabase, startPostgres } = await import(pathToFileURL(join(folder, "postgres.mjs")));
const { startPooler } = await import(pathToFileURL(join(folder, "pooler.mjs")));
const stops = [];
try {
  await measureAll();
} finally {
  for (const stop of stops.reverse()) await stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measureAll() {
  const postgres = await startPostgres();
  if (postgres === null) throw new Error("this machine has no PostgreSQL");
  stops.push(() => postgres.stop());
  const address = await newDatabase(postgres.url);
  const company = await startCompany(["--demo", "--api-rate", "0", "--database", address]);
  const [{ token, email }] = company.portes;
  const asked = ({ url, pid }) => ({ url: `${url}/v1`, pid, headers: { authorization: `Bearer ${token}` } });
  const client = new pg.Client(address);
  await client.connect();
  await fillPorte(client, email);
  await client.query("vacuum analyze");
  const bare = await startBare(address, "named");
  console.log(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} x ${cpus()[0].model}, ${CONNECTIONS} connections\n`,
  );
  const direct = await table("direct, named statements", asked(company), bare);
  if (process.env.PORTE_BENCH_POOLER !== "0") await behindPooler(address, asked);
  if (REPORTS > 0) {
    await fillOthers(client, REPORTS, ENTRIES);
    await flat(direct, asked(company), bare);
  }
  await client.end();
}

async function behindPooler(address, asked) {
  const { port, pathname } = new URL(address);
  const pooler = await startPooler(Number(port));
  if (pooler === null) return console.log("This machine has no pgbouncer.\n");
  stops.push(() => pooler.stop());
  const behind = pooler.address(pathname.slice(1));
  const company = await startCompany(["--database", behind, "--pooler", "--api-rate", "0"]);
  await table(
    "behind pgbouncer in transaction mode, nothing named",
    asked(company),
    await startBare(behind, "unnamed"),
  );
}

/** Measures each read beside the bare route. */
async function table(title, company, bare) {
  const head =
    "| read | bytes | a second | bare | ratio | target | ratio by processor time | p50 at half load | p99 | bare at that rate, p99 |";
  console.log(`${title}\n\n${head}\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|`);
  const ratios = new Map();
  for (const [path, target] of READS) {
    const { ratio, byProcessor, own, other, bytes } = await ratioOf(path, company, bare);
    const half = await atHalf(company, path, own);
    const floor = await atHalf(bare, "/row", own);
    ratios.set(path, ratio);
    console.log(
      `| ${path} | ${bytes} | ${figure(own)} | ${figure(other)} | ${ratio.toFixed(2)} x | ${target} x${ratio < target ? " (under)" : ""} | ${byProcessor.toFixed(2)} x | ${at(half, 0.5)} ms | ${at(half, 0.99)} ms${at(half, 0.99) > MOST_MS ? " (over)" : ""} | ${at(floor, 0.99)} ms |`,
    );
  }
  console.log("");
  return ratios;
}

/** How long answers take at half of what a server does in a second, at the most. */
function atHalf(server, path, mostInSecond) {
  return askEvenly(server, path, { rate: mostInSecond / 2, seconds: SECONDS, connections: CONNECTIONS });
}

function at(sorted, share) {
  return Number(sorted[Math.floor(sorted.length * share)].toFixed(1));
}

/** The two are measured in turn, in short rounds, because others may use the machine: the round in the middle counts. */
async function ratioOf(path, company, bare) {
  const answer = await fetch(company.url + path, { headers: company.headers });
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  const bytes = (await answer.arrayBuffer()).byteLength;
  await load(company, path, 2);
  await load(bare, "/row", 2);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const other = await measured(bare, "/row");
    const own = await measured(company, path);
    rounds.push({ own: own.rate, other: other.rate, ratio: own.rate / other.rate, byProcessor: other.each / own.each });
  }
  const middle = (name) => rounds.map((round) => round[name]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)];
  return {
    ratio: middle("ratio"),
    byProcessor: middle("byProcessor"),
    own: middle("own"),
    other: middle("other"),
    bytes,
  };
}

/** Requests a second, and the seconds of processor time that the server itself takes for each. */
async function measured(server, path) {
  const before = processorSeconds(server.pid);
  const { requests } = await load(server, path, SECONDS);
  return { rate: requests.average, each: (processorSeconds(server.pid) - before) / requests.total };
}

function processorSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[USER]) + Number(fields[SYSTEM])) / TICKS_A_SECOND;
  } catch {
    return Number.NaN;
  }
}

async function flat(small, company, bare) {
  const head = "| read | ratio | slower than before by | target |";
  console.log(
    `with ${figure(REPORTS)} reports and ${figure(ENTRIES)} entries of others\n\n${head}\n|---|---:|---:|---:|`,
  );
  for (const [path] of READS) {
    const { ratio } = await ratioOf(path, company, bare);
    const slower = small.get(path) / ratio;
    console.log(`| ${path} | ${ratio.toFixed(2)} x | ${slower.toFixed(2)} x | 1.3 x${slower > 1.3 ? " (over)" : ""} |`);
  }
  console.log("");
}

async function load({ url, headers }, path, duration) {
  const result = await autocannon({ url: url + path, connections: CONNECTIONS, duration, headers });
  if (result.non2xx + result.errors > 0) throw new Error(`${path}: ${result.non2xx} refused, ${result.errors} failed`);
  return result;
}

async function startCompany(words) {
  /** One folder for both: a database has one store of receipts. */
  const data = join(folder, "company");
  const program = ["bin/porte-company.js", "serve", "--port", "0", "--json", "--data", data, ...words];
  const { line, pid } = await started(program);
  return { ...JSON.parse(line), pid };
}

async function startBare(address, kind) {
  const { line, pid } = await started(["test/bench/bare.mjs", address, kind]);
  return { url: line, headers: {}, pid };
}

/** Starts a program of this Node, and gives its first line. */
async function started(words) {
  const profile = process.env.PORTE_BENCH_PROFILE;
  const flags = profile === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", profile];
  const child = spawn(process.execPath, [...flags, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  stops.push(() => {
    child.kill("SIGTERM");
    return ended;
  });
  const line = await Promise.race([
    new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve)),
    ended.then((code) => Promise.reject(new Error(`${words[0]} ended with ${code}`))),
  ]);
  return { line, pid: child.pid };
}

function figure(value) {
  return Math.round(value).toLocaleString("en").replaceAll(",", " ");
}
