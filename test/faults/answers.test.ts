// slow: 22 s
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Company } from "../../src/client/company.ts";
import { PorteError } from "../../src/errors.ts";
import { BAD_KINDS, type BadAnswer, sendBad, type WholeAnswer, wire } from "../parts/bad-answers.ts";
import { seeded } from "../parts/campaign.ts";
import { answerOf, newHome, RECEIPT, startCompany, TIMESHEET } from "../parts/programs.ts";

/** `npm run check:faults` cuts each answer at each of its bytes; here, chance chooses some. */
const IS_WHOLE = process.env.PORTE_FAULT_RUNS !== undefined;
const SOME = 12;
const SEED = Number(process.env.PORTE_FAULT_SEED ?? 20_261_127);
const AT_ONCE = IS_WHOLE ? 150 : 100;
const TIMEOUT_MS = 1_500;
const random = seeded(SEED);
const MONTH = "2026-11";
const KEY = "0123456789abcdef";
const NOTHING = { days: [], restDaysConfirmed: false };
const RECEIPT_TO_SEND = { file: RECEIPT, name: "receipt.pdf", mediaType: "application/pdf", sha256: "0".repeat(64) };

/** Everything that a company is asked, as the client asks it. */
const ASKED: Readonly<Record<string, (company: Company) => Promise<unknown>>> = {
  service: (company) => company.service(),
  "receipt keys": (company) => company.receiptKeys(),
  me: (company) => company.me(),
  company: (company) => company.profile(),
  overview: (company) => company.overview(),
  missions: (company) => company.missions(),
  leave: (company) => company.leave(),
  reports: (company) => company.reports(),
  report: (company) => company.report(MONTH),
  "report versions": (company) => company.reportVersions(MONTH),
  "report, printed": (company) => company.reportPdf(MONTH),
  expenses: (company) => company.expenses(),
  account: (company) => company.account(MONTH),
  entries: (company) => company.entries(MONTH),
  payslips: (company) => company.payslips(),
  payslip: (company) => company.payslip(MONTH),
  "payslip, printed": (company) => company.payslipPdf(MONTH),
  "filing a report": (company) => company.submitReport(MONTH, NOTHING, { key: KEY, etag: null }),
  "filing an expense": (company) => company.submitExpense({} as never, KEY),
  "sending a receipt": (company) => company.uploadReceipt(RECEIPT_TO_SEND, KEY),
  "taking a report back": (company) => company.withdrawReport("2026-10", { key: KEY, etag: null }),
};

interface Case {
  readonly name: string;
  readonly bad: BadAnswer;
}

let replay: Server;
let url: string;
/** What the company answered to each question. */
const answers = new Map<string, WholeAnswer>();
const cases: Case[] = [];
/** How many bytes each question of `ASKED` is answered with. */
const sizes = new Map<string, number>();

beforeAll(async () => {
  await record();
  replay = createServer(({ method, url: path = "" }, { socket }) => {
    const [, place = "", question = ""] = /^\/([^/]+)(\/.*)$/.exec(path) ?? [];
    const answer = answers.get(`${method} ${question}`);
    if (answer === undefined || socket === null) throw new Error(`nothing was recorded for ${method} ${question}`);
    const bad = cases[Number(place)]?.bad;
    if (bad !== undefined) return sendBad(socket, answer, bad);
    const whole = wire(answer);
    sizes.set(decodeURIComponent(place), whole.length);
    socket.end(whole);
  });
  url = await listening(replay);
});
afterAll(() => closed(replay));

