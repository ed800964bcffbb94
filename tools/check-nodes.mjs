// Builds, plays the tour, runs tests and times starts on each other Node, and prints a table; this machine's own has `npm test`.
// `node tools/check-nodes.mjs 22` tries one major. Ends with 1 where something does not hold, a start budget included: what is
// compared is each command's usual start as a ratio of the same Node's `node -e 0`, and the company's usual start with its 2 s.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MAJORS, nodeOf } from "./nodes.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** What could differ between Nodes: numbers and dates, terminals, files, threads, HTTP, the database, what is kept compiled. */
const TESTS = [
  "test/domain",
  "test/portage",
  "test/files",
  "test/cli/surface.test.ts",
  "test/acceptance/simulate.test.ts",
  "test/acceptance/login.test.ts",
  "test/acceptance/plain-files.test.ts",
  "test/server/start.test.ts",
  "test/server/payslip-pdf.test.ts",
  "test/packages/kept-code.test.ts",
];
const LEAST_TESTS = 150;
/** What the company may take, with its code kept, to its first answer on an empty folder. */
const COMPANY_MOST_MS = 2_000;
/** Starts are compared on one machine at one time: this one's own Node stands beside the others. */
const BENCH = { PORTE_BENCH_RUNS: "15", PORTE_BENCH_FIRST_RUNS: "5", PORTE_BENCH_COMPANY_RUNS: "3" };

const asked = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "porte-nodes-"));
const columns = [];
let isWell = true;

for (const major of asked.length > 0 ? asked : MAJORS) {
  const { program, why } = await nodeOf(major);
  if (program === null) {
    console.log(`Node ${major}: ${why}`);
    isWell = false;
  } else columns.push(tried(program));
}
columns.push({
  node: process.version,
  built: "npm test",
  demo: "npm test",
  tests: "npm test",
  starts: starts(process.execPath),
});
rmSync(folder, { recursive: true, force: true });
console.log(`\n${table(columns)}`);
process.exitCode = isWell ? 0 : 1;

function tried(program) {
  const env = { ...process.env, PORTE_CACHE_DIR: join(folder, "cache") };
  const run = (...words) => spawnSync(program, words, { cwd: ROOT, env, encoding: "utf8", maxBuffer: 1e9 });
  const node = run("--version").stdout.trim();
  const built = said(`${node} build`, run("tools/build.mjs", "--force"));
  const demo = said(`${node} demo`, run("bin/porte.js", "demo"));
  const report = join(folder, "tests.json");
  const words = ["node_modules/vitest/vitest.mjs", "run", ...TESTS, "--reporter=json", `--outputFile=${report}`];
  const ended = said(`${node} tests`, run(...words));
  const { numPassedTests = 0, numFailedTests = 0 } = ended === "passed" ? JSON.parse(readFileSync(report, "utf8")) : {};
  if (numPassedTests < LEAST_TESTS) isWell = false;
  return { node, built, demo, tests: `${numPassedTests} passed, ${numFailedTests} failed`, starts: starts(program) };
}

function said(what, { status, stdout, stderr }) {
  if (status === 0) return "passed";
  isWell = false;
  console.log(`${what}: ${status}\n${`${stdout}${stderr}`.slice(-4000)}`);
  return "FAILED";
}

function starts(program) {
  const words = [join(ROOT, "test", "bench", "start.mjs"), "--json"];
  const ended = spawnSync(program, words, { cwd: ROOT, env: { ...process.env, ...BENCH }, encoding: "utf8" });
  if (said(`${program} starts`, ended) !== "passed") return null;
  const figures = JSON.parse(ended.stdout);
  const over = overBudget(figures);
  if (over.length > 0) isWell = false;
  for (const one of over) console.log(`${figures.node} starts: ${one}`);
  return figures;
}

/** Words each usual start that is over its budget. */
function overBudget({ rows, company }) {
  const slow = rows
    .filter(({ ratio, budget }) => ratio > budget)
    .map(({ name, ratio, budget }) => `${name} ${ratio.toFixed(2)} x, over ${budget.toFixed(2)}`);
  const { secondMs } = company;
  return secondMs <= COMPANY_MOST_MS ? slow : [...slow, `porte-company ${secondMs} ms, over ${COMPANY_MOST_MS}`];
}

function table(all) {
  const rows = [
    ["", ...all.map(({ node }) => node)],
    ["---", ...all.map(() => "---:")],
    ["build", ...all.map(({ built }) => built)],
    ["demo", ...all.map(({ demo }) => demo)],
    ["tests", ...all.map(({ tests }) => tests)],
    ["`node -e 0`, ms", ...all.map(({ starts: of }) => of?.rows[0].ms ?? "FAILED")],
    ...(all.find(({ starts: of }) => of !== null)?.starts.rows ?? []).slice(1).map(({ name }, index) => [
      `\`${name}\`, first / next, x`,
      ...all.map(({ starts: of }) => {
        if (of === null) return "FAILED";
        const { first, ratio, budget } = of.rows[index + 1];
        return `${first.toFixed(2)} / ${ratio.toFixed(2)}${ratio <= budget ? "" : ` (over ${budget.toFixed(2)})`}`;
      }),
    ]),
    [
      "company's first answer, first / next, s",
      ...all.map(({ starts: of }) => {
        if (of === null) return "FAILED";
        const { firstMs, secondMs } = of.company;
        const mark = secondMs <= COMPANY_MOST_MS ? "" : ` (over ${(COMPANY_MOST_MS / 1000).toFixed(2)})`;
        return `${(firstMs / 1000).toFixed(2)} / ${(secondMs / 1000).toFixed(2)}${mark}`;
      }),
    ],
  ];
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
