import { type Day, lastDay, type Month } from "../../domain/calendar.ts";
import type { Known } from "../../portage/inputs.ts";
import { sheetTerms } from "../../portage/sheet-terms.ts";
import type { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import type { HeldReport } from "../records/reader.ts";
import { sheetIn } from "./known-sheet.ts";

/**
 * Gives the terms of each month: those that were last said of the company that it was lived with. What is put right of a company holds for its
 * months of before; another company changes nothing of them.
 */
export function termsByMonth(
  records: Records,
  reports: readonly Pick<HeldReport, "month" | "submittedAt">[],
  today: Day,
): (month: Month) => Known {
  const { sheet: current } = sheetIn(records);
  const said = records
    .facts("sheet")
    .filter(({ source }) => source === OWN.source)
    .flatMap(({ at, value }) => (value === null ? [] : [{ at, sheet: value }]))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const sheetOf = (month: Month) => {
    const sentAt = reports.find((one) => one.month === month)?.submittedAt;
    const moment = sentAt ?? `${lastDay(month)}T23:59:59.999Z`;
    const then = said.findLast(({ at }) => at <= moment)?.sheet.company.name ?? null;
    if (then === null || then === current.company.name) return current;
    return said.findLast(({ sheet }) => sheet.company.name === then)?.sheet ?? current;
  };
  const terms = new Map<object, Known>();
  return (month) => {
    const sheet = sheetOf(month);
    const known = terms.get(sheet) ?? sheetTerms(sheet, today);
    terms.set(sheet, known);
    return known;
  };
}
