import { type Selectable, sql } from "kysely";
import { PorteError, type Problem } from "../../errors.ts";
import { describeFailure } from "../../i18n/describe.ts";
import { failuresIn } from "../../i18n/failures.ts";
import {
  idCursor,
  idOf,
  limitOf,
  type MonthsQuery,
  monthsIn,
  newestPage,
  type PageQuery,
  pageOf,
} from "../api/paging.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { type BriefPayslip, summaryOf } from "../payslips/document.ts";
import { BRIEF } from "../payslips/queries.ts";

/** The counts of a run that has nobody. */
export const NONE: Schemas["PayrollRunCounts"] = { waiting: 0, paid: 0, leftOut: 0 };

/** Counts who waits, is paid and is left out, for each run of a list. */
export async function countsOf(db: Db, ids: readonly string[]): Promise<Map<string, Schemas["PayrollRunCounts"]>> {
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

const ENGLISH = failuresIn("en");

function told({ code, facts }: Pick<Schemas["RunFailure"], "code" | "facts">): Schemas["RunFailure"] {
  return { code, title: describeFailure(ENGLISH, failureOf({ code, facts })).what, facts };
}

/** A failure that was kept, as it was thrown. */
export function failureOf({ code, facts }: Pick<Schemas["RunFailure"], "code" | "facts">): PorteError {
  return new PorteError(code as Problem["code"], facts as never);
}

/** Gives a run. @throws {PorteError} `company.not_found`. */
export async function getRun(db: Db, runId: string): Promise<Schemas["PayrollRunState"]> {
  const row = await runs(db).where("id", "=", idOf(runId, "run")).executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "run", what: runId });
  return show(row, (await countsOf(db, [row.id])).get(row.id) ?? NONE);
}

/** Lists the runs, newest first. */
export async function listRuns({ db }: Deps, query: PageQuery & MonthsQuery): Promise<Schemas["PayrollRunPage"]> {
  const [first, last] = monthsIn(query);
  const { items, nextCursor } = await newestPage(
    runs(db).where("month", ">=", first).where("month", "<=", last),
    query,
    { id: "id", show: (row) => row },
  );
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
