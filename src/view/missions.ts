import type { components } from "../contract/types.ts";
import type { Watch } from "../domain/contracts/watches.ts";
import { toEuros } from "../domain/money.ts";
import { shortIds } from "../domain/short-id.ts";
import type { RenderOptions } from "./look.ts";
import { pairs, table } from "./table.ts";
import { watchJson } from "./watches.ts";

type Schemas = components["schemas"];
type Mission = Schemas["Mission"];
type Proposal = Schemas["MissionProposal"];

/** A mission as it is shown: with where it stands, its contracts, and what is watched of it. */
export interface ShownMission {
  readonly mission: Mission;
  readonly state: "proposed" | "refused" | "upcoming" | "running" | "ended";
  readonly daysLeft: number | null;
  readonly unbilledDays: number | null;
  readonly contracts: readonly Schemas["ContractDocument"][];
  readonly proposal: Schemas["MissionProposal"] | null;
  readonly watches: readonly Watch[];
}

/** A mission's own facts as data. */
export function missionJson({ reference, client, title, start, end, dailyRateCents, projectCodes }: Mission) {
  return { reference, client, title, start, end, dailyRate: toEuros(dailyRateCents), projectCodes };
}

/** A mission with all that is shown of it, as data. */
export function shownMissionJson({
  mission,
  state,
  daysLeft,
  unbilledDays,
  contracts,
  proposal,
  watches,
}: ShownMission) {
  const { purchaseOrder = null, daysOrdered = null, place = null, clientRecord = null } = mission;
  return {
    ...missionJson(mission),
    state,
    reason: proposal?.reason ?? null,
    purchaseOrder,
    daysOrdered,
    daysLeft,
    unbilledDays,
    place,
    siren: clientRecord?.siren ?? null,
    siret: clientRecord?.siret ?? null,
    contracts: contracts.map(({ id, kind, state: stands }) => ({ id, kind, state: stands })),
    proposal: proposal === null ? null : { id: proposal.id, kind: proposal.kind, state: proposal.state },
    watches: watches.map((watch) => watchJson(watch, mission.reference)),
  };
}

/** The missions as a table. */
export function missionsText(look: RenderOptions, missions: readonly ShownMission[]): string {
  const { missions: words, proposals, format } = look.say;
  const columns = [
    { title: words.reference, gives: "never" as const },
    { title: words.client },
    { title: words.dates },
    { title: words.dailyRate, isRight: true },
    { title: proposals.state },
  ];
  const rows = missions.map(({ mission, state, daysLeft }) => [
    look.paint.strong(mission.reference),
    mission.client,
    termText(look, mission.start, mission.end),
    format.euros(mission.dailyRateCents),
    [proposals.states[state], daysLeft === null ? "" : proposals.left(format.days(daysLeft))]
      .filter(Boolean)
      .join(", "),
  ]);
  return table(look, columns, rows);
}

/** One mission, line by line: what nobody said is left out. */
export function missionText(look: RenderOptions, { mission }: Pick<ShownMission, "mission">, dayHours: number): string {
  return pairs(look, ownRows(look, mission, dayHours));
}

function ownRows(look: RenderOptions, mission: Mission, dayHours: number): (readonly [string, string])[] {
  const { missions: words, format } = look.say;
  const { reference, client, title, start, end, dailyRateCents, projectCodes } = mission;
  return [
    [words.reference, look.paint.strong(reference)],
    [words.client, client],
    [words.title, title],
    [words.dates, termText(look, start, end)],
    [words.dailyRate, format.euros(dailyRateCents)],
    [words.dayLength, look.say.declare.hours(dayHours)],
    [words.codes, projectCodes.length === 0 ? "–" : projectCodes.join(", ")],
  ];
}

/** One mission with where it stands, its client's record and its contracts. */
export function wholeMissionText(look: RenderOptions, shown: ShownMission, dayHours: number): string {
  return pairs(look, [
    ...ownRows(look, shown.mission, dayHours),
    ...stateRows(look, shown),
    ...clientRows(look, shown.mission),
    ...contractRows(look, shown),
  ]);
}

type Rows = (readonly [string, string])[];

/** Leaves out what nobody said. */
function said(rows: readonly (readonly [string, string | null | undefined])[]): Rows {
  return rows.flatMap(([name, value]) => (value == null || value === "" ? [] : [[name, value] as const]));
}

function stateRows({ say }: RenderOptions, { mission, state, daysLeft, unbilledDays, proposal }: ShownMission): Rows {
  const { proposals: words, sheet, format } = say;
  const { purchaseOrder, daysOrdered, place, skills, equipment, rates = [] } = mission;
  const left = daysLeft === null ? "" : `, ${words.left(format.days(daysLeft))}`;
  return said([
    [words.state, words.states[state]],
    [words.reason, proposal?.reason],
    [words.order, purchaseOrder],
    [words.daysOrdered, daysOrdered == null ? null : `${format.days(daysOrdered)}${left}`],
    [sheet.unbilled, unbilledDays === null || unbilledDays === 0 ? null : format.days(unbilledDays)],
    [words.place, place],
    [words.skills, skills],
    [words.equipment, equipment],
    [
      words.rates,
      rates.map(({ from, dailyRateCents }) => words.rate(format.euros(dailyRateCents), format.day(from))).join(" · "),
    ],
  ]);
}

function clientRows({ say: { proposals: words } }: RenderOptions, { clientRecord: client }: Mission): Rows {
  if (client == null) return [];
  const contact = [client.contactName, client.contactEmail].filter((part) => part !== null).join(", ");
  return said([
    [words.number, client.siret ?? client.siren],
    [words.address, client.address],
    [words.routing, client.routingCode],
    [words.chorus, words.engagement(client.chorusService, client.chorusEngagement)],
    [words.contact, contact],
  ]);
}

function contractRows({ say }: RenderOptions, { contracts, proposal }: ShownMission): Rows {
  const { contracts: words, proposals } = say;
  const short = shortIds(contracts.map(({ id }) => id));
  const rows = contracts.map(({ id, kind, part, state }): [string, string] => [
    words.id,
    `${short(id)} · ${words.kinds[kind][part]} · ${words.states[state]}`,
  ]);
  return proposal?.amendment == null ? rows : [...rows, [proposals.amendment, amendmentText(say, proposal)]];
}

/** What came of an amendment, and what it changes from when on. */
function amendmentText(say: RenderOptions["say"], { amendment, state }: Proposal): string {
  const { proposals: words, format } = say;
  if (amendment == null) return words.amendmentStates[state];
  const { dailyRateCents, from, agreedOn, end, daysOrdered, purchaseOrder } = amendment;
  const changes = [
    ...(dailyRateCents === undefined ? [] : [words.rate(format.euros(dailyRateCents), format.day(from ?? agreedOn))]),
    ...(end === undefined ? [] : [words.until(end === null ? null : format.day(end))]),
    ...(daysOrdered == null ? [] : [words.ordered(format.days(daysOrdered))]),
    ...(purchaseOrder == null ? [] : [words.orderedBy(purchaseOrder)]),
  ];
  return say.labelled(words.amendmentStates[state], changes.join(" · "));
}

/** From which day to which. */
export function termText({ say }: RenderOptions, start: string, end: string | null): string {
  const { missions: words, format } = say;
  return words.until(format.day(start), end === null ? null : format.day(end));
}
