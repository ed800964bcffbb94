import type { Deps, Schemas } from "../../deps.ts";
import { idCursor, idOf, limitOf, type PageQuery, pageOf } from "../paging.ts";

/** Lists what was done, newest first; to everybody's rows or to one person's. */
export async function listAuditTrail(
  { db }: Deps,
  { person, ...query }: PageQuery & { readonly person?: string },
): Promise<Schemas["AuditTrailPage"]> {
  const cursor = idCursor(query);
  const rows = await db
    .selectFrom("audit_trail")
    .selectAll()
    .$if(person !== undefined, (select) => select.where("person_id", "=", idOf(person as string, person as string)))
    .$if(cursor !== undefined, (select) => select.where("id", "<", cursor as string))
    .orderBy("id", "desc")
    .limit(limitOf(query) + 1)
    .execute();
  return pageOf(
    rows,
    query,
    ({ id }) => id,
    (row) => ({
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
  );
}
