import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps, Schemas } from "../deps.ts";
import type { OfEmail } from "../people/queries.ts";
import { addToken, endToken } from "./commands.ts";
import { listTokens } from "./queries.ts";

/** Personal access tokens. */
export function tokenRoutes(deps: Deps): Handlers {
  return {
    listTokens: reads<OfEmail>("operator", (_caller, query) => listTokens(deps, query)),
    addToken: writes<Schemas["TokenSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      addToken(deps, trx, caller, body),
    ),
    endToken: writes<undefined>(deps, "operator", ({ trx, params }) => endToken(deps, trx, params.tokenId ?? "")),
  };
}
