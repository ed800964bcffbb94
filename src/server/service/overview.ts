import { addMonths, firstDay, type Month, monthOf } from "../../domain/calendar.ts";
import { dayInParis, instantInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { type AccountFacts, accountFacts, accountOf } from "../account/queries.ts";
import { REPORTS } from "../activity/queries.ts";
import { TODAY } from "../auth/caller.ts";
import { companyOn } from "../company/queries.ts";
import { type ContractRow, contractRow } from "../contracts/queries.ts";
import { arrayOf } from "../db/as-json.ts";
import type { Caller } from "../deps.ts";
import { openExpenses } from "../expenses/queries.ts";
import { MISSIONS } from "../missions/queries.ts";
import { PAYSLIPS } from "../payslips/queries.ts";
import { showMe } from "./me.ts";

/** More than the months that a contract can be declared ahead. */
const MAX_PAGE = "100";
const MAX_PAYSLIPS = "24";
const LAST_ID = "'ffffffff-ffff-ffff-ffff-ffffffffffff'";
const LAST_MONTH = "'9999-12'";
const ID = "caller.id";
const [MONTH, LAST, SINCE] = ["$3::text", "$4::text", "$5::timestamptz"];

const reports = REPORTS.rows(ID, { cursor: LAST_MONTH, most: MAX_PAGE, since: LAST });

/** SQL of what the lists say of last month, of this one, and of what waits. */
export const OVERVIEW = `${contractRow(ID, TODAY)} as contract, ${companyOn(TODAY)} as company,
  ${arrayOf(MISSIONS, MISSIONS.rows(ID, LAST_ID, MAX_PAGE))} as missions,
  ${arrayOf(REPORTS, reports)} as reports, ${openExpenses(ID, SINCE)} as expenses,
  ${arrayOf(PAYSLIPS, PAYSLIPS.rows(ID, LAST_MONTH, MAX_PAYSLIPS))} as payslips,
  ${accountFacts(ID, MONTH)} as account`;

/** A row of it: lists are JSON text already. */
export interface OverviewRow {
  readonly contract: ContractRow | null;
  readonly company: string | null;
  readonly missions: string;
  readonly reports: string;
  readonly expenses: string;
  readonly payslips: string;
  readonly account: AccountFacts;
}

/** What the overview of a moment is asked with: this month, last month, and its first instant. */
export function overviewValues(now: Date): [Month, Month, Date] {
  const month = monthOf(dayInParis(now));
  const last = addMonths(month, -1);
  return [month, last, instantInParis(firstDay(last), "00:00")];
}

/** Gives in one answer what the lists say, as JSON. @throws {PorteError} `company.not_found` before the company has been set up. */
export function overview(row: OverviewRow, caller: Caller, now: Date): string {
  if (row.company === null) throw new PorteError("company.not_found", { kind: "company", what: "company" });
  const me = JSON.stringify(showMe(caller, row.contract));
  const account = JSON.stringify(accountOf(row.account, monthOf(dayInParis(now))));
  return `{"me":${me},"company":${row.company},"missions":${row.missions},"activityReports":${row.reports},"expenses":${row.expenses},"payslips":${row.payslips},"account":${account}}`;
}
