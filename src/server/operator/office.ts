import { homedir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { companyAddress } from "../../client/address.ts";
import { type Day, parseDay } from "../../domain/calendar.ts";
import { parseCount } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { readText } from "../../store/read.ts";
import type { Office } from "./act.ts";
import type { Desk } from "./commands.ts";
import { personFolder } from "./person-folder.ts";
import { Unanswered } from "./unanswered.ts";

/** Which company is asked, and by whom, as typed. */
export interface OfficeOptions {
  readonly url?: string;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly timeout: number;
  readonly sendAnew?: boolean;
}

const USUAL_TIMEOUT_S = 15;
const MOST_TIMEOUT_S = 600;

/** From which day on it holds, as typed. */
export interface FromOptions {
  readonly from?: Day;
}

/** Adds to a command from which day on what it says holds. */
export function withFrom(command: Command, { say }: Desk): Command {
  return command.option("--from <day>", say.company.options.holdsFrom, parseDay);
}

/** The same as a question's. */
export function queryOf({ from }: FromOptions): { query: { from?: Day } } {
  return { query: from === undefined ? {} : { from } };
}

/** The group of commands of that name: one, whoever adds to it first. */
export function groupOf(program: Command, name: string, summary: string): Command {
  return program.commands.find((one) => one.name() === name) ?? program.command(name).description(summary);
}

/** Adds to a command which company it asks, by whom, and how long it waits. */
export function withOffice(command: Command, { say }: Desk): Command {
  const { options } = say.staff;
  return command
    .option("--url <url>", say.company.options.url)
    .option("--token <token>", options.token)
    .option("--token-file <file>", options.tokenFile)
    .option("--send-anew", options.sendAnew, false)
    .option(
      "--timeout <seconds>",
      options.timeout,
      (typed: string) => parseCount(typed, 1, MOST_TIMEOUT_S),
      USUAL_TIMEOUT_S,
    );
}

/**
 * Finds the company and the token, from options, the environment or a file.
 * @throws {PorteError} `usage.missing_option` where one is not said, `server.insecure` for an address in clear on another
 * machine, `file.unreadable` for the token's file, `auth.token_empty`.
 */
export async function officeOf(desk: Desk, given: OfficeOptions): Promise<Office> {
  const { env } = desk;
  const address = given.url ?? env.PORTE_COMPANY_URL;
  if (address === undefined)
    throw new PorteError("usage.missing_option", { option: "--url", command: "porte-company" });
  const url = companyAddress(address);
  const token = await tokenOf(desk, given);
  const line = { url, token, timeoutMs: given.timeout * 1000, agent: desk.agent, env, onNewer: desk.onNewer };
  const folder = await personFolder(stateFolder(env), line);
  return {
    line,
    folder,
    unanswered: new Unanswered(folder, desk.now, given.sendAnew === true),
    answeredBefore: (at) => desk.tell([desk.say.staff.answeredBefore(desk.say.format.instant(at))]),
  };
}

async function tokenOf({ env }: Desk, given: OfficeOptions): Promise<string> {
  const file = given.tokenFile ?? env.PORTE_COMPANY_TOKEN_FILE;
  if (given.token !== undefined) return given.token;
  if (given.tokenFile === undefined && env.PORTE_COMPANY_TOKEN !== undefined) return env.PORTE_COMPANY_TOKEN;
  if (file === undefined)
    throw new PorteError("usage.missing_option", { option: "--token-file", command: "porte-company" });
  const token = (file === "-" ? await text(process.stdin) : await readText(file)).trim();
  if (token === "") throw new PorteError("auth.token_empty", {});
  return token;
}

/** Where the staff's program keeps what it must know again: `PORTE_COMPANY_STATE_DIR`, else the XDG folder of states. */
function stateFolder(env: Desk["env"]): string {
  const state = () => env.XDG_STATE_HOME || join(env.HOME || homedir(), ".local", "state");
  return env.PORTE_COMPANY_STATE_DIR || join(state(), "porte-company");
}
