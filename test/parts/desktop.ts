import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

const PYTHON = "/usr/bin/python3";

function runs(program: string, ...words: string[]): boolean {
  try {
    execFileSync(program, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Whether this machine has what stands in for a desktop: a bus, notify-send, and python3-dbusmock. Where everything is tested, it must. */
export const hasDesktop =
  process.env.CI === "true" ||
  (runs("dbus-daemon", "--version") && runs("notify-send", "--version") && runs(PYTHON, "-c", "import dbusmock"));

/** A desktop that shows nothing, and notes what it was asked to show. */
export interface Desktop {
  readonly address: string;
  /** Each notification, as it was asked for. */
  notified(): string[];
  close(): Promise<void>;
}

/** Opens a desktop on a bus of its own, in a folder: no other bus of this machine is asked for, nor started. */
export async function openDesktop(folder: string): Promise<Desktop> {
  const log = join(folder, "notified.log");
  const words = ["--session", "--nofork", "--nopidfile", "--print-address=1", `--address=unix:dir=${folder}`];
  const bus = spawn("dbus-daemon", words, { stdio: ["ignore", "pipe", "ignore"] });
  const { value: address } = await createInterface({ input: bus.stdout })[Symbol.asyncIterator]().next();
  const { PYTHONPATH } = process.env;
  const env = { PATH: "/usr/bin:/bin", PYTHONPATH, DBUS_SESSION_BUS_ADDRESS: String(address) };
  const template = ["-m", "dbusmock", "--session", "--template", "notification_daemon", "-l", log];
  const daemon = spawn(PYTHON, template, { env, stdio: "ignore" });
  await isNamed(env);
  return {
    address: String(address),
    notified: () =>
      readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => / Notify /.test(line)),
    close: async () => {
      await ended(daemon);
      await ended(bus);
    },
  };
}

/** Waits until somebody shows notifications on a bus. */
async function isNamed(env: NodeJS.ProcessEnv): Promise<void> {
  const ask = "import dbus,sys; sys.exit(not dbus.SessionBus().name_has_owner('org.freedesktop.Notifications'))";
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      execFileSync(PYTHON, ["-c", ask], { env, stdio: "ignore" });
      return;
    } catch {
      await pause(100);
    }
  }
  throw new Error("nobody shows notifications");
}

async function ended(child: ChildProcess): Promise<void> {
  const end = once(child, "exit");
  child.kill();
  await end;
}
