import type { ReportDay } from "../../domain/activity.ts";
import { addMonths, type Month } from "../../domain/calendar.ts";

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
