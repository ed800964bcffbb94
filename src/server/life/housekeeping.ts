import { sql } from "kysely";
import { forgetOld } from "../api/idempotency.ts";
import type { Db, Deps } from "../deps.ts";
import { forgetOldEvents } from "../events/queries.ts";
import { clearReceipts } from "../receipts/clearing.ts";

type Warn = (job: string, failure: unknown) => void;

/** Something that is done again and again while a company runs; done twice, or by two instances, it changes nothing more. */
interface Job {
  readonly name: string;
  run(deps: Deps): Promise<void>;
}

/** What is put away. */
const JOBS: readonly Job[] = [
  { name: "forget what has expired", run: forgetOld },
  { name: "put old events away", run: forgetOldEvents },
];

const HOUR_MS = 3_600_000;

/** Instances that were started together do not all work in the same second. */
const JITTER = 0.2;

/** One number of PostgreSQL's advisory locks: an instance that finds it taken leaves the work to the other. */
const LOCK = 5_103_907;

/** Does what is to be done, once; a job that fails leaves the others alone. */
async function keepHouse(deps: Deps, warn: Warn, stopping: AbortSignal): Promise<void> {
  for (const { name, run } of JOBS) {
    if (stopping.aborted) return;
    const work = deps.db.transaction().execute(async (trx) => {
      if (await isMine(trx)) await run({ ...deps, db: trx });
    });
    await work.catch((failure: unknown) => warn(name, failure));
  }
  await clearAlone(deps, stopping).catch((failure: unknown) => warn("clear away receipts that nobody used", failure));
}

/**
 * Goes through the store of receipts where no other instance does. It is a file at a time, each in a transaction of its own, so that what
 * keeps the others away is a row and no lock; an instance that was killed keeps them away for an hour.
 */
async function clearAlone(deps: Deps, stopping: AbortSignal): Promise<void> {
  if (stopping.aborted) return;
  const taken = await deps.db
    .updateTable("receipt_store")
    .set({ cleared_until: sql`now() + interval '1 hour'` as never })
    .where((row) => row.or([row("cleared_until", "is", null), row("cleared_until", "<", sql`now()` as never)]))
    .returning("id")
    .executeTakeFirst();
  if (taken === undefined) return;
  try {
    await clearReceipts(deps, stopping);
  } finally {
    await deps.db.updateTable("receipt_store").set({ cleared_until: null }).execute();
  }
}

/** Keeps house now and every hour, for as long as the company runs. Gives what stops it. */
export function startHousekeeping(deps: Deps, warn: Warn): () => Promise<void> {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  let turn = Promise.resolve();
  const next = () => {
    turn = keepHouse(deps, warn, stopping.signal).then(() => {
      if (!stopping.signal.aborted) timer = setTimeout(next, HOUR_MS * (1 + (Math.random() - 0.5) * JITTER)).unref();
    });
  };
  next();
  return async () => {
    stopping.abort();
    if (timer !== null) clearTimeout(timer);
    await turn;
  };
}

async function isMine(trx: Db): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(trx);
  return rows[0]?.mine ?? false;
}
