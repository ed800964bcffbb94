// Prints, from one run: what the built server answers a second beside a bare Fastify route with one indexed select, on the same
// PostgreSQL, with 50 connections; how long it takes at half of that; and whether a large company answers as fast as a small one.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import autocannon from "autocannon";
import pg from "pg";
import { build } from "rolldown";
import { fillOthers, fillPorte } from "./server-rows.mjs";

const CONNECTIONS = 50;
const SECONDS = Number(process.env.PORTE_BENCH_SECONDS ?? 4);
const ROUNDS = Number(process.env.PORTE_BENCH_ROUNDS ?? 3);
const REPORTS = Number(process.env.PORTE_BENCH_REPORTS ?? 1_000_000);
const ENTRIES = Number(process.env.PORTE_BENCH_ENTRIES ?? 4 * REPORTS);
const ONLY = process.env.PORTE_BENCH_ONLY?.split(",");
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
const started = [];
try {
  await measureAll();
} finally {
  for (const stop of started.reverse()) await stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measureAll() {
  const postgres = await startPostgres();
  if (postgres === null) throw new Error("this machine has no PostgreSQL");
  started.push(() => postgres.stop());
  const address = await newDatabase(postgres.url);
  const company = await startCompany(["--database", address]);
  const [{ token }] = company.portes;
  const client = new pg.Client(address);
  await client.connect();
  await fillPorte(client, company.portes[0].email);
  await client.query("analyze");
  const bare = await startBare(address, "named");
  console.log(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} x ${cpus()[0].model}, ${CONNECTIONS} connections\n`,
  );
  const direct = await table("direct, named statements", company.url, token, bare);
  if (process.env.PORTE_BENCH_POOLER !== "0") await behindPooler(address, token);
  if (REPORTS > 0) {
    await fillOthers(client, REPORTS, ENTRIES);
    await flat(direct, company.url, token, bare);
  }
  await client.end();
}

async function behindPooler(address, token) {
  const { port, pathname } = new URL(address);
  const pooler = await startPooler(Number(port));
  if (pooler === null) return console.log("This machine has no pgbouncer.\n");
  started.push(() => pooler.stop());
  const behind = pooler.address(pathname.slice(1));
  const { url } = await startCompany(["--database", behind, "--pooler"]);
  await table(
    "behind pgbouncer in transaction mode, no named statement",
    url,
    token,
    await startBare(behind, "unnamed"),
  );
}

/** Measures each read, and the bare route before and after it; the best round counts for both. */
async function table(title, url, token, bare) {
  console.log(
    `${title}\n\n| read | bytes | a second | bare | ratio | target | p50 | p99 at half load |\n|---|---:|---:|---:|---:|---:|---:|---:|`,
  );
  const ratios = new Map();
  for (const [path, target] of READS) {
    const { ratio, own, other, bytes } = await ratioOf(`${url}/v1${path}`, token, bare);
    const half = await load(`${url}/v1${path}`, token, Math.floor(own / 2));
    ratios.set(path, ratio);
    console.log(
      `| ${path} | ${bytes} | ${figure(own)} | ${figure(other)} | ${ratio.toFixed(2)} x | ${target} x${ratio < target ? " (under)" : ""} | ${half.latency.p50} ms | ${half.latency.p99} ms |`,
    );
  }
  console.log("");
  return ratios;
}

async function ratioOf(read, token, bare) {
  const answer = await fetch(read, { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200) throw new Error(`${read} answers ${answer.status}`);
  const bytes = (await answer.arrayBuffer()).byteLength;
  await load(read, token);
  await load(`${bare}/row`);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const other = (await load(`${bare}/row`)).requests.average;
    rounds.push({ other, own: (await load(read, token)).requests.average });
  }
  const own = Math.max(...rounds.map((round) => round.own));
  const other = Math.max(...rounds.map((round) => round.other));
  return { ratio: own / other, own, other, bytes };
}

async function flat(small, url, token, bare) {
  console.log(
    `with ${figure(REPORTS)} reports and ${figure(ENTRIES)} entries of others\n\n| read | ratio | slower than before by | target |\n|---|---:|---:|---:|`,
  );
  for (const [path] of READS) {
    const { ratio } = await ratioOf(`${url}/v1${path}`, token, bare);
    const slower = small.get(path) / ratio;
    console.log(`| ${path} | ${ratio.toFixed(2)} x | ${slower.toFixed(2)} x | 1.3 x${slower > 1.3 ? " (over)" : ""} |`);
  }
  console.log("");
}

async function load(url, token, overallRate) {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    ...(overallRate === undefined ? {} : { overallRate }),
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result;
}

async function startCompany(words) {
  const data = mkdtempSync(join(folder, "company-"));
  const program = ["bin/porte-company.js", "serve", "--demo", "--port", "0", "--json", "--data", data, ...words];
  return JSON.parse(await firstLine(program));
}

function startBare(address, kind) {
  return firstLine(["test/bench/bare.mjs", address, kind]);
}

function firstLine(words) {
  const flags =
    process.env.PORTE_BENCH_PROFILE === undefined || words[0].includes("bare")
      ? []
      : ["--cpu-prof", "--cpu-prof-dir", process.env.PORTE_BENCH_PROFILE];
  const child = spawn(process.execPath, [...flags, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  started.push(() => {
    child.kill("SIGTERM");
    return ended;
  });
  return Promise.race([
    new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve)),
    ended.then((code) => Promise.reject(new Error(`${words[0]} ended with ${code}`))),
  ]);
}

function figure(value) {
  return Math.round(value).toLocaleString("en").replaceAll(",", " ");
}
