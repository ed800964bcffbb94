import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";

type Program = "porte" | "porte-company";

/** The steps of the demonstration, in their order: those of a machine alone, then those with a company. */
export type Step =
  | "first"
  | "sheet"
  | "document"
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

/** A demonstration that plays: its folder, and what the programs find in their environment. */
export interface Play extends Stage {
  readonly folder: string;
  readonly own: Readonly<Record<string, string>>;
}

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

/** The package that has the company's program. */
export const COMPANY_PACKAGE = "porte-company";

/** A sample of `templates/`. */
export function sample({ packageFolder }: Stage, name: string): string {
  return join(packageFolder, "templates", name);
}

/** Finds a program: in this package, or in the company's, installed beside it. A single-file program has no folder. */
export function scriptOf({ packageFolder }: Stage, program: Program): string | undefined {
  const places = isAbsolute(packageFolder) ? [packageFolder, join(packageFolder, "..", COMPANY_PACKAGE)] : [];
  return places.map((folder) => join(folder, "bin", `${program}.js`)).find((path) => existsSync(path));
}

/** Starts a program in the demonstration's own environment: nothing of the person's own profile is read. */
export function start(play: Play, program: Program, words: readonly string[], output: "pipe" | "shown"): ChildProcess {
  const { PORTE_TOKEN: _token, PORTE_API_URL: _url, PORTE_PROFILE: _profile, ...rest } = play.env;
  const env = { ...rest, ...play.own };
  const script = scriptOf(play, program);
  if (script === undefined) throw new DemoFailure(program, 1);
  const stdout = output === "pipe" ? "pipe" : play.isJson ? 2 : 1;
  return spawn(play.nodePath, [script, ...words], {
    env,
    stdio: ["ignore", stdout, output === "pipe" ? "pipe" : 2],
  });
}

/** Runs a command on the demonstration's own terminal. @throws {DemoFailure} where it does not end with 0. */
export async function show(play: Play, program: Program, words: readonly string[]): Promise<void> {
  const shown = words.map((word) => (word.includes(" ") ? `"${word}"` : word)).join(" ");
  play.command(`${program} ${shown}`);
  const child = start(play, program, words, "shown");
  const code = await new Promise<number>((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
  if (code !== 0) throw new DemoFailure(`${program} ${shown}`, code);
}

/** Runs a command and reads its answer. @throws {DemoFailure} where it does not end with 0. */
export async function read(play: Play, program: Program, words: readonly string[]): Promise<string> {
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
