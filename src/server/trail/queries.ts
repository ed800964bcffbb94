import { idOf, newestPage, type PageQuery } from "../api/paging.ts";
import type { Deps, Schemas } from "../deps.ts";

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
