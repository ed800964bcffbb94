import type { Day } from "../calendar.ts";
import { signedOn } from "../contracts/state.ts";
import type { Watch } from "../contracts/watches.ts";
import { type ContractFact, type MissionFact, type ReportFact, reportMonths, type StatusFacts } from "./facts.ts";
import type { ItemOf, Overview, StatusKind } from "./items.ts";

/** One kind: in which section it stands, what of the facts makes it appear, and the command that ends or shows it. */
export interface KindRow<Kind extends StatusKind> {
  readonly section: keyof Overview;
  readonly find: (facts: StatusFacts) => readonly ItemOf<Kind>[];
  /** @param short gives how an identifier is typed. */
  readonly command: (item: ItemOf<Kind>, short: (id: string) => string) => string;
}

/** A row for each of some kinds. */
export type KindRows<Kinds extends StatusKind> = { readonly [Kind in Kinds]: KindRow<Kind> };

/** Says whether a document that was sent waits for somebody's signature. */
export function isUnsigned(
  { state, sentAt, signatures }: Pick<ContractFact, "state" | "sentAt" | "signatures">,
  who: string,
): boolean {
  return state === "sent" && sentAt !== null && signatures.some(({ party, at }) => party === who && at === null);
}

/** What some watches say of each mission, as items of their kind. */
export function watched<Kind extends "contract-late" | "client-months">(
  { said }: StatusFacts,
  kind: Kind,
  watchesOf: (mission: MissionFact) => readonly Watch[],
) {
  return said.missions.flatMap((mission) =>
    watchesOf(mission).map(({ day, isLate }) => ({
      ...{ kind, id: mission.id, mission: mission.reference, day, isPast: isLate },
      ...{ waitingOn: "company" as const },
    })),
  );
}

/** The day on which everybody had signed a mission's contract with its client; null before, undefined where no contract of it is known. */
export function concludedOn({ contracts }: StatusFacts, { reference }: MissionFact): Day | null | undefined {
  const own = contracts.filter(({ mission, state }) => mission === reference && state !== "replaced");
  if (own.length === 0) return undefined;
  return own.flatMap((one) => (one.kind === "client" ? (signedOn(one) ?? []) : []))[0] ?? null;
}

/** Last month and this one, as far as the contract covers them. */
export function monthsOf({ today, said }: StatusFacts): string[] {
  return reportMonths(today, said.me.contract?.start ?? null);
}

/** How far what is typed of a month is; undefined where nothing is. */
export function typedState({ typed }: StatusFacts, month: string): string | undefined {
  return typed.find((one) => one.month === month)?.state;
}

/** The months that the company holds no report of, and that are not on their way to it; none where there is nothing to declare on. */
export function lacking(facts: StatusFacts): string[] {
  const { own } = facts;
  if (own !== null && facts.said.missions.length === 0) return [];
  return monthsOf(facts).filter((month) => {
    if (own !== null && month < own.askedSince) return false;
    const held = facts.said.activityReports.find((one) => one.month === month)?.state;
    return (held === undefined || held === "withdrawn") && typedState(facts, month) !== "queued";
  });
}

/** What is said of the reports that the company holds in a state, but for those that are sent again. */
export function remote<Item>(facts: StatusFacts, state: string, tell: (report: ReportFact) => Item): Item[] {
  const months = monthsOf(facts);
  return facts.said.activityReports
    .filter((one) => one.state === state && months.includes(one.month) && typedState(facts, one.month) !== "queued")
    .map(tell)
    .toReversed();
}
