import { type Selectable, sql } from "kysely";
import type { MissionTerm } from "../../domain/activity.ts";
import type { Day } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import { newestPage } from "../api/paging.ts";
import { TODAY } from "../auth/caller.ts";
import { objectOf } from "../db/as-json.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import type { OfEmail } from "../people/queries.ts";

/** Lists the missions of all portés, newest first. */
export async function listAllMissions(
  { db, now }: Deps,
  { email, ...query }: OfEmail,
): Promise<Schemas["OwnedMissionPage"]> {
  const today = dayInParis(now());
  const select = db
    .selectFrom("missions as mission")
    .innerJoin("people", "people.id", "mission.person_id")
    .selectAll("mission")
    .select(["people.name", "people.email"])
    .select(clientOf("mission").as("record"))
    .$if(email !== undefined, (rows) => rows.where("people.email", "=", (email as string).toLowerCase()));
  return newestPage(select, query, {
    id: "mission.id",
    show: ({ record, ...row }) => ({
      owner: { id: row.person_id, name: row.name, email: row.email },
      mission: showMission(row, record, today),
    }),
  });
}

/** What a client's record shows, of a row called `client`. */
const CLIENT = `client.name, client.siren, client.siret, client.address, client.routing_code as "routingCode",
  client.chorus_service as "chorusService", client.chorus_engagement as "chorusEngagement",
  client.contact_name as "contactName", client.contact_email as "contactEmail"`;

/** SQL of the record of a mission's client as JSON; null for a client that is a name alone. */
function clientRecord(mission: string): string {
  return objectOf(CLIENT, `clients client where client.id = ${mission}.client_id`);
}

/** The same in a question that is built. */
export function clientOf(mission: string) {
  return sql.raw<Schemas["Client"] | null>(clientRecord(mission));
}

/** A mission with the record of its client. */
export type HeldMission = MissionRow & { readonly record: Schemas["Client"] | null };

/** A mission, held until the end of the transaction; null where there is none of that name. */
export async function heldMission(trx: Db, id: string): Promise<HeldMission | null> {
  const select = trx.selectFrom("missions").selectAll().select(clientOf("missions").as("record"));
  return (await select.where("id", "=", id).forNoKeyUpdate().executeTakeFirst()) ?? null;
}

const RATE_OF_TODAY = `case when one.rates = '[]' then one.daily_rate_cents else coalesce((
    select (rate ->> 'dailyRateCents')::bigint from jsonb_array_elements(one.rates) rate
    where rate ->> 'from' <= ${TODAY}::text order by rate ->> 'from' desc limit 1), one.daily_rate_cents) end`;

/** SQL of a porté's missions from the newest, and what one shows. */
export const MISSIONS = {
  rows: (personId: string, cursor: string, most: string) =>
    `select * from missions where person_id = ${personId} and id < ${cursor}::uuid order by id desc limit ${most}`,
  shown: `one.id, one.reference, one.client, one.title, one.start_day as start, one.end_day as "end",
    ${RATE_OF_TODAY} as "dailyRateCents", one.project_codes as "projectCodes", one.rates,
    ${clientRecord("one")} as "clientRecord", one.purchase_order as "purchaseOrder",
    one.ordered_half_days::float8 / 2 as "daysOrdered", one.place, one.skills, one.equipment`,
  key: "one.id",
};

/** The price of a mission on a day. */
function rateOn({ rates, daily_rate_cents }: Pick<MissionRow, "rates" | "daily_rate_cents">, day: Day): number {
  return rates.findLast(({ from }) => from <= day)?.dailyRateCents ?? daily_rate_cents;
}

type MissionRow = Selectable<Database["missions"]>;

/** Shows a mission as it is kept, with the price of a day. */
export function showMission(row: MissionRow, record: Schemas["Client"] | null, day: Day): Schemas["Mission"] {
  return {
    id: row.id,
    reference: row.reference,
    client: row.client,
    title: row.title,
    start: row.start_day,
    end: row.end_day,
    dailyRateCents: rateOn(row, day),
    projectCodes: row.project_codes,
    rates: row.rates,
    clientRecord: record,
    purchaseOrder: row.purchase_order,
    daysOrdered: row.ordered_half_days === null ? null : row.ordered_half_days / 2,
    place: row.place,
    skills: row.skills,
    equipment: row.equipment,
  };
}

/** A mission as a report names it. */
export interface MissionTitle extends Pick<Schemas["Mission"], "reference" | "client" | "title"> {
  readonly purchaseOrder: string | null;
}

/** Names the missions of a porté, for whoever reads a report. */
export function missionTitles(db: Db, personId: string): Promise<MissionTitle[]> {
  return db
    .selectFrom("missions")
    .select(["reference", "client", "title", "purchase_order as purchaseOrder"])
    .where("person_id", "=", personId)
    .orderBy("reference")
    .execute();
}

/** What a report is checked and priced with. */
export interface PricedMission extends MissionTerm {
  readonly id: string;
  readonly dailyRateCents: number;
  readonly rates: Schemas["MissionRate"][];
}

/** Reads all the missions a report may name. */
export async function pricedMissions(db: Db, personId: string): Promise<PricedMission[]> {
  const rows = await db
    .selectFrom("missions")
    .select(["id", "reference", "start_day", "end_day", "daily_rate_cents", "project_codes", "rates"])
    .where("person_id", "=", personId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    start: row.start_day,
    end: row.end_day,
    dailyRateCents: row.daily_rate_cents,
    projectCodes: row.project_codes,
    rates: row.rates,
  }));
}
