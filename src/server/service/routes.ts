import { readsAlongside } from "../api/alongside.ts";
import { type Handlers, tells } from "../api/route.ts";
import { TODAY } from "../auth/caller.ts";
import { companyProfile } from "../company/queries.ts";
import { type ContractRow, contractRow } from "../contracts/queries.ts";
import { receiptKeys } from "../crypto/keys.ts";
import type { Deps } from "../deps.ts";
import { showMe } from "./me.ts";
import { OVERVIEW, type OverviewRow, overview, overviewValues } from "./overview.ts";

/** What the service is, and who asks. */
export function serviceRoutes(deps: Deps, contractVersion: string) {
  return {
    getService: tells(async () => {
      const { name } = await companyProfile(deps);
      return { service: "portage", contract: contractVersion, company: name, issuer: deps.url() };
    }),
    listReceiptKeys: tells(() => receiptKeys(deps)),
    getMe: readsAlongside({
      name: "me",
      columns: `${contractRow("caller.id", TODAY)} as contract`,
      answer: ({ contract }: { contract: ContractRow | null }, { caller }) => showMe(caller, contract),
    }),
    getOverview: readsAlongside({
      name: "overview",
      columns: OVERVIEW,
      values: () => overviewValues(deps.now()),
      answer: (row: OverviewRow, { caller }) => overview(row, caller, deps.now()),
    }),
  } satisfies Partial<Handlers>;
}
