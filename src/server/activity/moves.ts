import { v7 as uuid } from "uuid";
import type { Decidable } from "../api/revision.ts";
import type { Db, Schemas } from "../deps.ts";

/** Moves a month's report, whose row is held, to another state. */
export async function moveReport(
  trx: Db,
  { id, revision }: Pick<Decidable, "id" | "revision">,
  state: Schemas["ActivityReport"]["state"],
): Promise<void> {
  await trx
    .updateTable("activity_reports")
    .set({ state, revision: revision + 1 })
    .where("id", "=", id)
    .execute();
}

/** Records who decided what on a version of a report, when and why. */
export async function recordDecision(
  trx: Db,
  { id, version }: { readonly id: string; readonly version: number },
  decided: {
    readonly decision: Schemas["Decision"]["decision"];
    readonly reason: string | null;
    readonly recorded_at: Date;
    readonly recorded_by: string;
  },
): Promise<void> {
  await trx
    .insertInto("report_decisions")
    .values({ id: uuid(), report_id: id, version, ...decided })
    .execute();
}
