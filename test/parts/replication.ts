import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { answering, binaries, freePort, nobody } from "./postgres.ts";

/** Two PostgreSQL servers: what the first acknowledges, the second has. */
export interface Pair {
  readonly primary: { readonly port: number; kill(): void };
  readonly standby: { readonly port: number; promote(): Promise<void> };
  stop(): Promise<void>;
}

const urlOf = (port: number) => `postgres://porte@127.0.0.1:${port}/postgres`;

/** Starts a primary and its synchronous standby, by PostgreSQL's own programs and settings alone; null where this machine has none. */
export async function startPair(): Promise<Pair | null> {
  const bin = binaries();
  if (bin === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "porte-pair-"));
  const owner = nobody();
  if ("uid" in owner) chownSync(folder, owner.uid, owner.gid);
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  const [port, standbyPort] = [await freePort(), await freePort()];
  const run = promisify(execFile);
  const launch = async (data: string, at: number) => {
    const settings = ["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "wal_level=replica"];
    const words = ["-D", data, "-p", String(at), ...settings.flatMap((setting) => ["-c", setting])];
    const child = spawn(join(bin, "postgres"), words, { ...options, stdio: "ignore", detached: true });
    await answering(urlOf(at));
    return child;
  };
  execFileSync(join(bin, "initdb"), ["-D", first, "-U", "porte", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...options,
    stdio: "ignore",
  });
  const primary = await launch(first, port);
  const source = `host=127.0.0.1 port=${port} user=porte application_name=second`;
  await run(join(bin, "pg_basebackup"), ["-D", second, "-R", "-X", "stream", "-c", "fast", "-d", source], options);
  const standby = await launch(second, standbyPort);
  await acknowledgeTwice(port);
  return {
    primary: { port, kill: () => killAll(primary) },
    standby: {
      port: standbyPort,
      promote: async () => {
        await run(join(bin, "pg_ctl"), ["promote", "-w", "-D", second], options);
      },
    },
    stop: async () => {
      for (const child of [primary, standby]) killAll(child);
      await Promise.all([primary, standby].map(gone));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** From now on a transaction is acknowledged once the standby has it too. It is said once the standby follows, or nothing would end. */
async function acknowledgeTwice(port: number): Promise<void> {
  const client = new pg.Client(urlOf(port));
  await client.connect();
  await client.query("alter system set synchronous_commit = 'remote_apply'");
  await client.query("alter system set synchronous_standby_names = 'second'");
  await client.query("select pg_reload_conf()");
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { rows } = await client.query("select 1 from pg_stat_replication where sync_state = 'sync'");
    if (rows.length > 0) return client.end();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the standby does not follow");
}

/** Ends a server and its sessions as a power cut would. */
function killAll({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ESRCH") throw failure;
  }
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once("exit", resolve));
}
