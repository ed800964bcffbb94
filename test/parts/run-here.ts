import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Outcome, RunOptions } from "./programs.ts";

const require = createRequire(import.meta.url);
const packageFolder = fileURLToPath(new URL("../../", import.meta.url));

/** What a process has of its environment, and a run in this one cannot have. */
const OF_A_PROCESS = /^(PATH$|TZ$|NODE_|LD_|DBUS_)/;

/** Each run's lock of a file listens to every signal once more, to leave none behind: in a process of its own it is the only one. */
process.setMaxListeners(0);

/** What a run's lock puts in the place of the process's own, to know of its end. */
const REPLACED = ["emit", "reallyExit", "__signal_exit_emitter__"] as const;
const own = process as unknown as Record<string, unknown>;

interface Before {
  readonly listeners: ReadonlyMap<string | symbol, readonly unknown[]>;
  readonly replaced: readonly (readonly [string, unknown])[];
}

/** How many runs are under way, and what the process was before the first of them. */
let underWay = 0;
let before: Before | null = null;

function begin(): void {
  underWay += 1;
  before ??= {
    listeners: new Map(process.eventNames().map((name) => [name, process.rawListeners(name)])),
    replaced: REPLACED.map((name) => [name, own[name]]),
  };
}

/** Once nothing runs, the process is what it was: what listens to it would keep all modules of each run, and each replaces the last. */
function end(): void {
  underWay -= 1;
  if (underWay > 0 || before === null) return;
  for (const name of process.eventNames().filter((one) => /^SIG/.test(String(one))))
    for (const listener of process.rawListeners(name))
      if (!before.listeners.get(name)?.includes(listener)) process.removeListener(name, listener as () => void);
  for (const [name, value] of before.replaced) own[name] = value;
  before = null;
}

type Program = "porte" | "porte-company";

/** The folder of each program's bundle in dist/. */
const FOLDERS: Readonly<Record<Program, string>> = { porte: "cli", "porte-company": "server" };

/** The bundles that `npm run build` made, as the programs in bin/ open them; each run has modules of its own. */
const bundles = new Map<Program, unknown>();

/**
 * Runs a command of a built program to its end in this process: its arguments, its environment, its stdin, what it says and its exit
 * code are those of a process, and it costs a fraction of one. A umask, signals, a terminal and a folder of its own it has not.
 * @throws {Error} for an environment that only a process can have.
 */
export async function runHere(
  program: Program,
  argv: readonly string[],
  { env = {}, input = "" }: RunOptions,
): Promise<Outcome> {
  const foreign = Object.keys(env).find((name) => OF_A_PROCESS.test(name));
  if (foreign !== undefined) throw new Error(`${foreign} is read by a process: run this command in one`);
  const { inFolder, open } = require("../../bin/chunks.js");
  const { version } = require("../../package.json");
  const bundle = bundles.get(program) ?? inFolder(join(packageFolder, "dist", FOLDERS[program]));
  bundles.set(program, bundle);
  const said = openOutput();
  const stdin = Readable.from(input === "" ? [] : [Buffer.from(input)]);
  const surroundings = {
    env: given(env),
    home: env.HOME ?? null,
    stdin: () => stdin,
    descriptors: { stdout: said.stdout.descriptor, stderr: said.stderr.descriptor },
    onInterrupt: () => undefined,
  };
  begin();
  try {
    const code = await open(bundle).load("main.cjs").runIn(surroundings, argv, { version, packageFolder });
    return { stdout: said.stdout.read(), stderr: said.stderr.read(), code };
  } finally {
    end();
    closeSync(said.stdout.descriptor);
    closeSync(said.stderr.descriptor);
  }
}

/** An environment has no names without a value. */
function given(env: NonNullable<RunOptions["env"]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

interface Output {
  readonly descriptor: number;
  read(): string;
}

/** Two files that have no name any more: what is written there is read when the command has ended. */
function openOutput(): { stdout: Output; stderr: Output } {
  const folder = mkdtempSync(join(tmpdir(), "porte-said-"));
  const open = (name: string): Output => {
    const descriptor = openSync(join(folder, name), "w+");
    const read = () => {
      const bytes = Buffer.alloc(fstatSync(descriptor).size);
      readSync(descriptor, bytes, 0, bytes.length, 0);
      return bytes.toString("utf8");
    };
    return { descriptor, read };
  };
  const opened = { stdout: open("stdout"), stderr: open("stderr") };
  rmSync(folder, { recursive: true });
  return opened;
}
