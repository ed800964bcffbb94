// Prints how long the built server takes to pay a month to thousands of portés, on a PostgreSQL of its own that syncs to the disk,
// how much memory it has meanwhile, and how long reads take beside it.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { build } from "rolldown";

const PORTES = Number(process.env.PORTE_BENCH_PORTES ?? 10_000);
const READERS = Number(process.env.PORTE_BENCH_READERS ?? 4);
const PAUSE_MS = 25;
const MONTH = "2026-11";
const NOW = "2026-11-25T16:40:00.000Z";
const SAMPLES = 8;

const folder = mkdtempSync(join(tmpdir(), "porte-bench-"));
await build({
  input: "test/parts/postgres.ts",
  platform: "node",
  logLevel: "silent",
  external: ["pg"],
  output: { file: join(folder, "postgres.mjs"), format: "esm", paths: { pg: import.meta.resolve("pg") } },
});
const { newDatabase, startPostgres } = await import(pathToFileURL(join(folder, "postgres.mjs")));
const postgres = await startPostgres({ fsync: true });
if (postgres === null) throw new Error("this machine has no PostgreSQL");
const database = await newDatabase(postgres.url);
const company = await startCompany();
const client = new pg.Client(database);
await client.connect();
await fill();

const quiet = await reads(() => Promise.resolve(new Promise((resolve) => setTimeout(resolve, 3_000))));
const memory = [];
const started = performance.now();
const watch = setInterval(() => memory.push([performance.now() - started, rssMb(company.pid)]), 250);
const busy = await reads(payMonth);
clearInterval(watch);
const seconds = (performance.now() - started) / 1000;
const { rows } = await client.query(
  "select count(*)::int as paid, count(distinct person_id)::int as people from payslips",
);

const { paid, people } = rows[0];
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} x ${cpus()[0].model}, fsync on\n`,
);
console.log("| what | figure | budget |\n|---|---:|---:|");
console.log(`| portés paid, each once | ${paid} of ${PORTES}${paid === people ? "" : " (doubled)"} | all |`);
console.log(
  `| seconds | ${seconds.toFixed(1)} | ${(PORTES * 6) / 1000}${seconds > (PORTES * 6) / 1000 ? " (over)" : ""} |`,
);
console.log(`| portés a second | ${Math.round(paid / seconds)} | |`);
console.log(`| ${quiet.length} reads before, p50 and p99 | ${at(quiet, 0.5)} ms, ${at(quiet, 0.99)} ms | |`);
console.log(
  `| ${busy.length} reads while paying, p50 and p99 | ${at(busy, 0.5)} ms, ${at(busy, 0.99)} ms | 100 ms${at(busy, 0.99) > 100 ? " (over)" : ""} |`,
);
console.log(`\nMemory while paying, MB: ${curve().join(" · ")}`);
await client.end();
await company.stop();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });

async function startCompany() {
  const words = [
    "serve",
    "--demo",
    "--data",
    folder,
    "--port",
    "0",
    "--json",
    "--api-rate",
    "0",
    "--database",
    database,
  ];
  const child = spawn(process.execPath, ["bin/porte-company.js", ...words], {
    env: { PATH: process.env.PATH, PORTE_NOW: NOW },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { ...JSON.parse(line), pid: child.pid, stop };
}

/** Every porté's contract, approved month, payment and entries; by the file that the tests fill their companies with. */
async function fill() {
  const text = readFileSync("test/parts/many-portes.sql", "utf8")
    .replaceAll(":count", String(PORTES))
    .replaceAll(":month", MONTH);
  await client.query(text);
  await client.query("vacuum analyze");
}

async function payMonth() {
  const response = await fetch(`${company.url}/v1/operator/payroll-runs`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${company.operator.token}`,
      "content-type": "application/json",
      "idempotency-key": "bench-of-payroll-run",
    },
    body: JSON.stringify({ month: MONTH }),
  });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`${response.status} ${text.slice(0, 300)}`);
}

/** How long reads take while something is done, ms, sorted: each reader asks, waits a little, and asks again. */
async function reads(work) {
  const times = [];
  let isDone = false;
  const paths = ["/me", "/account", "/payslips", "/activity-reports"];
  const reader = async (index) => {
    for (let turn = index; !isDone; turn += 1) {
      const before = performance.now();
      const response = await fetch(`${company.url}/v1${paths[turn % paths.length]}`, {
        headers: { authorization: `Bearer ${company.portes[0].token}` },
      });
      await response.text();
      if (!response.ok) throw new Error(`${response.status}`);
      times.push(performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  const readers = Array.from({ length: READERS }, (_, index) => reader(index));
  await Promise.race([work(), ...readers]);
  isDone = true;
  await Promise.all(readers);
  return times.sort((a, b) => a - b);
}

function at(sorted, share) {
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
}

function rssMb(pid) {
  const [, kb = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kb) / 1024);
}

function curve() {
  const step = Math.max(1, Math.floor(memory.length / SAMPLES));
  return memory.filter((_, index) => index % step === 0).map(([ms, mb]) => `${(ms / 1000).toFixed(0)} s ${mb}`);
}
