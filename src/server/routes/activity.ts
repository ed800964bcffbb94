import type { Deps, Schemas } from "../deps.ts";
import { listMissions } from "../services/missions.ts";
import type { PageQuery } from "../services/paging.ts";
import { getReport, listReports, submitReport } from "../services/reports.ts";
import { type Handlers, reads, writes } from "./route.ts";

/** Missions and activity reports, as their porté sees them. */
export function activityRoutes(deps: Deps): Handlers {
  return {
    listMissions: reads<PageQuery>("read", ({ personId }, query) => listMissions(deps, personId, query)),
    listActivityReports: reads<PageQuery>("read", ({ personId }, query) => listReports(deps, personId, query)),
    getActivityReport: reads("read", async ({ personId }, _query, { month = "" }, reply) => {
      const { report, etag } = await getReport(deps.db, personId, month);
      void reply.header("etag", etag);
      return report;
    }),
    submitActivityReport: writes<Schemas["ActivityReportSubmission"]>(
      deps,
      "declare",
      ({ trx, caller, body, params, ...expected }) =>
        submitReport(deps, trx, caller, params.month ?? "", body, expected),
    ),
  };
}
