// Prints how long commands take that show ten years of records without asking anybody, as a ratio of bare `node -e 0` in the same run: the
// median of the rounds' own ratios. The records are one real answer of a company, told again for every month of ten years; and in a profile
// without a company, one real month with its expense, told again likewise.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const RUNS = Number(process.env.PORTE_BENCH_RUNS ?? 25);
const NOW = "2026-11-25T16:40:00.000Z";
const BUDGET = 1.6;
const EXPENSES_A_MONTH = 12;
const YEARS = 10;
const folder = mkdtempSync(join(tmpdir(), "porte-records-"));
const own = { ...process.env, PORTE_CACHE_DIR: join(folder, "cache"), PORTE_NOW: NOW };
const words = ["bin/porte-company.js", "serve", "--demo", "--data", join(folder, "company"), "--port", "0", "--json"];
const company = spawn(process.execPath, words, { env: own, stdio: ["ignore", "pipe", "ignore"] });
const line = await new Promise((resolve) => createInterface({ input: company.stdout }).once("line", resolve));
const { url, portes } = JSON.parse(line);
const env = { ...own, PORTE_API_URL: url, PORTE_TOKEN: portes[0].token, HOME: folder, PORTE_LANG: "fr" };
const porte = (...asked) => ["bin/porte.js", ...asked];
const run = (argv, its = env) => {
  const { status, stderr } = spawnSync(process.execPath, argv, { env: its });
  if (status !== 0) throw new Error(`${argv.join(" ")}: ${stderr}`);
};

run(porte("declare", "2026-11", "--all", "mission=ACME", "--yes"));
run(
  porte(
    "expenses",
    "add",
    "templates/receipt.pdf",
    "--amount",
    "21,40",
    "--vat",
    "1,95",
    "--date",
    "2026-11-19",
    "--category",
    "restaurant",
    "--mission",
    "ACME",
  ),
);
run(porte("expenses", "submit", "--yes"));
for (const asked of [["declare", "list"], ["expenses"], ["payslips"], ["account"], ["status"]]) run(porte(...asked));
company.kill();
const asked = join(folder, ".local/share/porte/default/records");
const facts = {
  reports: tell("reports", 1),
  expenses: tell("expenses", EXPENSES_A_MONTH),
  account: tell("account", 1),
  invoices: tell("invoices", 1, invoiceOf),
  contracts: tell("contracts", 1, contractOf),
};

/** A profile without a company, of one who sends a month's document to a folder. */
const local = { ...own, HOME: join(folder, "alone"), PORTE_LANG: "fr" };
const sent = join(folder, "sent");
for (const made of [local.HOME, sent]) mkdirSync(made);
for (const asked of [
  ["init", "--company", "Portage", "--contract", "cdi", "--fee", "7", "--deliver", `folder:${sent}`, "--yes"],
  ["missions", "add", "ACME", "--client", "Acme", "--tjm", "550", "--from", "2024-01-08"],
  ["declare", "2026-11", "--all", "mission=ACME", "--yes"],
  [
    ...["expenses", "add", "templates/receipt.pdf", "--amount", "21,40", "--vat", "1,95"],
    "--date",
    "2026-11-19",
  ].concat(...["--category", "restaurant", "--mission", "ACME"]),
  ["expenses", "submit", "--yes"],
])
  run(porte(...asked), local);
const ownRecords = join(local.HOME, ".local/share/porte/default/records");
const ownFacts = {
  reports: tell("filed-reports", 1, null, ownRecords),
  expenses: tell("expenses", EXPENSES_A_MONTH, null, ownRecords),
};

const CASES = [
  { name: "node -e 0", argv: ["-e", "0"] },
  { name: "porte status --cached", argv: porte("status", "--cached") },
  { name: "porte declare list --cached", argv: porte("declare", "list", "--cached") },
  { name: "porte expenses --cached", argv: porte("expenses", "--cached") },
  { name: "porte status (without a company)", argv: porte("status"), its: local },
  { name: "porte declare list (without a company)", argv: porte("declare", "list"), its: local },
  { name: "porte expenses (without a company)", argv: porte("expenses"), its: local },
];
for (const { argv, its } of CASES) run(argv, its);
const times = CASES.map(() => []);
for (let round = 0; round < RUNS; round += 1)
  for (const [index, { argv, its }] of CASES.entries()) {
    const start = performance.now();
    run(argv, its);
    times[index].push(performance.now() - start);
  }
