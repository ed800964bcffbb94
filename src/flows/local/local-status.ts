import { addDays, addMonths, type Month, monthOf } from "../../domain/calendar.ts";
import type { FiledDelivery, FiledReport } from "../../domain/local/filed.ts";
import { dayInParis } from "../../domain/paris.ts";
import type { OwnFacts, SaidFacts } from "../../domain/status/facts.ts";
import { type Area, type AreaValues, yearIn } from "../../store/records/areas.ts";
import { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import type { Session } from "../session.ts";
import { contractOf } from "./contract.ts";
import { sheetIn } from "./known-sheet.ts";

/** How far a status looks back for what was not paid, months. */
const MONTHS_BACK = 6;

/** What a status of a profile without a company is made of. */
interface LocalStatus {
  readonly missions: AreaValues["missions"][];
  readonly said: SaidFacts;
  readonly own: OwnFacts;
}

/** What a status is made of in a profile without a company: what its porté said, and what left it. Only the last years are read. */
export async function localStatus(session: Session): Promise<LocalStatus> {
  const { folder, machine, reader } = session;
  const records = new Records(folder);
  const today = machine.today();
  const since = addMonths(monthOf(today), -MONTHS_BACK);
  const recent = <Name extends Area>(area: Name) => valuesSince(records, area, since);
  const sheet = sheetIn(records).sheet;
  const missions = await reader.missions();
  const deliveries = recent("deliveries").filter(({ month }) => month >= since);
  const reports = recent("filed-reports").filter(({ month }) => month >= since);
  const papers = recent("filed-payslips");
  const expenses = recent("expenses");
  const standing = reports.filter(({ state }) => state !== "refused" && state !== "withdrawn");
  const paid = new Set(papers.map(({ month }) => month));
  const { reportDueDay, transferDay } = sheet.deadlines;
  const latest = papers
    .toSorted((one, other) => other.month.localeCompare(one.month) || other.addedAt.localeCompare(one.addedAt))
    .flatMap(({ month, netPaidCents, transferDate }) =>
      netPaidCents === null || transferDate === null ? [] : [{ month, transferCents: netPaidCents, transferDate }],
    );
  return {
    missions,
    said: {
      me: { contract: contractOf(sheet.contract) ?? firstMission(missions) },
      company: { deadlines: { reportDueDay: reportDueDay ?? LAST_DAY, transferDay } },
      missions,
      activityReports: reports
        .toSorted((one, other) => other.month.localeCompare(one.month))
        .map((report) => ({ ...report, state: stateOf(report, deliveries), receipt: report })),
      expenses,
      payslips: latest,
      account: null,
    },
    own: {
      askedSince: askedSince(records, missions),
      isEmpty: sheet.company.name === null && missions.length === 0 && reports.length === 0 && expenses.length === 0,
      deliveries: openOf(deliveries, reports, new Set(recent("dossiers").map((one) => one.delivery))),
      unpaid: standing
        .filter(({ month }) => month < monthOf(today) && !paid.has(month))
        .map(({ month, turnoverCents }) => ({ month, turnoverCents }))
        .sort((one, other) => one.month.localeCompare(other.month)),
    },
  };
}

/**
 * The first month whose report is asked for: that of the first mission, and none that had ended well before anything was noted here, which
 * was declared some other way.
 */
function askedSince(records: Records, missions: readonly AreaValues["missions"][]): Month {
  const noted = (["sheet", "missions"] as const)
    .flatMap((area) => records.facts(area, records.years(area).slice(0, 1)).map(({ at }) => at))
    .sort()[0];
  const [start] = missions.map((one) => one.start).sort();
  const earliest = noted === undefined ? "" : monthOf(addDays(dayInParis(new Date(noted)), -DAYS_TO_DECLARE));
  return [earliest, start === undefined ? "" : monthOf(start)].sort().at(-1) ?? "";
}

/** Within so many days of its end a month may still be declared for the first time here. */
const DAYS_TO_DECLARE = 10;

/** A report is asked for at the end of its month where nobody said a day. */
const LAST_DAY = 31;

/** Lists the last of each thing that is said since a month, of the years that hold it. */
function valuesSince<Name extends Area>(records: Records, area: Name, since: Month): AreaValues[Name][] {
  const years = records.years(area).filter((year) => year >= yearIn(since));
  const values = records.latest(area, OWN, years).map(({ value }) => value);
  return values.filter((value) => value !== null);
}

/** Where no contract is known, months are asked for from the first mission on. */
function firstMission(missions: readonly AreaValues["missions"][]): SaidFacts["me"]["contract"] {
  const [start] = missions.map((one) => one.start).sort();
  return start === undefined ? null : { start, end: null, alsaceMoselle: false, level: "junior" };
}

/** A month that has not left for sure waits for nobody. */
function stateOf({ state, delivery }: FiledReport, deliveries: readonly FiledDelivery[]): string {
  const found = deliveries.find(({ id }) => id === delivery);
  return state === "submitted" && found !== undefined && found.state !== "delivered" ? "unsent" : state;
}

/**
 * What left, or was to, and has not arrived for sure: the last try of each document. A decision on a report says that it arrived.
 * @param dossiers the deliveries of the expenses that left together, or are to.
 */
function openOf(
  deliveries: readonly FiledDelivery[],
  reports: readonly FiledReport[],
  dossiers: ReadonlySet<string>,
): OwnFacts["deliveries"] {
  return deliveries.flatMap(({ id, about, month, state, at }) => {
    if (state === "delivered") return [];
    const isOpen = {
      report: () => isOpenReport(id, month, state, reports),
      expenses: () => dossiers.has(id),
      client: () => true,
    };
    return isOpen[about]() ? [{ about, month, state, at }] : [];
  });
}

/** The month itself is queued, or a draft again, and told as such; one that was decided on, or declared again, is over. */
function isOpenReport(id: string, month: Month, state: string, reports: readonly FiledReport[]): boolean {
  if (state === "waiting" || state === "failed") return false;
  const report = reports.find((one) => one.month === month);
  return report === undefined || (report.delivery === id && report.state === "submitted");
}
