import { withoutEndSlashes } from "../domain/addresses.ts";
import type { Month } from "../domain/calendar.ts";
import type { Reading } from "../payroll/law.ts";
import type { Situation } from "../payroll/situation.ts";
import { NEW_YEAR, type YearToDate } from "../payroll/year.ts";
import { yearToDateOf } from "../portage/run.ts";
import { KnownCompanies, type KnownCompany } from "../store/known-company.ts";
import { profileNamed } from "./profile.ts";
import type { Machine } from "./session.ts";

/** Finds what is known of the company in use without asking anybody; null where nothing is, or where another one said it. */
export async function knownCompany(machine: Machine): Promise<KnownCompany | null> {
  const { folders, env } = machine;
  const known = await new KnownCompanies(folders, profileNamed(machine)).find();
  const address = withoutEndSlashes(env.PORTE_API_URL ?? "");
  return known !== null && (address === "" || address === known.url) ? known : null;
}

/** What the payslips of the year leave to a month: the year to date of the company's own payroll. */
export function yearToDateFrom(
  known: KnownCompany | null,
  reading: Reading,
): (month: Month, situation: Situation) => YearToDate {
  return (month, situation) => (known === null ? NEW_YEAR : yearToDateOf(known.payslips, month, situation, reading));
}
