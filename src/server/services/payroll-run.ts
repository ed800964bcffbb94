import { type Selectable, sql } from "kysely";
import { v7 as uuid } from "uuid";
import { PorteError, type Problem } from "../../errors.ts";
import { en } from "../../i18n/en.ts";
import { tell } from "../../i18n/tell.ts";
import type { Database } from "../db/schema.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { actAs, actorOf } from "./actor.ts";
import type { Answer } from "./idempotency.ts";
import { idCursor, idOf, limitOf, newestPage, type PageQuery, pageOf } from "./paging.ts";
import { BRIEF, type BriefPayslip, summaryOf } from "./payslips.ts";
import { companyProfile } from "./people.ts";

/** The answer of a request that began a run, as it is kept under its key: the run says the rest. */
interface Begun {
  readonly run: string;
}

/** Says whether a stored answer names a run; one from before runs were records holds the whole answer. */
export function isBegun(body: object): body is Begun {
  return "run" in body && typeof body.run === "string";
}

/**
 * Begins a run: a record, and everybody whom the month was not paid to, each of them waiting. Nobody is paid yet.
 * @throws {PorteError} `company.not_found` before the company has been set up.
 */
export async function beginRun(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { month }: Schemas["PayrollRunRequest"],
): Promise<Answer> {
  await companyProfile({ db: trx });
  const id = uuid();
  await trx
    .insertInto("payroll_runs")
    .values({
      id,
      person_id: caller.personId,
      month,
      state: "running",
      failure: null,
      holder: null,
      held_until: null,
      ended_at: null,
      recorded_at: deps.now(),
      recorded_by: caller.name,
    })
    .execute();
  await trx
    .insertInto("payroll_results")
    .columns(["run_id", "person_id", "outcome"])
    .expression((from) =>
      from
        .selectFrom("people")
        .select([sql<string>`${id}::uuid`.as("run_id"), "people.id", sql.lit("waiting" as const).as("outcome")])
        .where("role", "=", "porte")
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom("standing_payslips")
                .select("standing_payslips.id")
                .whereRef("standing_payslips.person_id", "=", "people.id")
                .where("standing_payslips.month", "=", month),
            ),
          ),
        ),
    )
    .execute();
  return { status: 201, body: { run: id } satisfies Begun, etag: null };
}

/** Lets a run that failed try again those whose pay failed; what was paid is paid. */
export async function reopenRun({ db, now }: Pick<Deps, "db" | "now">, caller: Caller, runId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await actAs(trx, actorOf(caller), now());
    const reopened = await trx
      .updateTable("payroll_runs")
      .set({ state: "running", failure: null, ended_at: null })
      .where("id", "=", runId)
      .where("state", "=", "failed")
      .returning("id")
      .executeTakeFirst();
    if (reopened === undefined) return;
    await trx
      .updateTable("payroll_results")
      .set({ outcome: "waiting", reason: null, failure: null })
      .where("run_id", "=", runId)
      .where("reason", "=", "failed")
      .execute();
  });
}

/**
 * Ends a run for which nobody waits any more. One that paid nobody because pays failed is a run that failed: the month's law is
 * missing, for one, and there is nothing to look through.
 */
export async function endRun({ db, now }: Pick<Deps, "db" | "now">, runId: string): Promise<void> {
  const { paid } = await countsOf(db, [runId]).then((counts) => counts.get(runId) ?? NONE);
  const failed = await db
    .selectFrom("payroll_results")
    .select("failure")
    .where("run_id", "=", runId)
    .where("reason", "=", "failed")
    .orderBy("person_id")
    .limit(1)
    .executeTakeFirst();
  const failure = paid === 0 ? (failed?.failure ?? null) : null;
  await db.transaction().execute(async (trx) => {
    await actAs(trx, await askedBy(trx, runId), now());
    await trx
      .updateTable("payroll_runs")
      .set({
        state: failure === null ? "done" : "failed",
        failure: failure === null ? null : JSON.stringify(failure),
        ended_at: now(),
        holder: null,
        held_until: null,
      })
      .where("id", "=", runId)
      .where("state", "=", "running")
      .execute();
  });
}

/** Who asked for a run, as the trail names them. */
async function askedBy(db: Db, runId: string): Promise<string> {
  return actorOf(
    await db
      .selectFrom("payroll_runs as run")
      .innerJoin("people", "people.id", "run.person_id")
      .select(["run.recorded_by as name", "people.email"])
      .where("run.id", "=", runId)
      .executeTakeFirstOrThrow(),
  );
}

const NONE: Schemas["PayrollRunCounts"] = { waiting: 0, paid: 0, leftOut: 0 };

async function countsOf(db: Db, ids: readonly string[]): Promise<Map<string, Schemas["PayrollRunCounts"]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("payroll_results")
    .select((row) => ["run_id", "outcome", row.fn.countAll<string | number>().as("count")])
    .where("run_id", "in", ids)
    .groupBy(["run_id", "outcome"])
    .execute();
  const counts = new Map(ids.map((id) => [id, { ...NONE }]));
  for (const { run_id, outcome, count } of rows) {
    const of = counts.get(run_id) ?? { ...NONE };
    of[outcome === "left-out" ? "leftOut" : outcome] = Number(count);
  }
  return counts;
}

