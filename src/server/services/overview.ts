import { addMonths, firstDay, monthOf } from "../../domain/calendar.ts";
import { dayInParis, instantInParis } from "../../domain/paris.ts";
import type { Caller, Deps, Schemas } from "../deps.ts";
import { account } from "./account.ts";
import { openExpenses } from "./expenses.ts";
import { listMissions } from "./missions.ts";
import { listPayslips } from "./payslips.ts";
import { companyProfile, me } from "./people.ts";
import { listReports } from "./reports.ts";

const MISSIONS = "100";
const PAYSLIPS = "24";
/** More than the months that a contract can be declared ahead. */
const REPORTS = "100";

/** Gives in one answer what the lists say of last month, of this one, and of what waits. */
export async function overview(deps: Deps, caller: Caller): Promise<Schemas["Overview"]> {
  const { personId } = caller;
  const month = monthOf(dayInParis(deps.now()));
  const lastMonth = addMonths(month, -1);
  const [person, company, missions, reports, expenses, payslips, balance] = await Promise.all([
    me(deps, caller),
    companyProfile(deps),
    listMissions(deps, personId, { limit: MISSIONS }),
    listReports(deps, personId, { limit: REPORTS, since: lastMonth }),
    openExpenses(deps, personId, instantInParis(firstDay(lastMonth), "00:00")),
    listPayslips(deps, personId, { limit: PAYSLIPS }),
    account(deps, personId, month),
  ]);
  return {
    me: person,
    company,
    missions: missions.items,
    activityReports: reports.items,
    expenses,
    payslips: payslips.items,
    account: balance,
  };
}
