// Prints how long each command takes to start, as a ratio of bare `node -e 0` in the same run, beside its budget.
// Commands that ask the company are given the company's own time apart: the same requests, made from a warm process. Each
// ratio is the median of the rounds' own ratios, because a machine is not as fast in each; answers are read through a pipe,
// as a script reads them.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const RUNS = Number(process.env.PORTE_BENCH_RUNS ?? 25);
const COMPANY_RUNS = 7;
const NOW = "2026-11-25T16:40:00.000Z";
const porte = (...words) => ["bin/porte.js", ...words];
const folder = mkdtempSync(join(tmpdir(), "porte-bench-"));
const words = ["bin/porte-company.js", "serve", "--demo", "--data", folder, "--port", "0", "--json"];
const company = spawn(process.execPath, words, {
  env: { ...process.env, PORTE_NOW: NOW },
  stdio: ["ignore", "pipe", "ignore"],
});
const line = await new Promise((resolve) => createInterface({ input: company.stdout }).once("line", resolve));
const { url, portes } = JSON.parse(line);
const { token } = portes[0];
const env = { ...process.env, PORTE_NOW: NOW, PORTE_API_URL: url, PORTE_TOKEN: token, HOME: folder, PORTE_LANG: "fr" };

const CASES = [
  { name: "node -e 0", argv: ["-e", "0"], budget: 1 },
  { name: "porte --version", argv: porte("--version"), budget: 1.15 },
  { name: "porte --help", argv: porte("--help"), budget: 1.25 },
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
for (let run = 0; run < RUNS; run += 1)
  for (const [index, { argv, asks }] of CASES.entries()) {
    times[index].whole.push(await timed(() => spawnSync(process.execPath, argv, { env })));
    if (asks !== undefined) times[index].server.push(await timed(() => Promise.all(asks.map(ask))));
  }
company.kill();
rmSync(folder, { recursive: true, force: true });
const firstStarts = [];
for (let run = 0; run < COMPANY_RUNS; run += 1) firstStarts.push(await firstStart());

const bases = times[0].whole;
const base = median(bases);
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} x ${cpus()[0].model}, median of ${RUNS} runs\n`,
);
console.log("| command | ms | server's own ms | x node -e 0, server's time off | budget |\n|---|---:|---:|---:|---:|");
for (const [index, { name, budget }] of CASES.entries()) {
  const whole = median(times[index].whole);
  const server = times[index].server.length === 0 ? 0 : median(times[index].server);
  const ratio = median(times[index].whole.map((ms, run) => (ms - (times[index].server[run] ?? 0)) / bases[run]));
  const mark = ratio <= budget ? "" : " (over)";
  console.log(
    `| \`${name}\` | ${whole.toFixed(0)} | ${server === 0 ? "" : server.toFixed(0)} | ${ratio.toFixed(2)} | ${budget.toFixed(2)}${mark} |`,
  );
}

const first = median(firstStarts);
console.log(
  `\nporte-company, first start on an empty folder, to its first answer: ${(first / 1000).toFixed(2)} s, ${(first / base).toFixed(0)} x node -e 0 (budget: 2 s; median of ${COMPANY_RUNS})`,
);

/** Times a company that never ran, from its start to its first answer. It has ended before another is timed. */
async function firstStart() {
  const empty = mkdtempSync(join(tmpdir(), "porte-first-"));
  const argv = ["bin/porte-company.js", "serve", "--data", empty, "--port", "0", "--json"];
  const start = performance.now();
  const started = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "ignore"] });
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
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