/** Every run, and whether a process carries it on now; by the database's clock, which is the same for all of them. */
function runs(db: Db) {
  return db
    .selectFrom("payroll_runs")
    .selectAll()
    .select(sql<boolean>`coalesce(held_until > now(), false)`.as("is_held"));
}

type RunRow = Selectable<Database["payroll_runs"]> & { is_held: boolean };

function show(row: RunRow, counts: Schemas["PayrollRunCounts"]): Schemas["PayrollRunState"] {
  return {
    id: row.id,
    month: row.month,
    state: row.state === "running" && !row.is_held ? "stopped" : row.state,
    counts,
    failure: row.failure === null ? null : told(row.failure),
    startedAt: row.recorded_at.toISOString(),
    startedBy: row.recorded_by,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

function told({ code, facts }: Pick<Schemas["RunFailure"], "code" | "facts">): Schemas["RunFailure"] {
  return { code, title: tell(en.failures, failureOf({ code, facts })).what, facts };
}

/** A failure that was kept, as it was thrown. */
export function failureOf({ code, facts }: Pick<Schemas["RunFailure"], "code" | "facts">): PorteError {
  return new PorteError(code as Problem["code"], facts as never);
}

/** Gives a run. @throws {PorteError} `company.not_found`. */
export async function getRun(db: Db, runId: string): Promise<Schemas["PayrollRunState"]> {
  const row = await runs(db).where("id", "=", idOf(runId, runId)).executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { what: runId });
  return show(row, (await countsOf(db, [row.id])).get(row.id) ?? NONE);
}

/** Lists the runs, newest first. */
export async function listRuns({ db }: Deps, query: PageQuery): Promise<Schemas["PayrollRunPage"]> {
  const { items, nextCursor } = await newestPage(runs(db), query, { id: "id", show: (row) => row });
  const counts = await countsOf(
    db,
    items.map(({ id }) => id),
  );
  return { items: items.map((row) => show(row, counts.get(row.id) ?? NONE)), nextCursor };
}

type Result = Schemas["PayrollRunResults"]["items"][number];

/** Every porté whom a run has paid or left out, in the order of their identifiers. */
function results(db: Db, runId: string) {
  return db
    .selectFrom("payroll_results as result")
    .innerJoin("people", "people.id", "result.person_id")
    .leftJoin("payslips", "payslips.id", "result.payslip_id")
    .select(["people.id", "people.name", "people.email", "result.reason", "result.failure", "payslips.replaces"])
    .select(BRIEF.$castTo<BriefPayslip | null>().as("document"))
    .where("result.run_id", "=", runId)
    .orderBy("result.person_id");
}

function shownResult({
  id,
  name,
  email,
  reason,
  failure,
  document,
  replaces,
}: Awaited<ReturnType<ReturnType<typeof results>["execute"]>>[number]): Result {
  return {
    owner: { id, name, email },
    payslip: document === null ? null : summaryOf(document, replaces),
    reason,
    ...(failure === null ? {} : { failure: told(failure) }),
  };
}

/** Gives a run with a page of what it has done. @throws {PorteError} `company.not_found`, `company.invalid` for the cursor. */
export async function runResults({ db }: Deps, runId: string, query: PageQuery): Promise<Schemas["PayrollRunResults"]> {
  const cursor = idCursor(query);
  const run = await getRun(db, runId);
  const rows = await results(db, run.id)
    .where("result.outcome", "!=", "waiting")
    .$if(cursor !== undefined, (select) => select.where("result.person_id", ">", cursor as string))
    .limit(limitOf(query) + 1)
    .execute();
  return { run, ...pageOf(rows, query, ({ id }) => id, shownResult) };
}

/** How many results are read at once for a whole answer. */
const AT_ONCE = 200;

/** Writes the whole answer of a run piece by piece, so that ten thousand portés are never in memory together. */
export async function* wholeAnswer(db: Db, { id, month }: { id: string; month: string }): AsyncGenerator<string> {
  yield `{"id":${JSON.stringify(id)},"month":${JSON.stringify(month)},"paid":[`;
  yield* items(db, id, "paid", ({ owner, payslip }) => ({ owner, payslip }));
  yield '],"leftOut":[';
  yield* items(db, id, "left-out", ({ owner, reason, failure }) => ({
    owner,
    reason,
    ...(failure === undefined ? {} : { failure }),
  }));
  yield "]}";
}

async function* items(
  db: Db,
  runId: string,
  outcome: "paid" | "left-out",
  shape: (result: Result) => object,
): AsyncGenerator<string> {
  let after: string | null = null;
  do {
    const cursor: string | null = after;
    const rows = await results(db, runId)
      .where("result.outcome", "=", outcome)
      .$if(cursor !== null, (select) => select.where("result.person_id", ">", cursor as string))
      .limit(AT_ONCE)
      .execute();
    const text = rows.map((row) => JSON.stringify(shape(shownResult(row)))).join(",");
    if (text !== "") yield cursor === null ? text : `,${text}`;
    after = rows.length < AT_ONCE ? null : (rows.at(-1)?.id ?? null);
  } while (after !== null);
}
