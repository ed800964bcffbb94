import { addMonths, type Day, type Month, monthOf } from "../../domain/calendar.ts";
import { sheetTerms } from "../../portage/sheet-terms.ts";
import { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import type { KnownCompany } from "../known-company.ts";
import { filedPayslips } from "../papers/filed.ts";
import { type Machine, ownerOf } from "../session.ts";
import { sheetIn } from "./known-sheet.ts";

/** Gives what the porté said of a company that has no API; null where they said nothing of it. */
export async function companyOfSheet(machine: Machine): Promise<KnownCompany | null> {
  const { folder } = await ownerOf(machine);
  const records = new Records(folder);
  const { sheet, at } = sheetIn(records);
  if (at === null) return null;
  const missions = records.latest("missions", OWN).flatMap(({ value }) => value ?? []);
  const paid = filedPayslips({ folder }).flatMap(({ month, grossCents }, index, all) =>
    grossCents === null || all.findIndex((one) => one.month === month) < index ? [] : [{ month, grossCents }],
  );
  return {
    url: "",
    name: sheet.company.name,
    terms: sheetTerms(sheet, machine.today()),
    missions,
    payslips: withoutGaps(paid, sheet.contract.start),
    savedAt: at,
    isSheet: true,
  };
}

/** Of each year, the payslips that follow its first month, or the contract's, without one missing: others say nothing of the year so far. */
function withoutGaps<Paid extends { readonly month: Month }>(paid: readonly Paid[], start: Day | null): Paid[] {
  const months = new Set(paid.map(({ month }) => month));
  const isReached = (month: Month): boolean => {
    const isFirst = month.endsWith("-01") || (start !== null && month === monthOf(start));
    return isFirst || (months.has(addMonths(month, -1)) && isReached(addMonths(month, -1)));
  };
  return paid.filter(({ month }) => isReached(month));
}
