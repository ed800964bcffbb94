import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { createInterface } from "node:readline";
import { type Cents, fromEuros, plainEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { Visitor } from "./demo-visitor.ts";

/** The moment the demonstration is lived at: the month of the example timesheet, on the day its report is due. */
const NOW = "2026-11-25T16:40:00.000Z";
const MONTH = "2026-11";

type Program = "porte" | "porte-company";

type Step =
  | "company"
  | "login"
  | "missions"
  | "declare"
  | "expense"
  | "operator"
  | "payslip"
  | "account"
  | "status"
  | "simulate";

/** What the demonstration needs of the machine, and how it is told. */
export interface Stage {
  readonly packageFolder: string;
  /** The Node that runs. */
  readonly nodePath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly lang: string;
  /** Whether stdout is kept for one JSON document: the tour then speaks on stderr. */
  readonly isJson: boolean;
  /** Announces the next step. */
  step(name: Step): void;
  /** Shows a command before it runs. */
  command(words: string): void;
  /** Shows what a command said where it was not shown already. */
  output(text: string): void;
  /** Leaves time to read what stands on the screen, where somebody reads it. */
  pause(): Promise<void>;
}

/** The accesses of the demonstration's company. */
export interface Access {
  readonly url: string;
  readonly operator: { readonly email: string; readonly password: string; readonly token: string };
  readonly portes: readonly { readonly name: string; readonly email: string; readonly password: string }[];
}

/** What the demonstration leaves behind. */
export interface Played {
  readonly folder: string;
  readonly payslip: string;
  /** What the payslip pays before the expenses, and what the simulation of the same month found. */
  readonly net: { readonly paidCents: Cents; readonly simulatedCents: Cents };
  readonly access: Access;
  /** The environment in which `porte` is Claire's. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** The package that has the company's program. */
const COMPANY_PACKAGE = "porte-company";

/** A command of the demonstration that did not end well. */
export class DemoFailure extends Error {
  readonly command: string;
  readonly exitCode: number;

  constructor(command: string, exitCode: number) {
    super(`${command}: ${exitCode}`);
    this.command = command;
    this.exitCode = exitCode;
  }
}

interface Play extends Stage {
  readonly folder: string;
  readonly own: Record<string, string>;
}

/**
 * Lives one month through the real programs over real HTTP.
 * @throws {DemoFailure} for the first command that fails.
 * @throws {PorteError} `demo.no-company` where the company's program is not installed.
 */
export async function playMonth(stage: Stage): Promise<Played> {
  scriptOf(stage, "porte-company");
  const folder = await mkdtemp(join(tmpdir(), "porte-demo-"));
  const env = {
    PORTE_CONFIG_DIR: join(folder, "config"),
    PORTE_DATA_DIR: join(folder, "data"),
    PORTE_NOW: NOW,
    PORTE_LANG: stage.lang,
  };
  const play: Play = { ...stage, folder, own: env };
  stage.step("company");
  const { access, stop } = await openCompany(play);
  try {
    const payslip = join(folder, `bulletin-${MONTH}.pdf`);
    await livePorte(play, access);
    await liveCompany(withOffice(play, access), access);
    const net = await liveEnd(play, payslip);
    return { folder, payslip, net, access, env, stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

async function openCompany(play: Play): Promise<{ access: Access; stop: () => Promise<void> }> {
  const words = ["serve", "--demo", "--data", join(play.folder, "company"), "--port", "0", "--json"];
  play.command(`porte-company ${words.join(" ")}`);
  const company = start(play, "porte-company", words, "pipe");
  const ended = new Promise<number>((resolve) => company.once("exit", (code) => resolve(code ?? 1)));
  let said = "";
  company.stderr?.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const first = new Promise<string>((resolve) => {
    if (company.stdout !== null) createInterface({ input: company.stdout }).once("line", resolve);
  });
  const line = await Promise.race([first, ended]);
  if (typeof line === "number") {
    play.output(said);
    throw new DemoFailure("porte-company serve", line);
  }
  const access = JSON.parse(line) as Access;
  play.output(`${access.url}\n`);
  const stop = async () => {
    company.kill("SIGTERM");
    await ended;
    /** The payslip and what was typed stay, to be looked at; a database of some megabytes does not. */
    await rm(join(play.folder, "company"), { recursive: true, force: true });
  };
  return { access, stop };
}

/** The company's staff is known by its token. */
function withOffice(play: Play, { url, operator }: Access): Play {
  const state = join(play.folder, "staff");
  const access = { PORTE_COMPANY_URL: url, PORTE_COMPANY_TOKEN: operator.token, PORTE_COMPANY_STATE_DIR: state };
  return { ...play, own: { ...play.own, ...access } };
}

async function livePorte(play: Play, { url, portes }: Access): Promise<void> {
  const [claire] = portes;
  if (claire === undefined) throw new DemoFailure("porte-company serve --demo", 1);
  play.step("login");
  await logIn(play, url, new Visitor(claire));
  play.step("missions");
  await show(play, "porte", ["missions"]);
  play.step("declare");
  await show(play, "porte", ["declare", MONTH, "--csv", file(play, "timesheet.csv"), "--yes"]);
  await play.pause();
  play.step("expense");
  const receipt = [file(play, "receipt.pdf"), "--amount", "21,40", "--vat", "1,95", "--date", `${MONTH}-19`];
  await show(play, "porte", ["expenses", "add", ...receipt, "--category", "restaurant", "--mission", "ACME"]);
  await show(play, "porte", ["expenses", "submit"]);
}

async function logIn(play: Play, url: string, person: Visitor): Promise<void> {
  const words = ["login", url, "--secret-store", "file"];
  play.command(`porte ${words.join(" ")}`);
  const login = start(play, "porte", words, "pipe");
  let said = "";
  let isApproved = false;
  const ended = new Promise<number>((resolve) => login.once("exit", (code) => resolve(code ?? 1)));
  const approved = new Promise<void>((resolve, reject) => {
    login.stderr?.on("data", (chunk: Buffer) => {
      said += chunk;
      play.output(chunk.toString());
      const page = /https?:\/\/\S+user_code=\S+/.exec(said)?.[0];
      if (page === undefined || isApproved) return;
      isApproved = true;
      person.approve(page).then(resolve, reject);
    });
    login.once("exit", () => resolve());
  });
  login.stdout?.on("data", (chunk: Buffer) => play.output(chunk.toString()));
  await approved;
  const code = await ended;
  if (code !== 0) throw new DemoFailure("porte login", code);
}

async function liveCompany(play: Play, { portes }: Access): Promise<void> {
  play.step("operator");
  let turnoverCents = 0;
  for (const resource of ["reports", "expenses"] as const) {
    const { items } = JSON.parse(await read(play, "porte-company", [resource, "list", "--json"])) as Waiting;
    for (const { report, expense } of items) {
      turnoverCents += report?.turnoverCents ?? 0;
      await show(play, "porte-company", [resource, "approve", (report ?? expense)?.id ?? ""]);
    }
  }
  const payment = ["--porte", portes[0]?.email ?? "", "--mission", "ACME", "--month", MONTH];
  await show(play, "porte-company", ["payments", "record", ...payment, "--amount", plainEuros(turnoverCents)]);
  await show(play, "porte-company", ["payroll", "run", MONTH]);
}

interface Waiting {
  readonly items: readonly {
    readonly report?: { readonly id: string; readonly turnoverCents: Cents };
    readonly expense?: { readonly id: string };
  }[];
}

async function liveEnd(play: Play, payslip: string): Promise<Played["net"]> {
  play.step("payslip");
  await show(play, "porte", ["payslips", "get", MONTH]);
  await show(play, "porte", ["payslips", "get", MONTH, "--pdf", payslip]);
  await show(play, "porte", ["payslips", "verify", payslip]);
  await play.pause();
  play.step("account");
  await show(play, "porte", ["account", MONTH]);
  play.step("status");
  await show(play, "porte", ["status"]);
  await play.pause();
  play.step("simulate");
  /** Nothing of the company is typed: the login kept its figures. */
  const simulate = ["simulate", "--turnover", "11375", "--expenses", "21,40", "--date", MONTH];
  await show(play, "porte", simulate);
  const slip = JSON.parse(await read(play, "porte", ["payslips", "get", MONTH, "--json"])) as Net;
  const { payslip: simulated } = JSON.parse(await read(play, "porte", [...simulate, "--json"])) as { payslip: Net };
  return { paidCents: fromEuros(slip.netPaid), simulatedCents: fromEuros(simulated.netPaid) };
}

/** As JSON says it: in euros. */
interface Net {
  readonly netPaid: number;
}

function file({ packageFolder }: Stage, name: string): string {
  return join(packageFolder, "templates", name);
}

/** Finds a program: in this package, or in the company's, installed beside it. A single-file program has no folder. */
function scriptOf({ packageFolder }: Stage, program: Program): string {
  const places = isAbsolute(packageFolder) ? [packageFolder, join(packageFolder, "..", COMPANY_PACKAGE)] : [];
  const script = places.map((folder) => join(folder, "bin", `${program}.js`)).find((path) => existsSync(path));
  if (script === undefined) throw new PorteError("demo.no-company", { package: COMPANY_PACKAGE });
  return script;
}

function start(play: Play, program: Program, words: readonly string[], output: "pipe" | "shown"): ChildProcess {
  const { PORTE_TOKEN: _token, PORTE_API_URL: _url, PORTE_PROFILE: _profile, ...rest } = play.env;
  const env = { ...rest, ...play.own };
  const script = scriptOf(play, program);
  const stdout = output === "pipe" ? "pipe" : play.isJson ? 2 : 1;
  return spawn(play.nodePath, [script, ...words], {
    env,
    stdio: ["ignore", stdout, output === "pipe" ? "pipe" : 2],
  });
}

/** Runs a command on the demonstration's own terminal. */
async function show(play: Play, program: Program, words: readonly string[]): Promise<void> {
  const shown = words.map((word) => (word.includes(" ") ? `"${word}"` : word)).join(" ");
  play.command(`${program} ${shown}`);
  const child = start(play, program, words, "shown");
  const code = await new Promise<number>((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
  if (code !== 0) throw new DemoFailure(`${program} ${shown}`, code);
}

/** Runs a command and reads its answer. */
async function read(play: Play, program: Program, words: readonly string[]): Promise<string> {
  play.command(`${program} ${words.join(" ")}`);
  const child = start(play, program, words, "pipe");
  let answer = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    answer += chunk;
  });
  const code = await new Promise<number>((resolve) => child.once("close", (status) => resolve(status ?? 1)));
  if (code !== 0) throw new DemoFailure(`${program} ${words.join(" ")}`, code);
  return answer;
}
