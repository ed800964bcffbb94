import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Postgres, startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of this run's PostgreSQL; empty where this machine has none. */
    postgres: string;
    /** The browser's program; empty where this machine has none. */
    chromium: string;
    /** The terminal's program; empty where this machine has none. */
    tmux: string;
    /** The program that reads pictures; empty where this machine has none, or not its French data. */
    tesseract: string;
    /** The program that draws a PDF as a picture; empty where this machine has none. */
    pdftoppm: string;
    /** The program that reads a printed code; empty where this machine has none. */
    zbarimg: string;
    /** The program that gives a session its keyring; empty where this machine has none. */
    keyring: string;
    /** The program that reads a compose file; empty where this machine has none. */
    compose: string;
    /** The program that reads a systemd unit; empty where this machine has none. */
    systemd: string;
  }
}

let postgres: Postgres | null = null;
let cache = "";
let memory: string | null = null;

/** What a whole run writes at most, four times over. */
const ROOM_BYTES = 2 ** 31;

/**
 * Has the whole run write into a folder in memory, where the machine has that and room in it; null where it has not: a company's first start makes a thousand files, and a whole run a
 * hundred companies. Everybody may pass through it, because PostgreSQL runs as another person.
 */
function writeIntoMemory(): string | null {
  const disk = "/dev/shm";
  if (!existsSync(disk)) return null;
  const { bavail, bsize } = statfsSync(disk);
  if (bavail * bsize < ROOM_BYTES) return null;
  const folder = mkdtempSync(join(disk, "porte-tests-"));
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return folder;
}

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const KEYRING = "/usr/bin/gnome-keyring-daemon";

function readsFrench(): boolean {
  const { stdout } = spawnSync("/usr/bin/tesseract", ["--list-langs"]);
  return stdout?.toString().split("\n").includes("fra") ?? false;
}

/** Starts what the whole run shares. Under CI, what is missing is a failure; elsewhere its tests are skipped, and counted. */
export async function setup({ provide }: TestProject): Promise<void> {
  memory = writeIntoMemory();
  cache = mkdtempSync(join(tmpdir(), "porte-cache-"));
  process.env.PORTE_CACHE_DIR = cache;
  postgres = await startPostgres();
  const chromium = BROWSERS.find((path) => existsSync(path)) ?? "";
  const tmux = existsSync("/usr/bin/tmux") ? "/usr/bin/tmux" : "";
  const tesseract = readsFrench() ? "/usr/bin/tesseract" : "";
  const pdftoppm = existsSync("/usr/bin/pdftoppm") ? "/usr/bin/pdftoppm" : "";
  const zbarimg = existsSync("/usr/bin/zbarimg") ? "/usr/bin/zbarimg" : "";
  const keyring = ["/usr/bin/dbus-run-session", KEYRING].every((path) => existsSync(path)) ? KEYRING : "";
  const compose = ["/usr/bin/docker-compose", "/usr/local/bin/docker-compose"].find((path) => existsSync(path)) ?? "";
  const systemd = existsSync("/usr/bin/systemd-analyze") ? "/usr/bin/systemd-analyze" : "";
  const programs = {
    PostgreSQL: postgres?.url,
    Chromium: chromium,
    tmux,
    "tesseract with its French data": tesseract,
    "gnome-keyring": keyring,
    "docker-compose": compose,
    "systemd-analyze": systemd,
    pdftoppm,
    zbarimg,
  };
  const missing = Object.entries(programs).flatMap(([name, found]) => (found ? [] : [name]));
  if (missing.length > 0 && process.env.CI === "true") throw new Error(`CI needs ${missing.join(" and ")}`);
  for (const name of missing) console.warn(`${name} is not on this machine: the tests that need it are skipped.`);
  provide("postgres", postgres?.url ?? "");
  provide("chromium", chromium);
  provide("tmux", tmux);
  provide("tesseract", tesseract);
  provide("keyring", keyring);
  provide("pdftoppm", pdftoppm);
  provide("zbarimg", zbarimg);
  provide("compose", compose);
  provide("systemd", systemd);
}

/** Stops it. */
export async function teardown(): Promise<void> {
  await postgres?.stop();
  for (const folder of [cache, memory]) if (folder !== null) rmSync(folder, { recursive: true, force: true });
}
