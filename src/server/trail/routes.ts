import { type Handlers, reads } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { listAuditTrail } from "./queries.ts";

/** What has changed, who did it and when. */
export function trailRoutes(deps: Deps) {
  return {
    listAuditTrail: reads(({ query }) => listAuditTrail(deps, query)),
  } satisfies Partial<Handlers>;
}
