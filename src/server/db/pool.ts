import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, PoolClient, PoolConfig } from "pg";
import { DatabaseAway } from "./away.ts";

/** How long a session may take, in milliseconds; 0 is no limit. */
export interface Limits {
  /** To have a session at all: a new one, or one that another request gives back. */
  readonly connectMs: number;
  /** One statement, as PostgreSQL counts it. */
  readonly statementMs: number;
  readonly lockMs: number;
  /** A transaction that asks nothing. */
  readonly idleInTransactionMs: number;
  /** One statement, as this process counts it: a frozen machine counts nothing. */
  readonly answerMs: number;
}

/** The limits of what answers people: within a time, or it is said that the database is away. PostgreSQL gives up before this process does. */
export function servingWithin(answerMs: number): Limits {
  return {
    connectMs: answerMs * 0.5,
    statementMs: answerMs * 0.8,
    lockMs: answerMs * 0.5,
    idleInTransactionMs: answerMs * 1.5,
    answerMs,
  };
}

/** What answers people, unless the company says another time. */
export const SERVING: Limits = servingWithin(10_000);

/** What an operator starts and waits for: a migration of a large company takes its time. */
export const PATIENT: Limits = { connectMs: 10_000, statementMs: 0, lockMs: 0, idleInTransactionMs: 0, answerMs: 0 };

/** The limits that this process keeps by itself: those of sessions are for the database to know, as `alter role … set`. */
export function unset(limits: Limits): Limits {
  return { ...limits, statementMs: 0, lockMs: 0, idleInTransactionMs: 0 };
}

/** How many sessions there are, at rest, and how many requests wait for one; how many ended before this process ended them. */
export interface Sessions {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
  readonly lost: number;
}

/** The settings of each session, in the one place that makes sessions. */
function sessionSettings({ statementMs, lockMs, idleInTransactionMs }: Limits): PoolConfig {
  return {
    ...(statementMs === 0 ? {} : { statement_timeout: statementMs }),
    ...(lockMs === 0 ? {} : { lock_timeout: lockMs }),
    ...(idleInTransactionMs === 0 ? {} : { idle_in_transaction_session_timeout: idleInTransactionMs }),
  };
}

/**
 * Makes a pool whose sessions may end at any moment: at rest, in use, between two statements of a transaction. Whoever asks then
 * is told `DatabaseAway`, and the session is given up.
 */
export async function watchedPool(
  config: PoolConfig,
  limits: Limits,
): Promise<PostgresPool & { sessions(): Sessions }> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: limits.connectMs,
    ...(limits.answerMs === 0 ? {} : { query_timeout: limits.answerMs }),
    ...sessionSettings(limits),
    ...config,
  });
  /** A session that ends says so each time that it is written to: it is counted once. */
  const lost = new WeakSet<PoolClient>();
  let lostCount = 0;
  const lose = (client: PoolClient) => {
    if (!lost.has(client)) lostCount += 1;
    lost.add(client);
  };
  /** Sessions at rest tell the pool too; without a listener of its own, that ends the process. */
  pool.on("error", (_failure, client) => lose(client));
  pool.on("connect", (client) => client.on("error", () => lose(client)));
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await connect(pool);
      const watched = known.get(client) ?? watch(client, (failure) => failure instanceof pg.DatabaseError);
      known.set(client, watched);
      return watched;
    },
    end: () => pool.end(),
    sessions: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount, lost: lostCount }),
  };
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (failure) {
    throw new DatabaseAway((failure as Error).message, { cause: failure });
  }
}

/** PostgreSQL's code for a session that came to a standby: another one may reach the database that takes writes. */
const READ_ONLY = "25006";

function watch(client: PoolClient, isAnswer: (failure: unknown) => boolean): PostgresPoolClient {
  let isLost = false;
  const query = async (...words: readonly unknown[]) => {
    /** A transaction whose session is lost asks for its rollback, and would wait for it. */
    if (isLost) throw new DatabaseAway("the session is lost");
    try {
      return await (client.query as (...given: readonly unknown[]) => Promise<unknown>)(...words);
    } catch (failure) {
      if (isAnswer(failure)) {
        isLost = (failure as { code?: string }).code === READ_ONLY;
        throw failure;
      }
      /** A value that cannot be written down is a fault of this program, and no fault of the session. */
      if (failure instanceof TypeError || failure instanceof RangeError) throw failure;
      isLost = true;
      cut(client);
      throw new DatabaseAway((failure as Error).message, { cause: failure });
    }
  };
  return { query: query as never, release: () => client.release(isLost) };
}

/** Ends a session without a farewell: one that does not answer would be waited for. */
function cut(client: PoolClient): void {
  const { connection } = client as unknown as { connection?: { stream?: { destroy(): void } } };
  connection?.stream?.destroy();
}
