import { type Handlers, prints, reads, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { cancelInvoice, issueInvoice, remindInvoice, setInvoicing } from "./commands.ts";
import { invoicePaper } from "./paper.ts";
import { getInvoice, listAllInvoices, listInvoices } from "./queries.ts";

/** What clients are billed. */
export function invoiceRoutes(deps: Deps) {
  return {
    listInvoices: reads(({ caller, query }) => listInvoices(deps, caller, query)),
    getInvoice: reads(({ caller, params }) => getInvoice(deps, caller, params.invoiceId)),
    getInvoicePdf: prints(({ caller: { role, scopes, personId }, params }) =>
      invoicePaper(deps, role === "operator" && scopes.includes("operator") ? params : { ...params, personId }),
    ),
    getOwnedInvoicePdf: prints(({ params }) => invoicePaper(deps, params)),
    listAllInvoices: reads(({ query }) => listAllInvoices(deps, query)),
    issueInvoice: writes(deps, ({ trx, caller, body }) => issueInvoice(deps, trx, caller, body)),
    remindInvoice: writes(deps, ({ trx, caller, body, params }) =>
      remindInvoice(deps, trx, caller, params.invoiceId, body),
    ),
    cancelInvoice: writes(deps, ({ trx, caller, body, params, ifMatch }) =>
      cancelInvoice(deps, trx, caller, { invoiceId: params.invoiceId, ifMatch, reason: body.reason }),
    ),
    setInvoicing: writes(deps, ({ trx, caller, body }) => setInvoicing(deps, trx, caller, body)),
  } satisfies Partial<Handlers>;
}
