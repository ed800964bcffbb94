import type { Schemas } from "../client/company.ts";
import { addMonths, type Day, type Month } from "../domain/calendar.ts";
import type { Situation } from "../payroll/situation.ts";
import { NEW_YEAR, type YearToDate } from "../payroll/year.ts";
import type { Known } from "../portage/asked.ts";
import { yearToDateOf } from "../portage/run.ts";
import { KnownCompanies, type KnownCompany } from "../store/known-company.ts";
import { profileNamed } from "./profile.ts";
import type { Machine } from "./session.ts";

/** Finds what is known of the company in use without asking anybody; null where nothing is, or where another one said it. */
export async function knownCompany(machine: Machine): Promise<KnownCompany | null> {
  const { folders, env } = machine;
  const known = await new KnownCompanies(folders, profileNamed(machine)).find();
  const address = env.PORTE_API_URL?.replace(/\/+$/, "");
  return known !== null && (address === undefined || address === "" || address === known.url) ? known : null;
}

/** Gives what a company and a contract say in the words of a simulation. */
export function knownTerms({ company: { fee, payroll }, contract }: KnownCompany): Known {
  const category = contract?.category ?? "cadre";
  return {
    fee: fee.ratePpm,
    feeCap: fee.monthlyCapCents,
    reserve: payroll.reservePpm,
    headcount: payroll.headcount,
    workAccidentRate: payroll.workAccidentPpm,
    mobilityRate: payroll.mobilityPpm,
    apprenticeShare: payroll.apprenticeSharePpm,
    healthPlan: payroll.healthPlanCents,
    healthPlanEmployerShare: payroll.healthPlanEmployerPpm,
    providentRate: category === "cadre" ? payroll.providentPpm : 0,
    ...(contract === null ? {} : contractTerms(contract)),
  };
}

function contractTerms({
  category,
  kind,
  level,
  alsaceMoselle,
  taxRatePpm,
  start,
  end,
}: Schemas["EmploymentContract"]): Known {
  return {
    category,
    contract: kind,
    level,
    alsaceMoselle,
    taxRate: taxRatePpm ?? "neutral",
    ...(kind === "cdd" && end !== null ? { contractMonths: monthsBetween(start, end) } : {}),
  };
}

/** Months of a contract from date to date, a started one counting whole: 15 January to 14 March are two. */
function monthsBetween(start: Day, end: Day): number {
  let months = 1;
  while (`${addMonths(start.slice(0, 7), months)}-${start.slice(8)}` <= end) months += 1;
  return months;
}

/** What the payslips of the year leave to a month: the year to date of the company's own payroll. */
export function yearToDateFrom(known: KnownCompany | null): (month: Month, situation: Situation) => YearToDate {
  return (month, situation) => (known === null ? NEW_YEAR : yearToDateOf(known.payslips, month, situation));
}
