import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Cents, fromEuros, plainEuros } from "../../domain/money.ts";
import { DemoFailure, type Play, read, sample, show, start } from "./stage.ts";
import { Visitor } from "./visitor.ts";

/** The month of the example timesheet. */
const MONTH = "2026-11";

/** The accesses of the demonstration's company. */
export interface Access {
  readonly url: string;
  readonly operator: { readonly email: string; readonly password: string; readonly token: string };
  readonly portes: readonly { readonly name: string; readonly email: string; readonly password: string }[];
}

/** The payslip's file; what it pays before the expenses, and what the simulation of the same month found. */
export interface Paid {
  readonly payslip: string;
  readonly paidCents: Cents;
  readonly simulatedCents: Cents;
}

/**
 * Starts a company and lives a month with it: the login, the report, an expense, payroll, the payslip, the account.
 * The company runs until `stop`, and is stopped where a command fails.
 * @throws {DemoFailure} for the first command that fails.
 */
export async function liveWithCompany(
  play: Play,
): Promise<Paid & { readonly access: Access; readonly stop: () => Promise<void> }> {
  play.step("company");
  const { access, stop } = await openCompany(play);
  try {
    const payslip = join(play.folder, `bulletin-${MONTH}.pdf`);
    await livePorte(play, access);
    await liveCompany(withOffice(play, access), access);
    const net = await liveEnd(play, payslip);
    return { payslip, ...net, access, stop };
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
  await show(play, "porte", ["declare", MONTH, "--csv", sample(play, "timesheet.csv"), "--yes"]);
  await play.pause();
  play.step("expense");
  const receipt = [sample(play, "receipt.pdf"), "--amount", "21,40", "--vat", "1,95", "--date", `${MONTH}-19`];
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

async function liveEnd(play: Play, payslip: string): Promise<Omit<Paid, "payslip">> {
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
