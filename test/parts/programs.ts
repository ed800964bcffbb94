import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, inject } from "vitest";
import { newDatabase } from "./postgres.ts";
import { runHere } from "./run-here.ts";

/** The moment every company and every command of the tests lives at: the day November's report is due. */
export const NOW = "2026-11-25T16:40:00.000Z";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

/** What programs have of this run's environment: one folder keeps what V8 compiled for all, and no home's. */
export const OWN = { PATH: process.env.PATH, PORTE_CACHE_DIR: process.env.PORTE_CACHE_DIR ?? "" };

/**
 * What the company's program is run with. The embedded database is WebAssembly: compiling what runs often once more, for speed, costs a
 * third of a start, and a company that lives for seconds never gets it back. With one flag for all, each also finds the code that V8
 * kept of the last: V8 takes none that was compiled with others.
 */
const COMPILED_ONCE = "--liftoff-only";

/** What starts the company's program, after Node's own name. */
export const COMPANY = [COMPILED_ONCE, join(ROOT, "bin", "porte-company.js")] as const;

/** Runs one of the built programs to its end, in a process of its own. */
export function run(
  program: "porte" | "porte-company",
  words: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  const started = program === "porte" ? [join(ROOT, "bin", "porte.js")] : COMPANY;
  return runFile(process.execPath, [...started, ...words], options);
}

/** Runs any program to its end, in an environment that holds nothing but what is given. */
export function runFile(file: string, words: readonly string[], { env = {}, input }: RunOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, { cwd: ROOT, env: { ...OWN, ...env } });
    const said = { stdout: "", stderr: "" };
    /** A letter may lie across two chunks. */
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      said.stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      said.stderr += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...said, code: code ?? -1 }));
    child.stdin.on("error", () => undefined).end(input ?? "");
  });
}

export interface Porte {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
}

/** A company that runs as its own process, filled with one operator and two portés. */
export interface TestCompany {
  readonly url: string;
  readonly operator: { readonly email: string; readonly password: string; readonly token: string };
  /** Two more of the staff, who may not do everything. */
  readonly adviser: Porte;
  readonly payroll: Porte;
  readonly claire: Porte;
  readonly karim: Porte;
  readonly database: string | null;
  /** The folder of the company's data. */
  readonly data: string;
  /** Runs a command of the company's staff, in this process. */
  staff(...words: string[]): Promise<Outcome>;
  /** What it has said on standard error. */
  said(): string;
  stop(): Promise<void>;
}

/** The databases a suite runs on. */
export const DATABASES = ["PGlite", "PostgreSQL"] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** Says whether this machine lacks a database. */
export function lacks(database: DatabaseName): boolean {
  return database === "PostgreSQL" && inject("postgres") === "";
}

/** Describes what holds on each database; where this machine lacks one, or another thing that is needed, its tests are skipped and counted. */
export function describeOnEach(title: string, { lacksOther = false }, body: (database: DatabaseName) => void): void {
  for (const database of DATABASES)
    describe.skipIf(lacks(database) || lacksOther)(`${title} on ${database}`, () => body(database));
}

/** Which database each description takes: `both`, or the days since 1970, which `npm run check:databases` and the calendar set. */
const CHOICE = process.env.PORTE_DATABASES ?? String(Math.floor(Date.now() / 86_400_000));

/**
 * Describes what does not depend on the database's own ways: on one of them, which changes with the day and the title,
 * and on each by `npm run check:databases`.
 */
export function describeOnOne(
  title: string,
  options: { lacksOther?: boolean },
  body: (database: DatabaseName) => void,
): void {
  if (CHOICE === "both") {
    describeOnEach(title, options, body);
    return;
  }
  const installed = DATABASES.filter((database) => !lacks(database));
  const database = installed[(Number(CHOICE) + title.length) % installed.length] as DatabaseName;
  describe.skipIf(options.lacksOther ?? false)(`${title} on ${database}`, () => body(database));
}

/** Starts the company's program at an instant, and gives its first line once it answers. */
export async function serve(
  words: readonly string[],
  now: string,
  env: RunOptions["env"] = {},
): Promise<{ line: string; said(): string; stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void> }> {
  const child = spawn(process.execPath, [...COMPANY, "serve", "--port", "0", "--json", ...words], {
    env: { ...OWN, PORTE_NOW: now, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once("line", resolve)),
    ended.then(() => Promise.reject(new Error(`the company did not start: ${said}`))),
  ]);
  const stop = async (signal: "SIGTERM" | "SIGKILL" = "SIGTERM") => {
    child.kill(signal);
    await ended;
  };
  return { line, said: () => said, stop };
}