rmSync(folder, { recursive: true, force: true });

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, median of ${RUNS} runs; facts: ${JSON.stringify(facts)}; without a company: ${JSON.stringify(ownFacts)}\n`,
);
console.log("| command | ms | x node -e 0 | budget |");
console.log("|---|---:|---:|---:|");
for (const [index, { name }] of CASES.entries()) {
  const ratio = median(times[index].map((ms, round) => ms / times[0][round]));
  console.log(
    `| \`${name}\` | ${Math.round(median(times[index]))} | ${ratio.toFixed(2)} | ${BUDGET}${ratio > BUDGET ? " (over)" : ""} |`,
  );
}

/**
 * Tells a month's fact for each month of ten years, so often; gives how many facts there are then. What the company has not said in the
 * demonstration is made by `valueFor`, and said as an account is.
 */
function tell(area, often, valueFor = null, records = asked) {
  const [said] = readFileSync(join(records, valueFor === null ? area : "account", "2026.jsonl"), "utf8").split("\n");
  const fact = { ...JSON.parse(said), area };
  const months = Array.from({ length: YEARS * 12 }, (_, index) => monthOf(index));
  const facts = months.flatMap((month) =>
    Array.from({ length: often }, (_, one) => toldOf(fact, month, `${month}-${one}`, valueFor)),
  );
  mkdirSync(join(records, area), { recursive: true });
  for (const year of new Set(months.map((month) => month.slice(0, 4)))) {
    const lines = facts.filter(({ month }) => month.startsWith(year)).map(({ line: text }) => text);
    writeFileSync(join(records, area, `${year}.jsonl`), `${lines.join("\n")}\n`);
  }
  return facts.length;
}

function invoiceOf(month, id) {
  return {
    ...{ id, number: `F-${month}`, mission: "ACME", client: "ACME", month, reportVersion: 1, days: 18 },
    ...{ amountCents: 990_000, vatPpm: 200_000, vatCents: 198_000, issuedOn: `${month}-28`, dueOn: `${month}-28` },
    ...{ lateRatePpm: null, state: "paid", paidCents: 1_188_000, reminders: [], nextReminderOn: null },
    ...{ cancellation: null, recordedAt: `${month}-28T10:00:00.000Z`, recordedBy: "Odile" },
  };
}

function contractOf(month, id) {
  return {
    ...{ id, missionId: "ACME", mission: "ACME", client: "ACME", kind: "client", form: "client", part: "contract" },
    ...{ amends: null, start: `${month}-01`, end: null, state: "signed", missing: [], sha256: "0".repeat(64) },
    ...{ bytes: 40_000, drawnAt: `${month}-01T10:00:00.000Z`, drawnBy: "Odile", sentAt: null, replacedAt: null },
    ...{ amendedFrom: null, signatures: ["client", "company"].map((party) => signatureOf(party, month)) },
  };
}

function signatureOf(party, month) {
  const at = `${month}-02T10:00:00.000Z`;
  return { party, name: "A. Martin", email: "a@acme.example", until: at, at, typedName: "A. Martin", evidence: null };
}

function monthOf(index) {
  return `${2027 - YEARS + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

function toldOf(fact, month, id, valueFor) {
  if (valueFor !== null) return { month, line: JSON.stringify({ ...fact, key: id, value: valueFor(month, id) }) };
  const isExpense = fact.area === "expenses";
  const value = { ...fact.value, ...(isExpense ? { id, date: `${month}-10`, state: "approved" } : { month }) };
  return { month, line: JSON.stringify({ ...fact, key: isExpense ? id : month, value }) };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
