import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { answering, freePort, nobody } from "./postgres.ts";

/** A pgbouncer in transaction mode, in front of one PostgreSQL at a time. */
export interface Pooler {
  /** The address of a database of the server that it leads to now. */
  address(database: string): string;
  /** Leads to another server: what comes from now on waits for it or goes there. */
  leadTo(port: number): void;
  stop(): Promise<void>;
}

/** Where this machine has pgbouncer; null where it lacks it. */
export function poolerProgram(): string | null {
  const folders = ["/usr/sbin", ...(process.env.PATH ?? "").split(delimiter)];
  const found = folders.find((folder) => existsSync(join(folder, "pgbouncer")));
  return found === undefined ? null : join(found, "pgbouncer");
}

/** Starts pgbouncer on a temporary folder and a free port; null where this machine has none. It refuses to run as root: it runs as `nobody` there. */
export async function startPooler(serverPort: number, sessions = 20): Promise<Pooler | null> {
  const program = poolerProgram();
  if (program === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "porte-pooler-"));
  const port = await freePort();
  const settings = join(folder, "pgbouncer.ini");
  const users = join(folder, "users.txt");
  writeFileSync(users, '"porte" ""\n');
  const write = (to: number) => writeFileSync(settings, settingsOf({ port, to, users, sessions }));
  write(serverPort);
  const owner = nobody();
  if ("uid" in owner) for (const path of [folder, settings, users]) chownSync(path, owner.uid, owner.gid);
  const child = spawn(program, [settings], { ...owner, stdio: "ignore", cwd: folder });
  await answering(`postgres://porte@127.0.0.1:${port}/pgbouncer`);
  return {
    address: (database) => `postgres://porte@127.0.0.1:${port}/${database}`,
    leadTo: (to) => {
      write(to);
      child.kill("SIGHUP");
    },
    stop: () => ended(child, folder),
  };
}

function settingsOf(given: { port: number; to: number; users: string; sessions: number }): string {
  return [
    "[databases]",
    `* = host=127.0.0.1 port=${given.to}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${given.port}`,
    "unix_socket_dir =",
    "auth_type = trust",
    `auth_file = ${given.users}`,
    "admin_users = porte",
    "pool_mode = transaction",
    "max_client_conn = 500",
    `default_pool_size = ${given.sessions}`,
    "server_login_retry = 1",
    "server_connect_timeout = 2",
    "query_wait_timeout = 20",
    "log_connections = 0",
    "log_disconnections = 0",
    "",
  ].join("\n");
}

async function ended(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
}
