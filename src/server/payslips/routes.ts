import { lists, MOST, readsAlongside, START } from "../api/alongside.ts";
import { idOf, type MonthQuery, monthIn, type PageQuery, pageByMonth } from "../api/paging.ts";
import { type Handlers, reads, writes } from "../api/route.ts";
import { companyProfile } from "../company/queries.ts";
import { signerOf } from "../crypto/keys.ts";
import type { Deps, Schemas } from "../deps.ts";
import { modelOf } from "../pages/payslip/model.ts";
import { payslipPdf } from "../pages/payslip-pdf.ts";
import { ownerByEmail } from "../people/queries.ts";
import { reversePayslip } from "./commands.ts";
import { employerOf } from "./mentions.ts";
import { getPayslip, type KeptRow, keptPayslip, keptPayslips, PAYSLIPS, payslipById, shownPayslip } from "./queries.ts";

/** Payslips. */
export function payslipRoutes(deps: Deps): Handlers {
  return { ...ownPayslips(deps), ...staffPayslips(deps) };
}

/** As their porté reads them. */
function ownPayslips(deps: Deps): Handlers {
  return {
    listPayslips: lists("read", {
      name: "payslips",
      ...PAYSLIPS,
      rows: PAYSLIPS.rows("caller.id", START, MOST),
      values: pageByMonth,
      isTagged: true,
    }),
    getPayslip: readsAlongside<{ slip: KeptRow | null }>("read", {
      name: "payslip",
      columns: `${keptPayslip("caller.id", "$3", "$4")} as slip`,
      values: ({ params, query }) => {
        const { month = "" } = params as MonthQuery;
        const { payslipId } = query as { payslipId?: string };
        return [monthIn("month", month), payslipId === undefined ? null : idOf(payslipId, month)];
      },
      answer: ({ slip }, _caller, { params }) => shownPayslip(slip, (params as MonthQuery).month ?? ""),
      isTagged: true,
    }),
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

/** As the company's staff reads and reverses them. */
function staffPayslips(deps: Deps): Handlers {
  return {
    listPortePayslips: reads<PageQuery & { porteEmail: string }>("operator", async (_caller, query) =>
      keptPayslips(deps, (await ownerByEmail(deps.db, query.porteEmail)).id, query),
    ),
    getPortePayslip: reads("operator", (_caller, _query, { payslipId = "" }) => payslipById(deps.db, payslipId)),
    reversePayslip: writes<Schemas["PayslipReversalRequest"]>(deps, "operator", ({ trx, caller, body, params }) =>
      reversePayslip(deps, trx, caller, params.payslipId ?? "", body),
    ),
  };
}
