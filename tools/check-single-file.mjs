// Runs the single-file program alone, in an empty folder, on a real company: it logs in, declares, and reads a PDF receipt.
// Prints what each command answered; ends with 1 where one did not do its work.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const NOW = "2026-11-25T16:40:00.000Z";
const folder = mkdtempSync(join(tmpdir(), "porte-single-"));
const program = join(folder, "porte");
copyFileSync(join(ROOT, "dist", "single-file", "porte"), program);
for (const name of ["timesheet.csv", "receipt.pdf"]) copyFileSync(join(ROOT, "templates", name), join(folder, name));
const serve = ["serve", "--demo", "--data", join(folder, "company"), "--port", "0", "--json"];
const company = spawn(process.execPath, [join(ROOT, "bin", "porte-company.js"), ...serve], {
  env: { ...process.env, PORTE_NOW: NOW },
  stdio: ["ignore", "pipe", "inherit"],
});
const line = await new Promise((resolve) => createInterface({ input: company.stdout }).once("line", resolve));
const { url, portes } = JSON.parse(line);
/** Each command with what it is fed, and what its answer must hold. */
const CASES = [
  [["--help"], "", "declare"],
  [["login", url, "--with-token", "--secret-store", "file"], portes[0].token, "Claire"],
  [["whoami"], "", "Claire"],
  [["declare", "2026-11", "--csv", "timesheet.csv", "--yes"], "", "11"],
  [["expenses", "add", "receipt.pdf", "--read", "--category", "meal-away", "--json"], "", "21"],
  [["simulate", "--tjm", "550", "--report", "report.html"], "", ""],
  [["payslips"], "", ""],
];
let failed = 0;
for (const [words, input, wanted] of CASES) {
  const env = { HOME: folder, PORTE_NOW: NOW, PORTE_LANG: "fr" };
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, env, input, encoding: "utf8" });
  const isWell = status === 0 && stdout.includes(wanted);
  if (!isWell) failed += 1;
  console.log(`${isWell ? "passed" : "FAILED"}  porte ${words.join(" ")}`);
  if (!isWell) console.log(`${status}\n${stdout}\n${stderr}`);
}
const gone = new Promise((resolve) => company.once("exit", resolve));
company.kill();
await gone;
rmSync(folder, { recursive: true, force: true });
console.log(`${CASES.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
