import { addDays, type Day, type Month } from "../../domain/calendar.ts";
import { isRestDay, workingDays } from "../../domain/holidays.ts";
import type { KernelSections } from "../../domain/line-section.ts";
import { sum as total } from "../../domain/money.ts";
import { defaultPosition } from "../contracts/queries.ts";
import type { Schemas } from "../deps.ts";

type Contract = Schemas["EmploymentContract"];
type Payslip = KernelSections<Schemas["Payslip"]>;

/** What a payslip names beside its figures. */
export type Mentions = Pick<Payslip, "agreement" | "hours" | "paidLeave" | "employer">;

const AGREEMENT = "IDCC 3219";
/** Kinds of time that no pay of the month is for; a public holiday is no working day, so that it counts on neither side. */
const UNPAID: readonly Schemas["Kind"][] = ["unpaid-leave", "sick", "intermission", "holiday"];

/** Names a company as the employer of a payslip, as it is now. */
export function employerOf({ name, address, siret, apeCode, establishment = null }: Schemas["Company"]) {
  return { name, address, siret, apeCode, establishment } satisfies Schemas["Employer"];
}

/** Reads from the days of a month what its payslip names. */
export function mentionsFrom(
  reported: Schemas["ReportDay"][],
  month: Month,
  contract: Contract,
): Omit<Mentions, "employer"> {
  const paid = reported.flatMap(({ entries }) => entries.filter(({ kind }) => !UNPAID.includes(kind)));
  const days = total(paid.map(({ amount }) => amount));
  const share = Math.min(1, days / workingDays(month, contract.alsaceMoselle).length);
  return {
    agreement: AGREEMENT,
    hours: contract.workingTime === "forfait-days" ? null : monthlyHours(contract, share),
    paidLeave: leaveTaken(reported, contract.alsaceMoselle),
  };
}

/** The hours of a month, or of a share of it, under a contract: 151.67 for 35 hours a week. */
export function monthlyHours({ weeklyHours }: Pick<Contract, "weeklyHours">, share = 1): number {
  return Math.round((share * weeklyHours * 5200) / 12) / 100;
}

/** Gathers the days of paid leave into stretches; the days of rest between two of them are bridged. */
function leaveTaken(days: Schemas["ReportDay"][], alsaceMoselle: boolean): Payslip["paidLeave"] {
  const taken: { start: Day; end: Day }[] = [];
  let takenDays = 0;
  for (const { date, entries } of days.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const amount = total(entries.filter(({ kind }) => kind === "paid-leave").map((entry) => entry.amount));
    if (amount === 0) continue;
    takenDays += amount;
    const last = taken.at(-1);
    if (last !== undefined && followsOn(last.end, date, alsaceMoselle)) last.end = date;
    else taken.push({ start: date, end: date });
  }
  return { taken, takenDays };
}

function followsOn(end: Day, next: Day, alsaceMoselle: boolean): boolean {
  let day = addDays(end, 1);
  while (day < next && isRestDay(day, alsaceMoselle)) day = addDays(day, 1);
  return day === next;
}

/** A payslip that may have been kept before its mentions were. */
type StoredPayslip = Omit<Payslip, keyof Mentions | "contract"> &
  Partial<Mentions> & { readonly contract: Omit<Contract, keyof typeof UNKNOWN | "position"> & Partial<Contract> };

const UNKNOWN = { job: "Consultant en portage salarial", weeklyHours: 35, forfaitDays: null };

/** Gives a payslip with its mentions, whenever it was kept: what nobody noted is left open. */
export function withMentions(kept: StoredPayslip): Payslip {
  const contract = { position: defaultPosition(kept.contract), ...UNKNOWN, ...kept.contract };
  return { agreement: AGREEMENT, hours: null, paidLeave: { taken: [], takenDays: 0 }, ...kept, contract };
}
