import { readsAlongside } from "../api/alongside.ts";
import type { Handlers } from "../api/route.ts";
import { companyProfile } from "../company/queries.ts";
import { type ContractRow, contractRow } from "../contracts/queries.ts";
import { receiptKeys } from "../crypto/keys.ts";
import type { Deps, Schemas } from "../deps.ts";
import { showMe } from "./me.ts";
import { OVERVIEW, type OverviewRow, overview, overviewValues } from "./overview.ts";

/** What the service is, and who asks. */
export function serviceRoutes(deps: Deps, contractVersion: string): Handlers {
  return {
    getService: async (_request, reply) => {
      const { name } = await companyProfile(deps);
      const service: Schemas["Service"] = {
        service: "portage",
        contract: contractVersion,
        company: name,
        issuer: deps.url(),
      };
      return reply.send(service);
    },
    listReceiptKeys: async (_request, reply) => reply.send(await receiptKeys(deps)),
    getMe: readsAlongside<{ contract: ContractRow | null }>("read", {
      name: "me",
      columns: `${contractRow("caller.id")} as contract`,
      answer: ({ contract }, caller) => showMe(caller, contract),
      isTagged: true,
    }),
    getOverview: readsAlongside<OverviewRow>("read", {
      name: "overview",
      columns: OVERVIEW,
      values: () => overviewValues(deps.now()),
      answer: (row, caller) => overview(row, caller, deps.now()),
      isTagged: true,
    }),
  };
}
