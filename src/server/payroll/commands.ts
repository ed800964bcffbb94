import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import type { Answer } from "../api/idempotency.ts";
import { companyProfile } from "../company/queries.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { actAs, actorOf } from "../trail/actor.ts";
import { countsOf, NONE } from "./queries.ts";

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
  await companyProfile({ db: trx, now: deps.now });
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
