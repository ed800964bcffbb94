// Prints how long each command takes to start, as a ratio of bare `node -e 0` in the same run, beside its budget.
// Commands that ask the company are given the company's own time apart: the same requests, made from a warm process. Each
// ratio is the median of the rounds' own ratios, because a machine is not as fast in each; answers are read through a pipe,
// as a script reads them. A first start finds an empty cache folder, compiles everything and keeps it; the others find its code.
// With --json, the figures alone.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const RUNS = Number(process.env.PORTE_BENCH_RUNS ?? 25);
const FIRST_RUNS = Number(process.env.PORTE_BENCH_FIRST_RUNS ?? 9);
const COMPANY_RUNS = Number(process.env.PORTE_BENCH_COMPANY_RUNS ?? 7);
const NOW = "2026-11-25T16:40:00.000Z";
const porte = (...words) => ["bin/porte.js", ...words];
const folder = mkdtempSync(join(tmpdir(), "porte-bench-"));
const words = ["bin/porte-company.js", "serve", "--demo", "--data", folder, "--port", "0", "--json"];
const own = { ...process.env, PORTE_CACHE_DIR: join(folder, "cache") };
const company = spawn(process.execPath, words, {
  env: { ...own, PORTE_NOW: NOW },
  stdio: ["ignore", "pipe", "ignore"],
});
const line = await new Promise((resolve) => createInterface({ input: company.stdout }).once("line", resolve));
const { url, portes } = JSON.parse(line);
const { token } = portes[0];
const env = { ...own, PORTE_NOW: NOW, PORTE_API_URL: url, PORTE_TOKEN: token, HOME: folder, PORTE_LANG: "fr" };
/** What a person waits for at each Tab is to stay under 100 ms. */
const TAB = 2;

const CASES = [
  { name: "node -e 0", argv: ["-e", "0"], budget: 1 },
  { name: "porte --version", argv: porte("--version"), budget: 1.15 },
  { name: "porte --help", argv: porte("--help"), budget: 1.25 },
  { name: "porte payslips <Tab>", argv: porte("__complete", "--", "payslips", ""), budget: TAB },
  { name: "porte declare nov<Tab>", argv: porte("__complete", "--", "declare", "nov"), budget: TAB },
  { name: "porte declare --mission <Tab>", argv: porte("__complete", "--", "declare", "--mission", ""), budget: TAB },
  { name: "porte declare --help", argv: porte("declare", "--help"), budget: 1.25 },
  { name: "porte simulate --tjm 550", argv: porte("simulate", "--tjm", "550"), budget: 1.3 },
  { name: "porte whoami", argv: porte("whoami"), budget: 1.6, asks: ["me", "company"] },
  { name: "porte missions", argv: porte("missions"), budget: 1.6, asks: ["missions"] },
  { name: "porte declare list", argv: porte("declare", "list"), budget: 1.6, asks: ["activity-reports", "missions"] },
  { name: "porte expenses", argv: porte("expenses"), budget: 1.6, asks: ["expenses", "overview"] },
  { name: "porte payslips", argv: porte("payslips"), budget: 1.6, asks: ["payslips"] },
  {
    name: "porte account",
    argv: porte("account"),
    budget: 1.6,
    asks: ["account?month=2026-11", "account/entries?month=2026-11"],
  },
  { name: "porte status", argv: porte("status"), budget: 1.6, asks: ["overview"] },
];

const times = CASES.map(() => ({ whole: [], server: [] }));
const firsts = CASES.map(() => ({ whole: [], server: [] }));
for (let run = 0; run < FIRST_RUNS; run += 1) await round(firsts, join(folder, "first"));
/** Code of every command is there, as on the second day. */
await round(
  CASES.map(() => ({ whole: [], server: [] })),
  null,
);
for (let run = 0; run < RUNS; run += 1) await round(times, null);
company.kill();
const companyStarts = { first: [], second: [] };
for (let run = 0; run < COMPANY_RUNS; run += 1) {
  const cache = join(folder, `company-${run}`);
  companyStarts.first.push(await firstStart(cache));
  companyStarts.second.push(await firstStart(cache));
}
rmSync(folder, { recursive: true, force: true });

const rows = CASES.map(({ name, budget }, index) => ({
  name,
  budget,
  ms: Math.round(median(times[index].whole)),
  serverMs: Math.round(median(times[index].server)),
  first: ratioOf(firsts, index),
  ratio: ratioOf(times, index),
}));
const companyRow = {
  firstMs: Math.round(median(companyStarts.first)),
  secondMs: Math.round(median(companyStarts.second)),
};
if (process.argv.includes("--json")) console.log(JSON.stringify({ node: process.version, rows, company: companyRow }));
else print();

/** Runs every case once; with a cache folder, each finds it empty. */
async function round(into, emptied) {
  for (const [index, { argv, asks }] of CASES.entries()) {
    if (emptied !== null) rmSync(emptied, { recursive: true, force: true });
    const here = emptied === null ? env : { ...env, PORTE_CACHE_DIR: emptied };
    into[index].whole.push(await timed(() => spawnSync(process.execPath, argv, { env: here })));
    if (asks !== undefined) into[index].server.push(await timed(() => Promise.all(asks.map(ask))));
  }
}

function ratioOf(figures, index) {
  const { whole, server } = figures[index];
  return Number(median(whole.map((ms, run) => (ms - (server[run] ?? 0)) / figures[0].whole[run])).toFixed(2));
}

function print() {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} x ${cpus()[0].model}`;
  console.log(`${day}, Node ${process.version}, ${machine}, median of ${RUNS} runs, of ${FIRST_RUNS} first starts\n`);
  console.log(
    "| command | ms | server's own ms | first start, x node -e 0 | x node -e 0, server's time off | budget |",
  );
  console.log("|---|---:|---:|---:|---:|---:|");
  for (const { name, budget, ms, serverMs, first, ratio } of rows) {
    const mark = ratio <= budget ? "" : " (over)";
    const figures = [ms, serverMs || "", first.toFixed(2), ratio.toFixed(2), `${budget.toFixed(2)}${mark}`];
    console.log(`| \`${name}\` | ${figures.join(" | ")} |`);
  }
  const { firstMs, secondMs } = companyRow;
  console.log(
    `\nporte-company, on an empty folder, to its first answer: ${(firstMs / 1000).toFixed(2)} s the first time, ${(secondMs / 1000).toFixed(2)} s with its code kept (budget: 2 s; median of ${COMPANY_RUNS})`,
  );
}

/** Times a company on an empty folder, from its start to its first answer. It has ended before another is timed. */
async function firstStart(cache) {
  const empty = mkdtempSync(join(tmpdir(), "porte-first-"));
  const argv = ["bin/porte-company.js", "serve", "--data", empty, "--port", "0", "--json"];
  const start = performance.now();
  const started = spawn(process.execPath, argv, {
    env: { ...process.env, PORTE_CACHE_DIR: cache },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const said = await new Promise((resolve) => createInterface({ input: started.stdout }).once("line", resolve));
  await fetch(`${JSON.parse(said).url}/v1/service`).then((answer) => answer.text());
  const taken = performance.now() - start;
  const gone = new Promise((resolve) => started.once("exit", resolve));
  started.kill();
  await gone;
  rmSync(empty, { recursive: true, force: true });
  return taken;
}

async function ask(path) {
  const answer = await fetch(`${url}/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
  await answer.arrayBuffer();
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values) {
  if (values.length === 0) return 0;
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
