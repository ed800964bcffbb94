// Rebuilds an account's balance from an export's JSON Lines alone, and compares it with the export's hledger journal and manifest:
//   node tools/rebuild-account.mjs <folder>
// Ends with 1 where they differ. It needs nothing of porte; hledger reads the journal where it is installed.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? ".";
const { account } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
const lines = readFileSync(join(folder, "account-entries.jsonl"), "utf8").split("\n").filter(Boolean);
const entries = lines.map((line) => JSON.parse(line));
const total = (some) => some.reduce((sum, { amountCents }) => sum + amountCents, 0);

const entriesCents = total(entries);
const untilMonthCents = account === null ? null : total(entries.filter(({ month }) => month <= account.month));
const journalCents = readJournal(join(folder, "account.journal"));
const hledgerCents = askHledger(join(folder, "account.journal"));
const isEqual =
  journalCents === entriesCents &&
  (hledgerCents === null || hledgerCents === entriesCents) &&
  (account === null || untilMonthCents === account.balanceCents);
const manifestCents = account?.balanceCents ?? null;
console.log(JSON.stringify({ entriesCents, untilMonthCents, manifestCents, journalCents, hledgerCents, isEqual }));
process.exitCode = isEqual ? 0 : 1;

/** Adds up what is booked on accounts of assets; what asserts a balance books nothing. */
function readJournal(file) {
  const booked = readFileSync(file, "utf8").matchAll(/^ +Assets\S* {2,}(-?\d+)\.(\d\d) EUR/gim);
  return [...booked].reduce((sum, [, euros, cents]) => sum + Number(`${euros}${cents}`), 0);
}

function askHledger(file) {
  const { status, stdout, error } = spawnSync("hledger", ["-f", file, "--strict", "bal", "Assets", "-O", "csv"], {
    encoding: "utf8",
  });
  if (error !== undefined) return null;
  const [, euros, cents] = /"total:?","(-?\d+)(?:\.(\d\d))? ?(?:EUR)?"/i.exec(stdout) ?? [];
  if (status !== 0 || euros === undefined) throw new Error("hledger does not read the journal");
  return Number(`${euros}${cents ?? "00"}`);
}
