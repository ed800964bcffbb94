import { addDays, type Day, type Month } from "../../domain/calendar.ts";
import { isRestDay, workingDays } from "../../domain/holidays.ts";
import { sum as total } from "../../domain/money.ts";
import type { Db, Schemas } from "../deps.ts";
import { defaultPosition } from "./people.ts";
import { getReport } from "./reports.ts";

type Contract = Schemas["EmploymentContract"];
type Payslip = Schemas["Payslip"];

/** What a payslip names beside its figures. */
export type Mentions = Pick<Payslip, "agreement" | "hours" | "paidLeave">;

const AGREEMENT = "IDCC 3219";
/** Reads from a month's report what its payslip names: the hours that are paid, and the days of leave. */
export async function mentionsOf(trx: Db, personId: string, month: Month, contract: Contract): Promise<Mentions> {
  const { report } = await getReport(trx, personId, month);
  const amounts = report.days.flatMap(({ entries }) => entries.map(({ amount }) => amount));
  const share = Math.min(1, total(amounts) / workingDays(month, contract.alsaceMoselle).length);
  return {
    agreement: AGREEMENT,
    hours: contract.workingTime === "forfait-days" ? null : Math.round(share * monthlyHours(contract) * 100) / 100,
    paidLeave: leaveTaken(report.days, contract.alsaceMoselle),
  };
}

/** The hours of a whole month under a contract: 151.67 for 35 hours a week. */
export function monthlyHours({ weeklyHours }: Pick<Contract, "weeklyHours">): number {
  return Math.round((weeklyHours * 5200) / 12) / 100;
}

/** Gathers the days of paid leave into stretches; the days of rest between two of them are bridged. */
export function leaveTaken(days: Schemas["ReportDay"][], alsaceMoselle: boolean): Payslip["paidLeave"] {
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
type KeptPayslip = Omit<Payslip, keyof Mentions | "contract"> &
  Partial<Mentions> & { readonly contract: Omit<Contract, keyof typeof UNKNOWN | "position"> & Partial<Contract> };

const UNKNOWN = { job: "Consultant en portage salarial", weeklyHours: 35, forfaitDays: null };

/** Gives a payslip with its mentions, whenever it was kept: what nobody noted is left open. */
export function withMentions(kept: KeptPayslip): Payslip {
  const contract = { position: defaultPosition(kept.contract), ...UNKNOWN, ...kept.contract };
  return { agreement: AGREEMENT, hours: null, paidLeave: { taken: [], takenDays: 0 }, ...kept, contract };
}
