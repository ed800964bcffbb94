import type { ReportDay } from "../../domain/activity.ts";
import { addMonths, type Month } from "../../domain/calendar.ts";
import { type WorkedTime, workedTime } from "../../domain/working-time.ts";
import { domainOf } from "../law-in-use.ts";
import type { Session } from "../session.ts";
import type { MonthAtHand } from "./declare.ts";
import { isAway } from "./outbox.ts";

/**
 * Measures a month that is declared. Where the contract counts hours or a yearly total, the months before are asked for; where nobody
 * answers, the month is measured alone.
 */
export async function workedMonth(
  session: Session | null,
  { month, workingTime, lastMonth, away, reading }: MonthAtHand,
  days: readonly ReportDay[],
): Promise<WorkedTime> {
  const needsYear = workingTime !== "days" && session !== null && away === null;
  const others = needsYear ? await yearBefore(session, month, lastMonth) : (lastMonth ?? []);
  return workedTime(workingTime, month, [...others, ...days], await domainOf(reading));
}

async function yearBefore(
  { company }: Session,
  month: Month,
  lastMonth: readonly ReportDay[] | null,
): Promise<readonly ReportDay[]> {
  try {
    return otherDays(await company.reports({ since: measuredSince(month) }), month);
  } catch (failure) {
    if (!isAway(failure)) throw failure;
    return lastMonth ?? [];
  }
}

/** The months before it that a month is measured by, at most: those of its year, and of the weeks that its averages begin in. */
const MEASURED_MONTHS = 12;
/** The contract knows no month before. */
const FIRST_MONTH: Month = "2000-01";

/** The first month whose days a month is measured with. */
export function measuredSince(month: Month): Month {
  const since = addMonths(month, -MEASURED_MONTHS);
  return since < FIRST_MONTH ? FIRST_MONTH : since;
}

/** The days of every other month that counts. */
export function otherDays(
  reports: readonly { readonly month: Month; readonly state: string; readonly days: readonly ReportDay[] }[],
  month: Month,
): ReportDay[] {
  return reports.filter((one) => one.month !== month && one.state !== "withdrawn").flatMap(({ days }) => days);
}
