import { type Month, monthOf } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import type { Deps } from "../deps.ts";
import { modelOf } from "../pages/payslip/model.ts";
import { payslipPdf } from "../pages/payslip-pdf.ts";
import { account, listEntries } from "../services/account.ts";
import { signerOf } from "../services/keys.ts";
import type { PageQuery } from "../services/paging.ts";
import { employerOf } from "../services/payslip-mentions.ts";
import { getPayslip, listPayslips } from "../services/payslips.ts";
import { companyProfile } from "../services/people.ts";
import { type Handlers, reads } from "./route.ts";

interface MonthQuery {
  readonly month?: Month;
}

/** The account and the payslips, as their porté sees them. */
export function moneyRoutes(deps: Deps): Handlers {
  return {
    getAccount: reads<MonthQuery>("read", ({ personId }, { month }) =>
      account(deps, personId, month ?? monthOf(dayInParis(deps.now()))),
    ),
    listAccountEntries: reads<PageQuery & MonthQuery>("read", ({ personId }, query) =>
      listEntries(deps, personId, query),
    ),
    listPayslips: reads<PageQuery>("read", ({ personId }, query) => listPayslips(deps, personId, query)),
    getPayslip: reads<{ payslipId?: string }>("read", ({ personId }, { payslipId }, { month = "" }) =>
      getPayslip(deps.db, personId, month, payslipId),
    ),
    getPayslipPdf: reads<{ model?: "2027"; payslipId?: string }>(
      "read",
      async ({ personId }, query, { month = "" }, reply) => {
        const slip = await getPayslip(deps.db, personId, month, query.payslipId);
        const [company, sign] = await Promise.all([companyProfile(deps), signerOf(deps)]);
        const employer = slip.employer ?? employerOf(company);
        void reply
          .header("content-type", "application/pdf")
          .header("content-disposition", `attachment; filename="bulletin-${month}.pdf"`);
        return payslipPdf({ templates: deps.templates, employer, model: modelOf(month, query.model), sign }, slip);
      },
    ),
  };
}
