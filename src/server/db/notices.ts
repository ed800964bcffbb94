import { setTimeout as pause } from "node:timers/promises";
import type { PGlite } from "@electric-sql/pglite";
import type { Db } from "../deps.ts";

/** The name under which the tables say that something has happened; what is said is the person to whom. */
const CHANNEL = "porte_events";

/** How long to wait before a session that ended is opened again: longer each time, up to this. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** A session that is at rest is asked something this often: a machine that froze says nothing by itself. */
const ASKED_EVERY_MS = 30_000;
const ANSWER_MS = 5_000;

/** Whoever waits for notices. */
export interface Waiter {
  /** Something has happened to a person. */
  onNotice(personId: string): void;
  /** Notices come from now on, or do not any more: what happened between is known to nobody. */
  onListening(isListening: boolean): void;
}

/** Waits for notices until it is stopped. */
export type Listen = (waiter: Waiter) => Promise<() => Promise<void>>;

const listenings = new WeakMap<object, Listen>();

/** Notes how notices of a database are had. */
export function noteListen(db: Db, listen: Listen): void {
  listenings.set(db, listen);
}

/** Gives what waits for a database's notices; null where a pooler is before it and nothing says its own address. */
export function listenOf(db: Db, directAddress?: string): Listen | null {
  return directAddress === undefined ? (listenings.get(db) ?? null) : listenAt(directAddress);
}

/** The embedded database tells this process itself. */
export function listenIn(lite: PGlite): Listen {
  return async ({ onNotice, onListening }) => {
    const end = await lite.listen(CHANNEL, onNotice);
    onListening(true);
    return () => end().catch(() => undefined);
  };
}

/** Keeps one session of its own at an address, and opens another whenever that one ends. */
export function listenAt(address: string): Listen {
  return async (waiter) => {
    const stopping = new AbortController();
    const work = keepListening(address, waiter, stopping.signal);
    return async () => {
      stopping.abort();
      await work;
    };
  };
}

async function keepListening(address: string, waiter: Waiter, stopping: AbortSignal): Promise<void> {
  for (let pauseMs = FIRST_PAUSE_MS; !stopping.aborted; ) {
    const hasListened = await listenOnce(address, waiter, stopping);
    if (hasListened) waiter.onListening(false);
    pauseMs = hasListened ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    await pause(pauseMs * (0.5 + Math.random()), null, { signal: stopping }).catch(() => null);
  }
}

/** Listens on one session until it ends; says whether it ever could. */
async function listenOnce(address: string, waiter: Waiter, stopping: AbortSignal): Promise<boolean> {
  const { default: pg } = await import("pg");
  const limits = { connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS, keepAlive: true };
  const client = new pg.Client({ connectionString: address, ...limits });
  const over = new Promise<void>((resolve) => {
    client.once("end", resolve);
    client.on("error", () => resolve());
    stopping.addEventListener("abort", () => resolve(), { once: true });
  });
  const asking = setInterval(() => void client.query("select 1").catch(() => client.emit("end")), ASKED_EVERY_MS);
  asking.unref();
  try {
    await client.connect();
    client.on("notification", ({ payload }) => waiter.onNotice(payload ?? ""));
    await client.query(`listen ${CHANNEL}`);
    waiter.onListening(true);
    await over;
    return true;
  } catch {
    /** A database that is away, or stands by: another try finds the one that takes writes. */
    return false;
  } finally {
    clearInterval(asking);
    void client.end().catch(() => undefined);
  }
}
