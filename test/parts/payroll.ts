import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { inject } from "vitest";
import { migrate } from "../../src/server/db/migrate.ts";
import { openEmbedded, openPostgres } from "../../src/server/db/open.ts";
import type { Db } from "../../src/server/deps.ts";
import { newDatabase } from "./postgres.ts";
import { type DatabaseName, NOW, serve } from "./programs.ts";

const SQL = readFileSync(new URL("many-portes.sql", import.meta.url), "utf8");

/** The identifier of one of the many portés, from 1 on. */
export const porteId = (n: number) => `10000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** Fills a company with portés who can be paid a month; alike, but for their names, where that is asked. */
export async function fillPortes(
  db: Db,
  { count, month, alike = false }: { count: number; month: string; alike?: boolean },
): Promise<void> {
  const filled = SQL.replaceAll(":count", String(count)).replaceAll(":month", month);
  for (const statement of (alike ? filled.replaceAll(/n % \d+/g, "1") : filled).split(/;\n/))
    if (/^insert/m.test(statement)) await sql.raw(statement).execute(db);
}

/** A company of many portés whose program can be ended and started again, and whose database can be looked into while it is down. */
export interface ManyPortes {
  readonly operator: string;
  readonly database: string | null;
  url(): string;
  start(): Promise<void>;
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Works on the database itself; an embedded one only while the program is down. */
  inside<Value>(work: (db: Db) => Promise<Value>): Promise<Value>;
  remove(): Promise<void>;
}

/** Makes such a company, started; the demonstration's own two portés have no report. */
export async function manyPortes(
  name: DatabaseName,
  { count, month, now = NOW }: { count: number; month: string; now?: string },
): Promise<ManyPortes> {
  const folder = mkdtempSync(join(tmpdir(), "porte-many-"));
  const database = name === "PostgreSQL" ? await newDatabase(inject("postgres")) : null;
  const words = ["--demo", "--data", folder, ...(database === null ? [] : ["--database", database])];
  let running: Awaited<ReturnType<typeof serve>> | null = await serve(words, now);
  const { operator } = JSON.parse(running.line);
  const company: ManyPortes = {
    operator: operator.token,
    database,
    url: () => JSON.parse(running?.line ?? "{}").url,
    start: async () => {
      running = await serve(words, now);
    },
    stop: async (signal = "SIGTERM") => {
      await running?.stop(signal);
      running = null;
    },
    inside: async (work) => {
      const db = database === null ? await openEmbedded(join(folder, "database"), "") : await openPostgres(database);
      try {
        await migrate(db);
        return await work(db);
      } finally {
        await db.destroy();
      }
    },
    remove: async () => {
      await company.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (database === null) await company.stop();
  await company.inside((db) => fillPortes(db, { count, month }));
  if (database === null) await company.start();
  return company;
}

/** The answer of a payroll run. */
export interface Run {
  readonly id: string;
  readonly month: string;
  readonly paid: readonly { owner: { id: string }; payslip: { id: string } }[];
  readonly leftOut: readonly { owner: { id: string }; reason: string; failure?: { code: string } }[];
}

/** Asks for a month's payroll under a key. */
export async function runPayroll(
  company: ManyPortes,
  month: string,
  key: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; body: Run & Record<string, unknown> }> {
  const answer = await fetch(`${company.url()}/v1/operator/payroll-runs`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${company.operator}`,
      "content-type": "application/json",
      "idempotency-key": key,
      ...headers,
    },
    body: JSON.stringify({ month }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as never };
}

interface Shown {
  readonly run: { state: string; counts: { waiting: number; paid: number; leftOut: number } };
  readonly items: { id: string; state: string; owner: { id: string }; counts: { paid: number } }[];
  readonly nextCursor: string | null;
}

/** Reads something of the company as its operator: a run, or a list. */
export async function read(company: ManyPortes, path: string): Promise<{ status: number; body: Shown }> {
  const answer = await fetch(`${company.url()}/v1${path}`, {
    headers: { authorization: `Bearer ${company.operator}` },
  });
  return { status: answer.status, body: (await answer.json()) as Shown };
}
