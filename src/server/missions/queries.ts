import type { Selectable } from "kysely";
import type { MissionTerm } from "../../domain/activity.ts";
import { newestPage } from "../api/paging.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import type { OfEmail } from "../people/queries.ts";

/** Lists the missions of all portés, newest first. */
export async function listAllMissions(
  { db }: Deps,
  { email, ...query }: OfEmail,
): Promise<Schemas["OwnedMissionPage"]> {
  const select = db
    .selectFrom("missions as mission")
    .innerJoin("people", "people.id", "mission.person_id")
    .selectAll("mission")
    .select(["people.name", "people.email"])
    .$if(email !== undefined, (rows) => rows.where("people.email", "=", (email as string).toLowerCase()));
  return newestPage(select, query, {
    id: "mission.id",
    show: (row) => ({ owner: { id: row.person_id, name: row.name, email: row.email }, mission: showMission(row) }),
  });
}

/** SQL of a porté's missions from the newest, and what one shows. */
export const MISSIONS = {
  rows: (personId: string, cursor: string, most: string) =>
    `select * from missions where person_id = ${personId} and id < ${cursor}::uuid order by id desc limit ${most}`,
  shown: `one.id, one.reference, one.client, one.title, one.start_day as start, one.end_day as "end",
    one.daily_rate_cents as "dailyRateCents", one.project_codes as "projectCodes"`,
  key: "one.id",
};

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

/** Names the missions of a porté, for whoever reads a report. */
export function missionTitles(
  db: Db,
  personId: string,
): Promise<Pick<Schemas["Mission"], "reference" | "client" | "title">[]> {
  return db
    .selectFrom("missions")
    .select(["reference", "client", "title"])
    .where("person_id", "=", personId)
    .orderBy("reference")
    .execute();
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