/** Asks a real company for everything, over a month that was declared, approved and paid. */
async function record(): Promise<void> {
  const company = await startCompany("PGlite");
  const recorder = createServer(async (incoming, outgoing) => {
    const { method = "GET", url: path = "" } = incoming;
    const { host: _host, connection: _connection, ...headers } = incoming.headers as Record<string, string>;
    const sent = await buffer(incoming);
    const body = sent.length === 0 ? {} : { body: Uint8Array.from(sent) };
    const answer = await fetch(`${company.url}${path}`, {
      method,
      headers: { ...headers, connection: "close" },
      ...body,
    });
    const { "content-encoding": _packed, ...kept } = Object.fromEntries(answer.headers);
    const whole = { status: answer.status, headers: kept, body: Buffer.from(await answer.arrayBuffer()) };
    answers.set(`${method} ${path}`, whole);
    outgoing.socket?.end(wire(whole));
  });
  const at = await listening(recorder);
  const { token, email } = company.claire;
  const home = newHome({ url: at, token });
  await answerOf(home.porte("declare", MONTH, "--csv", TIMESHEET, "--yes", "--json"));
  await answerOf(home.porte("expenses", "add", RECEIPT, "--amount", "21.40", "--category", "restaurant", "--json"));
  await answerOf(home.porte("expenses", "submit", "--yes", "--json"));
  for (const kind of ["reports", "expenses"])
    for (const { report, expense } of (await answerOf(company.staff(kind, "list", "--json"))).items)
      await company.staff(kind, "approve", (report ?? expense).id);
  const payment = ["--porte", email, "--mission", "ACME", "--month", MONTH, "--amount", "11375"];
  await company.staff("payments", "record", ...payment);
  await company.staff("payroll", "run", MONTH);
  for (const [name, ask] of Object.entries(ASKED))
    if (!name.startsWith("filing")) await ask(clientAt(at, token)).catch(() => undefined);
  closed(recorder);
  await company.stop();
  home.remove();
}

const clientAt = (at: string, token = "token") =>
  new Company({ url: at, token, timeoutMs: TIMEOUT_MS, agent: "test", onNewer: () => {} });

/** Every kind of fault of one answer: cut at each byte or at some, and each other kind at some places. */
function planFor(name: string): Case[] {
  const size = sizes.get(name) ?? 0;
  const cuts = IS_WHOLE
    ? Array.from({ length: size }, (_, at) => (at + 0.5) / size)
    : Array.from({ length: SOME }, () => random());
  const others = BAD_KINDS.filter((kind) => kind !== "cut").flatMap((kind) =>
    Array.from({ length: IS_WHOLE ? SOME : 1 }, () => ({ kind, share: random() })),
  );
  return [...cuts.map((share) => ({ kind: "cut" as const, share })), ...others].map((bad) => ({ name, bad }));
}

interface Met {
  readonly one: Case;
  readonly outcome: unknown;
}

/** Makes every case, some at once. */
async function meetAll(): Promise<Met[]> {
  const met: Met[] = [];
  const waiting = cases.entries();
  const worker = async () => {
    for (const [place, one] of waiting) {
      const asked = ASKED[one.name]?.(clientAt(`${url}/${place}`));
      met.push({ one, outcome: await asked?.catch((failure: unknown) => failure) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return met;
}

test("every kind of fault in every answer is the company being away, never a bug in porte", {
  timeout: 1_800_000,
}, async () => {
  const good = new Map<string, string>();
  for (const [name, ask] of Object.entries(ASKED)) {
    good.set(name, JSON.stringify(await ask(clientAt(`${url}/${encodeURIComponent(name)}`)).catch(codeOf)));
    cases.push(...planFor(name));
  }
  const met = await meetAll();

  const counts = new Map<string, number>();
  const wrong: string[] = [];
  for (const { one, outcome } of met) {
    const isWhole = JSON.stringify(outcome instanceof PorteError ? codeOf(outcome) : outcome) === good.get(one.name);
    const code = isWhole ? "whole" : outcome instanceof PorteError ? outcome.code : "wrong";
    counts.set(code, (counts.get(code) ?? 0) + 1);
    if (!ALLOWED.has(code)) wrong.push(`${one.name}, ${one.bad.kind} at ${one.bad.share}: ${outcome}`);
  }
  console.log(
    `faults: ${met.length} bad answers to ${good.size} questions, seed ${SEED}: ${JSON.stringify([...counts])}`,
  );

  expect(wrong).toEqual([]);
  expect(met).toHaveLength(cases.length);
});

/** Whole where what was cut off was no part of what is read: the end of a packed answer. */
const ALLOWED: ReadonlySet<string> = new Set([
  "whole",
  "server.unreachable",
  "server.timeout",
  "server.answer",
  "server.not_porte",
]);

function codeOf(failure: unknown): unknown {
  return failure instanceof PorteError ? { code: failure.code, facts: failure.facts } : String(failure);
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function closed(server: Server): void {
  server.closeAllConnections();
  server.close();
}
