import { lastDay } from "../../domain/calendar.ts";
import { reportPdf } from "../../papers/report-pdf.ts";
import { lists, MAX_PAGE, readsAlongside, START } from "../api/alongside.ts";
import { monthIn, monthsIn, pageByMonth, pageByNewest, stateIn } from "../api/paging.ts";
import { type Handlers, prints, reads, writes } from "../api/route.ts";
import { storedLists } from "../api/stored-lists.ts";
import { companyProfile } from "../company/queries.ts";
import type { Deps } from "../deps.ts";
import { missionTitles } from "../missions/queries.ts";
import { layoutIn } from "../pages/layout.ts";
import { decideReport, submitReport, withdrawReport } from "./commands.ts";
import { LEAVE, recordLeave } from "./leave.ts";
import {
  getReport,
  listReportsToDecide,
  ownedReport,
  REPORTS,
  reportOf,
  reportVersions,
  shownReport,
} from "./queries.ts";

/** Activity reports and granted leave. */
export function activityRoutes(deps: Deps) {
  return { ...ownActivity(deps), ...staffActivity(deps) };
}

/** As their porté sees and writes them. */
function ownActivity(deps: Deps) {
  return {
    listLeave: lists({
      name: "leave",
      ...LEAVE,
      rows: LEAVE.rows("caller.id", START, MAX_PAGE),
      values: pageByNewest,
    }),
    listActivityReports: storedLists({
      name: "reports",
      ...REPORTS,
      rows: REPORTS.rows("caller.id", {
        cursor: START,
        most: MAX_PAGE,
        since: "$5",
        asked: "and month <= $6 and ($7::text is null or state = $7)",
      }),
      values: (query) => [...pageByMonth(query), ...monthsIn(query), stateIn(query)],
    }),
    getActivityReport: readsAlongside({
      name: "report_of",
      columns: `${reportOf("caller.id", "$3::text")} as found`,
      values: ({ params }) => [monthIn("month", params.month)],
      answer: ({ found }: { found: Parameters<typeof shownReport>[0] }, { params, reply }) => {
        const { report, etag } = shownReport(found, params.month);
        void reply.header("etag", etag);
        return report;
      },
    }),
    listReportVersions: reads(({ caller, params }) => reportVersions(deps.db, caller.personId, params.month)),
    getActivityReportPdf: prints(async ({ caller: { personId, name }, params: { month } }) => {
      const [{ report }, company, missions] = await Promise.all([
        getReport(deps.db, personId, month),
        companyProfile(deps, lastDay(month)),
        missionTitles(deps.db, personId),
      ]);
      const named = new Set(report.days.flatMap(({ entries }) => entries.map(({ mission }) => mission)));
      const printed = {
        ...{ report, company, porte: name, receipt: report.receipt },
        missions: missions.filter((one) => named.has(one.reference)),
      };
      return {
        name: `activite-${month}.pdf`,
        facts: printed,
        draw: async () => reportPdf({ layout: await layoutIn(deps.templates, "activity-report.json") }, printed),
      };
    }),
    withdrawActivityReport: writes(deps, ({ trx, caller, params, ...expected }) =>
      withdrawReport(trx, caller, params.month, expected),
    ),
    submitActivityReport: writes(deps, ({ trx, caller, body, params, ...expected }) =>
      submitReport(deps, trx, caller, params.month, body, expected),
    ),
  } satisfies Partial<Handlers>;
}

/** As the company's staff decides on them. */
function staffActivity(deps: Deps) {
  return {
    listReportsToDecide: reads(({ query }) => listReportsToDecide(deps, query)),
    getOwnedReport: reads(async ({ params: { reportId }, reply }) => {
      const owned = await ownedReport(deps.db, reportId);
      void reply.header("etag", owned.etag);
      return owned;
    }),
    decideReport: writes(deps, ({ trx, caller, body, params, ifMatch }) =>
      decideReport(deps, trx, caller, params.reportId, { decision: body, ifMatch }),
    ),
    recordLeave: writes(deps, ({ trx, caller, body }) => recordLeave(deps, trx, caller, body)),
  } satisfies Partial<Handlers>;
}
