import type { Selectable } from "kysely";
import type { MissionTerm } from "../../domain/activity.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { newestOf, type PageQuery, pageOf } from "./paging.ts";

/** Lists a porté's missions, newest first. */
export async function listMissions({ db }: Deps, personId: string, query: PageQuery): Promise<Schemas["MissionPage"]> {
  const rows = await newestOf(db.selectFrom("missions").selectAll(), personId, query);
  return pageOf(rows, query, ({ id }) => id, showMission);
}

/** Shows a mission as it is kept. */
export function showMission(row: Selectable<Database["missions"]>): Schemas["Mission"] {
  return {
    id: row.id,
    reference: row.reference,
    client: row.client,
    title: row.title,
    start: row.start_day,
    end: row.end_day,
    dailyRateCents: row.daily_rate_cents,
    projectCodes: row.project_codes,
  };
}

/** What a report is checked and priced with. */
export interface PricedMission extends MissionTerm {
  readonly id: string;
  readonly dailyRateCents: number;
}

/** Reads all the missions a report may name. */
export async function pricedMissions(db: Db, personId: string): Promise<PricedMission[]> {
  const rows = await db
    .selectFrom("missions")
    .select(["id", "reference", "start_day", "end_day", "daily_rate_cents", "project_codes"])
    .where("person_id", "=", personId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    start: row.start_day,
    end: row.end_day,
    dailyRateCents: row.daily_rate_cents,
    projectCodes: row.project_codes,
  }));
}
