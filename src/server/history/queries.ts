import type { Selectable } from "kysely";
import { idOf, newestPage, type PageQuery } from "../api/paging.ts";
import type { Database } from "../db/schema.ts";
import type { Caller, Deps, Schemas } from "../deps.ts";

/** Shows a month that was taken over. */
export function showImported({
  id,
  facts,
  recorded_at,
  recorded_by,
}: Selectable<Database["imported_months"]>): Schemas["ImportedMonth"] {
  return { id, ...facts, importedAt: recorded_at.toISOString(), importedBy: recorded_by };
}

/** Lists a porté's months of before, the one that was taken over last first. */
export function listHistory(
  { db }: Deps,
  { personId }: Pick<Caller, "personId">,
  query: PageQuery,
): Promise<Schemas["ImportedMonthPage"]> {
  const select = db.selectFrom("imported_months").selectAll().where("person_id", "=", idOf(personId, "person"));
  return newestPage(select, query, { id: "id", show: showImported });
}
