import { type Selectable, sql } from "kysely";
import { v7 as uuid } from "uuid";
import { assertAmendment } from "../../domain/contracts/amendment.ts";
import { watchPrice } from "../../domain/contracts/watches.ts";
import { PorteError } from "../../errors.ts";
import { stateDecided } from "../api/decision.ts";
import type { Answer } from "../api/idempotency.ts";
import { idCursor, idOf, limitOf, newestPage, type PageQuery, pageOf } from "../api/paging.ts";
import { etagOf } from "../api/revision.ts";
import { assertOrder } from "../contracts/commands.ts";
import type { Database } from "../db/schema.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { accept } from "./acceptance.ts";
import { assertNumbers } from "./clients.ts";

/** A proposal as it is kept. */
export type ProposalRow = Selectable<Database["mission_proposals"]>;

/** Proposes a mission. @throws {PorteError} `company.taken` for a reference in use, `mission.client_number`, `company.invalid`. */
export async function proposeMission(
  deps: Deps,
  trx: Db,
  caller: Caller,
  given: Schemas["MissionProposalSubmission"],
): Promise<Answer<Schemas["MissionProposal"]>> {
  assertOrder(given.start, given.end);
  assertNumbers(given.client as Schemas["ClientChange"]);
  const taken = await trx
    .selectFrom("missions")
    .select("id")
    .where("person_id", "=", caller.personId)
    .where("reference", "=", given.reference)
    .executeTakeFirst();
  if (taken !== undefined) throw new PorteError("company.taken", { what: given.reference });
  return record(deps, trx, caller, { kind: "mission", mission_id: null, reference: given.reference, facts: given });
}

