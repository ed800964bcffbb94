import type { Selectable } from "kysely";
import { PorteError } from "../../errors.ts";
import { idOf, newestPage, type PageQuery, pageByNewest } from "../api/paging.ts";
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
  const select = db.selectFrom("imported_months").selectAll().where("person_id", "=", personId);
  return newestPage(select, query, { id: "id", show: showImported });
}

/** The same, as the staff asks for it. @throws {PorteError} `company.not_found`, for one of the staff too. */
export async function listPersonHistory(
  deps: Deps,
  personId: string,
  query: PageQuery,
): Promise<Schemas["ImportedMonthPage"]> {
  /** A place that is none is told whoever is asked for. */
  pageByNewest(query);
  const porte = await deps.db
    .selectFrom("people")
    .select("id")
    .where("id", "=", idOf(personId, "person"))
    .where("role", "=", "porte")
    .executeTakeFirst();
  if (porte === undefined) throw new PorteError("company.not_found", { kind: "person", what: personId });
  return listHistory(deps, { personId: porte.id }, query);
}
