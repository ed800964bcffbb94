import { sql } from "kysely";
import type { Db, Deps } from "./deps.ts";
import { forgetOld } from "./services/idempotency.ts";

/** Something that is done again and again while a company runs; done twice, or by two instances, it changes nothing more. */
interface Job {
  readonly name: string;
  run(deps: Deps): Promise<void>;
}

/** What is put away. */
const JOBS: readonly Job[] = [{ name: "forget what has expired", run: forgetOld }];

const HOUR_MS = 3_600_000;

/** Instances that were started together do not all work in the same second. */
const JITTER = 0.2;

/** One number of PostgreSQL's advisory locks: an instance that finds it taken leaves the work to the other. */
const LOCK = 5_103_907;

/** Does what is to be done, once; a job that fails leaves the others alone. */
export async function keepHouse(deps: Deps, warn: (job: string, failure: unknown) => void): Promise<void> {
  for (const { name, run } of JOBS) {
    const work = deps.db.transaction().execute(async (trx) => {
      if (await isMine(trx)) await run({ ...deps, db: trx });
    });
    await work.catch((failure: unknown) => warn(name, failure));
  }
}

/** Keeps house now and every hour, for as long as the company runs. Gives what stops it. */
export function startHousekeeping(deps: Deps, warn: (job: string, failure: unknown) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let turn = Promise.resolve();
  const next = () => {
    turn = keepHouse(deps, warn).then(() => {
      if (!isStopped) timer = setTimeout(next, HOUR_MS * (1 + (Math.random() - 0.5) * JITTER)).unref();
    });
  };
  next();
  return async () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
    await turn;
  };
}

async function isMine(trx: Db): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(trx);
  return rows[0]?.mine ?? false;
}
