import { lists, MOST, readsAlongside, START } from "../api/alongside.ts";
import { monthIn, type PageQuery, pageByMonth, pageByNewest } from "../api/paging.ts";
import { type Handlers, reads, writes } from "../api/route.ts";
import { companyProfile } from "../company/queries.ts";
import type { Deps, Schemas } from "../deps.ts";
import { reportPdf } from "../pages/report-pdf.ts";
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
export function activityRoutes(deps: Deps): Handlers {
  return { ...ownActivity(deps), ...staffActivity(deps) };
}

/** As their porté sees and writes them. */
function ownActivity(deps: Deps): Handlers {
  return {
    listLeave: lists("read", {
      name: "leave",
      ...LEAVE,
      rows: LEAVE.rows("caller.id", START, MOST),
      values: pageByNewest,
      isTagged: true,
    }),
    listActivityReports: lists("read", {
      name: "reports",
      ...REPORTS,
      rows: REPORTS.rows("caller.id", { cursor: START, most: MOST, since: "'0000-01'" }),
      values: pageByMonth,
      isTagged: true,
    }),
    getActivityReport: readsAlongside<{ found: Parameters<typeof shownReport>[0] }>("read", {
      name: "report_of",
      columns: `${reportOf("caller.id", "$3::text")} as found`,
      values: ({ params }) => [monthIn("month", (params as { month?: string }).month)],
      answer: ({ found }, _caller, { params }, reply) => {
        const { report, etag } = shownReport(found, (params as { month: string }).month);
        void reply.header("etag", etag);
        return report;
      },
      isTagged: true,
    }),
    listReportVersions: reads("read", ({ personId }, _query, { month = "" }) =>
      reportVersions(deps.db, personId, month),
    ),
    getActivityReportPdf: reads("read", async (caller, _query, { month = "" }, reply) => {
      const [{ report }, company] = await Promise.all([
        getReport(deps.db, caller.personId, month),
        companyProfile(deps),
      ]);
      void reply
        .header("content-type", "application/pdf")
        .header("content-disposition", `attachment; filename="activite-${month}.pdf"`);
      return reportPdf(deps.templates, company, caller.name, report);
    }),
    withdrawActivityReport: writes<undefined>(deps, "declare", ({ trx, caller, params, ...expected }) =>
      withdrawReport(trx, caller, params.month ?? "", expected),
    ),
    submitActivityReport: writes<Schemas["ActivityReportSubmission"]>(
      deps,
      "declare",
      ({ trx, caller, body, params, ...expected }) =>
        submitReport(deps, trx, caller, params.month ?? "", body, expected),
    ),
  };
}

/** As the company's staff decides on them. */
function staffActivity(deps: Deps): Handlers {
  return {
    listReportsToDecide: reads<PageQuery>("operator", (_caller, query) => listReportsToDecide(deps, query)),
    getOwnedReport: reads("operator", async (_caller, _query, { reportId = "" }, reply) => {
      const owned = await ownedReport(deps.db, reportId);
      void reply.header("etag", owned.etag);
      return owned;
    }),
    decideReport: writes<Schemas["Decision"]>(deps, "operator", ({ trx, caller, body, params, ifMatch }) =>
      decideReport(deps, trx, caller, params.reportId ?? "", { decision: body, ifMatch }),
    ),
    recordLeave: writes<Schemas["LeaveSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      recordLeave(deps, trx, caller, body),
    ),
  };
}
