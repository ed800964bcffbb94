import type { ReportDay } from "../domain/activity.ts";

/** The columns of `templates/timesheet.csv`, so that what was written is read again. */
const COLUMNS = ["date", "kind", "mission", "amount", "project", "hours"] as const;

function rowsOf(days: readonly ReportDay[]): (string | number)[][] {
  return days.flatMap(({ date, entries }) =>
    entries.map(({ kind, mission, amount, projectCode, hours }) => [
      ...[date, kind, mission ?? "", amount],
      ...[projectCode ?? "", hours ?? ""],
    ]),
  );
}

/** Writes a month as a table of comma-separated values, a line for each part of a day. */
export async function timesheetCsv(days: readonly ReportDay[]): Promise<Buffer> {
  const { stringify } = await import("csv-stringify/sync");
  return Buffer.from(stringify([[...COLUMNS], ...rowsOf(days)]));
}

/** The same as a workbook. @param title of its sheet. */
export async function timesheetXlsx(days: readonly ReportDay[], title: string): Promise<Buffer> {
  const { writeWorkbook } = await import("./workbook.ts");
  return writeWorkbook([[...COLUMNS], ...rowsOf(days)], title);
}
