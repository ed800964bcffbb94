// slow: 22 s
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wire } from "../parts/bad-answers.ts";
import { seeded } from "../parts/campaign.ts";
import { LATER, LATER_VERSION, LIES, OWN_LINE } from "../parts/lies.ts";
import {
  answerOf,
  COMPANY,
  type Home,
  newHome,
  RECEIPT,
  ROOT,
  startCompany,
  type TestCompany,
  TIMESHEET,
} from "../parts/programs.ts";

/** `npm run check:liars` sets every lie before every command; here, chance chooses some. */
const RUNS = Number(process.env.PORTE_LIAR_RUNS ?? 32);
const SEED = Number(process.env.PORTE_FAULT_SEED ?? 20_261_128);
const AT_ONCE = 4;
const MAX_RSS_KB = 450 * 1024;
const LONGEST_MS = 60_000;
const MONTH = "2026-11";
const PDF = "saved.pdf";
/** What comes first where the company's own program is asked. */
const STAFF = "porte-company";
const random = seeded(SEED);

const COMMANDS: readonly (readonly string[])[] = [
  ["whoami"],
  ["status"],
  ["missions"],
  ["declare", "list"],
  ["declare", "show", MONTH],
  ["declare", "2026-12", "--all", "mission=ACME", "--ahead", "--yes"],
  ["month", MONTH],
  ["expenses"],
  ["expenses", "submit", "--yes"],
  ["payslips"],
  ["payslips", "get", MONTH],
  ["payslips", "get", MONTH, "--pdf", PDF],
  ["account"],
  ["expenses", "check"],
  ["sync"],
  ["simulate", "--tjm", "550"],
  ...[
    "reports list",
    "expenses list",
    "payments list",
    "people list",
    "contracts list",
    "missions list",
    "tokens list",
    "trail",
    "payroll profile",
  ].map((words) => [STAFF, ...words.split(" ")]),
];

interface Run {
  readonly lie: string;
  readonly words: readonly string[];
}

let company: TestCompany;
let liar: Server;
let url: string;
let elsewhere: Server;
let asked = 0;
const lies = new Map<string, Run>();

beforeAll(async () => {
  company = await startCompany("PGlite");
  await paidMonth();
  elsewhere = createServer((_incoming, outgoing) => {
    asked += 1;
    outgoing.end();
  });
  const other = await listening(elsewhere);
  liar = createServer(async (incoming, { socket }) => {
    const { method = "GET", url: path = "", headers } = incoming;
    const [, place = "", question = ""] = /^\/(\w+)(\/.*)$/.exec(path) ?? [];
    incoming.resume();
    const { authorization = "" } = headers;
    const answer = await fetch(`${company.url}${question}`, { headers: { authorization } });
    const { "content-encoding": _packed, ...kept } = Object.fromEntries(answer.headers);
    const truth = { status: answer.status, headers: kept, body: Buffer.from(await answer.arrayBuffer()) };
    const lie = LIES[lies.get(place)?.lie ?? ""];
    if (socket === null) return;
    if (lie !== undefined) lie(socket, truth, random);
    else socket.end(wire({ ...truth, status: 302 }, { location: `${other}/${method}` }));
  });
  url = await listening(liar);
});
afterAll(async () => {
  for (const server of [liar, elsewhere]) {
    server.closeAllConnections();
    server.close();
  }
  await company.stop();
});

/** Declares, approves and pays a month, so that every question has an answer to lie about. */
async function paidMonth(): Promise<void> {
  const { token, email } = company.claire;
  const home = newHome({ url: company.url, token });
  await answerOf(home.porte("declare", MONTH, "--csv", TIMESHEET, "--yes", "--json"));
  await answerOf(home.porte("expenses", "add", RECEIPT, "--amount", "21.40", "--category", "restaurant", "--json"));
  await answerOf(home.porte("expenses", "submit", "--yes", "--json"));
  for (const { report } of (await answerOf(company.staff("reports", "list", "--json"))).items)
    await company.staff("reports", "approve", report.id);
  await company.staff(
    "payments",
    "record",
    "--porte",
    email,
    "--mission",
    "ACME",
    "--month",
    MONTH,
    "--amount",
    "11375",
  );
  await company.staff("payroll", "run", MONTH);
  home.remove();
}

