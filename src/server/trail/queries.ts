import { idOf, newestPage, type PageQuery } from "../api/paging.ts";
import type { Db, Deps, Schemas } from "../deps.ts";

/** Lists what was done, newest first; to everybody's rows or to one person's. */
export async function listAuditTrail(
  { db }: Deps,
  { person, ...query }: PageQuery & { readonly person?: string },
): Promise<Schemas["AuditTrailPage"]> {
  const select = db
    .selectFrom("audit_trail")
    .selectAll()
    .$if(person !== undefined, (rows) => rows.where("person_id", "=", idOf(person as string, "person")));
  return newestPage(select, query, {
    id: "id",
    show: (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      by: row.by,
      act: row.act,
      table: row.subject,
      row: row.row_id,
      person: row.person_id,
      before: row.before,
      after: row.after,
    }),
  });
}

/** When each version of a report was withdrawn, by its number: its row keeps its state of now alone. */
export async function withdrawalsOf(db: Db, personId: string, reportId: string): Promise<ReadonlyMap<number, Date>> {
  const acts = await db
    .selectFrom("audit_trail")
    .select(["at", "after"])
    .where("person_id", "=", personId)
    .where("subject", "=", "activity_reports")
    .where("row_id", "=", reportId)
    .orderBy("id")
    .execute();
  const found = new Map<number, Date>();
  let version = 1;
  for (const { at, after } of acts) {
    if (typeof after?.version === "number") version = after.version;
    if (after?.state === "withdrawn") found.set(version, at);
  }
  return found;
}
