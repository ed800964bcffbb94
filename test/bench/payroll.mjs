// Prints, from one run on one thread: payslips and turnover-to-net solutions a second, the same payslip through publicodes and
// Urssaf's rules, and what a batch of a million lines takes in time and memory.
import { execFileSync, spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import rules from "modele-social-2026";
import Engine from "publicodes";
import { build } from "rolldown";

const ROWS = Number(process.env.PORTE_BENCH_ROWS ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "porte-bench-"));
const bundle = join(folder, "kernel.mjs");
await build({
  input: "test/bench/kernel.ts",
  platform: "node",
  logLevel: "silent",
  output: { file: bundle, format: "esm" },
});
const { amountOf, payslips, waterfalls } = await import(pathToFileURL(bundle));

const kernel = rateOf(payslips, 1_000_000);
const solutions = rateOf(waterfalls, 300_000);
const oracle = oracleRate(12);
const batches = [];
for (const rows of [ROWS / 100, ROWS / 10, ROWS]) batches.push(await batch(rows));
const alone = await parseAndStringify(join(folder, `${ROWS / 10}.jsonl`), ROWS / 10);
rmSync(folder, { recursive: true, force: true });

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} x ${cpus()[0].model}, one thread\n`,
);
console.log("| what | a second | budget |\n|---|---:|---:|");
row("payslips, every line", kernel, 1_000_000);
row("turnover to net, solved to the cent", solutions, 300_000);
console.log(`| the same payslip by publicodes and modele-social | ${oracle.toFixed(1)} | |`);
console.log(
  `| ratio of the kernel to it | ${figure(kernel / oracle)} x | 50 000 x${kernel / oracle < 50_000 ? " (under)" : ""} |`,
);
for (const { rows, seconds, peakMb } of batches)
  console.log(
    `| lines of a batch of ${figure(rows)}, read, computed and written as JSON | ${figure(rows / seconds)} | peak memory ${peakMb} MB |`,
  );

const { seconds: ofBatch } = batches[1];
console.log(
  `| the same ${figure(ROWS / 10)} lines parsed, and as many answers of their kind stringified and written, alone | ${figure(ROWS / 10 / alone)} | |`,
);
console.log(
  `| ratio of the batch's time to that | ${(ofBatch / alone).toFixed(2)} x | 1.5 x${ofBatch / alone > 1.5 ? " (over)" : ""} |`,
);

function row(name, rate, budget) {
  console.log(`| ${name} | ${figure(rate)} | ${figure(budget)}${rate < budget ? " (under)" : ""} |`);
}

function figure(value) {
  return Math.round(value).toLocaleString("en").replaceAll(",", " ");
}

/** The best of five runs, after one that warms the code up. */
function rateOf(work, count) {
  work(count / 5);
  let best = 0;
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    work(count);
    best = Math.max(best, (count * 1000) / (performance.now() - start));
  }
  return best;
}

/** The same payslip, line by line, by the engine that publishes the law; every line is asked, as the kernel gives every line. */
function oracleRate(count) {
  const engine = new Engine(rules, { logger: { log() {}, warn() {}, error() {} } });
  const C = "salarié . cotisations";
  const lines =
    `${C} . maladie . employeur|${C} . vieillesse . employeur . plafonnée|${C} . vieillesse . salarié . plafonnée|${C} . vieillesse . employeur . déplafonnée|${C} . vieillesse . salarié . déplafonnée|${C} . allocations familiales|${C} . ATMP|${C} . chômage|${C} . AGS|${C} . retraite complémentaire . employeur|${C} . retraite complémentaire . salarié|${C} . CEG . employeur|${C} . CEG . salarié|${C} . CET . employeur|${C} . CET . salarié|${C} . APEC . employeur|${C} . APEC . salarié|${C} . prévoyances . santé . employeur|${C} . CSA|${C} . FNAL|${C} . formation professionnelle|${C} . taxe d'apprentissage|${C} . PEEC|${C} . contribution au dialogue social|${C} . forfait social|${C} . CSG-CRDS . CSG . déductible|${C} . CSG-CRDS . sur revenus imposables non déductible|${C} . exonérations . RGDU|salarié . rémunération . net . imposable|salarié . rémunération . net . à payer avant impôt`.split(
      "|",
    );
  let best = 0;
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    for (let index = 0; index < count; index += 1) {
      engine.setSituation({
        date: "01/11/2026",
        "salarié . contrat": "'CDI'",
        "salarié . contrat . statut cadre": "oui",
        "salarié . contrat . salaire brut": `${amountOf(index + run * count) / 100} €/mois`,
        "entreprise . salariés . effectif": "100 employé",
      });
      for (const line of lines) engine.evaluate(line);
    }
    best = Math.max(best, (count * 1000) / (performance.now() - start));
  }
  return best;
}

/** What no batch can do without: each line parsed, and an answer turned to text and written; the answers are those of the first lines. */
async function parseAndStringify(file, rows) {
  const sample = join(folder, "sample.jsonl");
  const some = readFileSync(file, "utf8").split("\n").slice(0, 500).join("\n");
  writeFileSync(sample, `${some}\n`);
  const env = { ...process.env, PORTE_DATA_DIR: folder, PORTE_CONFIG_DIR: folder, PORTE_NOW: "2026-11-24T09:00:00Z" };
  const answers = join(folder, "answers.jsonl");
  writeFileSync(
    answers,
    execFileSync(process.execPath, ["bin/porte.js", "simulate", "--batch", sample], { env, maxBuffer: 1e9 }),
  );
  const start = performance.now();
  const words = ["test/bench/parse-and-stringify.mjs", file, answers];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`${rows} lines ended with ${code}`);
  return (performance.now() - start) / 1000;
}

/** Runs the built program on a file of so many lines, and follows the memory that the system gives it. */
async function batch(rows) {
  const file = join(folder, `${rows}.jsonl`);
  const out = createWriteStream(file);
  for (let index = 0; index < rows; index += 1) {
    const line = `{"tjm":${300 + (index % 900)},"days":${1 + (index % 22)},"fee":0.0${1 + (index % 9)}}\n`;
    if (!out.write(line)) await new Promise((resolve) => out.once("drain", resolve));
  }
  await new Promise((resolve) => out.end(resolve));
  const start = performance.now();
  const words = ["bin/porte.js", "simulate", "--batch", file];
  const env = { ...process.env, PORTE_DATA_DIR: folder, PORTE_CONFIG_DIR: folder, PORTE_NOW: "2026-11-24T09:00:00Z" };
  const child = spawn(process.execPath, words, { env, stdio: ["ignore", "ignore", "inherit"] });
  let peakKb = 0;
  const timer = setInterval(() => {
    const status = readStatus(child.pid);
    peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 20);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`the batch ended with ${code}`);
  return { rows, seconds: (performance.now() - start) / 1000, peakMb: peakKb === 0 ? "?" : Math.round(peakKb / 1024) };
}

function readStatus(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
