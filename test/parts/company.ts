import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { inject } from "vitest";
import { workerIn } from "../../src/files/workers.ts";
import { buildApp } from "../../src/server/app.ts";
import { type DemoAccess, demoAccess } from "../../src/server/company/seed.ts";
import type { Database } from "../../src/server/db/schema.ts";
import type { Deps } from "../../src/server/deps.ts";
import { trustedProxies } from "../../src/server/http/trust-proxy.ts";
import { makeGate } from "../../src/server/life/gate.ts";
import { makeDeps, openDatabase } from "../../src/server/serve.ts";
import { newDatabase } from "./postgres.ts";
import { type DatabaseName, NOW, ROOT } from "./programs.ts";

/** A company that answers over HTTP from this process, so that a test sees its tables too. */
export interface OpenCompany {
  readonly url: string;
  readonly deps: Deps;
  readonly db: Kysely<Database>;
  readonly access: DemoAccess;
  /** Ends what lasts, as the program does when it is to stop. */
  stopLasting(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a company with the people of the demonstration. It believes one proxy, so that a caller can come from any address.
 * @param now its clock: the moment of all tests, where nothing else is said.
 */
export async function openCompany(database: DatabaseName, now = () => new Date(NOW)): Promise<OpenCompany> {
  const folder = mkdtempSync(join(tmpdir(), "porte-open-"));
  const files = {
    version: "0",
    prepared: join(ROOT, "dist", "prepared-database.tar.gz"),
    contract: join(ROOT, "dist", "openapi.json"),
    templates: join(ROOT, "templates"),
    worker: workerIn(ROOT),
  };
  const address = database === "PostgreSQL" ? { database: await newDatabase(inject("postgres")) } : {};
  const options = { data: folder, ...address };
  const db = await openDatabase(options, files);
  const gate = makeGate({ bodyIdleMs: 30_000, metrics: () => "", showsMetrics: false });
  const listening = createServer(gate.handle);
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const deps = await makeDeps(db, options, files, { now, url });
  const access = await demoAccess(deps);
  if (access === null) throw new Error("the company was not empty");
  const { app, answer, stopLasting } = await buildApp(deps, {
    contractFile: files.contract,
    logLevel: "silent",
    codeSeconds: 600,
    trustProxy: trustedProxies("1"),
    apiRate: 0,
    listening,
    watch: () => undefined,
  });
  gate.open(answer, async () => true);
  const close = async () => {
    listening.close();
    listening.closeAllConnections();
    await app.close();
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, deps, db, access, stopLasting, close };
}

/** What every request may write, whatever comes of it: how often somebody tried. */
const COUNTERS = ["rate_limits", "sign_in_tries"];

/** One line for each table: how many rows it has and the hash of them all. Two dumps that are equal are of equal tables. */
export async function dumpOf(db: Kysely<Database>, without: readonly string[] = COUNTERS): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db);
  const parts = tables
    .filter(({ name }) => !without.includes(name))
    .map(
      ({ name }) =>
        `select '${name} ' || count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as line from ${name} t`,
    );
  const { rows } = await sql.raw<{ line: string }>(parts.join(" union all ")).execute(db);
  return rows.map(({ line }) => line).join("\n");
}
