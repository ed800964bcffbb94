import type { Deps, Schemas } from "../deps.ts";
import { reportPdf } from "../pages/report-pdf.ts";
import { LEAVE } from "../services/leave.ts";
import { MISSIONS } from "../services/missions.ts";
import { monthIn, pageByMonth, pageByNewest } from "../services/paging.ts";
import { companyProfile } from "../services/people.ts";
import { submitReport, withdrawReport } from "../services/report-acts.ts";
import { getReport, REPORTS, reportOf, reportVersions, shownReport } from "../services/reports.ts";
import { lists, MOST, readsAlongside, START } from "./alongside.ts";
import { type Handlers, reads, writes } from "./route.ts";

/** Missions and activity reports, as their porté sees them. */
export function activityRoutes(deps: Deps): Handlers {
  return {
    listMissions: lists("read", {
      name: "missions",
      ...MISSIONS,
      rows: MISSIONS.rows("caller.id", START, MOST),
      values: pageByNewest,
      isTagged: true,
    }),
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
