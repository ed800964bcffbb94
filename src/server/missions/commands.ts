import { v7 as uuid } from "uuid";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf } from "../api/paging.ts";
import { assertOrder } from "../contracts/commands.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { ownerByEmail, ownerOf } from "../people/queries.ts";
import { clientNamed } from "./clients.ts";
import { clientOf, heldMission, showMission } from "./queries.ts";

/**
 * Records a mission.
 * @throws {PorteError} `company.not_found` for the porté, `company.taken` for a reference that the porté has, `company.invalid`.
 */
export async function addMission(
  deps: Deps,
  trx: Db,
  { name }: Caller,
  given: Schemas["MissionSubmission"],
): Promise<Answer<Schemas["OwnedMission"]>> {
  const owner = await ownerByEmail(trx, given.porteEmail);
  assertOrder(given.start, given.end);
  const client = await clientNamed(trx, { now: deps.now(), by: name }, { name: given.client });
  const row = await trx
    .insertInto("missions")
    .values({
      id: uuid(),
      person_id: owner.id,
      reference: given.reference,
      client: given.client,
      client_id: client.id,
      title: given.title,
      start_day: given.start,
      end_day: given.end,
      daily_rate_cents: given.dailyRateCents,
      project_codes: JSON.stringify(given.projectCodes ?? []),
      recorded_at: deps.now(),
      recorded_by: name,
    })
    .onConflict((conflict) => conflict.columns(["person_id", "reference"]).doNothing())
    .returningAll()
    .returning(clientOf("missions").as("record"))
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.taken", { what: given.reference });
  const { record, ...mission } = row;
  return { status: 201, body: { owner, mission: showMission(mission, record, dayInParis(deps.now())) }, etag: null };
}

/** Says on which day a mission ends. @throws {PorteError} `company.not_found`, `company.invalid` before its start. */
export async function endMission(
  { now }: Pick<Deps, "now">,
  trx: Db,
  missionId: string,
  { end }: Schemas["EndSubmission"],
): Promise<Answer<Schemas["OwnedMission"]>> {
  const id = idOf(missionId, "mission");
  const row = await heldMission(trx, id);
  if (row === null) throw new PorteError("company.not_found", { kind: "mission", what: missionId });
  const { record, ...held } = row;
  assertOrder(held.start_day, end);
  await trx.updateTable("missions").set({ end_day: end }).where("id", "=", id).execute();
  const mission = showMission({ ...held, end_day: end }, record, dayInParis(now()));
  return { status: 200, body: { owner: await ownerOf(trx, held.person_id), mission }, etag: null };
}

/** Records to whom the months of a mission are shown; null for nobody. @throws {PorteError} `company.not_found`. */
export async function recordClientContact(
  trx: Db,
  { porteEmail, mission: reference, email, language }: Schemas["ClientContactSubmission"],
): Promise<Answer<Schemas["ClientContact"]>> {
  const owner = await ownerByEmail(trx, porteEmail);
  const changed = await trx
    .updateTable("missions")
    .set({ client_email: email, client_language: language })
    .where("person_id", "=", owner.id)
    .where("reference", "=", reference)
    .returning(["client"])
    .executeTakeFirst();
  if (changed === undefined) throw new PorteError("company.not_found", { kind: "mission", what: reference });
  return { status: 200, body: { mission: reference, client: changed.client, email, language }, etag: null };
}
