import { PorteError } from "../../errors.ts";
import { readsAlongside } from "../api/alongside.ts";
import { type Handlers, writes } from "../api/route.ts";
import type { Deps, Schemas } from "../deps.ts";
import { recordEstablishment, setCompany, setPayrollProfile } from "./commands.ts";
import { COMPANY } from "./queries.ts";

/** The company's profile. */
export function companyRoutes(deps: Deps): Handlers {
  return {
    getCompany: readsAlongside<{ company: string | null }>("read", {
      name: "company",
      columns: `${COMPANY} as company`,
      answer: ({ company }) => {
        if (company === null) throw new PorteError("company.not_found", { what: "company" });
        return company;
      },
      isTagged: true,
    }),
    setCompany: writes<Schemas["Company"]>(deps, "operator", ({ trx, caller, body }) =>
      setCompany(deps, trx, caller.name, body),
    ),
    recordEstablishment: writes<Schemas["Establishment"]>(deps, "operator", ({ trx, body }) =>
      recordEstablishment(trx, body),
    ),
    setPayrollProfile: writes<Schemas["PayrollProfile"]>(deps, "operator", ({ trx, caller, body }) =>
      setPayrollProfile(deps, trx, caller, body),
    ),
  };
}
