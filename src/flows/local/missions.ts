import type { Schemas } from "../../client/company.ts";
import type { Day } from "../../domain/calendar.ts";
import { type ClientDetails, clientDetails } from "../../domain/contracts/client-details.ts";
import { type Given, given } from "../../domain/given.ts";
import { missionNamed } from "../../domain/mission.ts";
import type { Cents } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { yearIn } from "../../store/records/areas.ts";
import { Records } from "../../store/records/records.ts";
import { LocalActs } from "../../store/undo-log.ts";
import { draftsOf } from "../activity/outbox.ts";
import type { Session } from "../session.ts";

type Mission = Schemas["Mission"];

/** What may be said of a mission, as typed. */
export interface MissionFacts extends ClientDetails {
  readonly client?: string;
  readonly tjm?: Cents;
  readonly from?: Day;
  readonly to?: Day;
  readonly title?: string;
  readonly daysOrdered?: number;
  readonly purchaseOrder?: string;
  readonly place?: string;
  readonly skills?: string;
  readonly equipment?: string;
}

/** Writes a mission down on this machine. @throws {PorteError} `local.mission_exists`, `local.mission_days`. */
export async function addMission(
  session: Session,
  reference: string,
  facts: MissionFacts & Required<Pick<MissionFacts, "client" | "tjm" | "from">>,
): Promise<Mission> {
  const known = await session.sure.missions();
  if (known.some((one) => one.reference === reference)) throw new PorteError("local.mission_exists", { reference });
  const mission = changedMission(
    {
      id: reference,
      reference,
      client: facts.client,
      title: reference,
      start: facts.from,
      end: null,
      dailyRateCents: facts.tjm,
      projectCodes: [],
    },
    facts,
  );
  await keepMission(session, mission, "mission-added");
  return mission;
}

/** Changes what is said of a mission, and nothing else. @throws {PorteError} `activity.unknown_mission`, `local.nothing_said`, `local.mission_days`. */
export async function editMission(session: Session, reference: string, facts: MissionFacts): Promise<Mission> {
  const mission = missionNamed(await session.sure.missions(), reference);
  if (Object.keys(facts).length === 0) throw new PorteError("local.nothing_said", { command: "porte missions edit" });
  const after = changedMission(mission, facts);
  await keepMission(session, after, "mission-changed");
  return after;
}

/** Takes what is said of a mission. @throws {PorteError} `local.mission_days` for one that would end before it begins. */
function changedMission(mission: Mission, facts: MissionFacts): Mission {
  const { client, tjm, from, to, title, daysOrdered, purchaseOrder, place, skills, equipment } = facts;
  const named = client ?? mission.client;
  const details = clientDetails(facts);
  const before = mission.clientRecord ?? null;
  const isTold = before !== null || client !== undefined || Object.keys(details).length > 0;
  const after: Mission = {
    ...mission,
    ...given({
      title,
      start: from,
      end: to,
      dailyRateCents: tjm,
      daysOrdered,
      purchaseOrder,
      place,
      skills,
      equipment,
    }),
    client: named,
    ...(isTold ? { clientRecord: { ...NO_CLIENT, ...before, ...withSiren(details), name: named } } : {}),
  };
  if (after.end !== null && after.end < after.start)
    throw new PorteError("local.mission_days", { reference: after.reference, start: after.start, end: after.end });
  return after;
}

const NO_CLIENT: Omit<Schemas["Client"], "name"> = {
  address: null,
  chorusEngagement: null,
  chorusService: null,
  contactEmail: null,
  contactName: null,
  routingCode: null,
  siren: null,
  siret: null,
};

/** A SIRET begins with its SIREN. @throws {PorteError} `mission.client_number` where two that are typed differ. */
function withSiren(details: Given<ClientDetails>): Given<ClientDetails> {
  const { siren, siret } = details;
  if (siret === undefined) return details;
  const own = siret.slice(0, 9);
  if (siren !== undefined && siren !== own)
    throw new PorteError("mission.client_number", { kind: "siret", number: siret });
  return { ...details, siren: own };
}

async function keepMission(
  { machine, folder }: Session,
  mission: Mission,
  kind: "mission-added" | "mission-changed",
): Promise<void> {
  const records = new Records(folder);
  const now = machine.now();
  const years = new Set([...records.years("missions"), yearIn(now.toISOString())]);
  const files = [...years].map((year) => records.fileOf("missions", year));
  await new LocalActs(folder).record({ kind, about: mission.reference, now }, files, () =>
    records.keepOwn(
      "me",
      now.toISOString(),
      { kind: "typed" },
      {
        area: "missions",
        scope: "missions",
        facts: [{ key: mission.reference, value: mission }],
      },
    ),
  );
}

/** Lists the days that were declared of a mission outside of its dates: in what was sent, and in what is typed here. */
export async function daysOutside(session: Session, { reference, start, end }: Mission): Promise<Day[]> {
  const reports = await session.reader.reports();
  const standing = reports.filter(({ state }) => state !== "withdrawn" && state !== "refused");
  const drafts = await draftsOf(session).waiting();
  const days = [...standing, ...drafts].flatMap((one) => one.days);
  const outside = days.filter(
    ({ date, entries }) =>
      (date < start || (end !== null && date > end)) && entries.some(({ mission }) => mission === reference),
  );
  return [...new Set(outside.map(({ date }) => date))].sort();
}
