import { createHash } from "node:crypto";
import type { Company, Schemas } from "../client/company.ts";
import { isAway } from "../client/unanswered.ts";
import type { Day } from "../domain/calendar.ts";
import { assertAmendment } from "../domain/contracts/amendment.ts";
import { signedOn } from "../domain/contracts/state.ts";
import { type Watch, watchClient, watchConclusion, watchDays } from "../domain/contracts/watches.ts";
import { missionNamed } from "../domain/mission.ts";
import { UntoldPrices } from "../store/untold-prices.ts";
import { orNone } from "./records/or-none.ts";
import type { Session } from "./session.ts";
import { declaredDays, type UsedDays } from "./used-days.ts";

/** Where a mission stands on a day. */
export type MissionState = "proposed" | "refused" | "upcoming" | "running" | "ended";

/** A mission with its contracts and what is watched of it; or one that is proposed, or was refused. */
export interface MissionView {
  readonly mission: Schemas["Mission"];
  readonly state: MissionState;
  /** Of those that were ordered; null where none were, or nobody said. */
  readonly daysLeft: number | null;
  /** Days that were given to it and are not billed; null where no report was read. */
  readonly unbilledDays: number | null;
  readonly contracts: readonly Schemas["ContractDocument"][];
  /** What was proposed of it and waits, or was decided last; null where nothing was. */
  readonly proposal: Schemas["MissionProposal"] | null;
  readonly watches: readonly Watch[];
}

/** Reads every mission with its contracts, and what was proposed and is none yet. */
export async function readMissions({
  reader,
  machine,
  isLocal,
}: Pick<Session, "reader" | "machine"> & Partial<Pick<Session, "isLocal">>): Promise<MissionView[]> {
  const [missions, proposals, contracts] = await Promise.all([
    reader.missions(),
    orNone(reader.proposals()),
    orNone(reader.contracts()),
  ]);
  const used = await declaredDays(reader, missions, isLocal === true);
  const today = machine.today();
  const terms = missions.map(({ client, start, end }) => ({ client, start, end }));
  const views = missions.map((mission) => viewOf(mission, { proposals, contracts, used, terms, today }));
  const waiting = proposals.filter(({ kind, state, reference }) => {
    return kind === "mission" && state !== "accepted" && missions.every((one) => one.reference !== reference);
  });
  return [...waiting.flatMap(proposedView), ...views];
}

interface Beside {
  readonly proposals: readonly Schemas["MissionProposal"][];
  readonly contracts: readonly Schemas["ContractDocument"][];
  readonly used: UsedDays | null;
  readonly terms: readonly { readonly client: string; readonly start: Day; readonly end: Day | null }[];
  readonly today: Day;
}

function viewOf(mission: Schemas["Mission"], { proposals, contracts, used, terms, today }: Beside): MissionView {
  const { reference, start, end, daysOrdered = null } = mission;
  const own = contracts.filter(({ missionId, state }) => missionId === mission.id && state !== "replaced");
  const proposed = proposals.filter((one) => one.missionId === mission.id);
  const days = used?.billed.get(reference) ?? 0;
  const clients = own.filter(({ kind }) => kind === "client");
  const concluded = clients.map((one) => signedOn(one)).find((day) => day !== null) ?? null;
  /** A mission that was typed before anything was proposed or drawn has a contract that nobody told of. */
  const isKnown = own.length > 0 || proposed.some(({ kind }) => kind === "mission");
  return {
    mission,
    state: stateOf(start, end, today),
    daysLeft: daysOrdered === null ? null : Math.round((daysOrdered - days) * 100) / 100,
    unbilledDays: used === null ? null : (used.unbilled.get(reference) ?? 0),
    contracts: own,
    proposal: proposed.find(({ kind }) => kind === "amendment") ?? null,
    watches: [
      ...watchConclusion(mission, isKnown ? concluded : undefined, today),
      ...watchDays({ daysOrdered, end }, days, today),
      ...watchClient(mission, terms, today),
    ],
  };
}

function stateOf(start: Day, end: Day | null, today: Day): MissionState {
  if (start > today) return "upcoming";
  return end !== null && end < today ? "ended" : "running";
}

/** A proposal, shown as the mission that it would be. */
function proposedView(proposal: Schemas["MissionProposal"]): MissionView[] {
  const { mission: given, id, state, warnings } = proposal;
  if (given === null) return [];
  const { client, ...facts } = given;
  const mission = { ...facts, id, client: client.name, clientRecord: recordOf(client), projectCodes: [] };
  const named = state === "refused" ? "refused" : "proposed";
  return [
    {
      mission: mission as Schemas["Mission"],
      state: named,
      daysLeft: null,
      unbilledDays: null,
      contracts: [],
      proposal,
      watches: warnings as Watch[],
    },
  ];
}

/** What a porté has said of a client, as the record that it would be. */
function recordOf({ name, ...given }: Schemas["ClientGiven"]): Schemas["Client"] {
  const unknown = { siren: null, siret: null, address: null, routingCode: null, contactName: null, contactEmail: null };
  const siren = given.siren ?? given.siret?.slice(0, 9) ?? null;
  return { ...unknown, chorusService: null, chorusEngagement: null, ...given, name, siren };
}

/** Proposes a mission. The same words, as long as the company has not decided on them, are the same proposal. */
export async function proposeMission(
  { company }: Session,
  body: Schemas["MissionProposalSubmission"],
): Promise<Schemas["MissionProposal"]> {
  return company.proposeMission(body, await keyOf(company, body.reference, body));
}

/**
 * Tells what was agreed anew with the client of a mission. A price must be told within 48 hours: it is kept here until the company has it.
 * @param onKept is told that the company is away, and a price is kept.
 * @throws {PorteError} `activity.unknown_mission`, what `assertAmendment` throws.
 */
export async function proposeAmendment(
  { company, reader, folder, machine }: Session,
  reference: string,
  body: Schemas["AmendmentSubmission"],
  onKept: () => void,
): Promise<Schemas["MissionProposal"]> {
  const mission = missionNamed(await reader.missions(), reference);
  assertAmendment(mission, body);
  const { id, reference: own } = mission;
  const { agreedOn, dailyRateCents } = body;
  const untold = new UntoldPrices(folder);
  if (dailyRateCents !== undefined)
    await untold.keep({ mission: own, agreedOn, dailyRateCents, savedAt: machine.now().toISOString() });
  const over = () => (dailyRateCents === undefined ? null : untold.remove({ mission: own, agreedOn }));
  try {
    const proposal = await company.proposeAmendment(id, body, await keyOf(company, own, body));
    await over();
    return proposal;
  } catch (failure) {
    if (!isAway(failure)) await over();
    else if (dailyRateCents !== undefined) onKept();
    throw failure;
  }
}

const KEY_LETTERS = 40;

/** A key that a command which was cut off makes again: from what is proposed, and what was decided of it before. */
async function keyOf(company: Company, reference: string, body: object): Promise<string> {
  const decided = (await company.proposals())
    .filter((one) => one.reference === reference && one.state !== "proposed")
    .map(({ id }) => id);
  const text = JSON.stringify([reference, body, decided]);
  return createHash("sha256").update(text).digest("hex").slice(0, KEY_LETTERS);
}
