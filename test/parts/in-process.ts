import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayInParis } from "../../src/domain/paris.ts";
import { type Machine, openSession, type Session } from "../../src/flows/session.ts";
import { foldersFrom } from "../../src/store/folders.ts";
import { type OpenCompany, openCompany } from "./company.ts";
import { type DatabaseName, NOW } from "./programs.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** A person's own machine: a home that lasts from one session to the next. */
export interface PersonMachine {
  /** The machine, as flows take it. @param env what its environment says beside the company's address and the person's token. */
  machine(env?: Environment): Machine;
  /** A session of that person with the company, by the client that `porte` has. */
  session(env?: Environment): Promise<Session>;
}

/** A company and the machines that ask it, all in this process and at one moment, which the test sets. */
export interface InProcess extends OpenCompany {
  /** Sets the moment of the company and of every machine, as an ISO instant. */
  setNow(instant: string): void;
  /** Makes a machine for a person of the demonstration, by first name. Each call is another machine. */
  machineOf(firstName: "claire" | "karim" | "odile" | "alice" | "paul"): PersonMachine;
  /**
   * Asks the API as the administrator, and gives the answer's JSON.
   * @param seen the path of what the request decides on: it is read first, and its version named.
   * @throws {Error} for any status from 400 on.
   */
  asStaff(method: string, path: string, body?: object, seen?: string): Promise<unknown>;
}

/** Opens a company in this process, over HTTP on this machine alone, so that flows are tested against the real one. */
export async function openInProcess(database: DatabaseName = "PGlite"): Promise<InProcess> {
  let now = NOW;
  const clock = () => new Date(now);
  const company = await openCompany(database, clock);
  const { operator, staff, portes } = company.access;
  const folders: string[] = [];
  const tokenOf = (firstName: string) => {
    const person = [operator, ...staff, ...portes].find(({ email }) => email.startsWith(`${firstName}@`));
    if (person === undefined) throw new Error(`nobody is named ${firstName}`);
    return person.token;
  };
  return {
    ...company,
    setNow: (instant) => {
      now = instant;
    },
    machineOf: (firstName) => {
      const home = mkdtempSync(join(tmpdir(), "porte-machine-"));
      folders.push(home);
      const own = { HOME: home, PORTE_API_URL: company.url, PORTE_TOKEN: tokenOf(firstName) };
      const machine = (env: Environment = {}): Machine => ({
        folders: foldersFrom({ ...own, ...env }, home),
        env: { ...own, ...env },
        now: clock,
        today: () => dayInParis(clock()),
        timeoutMs: 30_000,
        profile: undefined,
        agent: "porte/test",
        onNewer: () => undefined,
        onClockOff: () => undefined,
        reads: "usual",
        onRecorded: () => undefined,
        onOthers: () => undefined,
      });
      return { machine, session: (env) => openSession(machine(env)) };
    },
    asStaff: async (method, path, body, seen) => {
      const authorization = `Bearer ${operator.token}`;
      const read = seen === undefined ? null : await fetch(`${company.url}/v1${seen}`, { headers: { authorization } });
      const headers = {
        authorization,
        ...(read === null ? {} : { "if-match": read.headers.get("etag") ?? "" }),
        "idempotency-key": randomUUID(),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(`${company.url}/v1${path}`, { method, headers, ...sent });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    close: async () => {
      await company.close();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}
