import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { addToken, endToken } from "./commands.ts";
import { listTokens } from "./queries.ts";

/** Personal access tokens. */
export function tokenRoutes(deps: Deps) {
  return {
    listTokens: reads(({ query }) => listTokens(deps, query)),
    addToken: writes(deps, ({ trx, caller, body }) => addToken(deps, trx, caller, body)),
    endToken: writes(deps, ({ trx, params }) => endToken(deps, trx, params.tokenId)),
  } satisfies Partial<Handlers>;
}