interface Met {
  readonly run: Run;
  readonly code: number | null;
  readonly said: string;
  readonly mostKb: number;
  readonly saved: boolean;
}

/** Runs a command before a liar, and watches how much memory it takes. */
async function meet(run: Run, place: string): Promise<Met> {
  lies.set(place, run);
  const home = newHome({ url: `${url}/${place}`, token: company.claire.token });
  if (run.words[1] === "submit") await home.porte("expenses", "add", RECEIPT, "--amount", "9", "--category", "other");
  const met = await watched(home, [...run.words, "--timeout", "2"], `${url}/${place}`);
  const saved = existsSync(join(home.folder, PDF));
  home.remove();
  return { run, ...met, saved };
}

function watched(home: Home, words: readonly string[], at: string): Promise<Omit<Met, "run" | "saved">> {
  return new Promise((resolve) => {
    const staff = { PORTE_COMPANY_URL: at, PORTE_COMPANY_TOKEN: company.operator.token };
    const env = { PATH: process.env.PATH, ...home.env, ...staff };
    const started = words[0] === STAFF ? [...COMPANY, ...words.slice(1)] : [join(ROOT, "bin", "porte.js"), ...words];
    const child = spawn(process.execPath, started, { env, cwd: home.folder });
    let said = "";
    let mostKb = 0;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        said += chunk;
      });
    const look = setInterval(() => {
      mostKb = Math.max(mostKb, peakKb(child.pid));
    }, 20);
    const limit = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
    child.stdin.end();
    child.once("close", (code) => {
      clearInterval(look);
      clearTimeout(limit);
      resolve({ code, said, mostKb });
    });
  });
}

function peakKb(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** What is wrong with how a command took a lie. */
function faultsOf({ run, code, said, mostKb, saved }: Met): string[] {
  const found = [
    [ENDS.has(code) ? "" : `ended with ${code}: ${said.slice(0, 300)}`],
    [/[^\P{Cc}\n\t]|\p{Cf}/u.test(said) ? `showed a control code: ${JSON.stringify(said.slice(0, 300))}` : ""],
    [
      said.split("\n").some((line) => line.startsWith(OWN_LINE))
        ? `let a text begin a line: ${said.slice(0, 300)}`
        : "",
    ],
    [said.includes(company.claire.token) || said.includes(company.operator.token) ? "showed a token" : ""],
    [run.lie === LATER && !said.includes(LATER_VERSION) ? "did not say that the contract is a later one" : ""],
    [/undefined|\[native code\]|\[object|NaN/.test(said) ? `showed nonsense: ${said.slice(0, 500)}` : ""],
    [mostKb > MAX_RSS_KB ? `took ${mostKb} kB` : ""],
    [saved && code !== 0 ? "saved a file that it refused" : ""],
  ];
  return found.flat().flatMap((fault) => (fault === "" ? [] : [`${run.lie}, ${run.words.join(" ")}: ${fault}`]));
}

/** Shown or kept all the same; a word that is not known here; not let in; away; refused. */
const ENDS: ReadonlySet<number | null> = new Set([0, 2, 3, 4, 5]);

test("a lying company is never believed, obeyed, or a bug in porte", { timeout: 1_800_000 }, async () => {
  const all = [...Object.keys(LIES), "a page elsewhere"].flatMap((lie) => COMMANDS.map((words) => ({ lie, words })));
  const runs = all
    .map((run) => ({ run, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, RUNS)
    .map(({ run }) => run);
  const met: Met[] = [];
  const waiting = runs.entries();
  const worker = async () => {
    for (const [index, run] of waiting) met.push(await meet(run, `run${index}`));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));

  const ends = new Map<number | null, number>();
  for (const { code } of met) ends.set(code, (ends.get(code) ?? 0) + 1);
  const counts = [...ends].map(([code, count]) => `${code}: ${count}`).sort();
  const most = Math.max(...met.map(({ mostKb }) => mostKb));
  console.log(
    `liars: ${met.length} of ${all.length} (${Object.keys(LIES).length + 1} lies, ${COMMANDS.length} commands), seed ${SEED}, exit codes ${counts.join(", ")}, at most ${Math.round(most / 1024)} MB`,
  );

  expect(met.flatMap(faultsOf)).toEqual([]);
  expect(asked).toBe(0);
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
