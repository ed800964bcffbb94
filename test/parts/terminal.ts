import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PORTE = fileURLToPath(new URL("../../bin/porte.js", import.meta.url));
const COMMANDS_HERE = fileURLToPath(new URL("commands-here.mjs", import.meta.url));
let opened = 0;

/** A real terminal that a command runs in, and hands that type. */
export interface Terminal {
  /** Types keys by their names in tmux: `Enter`, `Down`, `S-Right`, `c`. */
  type(...keys: string[]): void;
  screen(): string;
  /** Waits until the screen shows something, and gives it. */
  shows(what: RegExp): Promise<string>;
  /** Gives it another width. */
  resize(columns: number): void;
  /** The process that runs the command. */
  pid(): number;
  close(): void;
}

/** Opens a terminal of a size, on a tmux server of its own, with a command that says its exit code at the end. */
export function openTerminal(
  tmux: string,
  words: readonly string[],
  { env, columns }: { env: Readonly<Record<string, string | undefined>>; columns: number },
): Terminal {
  opened += 1;
  const socket = `porte-test-${process.pid}-${opened}`;
  const run = (...argv: string[]) => {
    const kept = { PATH: process.env.PATH, TERM: "xterm-256color", LANG: "C.UTF-8", ...env };
    return spawnSync(tmux, ["-L", socket, "-u", ...argv], { env: kept }).stdout.toString();
  };
  const command = [process.execPath, PORTE, ...words].map((word) => `'${word}'`).join(" ");
  /** Ctrl-C between two questions reaches the shell too, which goes on to say how its command ended. */
  const shell = `trap : INT; ${command}; echo "ended with $?"; sleep 600`;
  run("-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", "40", "sh", "-c", shell);
  const screen = () => run("capture-pane", "-p");
  return {
    type: (...keys) => void run("send-keys", ...keys),
    screen,
    shows: async (what) => {
      for (let tries = 0; tries < 150; tries += 1) {
        const shown = screen();
        if (what.test(shown)) return shown;
        await pause(100);
      }
      throw new Error(`the screen never showed ${what}:\n${screen()}`);
    },
    resize: (width) => void run("resize-window", "-x", String(width), "-y", "40"),
    pid: () => {
      const shellPid = run("list-panes", "-F", "#{pane_pid}").trim();
      return Number(spawnSync("pgrep", ["-P", shellPid]).stdout.toString().trim().split("\n")[0]);
    },
    close: () => void run("kill-server"),
  };
}

/** A terminal with a shell in it, in which commands are run one after the other. */
export interface Shell {
  /**
   * Runs commands on a terminal of a width, in a language, and gives all that it shows: each command line, then its answer. One process runs
   * them all, because their starts would take longer than all that they do.
   */
  run(commands: readonly (readonly string[])[], how: ShownHow): Promise<string>;
  /** Runs one that draws until it is left by a key; gives what it had drawn. */
  draws(command: readonly string[], how: ShownHow & { until: RegExp; leave: string }): Promise<string>;
  close(): void;
}

/** How wide a terminal is, in which language porte speaks there, and whether its colours are given with the text, as a terminal obeys them. */
interface ShownHow {
  readonly width: number;
  readonly lang: string;
  readonly isColoured?: boolean;
}

/** Opens a shell on a tmux server of its own. Its terminal has rows enough for all that is run at once. */
export function openShell(
  tmux: string,
  { env, columns, rows }: { env: Readonly<Record<string, string | undefined>>; columns: number; rows: number },
): Shell {
  opened += 1;
  const socket = `porte-test-${process.pid}-${opened}`;
  const kept = { PATH: process.env.PATH, TERM: "xterm-256color", LANG: "C.UTF-8", PS1: "", ...env };
  const run = (...argv: string[]) => spawnSync(tmux, ["-L", socket, "-u", ...argv], { env: kept }).stdout.toString();
  const size = ["-x", String(columns), "-y", String(rows)];
  run("-f", "/dev/null", "new-session", "-d", ...size, "sh", "-c", "stty -echo; exec sh");
  const screen = (isColoured = false) => run("capture-pane", "-p", ...(isColoured ? ["-e"] : [])).trimEnd();
  const typed = (text: string) => void run("send-keys", "-l", `${text}\n`);
  const shows = async (what: RegExp) => {
    for (let tries = 0; tries < 600; tries += 1) {
      const shown = screen();
      if (what.test(shown)) return shown;
      await pause(50);
    }
    throw new Error(`the shell never showed ${what}:\n${screen()}`);
  };
  const quoted = ([, ...words]: readonly string[]) =>
    [process.execPath, PORTE, ...words].map((word) => `'${word}'`).join(" ");
  const begin = async (width: number) => {
    run("resize-window", "-x", String(width), "-y", String(rows));
    typed("clear; echo ready");
    await shows(/^ready$/m);
  };
  return {
    run: async (commands, { width, lang, isColoured }) => {
      await begin(width);
      const file = join(env.HOME ?? tmpdir(), "commands.json");
      writeFileSync(file, JSON.stringify(commands.map(([, ...words]) => words)));
      typed(`clear; PORTE_LANG=${lang} '${process.execPath}' '${COMMANDS_HERE}' '${file}'; echo all-shown`);
      await shows(/^all-shown$/m);
      return screen(isColoured).replace(/^.*all-shown.*$/m, "");
    },
    draws: async (command, { width, lang, isColoured, until, leave }) => {
      await begin(width);
      typed(`clear; PORTE_LANG=${lang} ${quoted(command)}; echo left`);
      await shows(until);
      const shown = screen(isColoured);
      run("send-keys", leave);
      await shows(/^left$/m);
      return shown;
    },
    close: () => void run("kill-server"),
  };
}
