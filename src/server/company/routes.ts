import { PorteError } from "../../errors.ts";
import { readsAlongside } from "../api/alongside.ts";
import { type Handlers, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { recordEstablishment, setCompany, setPayrollProfile } from "./commands.ts";
import { COMPANY } from "./queries.ts";

/** The company's profile. */
export function companyRoutes(deps: Deps) {
  return {
    getCompany: readsAlongside({
      name: "company",
      columns: `${COMPANY} as company`,
      answer: ({ company }: { company: string | null }) => {
        if (company === null) throw new PorteError("company.not_found", { what: "company" });
        return company;
      },
    }),
    setCompany: writes(deps, ({ trx, caller, body }) => setCompany(deps, trx, caller.name, body)),
    recordEstablishment: writes(deps, ({ trx, body }) => recordEstablishment(trx, body)),
    setPayrollProfile: writes(deps, ({ trx, caller, body }) => setPayrollProfile(deps, trx, caller, body)),
  } satisfies Partial<Handlers>;
}
