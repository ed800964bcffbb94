import { PorteError } from "../../errors.ts";
import { readsAlongside } from "../api/alongside.ts";
import { dayIn, endOfMonth } from "../api/paging.ts";
import { type Handlers, writes } from "../api/route.ts";
import { TODAY } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import { recordEstablishment, setCompany, setPayrollProfile } from "./commands.ts";
import { companyOn } from "./queries.ts";

/** The company's profile. */
export function companyRoutes(deps: Deps) {
  return {
    getCompany: readsAlongside({
      name: "company",
      columns: `${companyOn(`coalesce($3::date, ${TODAY})`)} as company`,
      values: ({ query }) => [endOfMonth(query)],
      answer: ({ company }: { company: string | null }) => {
        if (company === null) throw new PorteError("company.not_found", { kind: "company", what: "company" });
        return company;
      },
    }),
    setCompany: writes(deps, ({ trx, caller, query, body }) =>
      setCompany(deps, trx, caller.name, body, dayIn("from", query.from)),
    ),
    recordEstablishment: writes(deps, ({ trx, caller, query, body }) =>
      recordEstablishment(deps, trx, caller, body, dayIn("from", query.from)),
    ),
    setPayrollProfile: writes(deps, ({ trx, caller, query, body }) =>
      setPayrollProfile(deps, trx, caller, body, dayIn("from", query.from)),
    ),
  } satisfies Partial<Handlers>;
}
