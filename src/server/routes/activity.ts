import type { Deps, Schemas } from "../deps.ts";
import { reportPdf } from "../pages/report-pdf.ts";
import { listLeave } from "../services/leave.ts";
import { listMissions } from "../services/missions.ts";
import type { PageQuery } from "../services/paging.ts";
import { companyProfile } from "../services/people.ts";
import { submitReport, withdrawReport } from "../services/report-acts.ts";
import { getReport, listReports, reportVersions } from "../services/reports.ts";
import { type Handlers, reads, writes } from "./route.ts";

/** Missions and activity reports, as their porté sees them. */
export function activityRoutes(deps: Deps): Handlers {
  return {
    listMissions: reads<PageQuery>("read", ({ personId }, query) => listMissions(deps, personId, query)),
    listLeave: reads<PageQuery>("read", ({ personId }, query) => listLeave(deps, personId, query)),
    listActivityReports: reads<PageQuery>("read", ({ personId }, query) => listReports(deps, personId, query)),
    getActivityReport: reads("read", async ({ personId }, _query, { month = "" }, reply) => {
      const { report, etag } = await getReport(deps.db, personId, month);
      void reply.header("etag", etag);
      return report;
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
