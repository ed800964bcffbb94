import type { Schemas } from "../../../client/company.ts";
import { isFinal, type ReportDay } from "../../../domain/activity.ts";
import { addMonths, type Month, touchesMonth } from "../../../domain/calendar.ts";
import { PorteError } from "../../../errors.ts";
import { Settings } from "../../../store/settings.ts";
import { knownCompany } from "../../known-company.ts";
import { domainOf, lawInUse } from "../../law-in-use.ts";
import type { Session } from "../../session.ts";
import { draftsOf, isUnreachable, type Owner } from "../outbox.ts";
import { measuredSince, otherDays } from "../worked.ts";
import type { MonthAtHand } from "./month-at-hand.ts";

/**
 * Reads all that a declaration needs, in one go; where the company does not answer, what it last said stands in.
 * @throws {PorteError} `activity.outside_contract`, `activity.locked`; the failure to reach the company where nothing is known of it.
 */
export async function readMonth(session: Session, month: Month): Promise<MonthAtHand> {
  try {
    return await askedMonth(session, month);
  } catch (failure) {
    if (!isUnreachable(failure)) throw failure;
    return readOfflineMonth(session, month, failure);
  }
}

async function askedMonth(session: Session, month: Month): Promise<MonthAtHand> {
  const { company } = session;
  const [me, missions, leave, held, before, kept, known, law] = await Promise.all([
    company.me(),
    company.missions(),
    company.leave(),
    company.report(month),
    company.report(addMonths(month, -1)),
    draftsOf(session).find(month),
    knownCompany(session.machine),
    lawOf(session),
  ]);
  assertInContract(month, me.contract);
  if (held !== null && isFinal(held.value.state))
    throw new PorteError("activity.locked", { month, state: held.value.state });
  const lastMonth = before?.value.days ?? null;
  const terms = termsOf(session, me.contract);
  return {
    ...terms,
    ...law,
    month,
    missions,
    leave,
    held,
    kept,
    lastMonth,
    otherDays: terms.workingTime === "days" ? (lastMonth ?? []) : await yearBefore(session, month, lastMonth),
    known,
    away: null,
    addresses: [me.email.toLowerCase()],
  };
}

async function lawOf({ machine }: Owner): Promise<Pick<MonthAtHand, "reading" | "law">> {
  const { reading } = await lawInUse(machine);
  return { reading, law: await domainOf(reading) };
}

/** The days of the other months, which a contract in hours or in a yearly total is measured with; where nobody answers, the last one's. */
async function yearBefore(
  { company }: Session,
  month: Month,
  lastMonth: readonly ReportDay[] | null,
): Promise<readonly ReportDay[]> {
  try {
    return otherDays(await company.reports({ since: measuredSince(month) }), month);
  } catch (failure) {
    if (!isUnreachable(failure)) throw failure;
    return lastMonth ?? [];
  }
}

/**
 * Reads what this machine knows of a month, without asking anybody.
 * @throws {PorteError} `away` itself where the company never said anything here, `activity.outside_contract`.
 */
export async function readOfflineMonth(owner: Owner, month: Month, away: PorteError): Promise<MonthAtHand> {
  const [known, kept, law] = await Promise.all([
    knownCompany(owner.machine),
    draftsOf(owner).find(month),
    lawOf(owner),
  ]);
  if (known === null) throw away;
  assertInContract(month, known.contract);
  const { missions, contract } = known;
  return {
    ...termsOf(owner, contract),
    ...law,
    month,
    missions,
    leave: [],
    held: null,
    kept,
    lastMonth: null,
    otherDays: [],
    known,
    away,
    addresses: [],
  };
}

/** What the contract and this machine say of every month; a company remembered by an earlier porte does not say how time is counted. */
function termsOf(
  { machine, profile }: Owner,
  contract: Schemas["EmploymentContract"] | null,
): Pick<MonthAtHand, "alsaceMoselle" | "workingTime" | "dayLengths"> {
  return {
    alsaceMoselle: contract?.alsaceMoselle ?? false,
    workingTime: contract?.workingTime ?? "days",
    dayLengths: new Settings(machine.folders).dayLengths(profile),
  };
}

/** @throws {PorteError} `activity.outside_contract`. */
export function assertInContract(month: Month, contract: Schemas["EmploymentContract"] | null): void {
  if (contract !== null && !touchesMonth(contract, month))
    throw new PorteError("activity.outside_contract", { month, first: contract.start, last: contract.end });
}
