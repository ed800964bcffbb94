import { PorteError } from "../../errors.ts";
import type { Deps, Schemas } from "../deps.ts";
import { receiptKeys } from "../services/keys.ts";
import { OVERVIEW, type OverviewRow, overview, overviewValues } from "../services/overview.ts";
import { COMPANY, type ContractRow, companyProfile, contractRow, showMe } from "../services/people.ts";
import { readsAlongside } from "./alongside.ts";
import type { Handlers } from "./route.ts";

/** The version of the contract this server keeps: `info.version` of openapi.yaml. */
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
    getCompany: readsAlongside<{ company: string | null }>("read", {
      name: "company",
      columns: `${COMPANY} as company`,
      answer: ({ company }) => {
        if (company === null) throw new PorteError("company.not_found", { what: "company" });
        return company;
      },
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
