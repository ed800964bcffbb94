import { homedir } from "node:os";
import { join } from "node:path";
import { companyAddress } from "../../client/address.ts";
import type { Day } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { readText } from "../../store/read.ts";
import type { Machine } from "../session.ts";
import type { Office } from "./act.ts";
import { personFolder } from "./person-folder.ts";
import { Unanswered } from "./unanswered.ts";

/** Which company is asked, by whom, and for how long in seconds, as typed. */
export interface ConnectionInput {
  readonly url?: string;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly sendAnew?: boolean;
  readonly timeout: number;
}

/** From which day on something holds, as typed. */
export interface FromInput {
  readonly from?: Day;
}

/** What opening a company takes of the run. */
interface Opening {
  readonly machine: Pick<Machine, "env" | "now" | "agent" | "onNewer">;
  readonly readStdin: () => Promise<string>;
  /** Told where an answer is that of an earlier command, with the moment of it. */
  readonly answeredBefore: (at: string) => void;
}

/**
 * Finds the company and the token, from options, the environment or a file.
 * @throws {PorteError} `usage.missing_option` where one is not said, `server.insecure` for an address in clear on another
 * machine, `file.unreadable` for the token's file, `auth.token_empty`.
 */
export async function openOffice(opening: Opening, input: ConnectionInput): Promise<Office> {
  const { env, now, agent, onNewer } = opening.machine;
  const address = input.url ?? (env.PORTE_COMPANY_URL || undefined);
  if (address === undefined)
    throw new PorteError("usage.missing_option", { option: "--url", command: "porte-company" });
  const url = companyAddress(address);
  const token = await tokenOf(opening, input);
  const connection = { url, token, timeoutMs: input.timeout * 1000, agent, env, onNewer, isStaff: true };
  const folder = await personFolder(stateFolder(env), connection);
  const unanswered = new Unanswered(folder, now, input.sendAnew === true);
  return { connection, folder, unanswered, answeredBefore: opening.answeredBefore };
}

/** From which day on something holds, as the company is asked. */
export function queryOf({ from }: FromInput): { query: FromInput } {
  return { query: from === undefined ? {} : { from } };
}

async function tokenOf({ machine: { env }, readStdin }: Opening, input: ConnectionInput): Promise<string> {
  const file = input.tokenFile ?? (env.PORTE_COMPANY_TOKEN_FILE || undefined);
  const given = env.PORTE_COMPANY_TOKEN?.trim() || undefined;
  if (input.token !== undefined) return input.token;
  if (input.tokenFile === undefined && given !== undefined) return given;
  if (file === undefined)
    throw new PorteError("usage.missing_option", { option: "--token-file", command: "porte-company" });
  const token = (file === "-" ? await readStdin() : await readText(file)).trim();
  if (token === "") throw new PorteError("auth.token_empty", {});
  return token;
}

/** Where the staff's program keeps what it must know again: `PORTE_COMPANY_STATE_DIR`, else the XDG folder of states. */
function stateFolder(env: Machine["env"]): string {
  const state = () => env.XDG_STATE_HOME || join(env.HOME || homedir(), ".local", "state");
  return env.PORTE_COMPANY_STATE_DIR || join(state(), "porte-company");
}