/** Starts a company by the entry that scripts use. */
export function startCompany(database: DatabaseName, ...options: string[]): Promise<TestCompany> {
  return startCompanyAt(NOW, database, ...options);
}

/** Starts a company that lives at another instant: its contracts begin with that month. */
export function startCompanyAt(now: string, database: DatabaseName, ...options: string[]): Promise<TestCompany> {
  return startCompanyIn({ PORTE_NOW: now }, database, ...options);
}

/** Starts a company in an environment of its own. */
export async function startCompanyIn(
  given: NonNullable<RunOptions["env"]>,
  database: DatabaseName,
  ...options: string[]
): Promise<TestCompany> {
  return startCompanyOn(database === "PostgreSQL" ? await newDatabase(inject("postgres")) : null, given, ...options);
}

/** Starts a company on a PostgreSQL database, or on an embedded one where there is none. */
export async function startCompanyOn(
  address: string | null,
  given: NonNullable<RunOptions["env"]>,
  ...options: string[]
): Promise<TestCompany> {
  const now = given.PORTE_NOW ?? NOW;
  const folder = mkdtempSync(join(tmpdir(), "porte-test-"));
  const stored = address === null ? [] : ["--database", address];
  const { line, said, stop } = await serve(["--demo", "--data", folder, ...options, ...stored], now, given);
  const { url, operator, staff: others, portes } = JSON.parse(line);
  const [adviser, payroll] = others;
  const [claire, karim] = portes;
  const env = {
    PORTE_COMPANY_URL: url,
    PORTE_COMPANY_TOKEN: operator.token,
    PORTE_COMPANY_STATE_DIR: join(folder, "staff"),
    PORTE_NOW: now,
  };
  return {
    url,
    operator,
    adviser,
    payroll,
    claire,
    karim,
    database: address,
    data: folder,
    said,
    staff: (...given) => runHere("porte-company", given, { env }),
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A machine with a home of its own, on which `porte` is run. */
export interface Home {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs a command of the built program in this process, for a fraction of what a process costs. */
  porte(...words: string[]): Promise<Outcome>;
  run(words: readonly string[], options: RunOptions): Promise<Outcome>;
  /** Runs a command in a process of its own: where what only a process has is the point, or several run at once. */
  porteProcess(...words: string[]): Promise<Outcome>;
  runProcess(words: readonly string[], options: RunOptions): Promise<Outcome>;
  remove(): void;
}

/** Makes an empty home; with a company's token, its commands are that person's. */
export function newHome(session?: { url: string; token: string; now?: string }): Home {
  const folder = mkdtempSync(join(tmpdir(), "porte-home-"));
  const access = session === undefined ? {} : { PORTE_API_URL: session.url, PORTE_TOKEN: session.token };
  const { PORTE_CACHE_DIR } = OWN;
  const env = { HOME: folder, PORTE_CACHE_DIR, PORTE_NOW: session?.now ?? NOW, PORTE_LANG: "en", ...access };
  const inOwn = (options: RunOptions) => ({ ...options, env: { ...env, ...options.env } });
  const here = (words: readonly string[], options: RunOptions) => runHere("porte", words, inOwn(options));
  const apart = (words: readonly string[], options: RunOptions) => run("porte", words, inOwn(options));
  return {
    folder,
    env,
    porte: (...words) => here(words, {}),
    run: here,
    porteProcess: (...words) => apart(words, {}),
    runProcess: apart,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The example timesheet: 17.5 mission days of November 2026 at 650 €. */
export const TIMESHEET = join(ROOT, "templates", "timesheet.csv");
export const RECEIPT = join(ROOT, "templates", "receipt.pdf");

/** The JSON answer of a command that succeeds. */
export async function answerOf(work: Promise<Outcome>) {
  const { stdout, stderr, code } = await work;
  expect({ stderr: code === 0 ? "" : stderr, code }).toEqual({ stderr: "", code: 0 });
  return JSON.parse(stdout);
}
