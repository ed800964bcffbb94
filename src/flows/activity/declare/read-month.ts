import type { Schemas } from "../../../client/company.ts";
import { isFinal, type ReportDay } from "../../../domain/activity.ts";
import { addMonths, type Month, touchesMonth } from "../../../domain/calendar.ts";
import { PorteError } from "../../../errors.ts";
import { Settings } from "../../../store/settings.ts";
import { companyIn, knownCompany } from "../../known-company.ts";
import { domainOf, lawInUse } from "../../law-in-use.ts";
import { type KnownRecords, knownRecords } from "../../records/known.ts";
import type { Owner, Session } from "../../session.ts";
import { draftsOf, isUnreachable } from "../outbox.ts";
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
  const { sure } = session;
  const [me, missions, leave, held, before, kept, known, law] = await Promise.all([
    sure.me(),
    sure.missions(),
    sure.leave(),
    sure.report(month),
    sure.report(addMonths(month, -1)),
    draftsOf(session).find(month),
    knownCompany(session.machine),
    lawOf(session),
  ]);
  assertInContract(month, me.contract);
  assertOpen(held);
  const lastMonth = before?.value.days ?? null;
  const terms = termsOf(session, me.contract);
  return {
    ...terms,
    ...law,
    month,
    today: session.machine.today(),
    contract: me.contract,
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
  { sure }: Session,
  month: Month,
  lastMonth: readonly ReportDay[] | null,
): Promise<readonly ReportDay[]> {
  try {
    return otherDays(await sure.reports({ since: measuredSince(month) }), month);
  } catch (failure) {
    if (!isUnreachable(failure)) throw failure;
    return lastMonth ?? [];
  }
}

/**
 * Reads what this machine knows of a month, without asking anybody: what is typed here, and what the company last said.
 * @throws {PorteError} `away` itself where the company never said anything here, `activity.outside_contract`.
 */
export async function readOfflineMonth(owner: Owner, month: Month, away: PorteError): Promise<MonthAtHand> {
  const [records, kept, law] = await Promise.all([
    knownRecords(owner.machine),
    draftsOf(owner).find(month),
    lawOf(owner),
  ]);
  const person = records?.snapshot.person ?? null;
  if (records === null || person === null) throw away;
  const { contract } = person;
  assertInContract(month, contract);
  const recorded = recordedMonth(records, month);
  assertOpen(recorded.held);
  const terms = termsOf(owner, contract);
  return {
    ...terms,
    ...law,
    ...recorded,
    month,
    today: owner.machine.today(),
    contract,
    missions: records.snapshot.missions,
    kept,
    otherDays: terms.workingTime === "days" ? (recorded.lastMonth ?? []) : recorded.otherDays,
    known: companyIn(records.snapshot),
    away,
    addresses: [person.email.toLowerCase()],
  };
}

/** What the company last said of a month, and of what it is declared beside. */
function recordedMonth(
  { records, snapshot }: KnownRecords,
  month: Month,
): Pick<MonthAtHand, "held" | "leave" | "lastMonth" | "otherDays"> {
  const teller = { source: "company", url: snapshot.url } as const;
  const report = records.find("reports", month, teller);
  const evidence = report?.evidence;
  const reports = snapshot.reports.filter((one) => one.month >= measuredSince(month));
  const before = addMonths(month, -1);
  return {
    held:
      report?.value == null ? null : { value: report.value, etag: evidence?.kind === "answer" ? evidence.etag : null },
    leave: records.latest("leave", teller).flatMap(({ value }) => value ?? []),
    lastMonth: reports.find((one) => one.month === before)?.days ?? null,
    otherDays: otherDays(reports, month),
  };
}

/** @throws {PorteError} `activity.locked` for a month that is paid. */
function assertOpen(held: MonthAtHand["held"]): void {
  if (held !== null && isFinal(held.value.state))
    throw new PorteError("activity.locked", { month: held.value.month, state: held.value.state });
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
