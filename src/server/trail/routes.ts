import type { PageQuery } from "../api/paging.ts";
import { type Handlers, reads } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { listAuditTrail } from "./queries.ts";

/** What has changed, who did it and when. */
export function trailRoutes(deps: Deps): Handlers {
  return {
    listAuditTrail: reads<PageQuery & { person?: string }>("operator", (_caller, query) => listAuditTrail(deps, query)),
  };
}
