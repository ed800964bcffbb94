import type { Deps, Schemas } from "../deps.ts";
import { receiptKeys } from "../services/keys.ts";
import { overview } from "../services/overview.ts";
import { companyProfile, me } from "../services/people.ts";
import { type Handlers, reads } from "./route.ts";

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
    getMe: reads("read", (caller) => me(deps, caller)),
    getCompany: reads("read", () => companyProfile(deps)),
    getOverview: reads("read", (caller) => overview(deps, caller)),
  };
}
