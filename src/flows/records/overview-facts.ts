import type { Schemas } from "../../client/company.ts";
import { ONLY } from "../../store/records/areas.ts";
import type { Snapshot } from "../../store/records/snapshot.ts";
import { isConfirmed, type Telling } from "../../store/records/told.ts";
import type { Kept } from "./reading.ts";
import { tellList, tellOne, tellSome } from "./tellings.ts";

/** How the snapshot notes when an overview was said. */
const SCOPE = "overview";

/** The facts that an overview says. */
export function overviewTellings({
  me,
  company,
  missions,
  activityReports,
  expenses,
  payslips,
  account,
}: Schemas["Overview"]): Telling[] {
  const open = expenses.map(({ id }) => id);
  return [
    tellOne("person", ONLY, me),
    tellOne("company", ONLY, company),
    ...tellList("missions", "missions", missions, () => true),
    tellSome("reports", SCOPE, activityReports),
    tellSome("expenses", SCOPE, expenses),
    { ...tellOne("open-expenses", ONLY, open), scope: SCOPE },
    tellSome("payslips", SCOPE, payslips),
    tellOne("account", account.month, account),
  ];
}

/** Gives the overview that a snapshot holds; null where a part of it was never said. */
export function overviewFrom(snapshot: Snapshot | null): Kept<Schemas["Overview"]> | null {
  if (snapshot === null) return null;
  const { person, company, account, missions, reports, expenses, payslips, confirmed } = snapshot;
  if (person === null || company === null || account === null) return null;
  return {
    value: {
      me: person,
      company,
      missions: [...missions],
      activityReports: [...reports],
      expenses: [...expenses],
      payslips: [...payslips],
      account,
    },
    asOf: confirmed[SCOPE] ?? confirmed.company ?? "",
  };
}

/** Says whether an overview says just what a snapshot holds, and was confirmed lately: most commands then write nothing. */
export function isOverviewKept(snapshot: Snapshot | null, said: Schemas["Overview"], now: Date): boolean {
  if (snapshot === null || !isConfirmed(snapshot.confirmed[SCOPE], now.toISOString())) return false;
  const { person, company, account, missions, reports, expenses, payslips } = snapshot;
  return (
    isAlike([person, company, account], [said.me, said.company, said.account]) &&
    isAlike(missions, said.missions) &&
    isAlike(expenses, said.expenses) &&
    isAlike(payslips.slice(0, said.payslips.length), said.payslips) &&
    said.activityReports.every((report) =>
      isAlike(
        report,
        reports.find(({ month }) => month === report.month),
      ),
    )
  );
}

function isAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
