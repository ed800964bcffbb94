import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** A PostgreSQL server of this test run alone. */
export interface Postgres {
  readonly url: string;
  /** Its process, whose children are the sessions. */
  pid(): number;
  /** Ends it as a machine does that loses its power, sessions included. */
  stopAtOnce(): Promise<void>;
  /** Starts it again on what it left. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** Where Debian, and others, put the server's programs. */
export function binaries(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

/** The server refuses to run as root: it runs as `nobody` there. */
export function nobody(): { uid: number; gid: number } | object {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
}

/** Starts a PostgreSQL on a temporary folder and a free port; null where this machine has none. */
export async function startPostgres({ fsync = false } = {}): Promise<Postgres | null> {
  const bin = binaries();
  if (bin === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "porte-pg-"));
  const owner = nobody();
  if ("uid" in owner) chownSync(folder, 65_534, 65_534);
  const data = join(folder, "data");
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "porte", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...options,
    stdio: "ignore",
  });
  const port = await freePort();
  const synced = `fsync=${fsync ? "on" : "off"}`;
  const settings = ["-c", synced, "-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=${folder}`];
  const url = `postgres://porte@127.0.0.1:${port}/postgres`;
  const launch = async () => {
    const words = ["-D", data, "-p", String(port), ...settings];
    const server = spawn(join(bin, "postgres"), words, { ...options, stdio: "ignore" });
    const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
    await answering(url);
    return { server, ended };
  };
  let running = await launch();
  const end = async (signal: "SIGINT" | "SIGQUIT") => {
    running.server.kill(signal);
    await running.ended;
  };
  return {
    url,
    pid: () => running.server.pid ?? 0,
    stopAtOnce: () => end("SIGQUIT"),
    startAgain: async () => {
      running = await launch();
    },
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database on a server, and gives its address. */
export async function newDatabase(serverUrl: string): Promise<string> {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const client = new pg.Client(serverUrl);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return serverUrl.replace(/\/postgres$/, `/${name}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Waits until a server takes a session. */
export async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const client = new pg.Client(url);
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("PostgreSQL did not start");
}
