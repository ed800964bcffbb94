// Runs every check of the house, one after the other, and ends with one line of what passed and what failed.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CHECKS = [
  ["format and lint", "lint"],
  ["types", "types"],
  ["import walls", "walls"],
  ["unused code", "unused"],
  ["package", "package"],
  ["contract lint", "contract:lint"],
  ["generated types", "contract:check"],
];

const folder = await mkdtemp(join(tmpdir(), "porte-check-"));
const report = join(folder, "tests.json");
const results = [];

/** Two at a time, as many as the cores that they are meant for. */
const waiting = CHECKS.entries();
const worker = async () => {
  for (const [place, [name, script]] of waiting) results[place] = [name, await runs(["run", "--silent", script])];
};
await Promise.all([worker(), worker()]);
const words = ["run", "--silent", "test:only", "--", "--reporter=default", "--reporter=json", `--outputFile=${report}`];
const isWell = await runs(words);
const tests = await readFile(report, "utf8").then(JSON.parse, () => ({}));
await rm(folder, { recursive: true, force: true });

const { numPassedTests = 0, numFailedTests = 0, numPendingTests: skipped = 0 } = tests;
const brokenChecks = results.filter(([, isFine]) => !isFine).length;
const brokenTests = isWell ? numFailedTests : Math.max(1, numFailedTests);
for (const [name, isFine] of results) console.log(`${isFine ? "passed" : "FAILED"}  ${name}`);
console.log(
  `${isWell ? "passed" : "FAILED"}  tests (${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped)`,
);
console.log(await ratioOfShell());
const passed = results.length - brokenChecks + numPassedTests;
console.log(`${passed} passed, ${brokenChecks + brokenTests} failed, ${skipped} skipped`);
process.exitCode = brokenChecks + brokenTests === 0 ? 0 : 1;

/** Lines of tests for each line of code of the shell's rooms: what the tests are for is theirs, and `acceptance` and `faults` are all theirs. */
async function ratioOfShell() {
  const rooms = ["cli", "commands", "flows", "view", "store"];
  const code = await linesUnder(rooms.map((room) => `src/${room}`));
  const own = await linesUnder(rooms.map((room) => `test/${room}`));
  const all = own + (await linesUnder(["test/acceptance", "test/faults"]));
  const shown = (lines) => `${(lines / code).toFixed(2)} (${lines} lines : ${code})`;
  return `tests of ${rooms.join(", ")}: ${shown(own)} in rooms of the same name, ${shown(all)} with acceptance and faults`;
}

/** Lines that are neither empty nor a comment, of the TypeScript files of some folders. */
async function linesUnder(folders) {
  let lines = 0;
  for (const folder of folders) {
    const root = new URL(`../${folder}/`, import.meta.url);
    const names = await readdir(root, { recursive: true }).catch(() => []);
    for (const name of names.filter((one) => one.endsWith(".ts"))) {
      const text = await readFile(new URL(name.replaceAll("\\", "/"), root), "utf8");
      lines += text.split("\n").filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length;
    }
  }
  return lines;
}

function runs(npmWords) {
  return new Promise((resolve) => {
    const child = spawn("npm", npmWords, { stdio: "inherit", shell: process.platform === "win32" });
    child.once("exit", (code) => resolve(code === 0));
  });
}