/** Proposes an amendment of the caller's own mission. @throws {PorteError} `company.not_found`, `mission.nothing_changed`, `mission.amendment_open`, what `assertAmendment` throws. */
export async function proposeAmendment(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { missionId, given }: { readonly missionId: string; readonly given: Schemas["AmendmentSubmission"] },
): Promise<Answer<Schemas["MissionProposal"]>> {
  const mission = await trx
    .selectFrom("missions")
    .select(["id", "reference", "start_day", "end_day"])
    .where("id", "=", idOf(missionId, "mission"))
    .where("person_id", "=", caller.personId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (mission === undefined) throw new PorteError("company.not_found", { kind: "mission", what: missionId });
  const { agreedOn: _on, from: _from, ...changes } = given;
  if (Object.keys(changes).length === 0) throw new PorteError("mission.nothing_changed", {});
  assertAmendment({ start: mission.start_day, end: mission.end_day }, given);
  const { id, reference } = mission;
  /** Two that wait would be accepted one over the other. */
  const waiting = trx.selectFrom("mission_proposals").select("id").where("mission_id", "=", id);
  if ((await waiting.where("state", "=", "proposed").executeTakeFirst()) !== undefined)
    throw new PorteError("mission.amendment_open", { reference });
  return record(deps, trx, caller, { kind: "amendment", mission_id: id, reference, facts: given });
}

type Proposed = Pick<ProposalRow, "kind" | "mission_id" | "reference" | "facts">;

async function record(
  { now }: Deps,
  trx: Db,
  { personId, name }: Caller,
  { facts, ...proposed }: Proposed,
): Promise<Answer<Schemas["MissionProposal"]>> {
  const recorded = { recorded_at: now(), recorded_by: name };
  const row = await trx
    .insertInto("mission_proposals")
    .values({
      ...proposed,
      id: uuid(),
      person_id: personId,
      facts: JSON.stringify(facts),
      reason: null,
      decided_by: null,
      ...recorded,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.taken", { what: proposed.reference });
  return { status: 201, body: showProposal(row), etag: null };
}

/** Shows a proposal as it is kept. */
function showProposal(row: ProposalRow): Schemas["MissionProposal"] {
  const { id, kind, reference, facts, state, reason } = row;
  const submittedAt = row.recorded_at.toISOString();
  const amendment = kind === "amendment" ? (facts as Schemas["AmendmentSubmission"]) : null;
  const agreedOn = facts.agreedOn;
  return {
    id,
    kind,
    reference,
    missionId: row.mission_id,
    mission: kind === "mission" ? (facts as Schemas["MissionProposalSubmission"]) : null,
    amendment,
    state,
    reason,
    submittedAt,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
    warnings:
      agreedOn === undefined || amendment?.dailyRateCents === undefined ? [] : watchPrice(agreedOn, submittedAt),
  };
}

/** Lists what a porté has proposed, newest first. @throws {PorteError} `company.invalid` for the cursor. */
export async function listProposals(
  { db }: Deps,
  personId: string,
  query: PageQuery,
): Promise<Schemas["MissionProposalPage"]> {
  const select = db.selectFrom("mission_proposals").selectAll().where("person_id", "=", personId);
  return newestPage(select, query, { id: "mission_proposals.id", show: showProposal });
}

interface OwnedRow extends ProposalRow {
  readonly name: string;
  readonly email: string;
}

function owned(row: OwnedRow): Schemas["OwnedProposal"] {
  return {
    owner: { id: row.person_id, name: row.name, email: row.email },
    proposal: showProposal(row),
    etag: etagOf(row),
  };
}

function ownedRows(db: Db) {
  return db
    .selectFrom("mission_proposals as proposal")
    .innerJoin("people", "people.id", "proposal.person_id")
    .selectAll("proposal")
    .select(["people.name", "people.email"]);
}

/** Lists the proposals that wait for the company, oldest first. @throws {PorteError} `company.invalid` for the cursor. */
export async function listProposalsToDecide({ db }: Deps, query: PageQuery): Promise<Schemas["OwnedProposalPage"]> {
  const cursor = idCursor(query);
  const rows = await ownedRows(db)
    .where("proposal.state", "=", "proposed")
    .$if(cursor !== undefined, (newer) => newer.where("proposal.id", ">", cursor as string))
    .orderBy("proposal.id")
    .limit(limitOf(query) + 1)
    .execute();
  return pageOf(rows, query, ({ id }) => id, owned);
}

/** Gives any porté's proposal. @throws {PorteError} `company.not_found`. */
export async function ownedProposal(db: Db, proposalId: string): Promise<Schemas["OwnedProposal"]> {
  const row = await ownedRows(db).where("proposal.id", "=", idOf(proposalId, "proposal")).executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "proposal", what: proposalId });
  return owned(row);
}

/** What is decided on a proposal. */
export interface ProposalDecision {
  readonly proposalId: string;
  readonly decision: Schemas["Decision"];
  readonly ifMatch: string | undefined;
}

/**
 * Accepts a proposal, or refuses it with a reason.
 * @throws {PorteError} what `stateDecided` throws, `company.not_found`, `company.taken` for a reference that was given meanwhile.
 */
export async function decideProposal(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { proposalId, decision, ifMatch }: ProposalDecision,
): Promise<Answer<Schemas["OwnedProposal"]>> {
  const row = await trx
    .selectFrom("mission_proposals")
    .selectAll()
    .where("id", "=", idOf(proposalId, "proposal"))
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "proposal", what: proposalId });
  /** A proposal waits as what was submitted does. */
  const waiting = { ...row, state: row.state === "proposed" ? "submitted" : row.state };
  const decided = stateDecided(waiting, { kind: "proposal", what: row.reference, decision, ifMatch });
  const isAccepted = decided === "approved";
  const missionId = isAccepted ? await accept(deps, trx, caller, row) : row.mission_id;
  await trx
    .updateTable("mission_proposals")
    .set({
      state: isAccepted ? "accepted" : "refused",
      mission_id: missionId,
      reason: decision.reason ?? null,
      decided_at: deps.now(),
      decided_by: caller.name,
      revision: sql<number>`revision + 1`,
    })
    .where("id", "=", row.id)
    .execute();
  const body = await ownedProposal(trx, row.id);
  return { status: 200, body, etag: body.etag };
}
