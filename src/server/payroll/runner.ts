import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { lastDay } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { companyVersion } from "../company/queries.ts";
import type { Db, Deps } from "../deps.ts";
import { endRun } from "./commands.ts";
import { type Paying, payPorte } from "./porte.ts";

/**
 * How many portés are read at once, and how many are paid at once: while one's pay waits for the disk, the others' are worked out and
 * written. With the sign of life it is half of the pool's sessions; the others are for who asks meanwhile.
 */
const CHUNK = 100;
const LANES = 4;

/** A process that carries a run on says so every second; after five without a word another may take it over. */
const ALIVE_MS = 1_000;
const HELD = sql`now() + interval '5 seconds'`;

/** How long a request waits for another process that carries its run on, and how often it looks. */
const WAIT_MS = 20_000;
const LOOK_MS = 250;

/** How long a porté's pay may take when the program stops; what is cut then is taken back by the database. */
const STOP_MS = 5_000;

/** What PostgreSQL says of a row that is held by others for too long: this porté is tried again, the others are paid. */
const BUSY_ROW = ["55P03", "57014", "40P01", "40001"];

type Warn = (failure: unknown, about: object) => void;

/** What carries runs on in this process, one after the other. */
export interface PayrollRunner {
  /**
   * Carries a run on to its end, or waits for whoever does.
   * @throws {PorteError} `company.run_under_way` where another process is still at it, or this one stops.
   */
  carryOn(runId: string, warn: Warn): Promise<void>;
  /** Ends what is under way between two portés. */
  stop(): Promise<void>;
}

/** Makes the process's runner. A run asked for twice is carried on once. */
export function payrollRunner(deps: Deps): PayrollRunner {
  const underWay = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  return {
    carryOn: (runId, warn) => {
      const before = underWay.get(runId);
      if (before !== undefined) return before;
      const work = last.then(() => drive(deps, runId, stopping.signal, warn)).finally(() => underWay.delete(runId));
      last = work.catch(() => undefined);
      underWay.set(runId, work);
      return work;
    },
    stop: async () => {
      stopping.abort();
      const late = new Promise((resolve) => setTimeout(resolve, STOP_MS).unref());
      await Promise.race([last, late]);
    },
  };
}

async function drive(deps: Deps, runId: string, stopping: AbortSignal, warn: Warn): Promise<void> {
  const holder = uuid();
  for (let waitedMs = 0; !(await take(deps.db, runId, holder)); waitedMs += LOOK_MS) {
    if (await hasEnded(deps.db, runId)) return;
    if (waitedMs >= WAIT_MS || stopping.aborted) throw underWayElsewhere(runId);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  /** The run goes on, or ends by another failure; what also went wrong is in the log. */
  const untold = (failure: unknown) => warn(failure, { runId });
  const alive = setInterval(() => void take(deps.db, runId, holder).catch(untold), ALIVE_MS);
  try {
    await payAll(deps, runId, stopping, warn);
    await endRun(deps, runId);
  } catch (failure) {
    clearInterval(alive);
    await letGo(deps.db, runId, holder).catch(untold);
    throw failure;
  } finally {
    clearInterval(alive);
  }
}

function underWayElsewhere(run: string): PorteError {
  return new PorteError("company.run_under_way", { run, retryAfter: 2 });
}

/** Takes a run that nobody carries on, or says that this process still does; by the database's clock. */
async function take(db: Db, runId: string, holder: string): Promise<boolean> {
  const taken = await db
    .updateTable("payroll_runs")
    .set({ holder, held_until: HELD as never })
    .where("id", "=", runId)
    .where("state", "=", "running")
    .where((row) =>
      row.or([row("holder", "=", holder), row("held_until", "is", null), row("held_until", "<", sql<Date>`now()`)]),
    )
    .returning("id")
    .executeTakeFirst();
  return taken !== undefined;
}

async function letGo(db: Db, runId: string, holder: string): Promise<void> {
  await db
    .updateTable("payroll_runs")
    .set({ holder: null, held_until: null })
    .where("id", "=", runId)
    .where("holder", "=", holder)
    .execute();
}

async function hasEnded(db: Db, runId: string): Promise<boolean> {
  const { state } = await db
    .selectFrom("payroll_runs")
    .select("state")
    .where("id", "=", runId)
    .executeTakeFirstOrThrow();
  return state !== "running";
}

async function payAll(deps: Deps, runId: string, stopping: AbortSignal, warn: Warn): Promise<void> {
  const busy: unknown[] = [];
  const queue = toPay(deps, runId, warn);
  const lane = async () => {
    for await (const { paying, personId } of queue) {
      if (stopping.aborted) throw underWayElsewhere(runId);
      await payPorte(deps, paying, personId).catch((failure: { code?: string }) => {
        if (!BUSY_ROW.includes(failure.code ?? "")) throw failure;
        busy.push(failure);
      });
      /** Requests are answered between two portés. */
      await new Promise(setImmediate);
    }
  };
  /** All of them end before one's failure is told: nothing goes on behind. */
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const { reason } of lanes.filter((one) => one.status === "rejected")) throw reason;
  if (busy.length > 0) throw busy[0];
}

/** Everybody who waits in a run, in order; what the company says of itself is read again for each chunk. */
async function* toPay(deps: Deps, runId: string, warn: Warn): AsyncGenerator<{ paying: Paying; personId: string }> {
  const run = await deps.db
    .selectFrom("payroll_runs as run")
    .innerJoin("people", "people.id", "run.person_id")
    .select(["run.month", "run.recorded_by", "people.email"])
    .where("run.id", "=", runId)
    .executeTakeFirstOrThrow();
  for (let after: string | null = null; ; ) {
    const ids: string[] = await waiting(deps.db, runId, after);
    if (ids.length === 0) return;
    after = ids.at(-1) ?? null;
    const company = await companyVersion(deps.db, lastDay(run.month));
    const paying: Paying = {
      runId,
      month: run.month,
      company: company.profile,
      companyVersion: company.id,
      today: dayInParis(deps.now()),
      law: deps.law,
      caller: { name: run.recorded_by, email: run.email },
      warn: (failure, personId) => warn(failure, { runId, personId }),
    };
    for (const personId of ids) yield { paying, personId };
  }
}

async function waiting(db: Db, runId: string, after: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom("payroll_results")
    .select("person_id")
    .where("run_id", "=", runId)
    .where("outcome", "=", "waiting")
    .$if(after !== null, (select) => select.where("person_id", ">", after as string))
    .orderBy("person_id")
    .limit(CHUNK)
    .execute();
  return rows.map(({ person_id }) => person_id);
}
