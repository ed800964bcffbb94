import { spawnSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PORTE = fileURLToPath(new URL("../../bin/porte.js", import.meta.url));
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
  const shell = `${command}; echo "ended with $?"; sleep 600`;
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
