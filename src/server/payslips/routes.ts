import { lastDay } from "../../domain/calendar.ts";
import { withContractSections } from "../../domain/line-section.ts";
import { lists, MAX_PAGE, readsAlongside, START } from "../api/alongside.ts";
import { idOf, monthIn, monthsIn, pageByMonth } from "../api/paging.ts";
import { type Handlers, prints, reads, writes } from "../api/route.ts";
import { companyProfile } from "../company/queries.ts";
import { signerOf } from "../crypto/keys.ts";
import type { Deps } from "../deps.ts";
import { modelOf } from "../pages/payslip/model.ts";
import { payslipPdf } from "../pages/payslip-pdf.ts";
import { ownerByEmail } from "../people/queries.ts";
import { reversePayslip } from "./commands.ts";
import { employerOf } from "./mentions.ts";
import {
  getPayslip,
  PAYSLIPS,
  payslipById,
  type StoredRow,
  shownPayslip,
  storedPayslip,
  storedPayslips,
} from "./queries.ts";

/** Payslips. */
export function payslipRoutes(deps: Deps) {
  return { ...ownPayslips(deps), ...staffPayslips(deps) };
}

/** As their porté reads them. */
function ownPayslips(deps: Deps) {
  return {
    listPayslips: lists({
      name: "payslips",
      ...PAYSLIPS,
      rows: PAYSLIPS.rows("caller.id", START, MAX_PAGE, "and month between $5 and $6"),
      values: (query) => [...pageByMonth(query), ...monthsIn(query)],
    }),
    getPayslip: readsAlongside({
      name: "payslip",
      columns: `${storedPayslip("caller.id", "$3", "$4")} as slip`,
      values: ({ params, query }) => {
        const { month = "" } = params;
        const { payslipId } = query;
        return [monthIn("month", month), payslipId === undefined ? null : idOf(payslipId, "payslip")];
      },
      answer: ({ slip }: { slip: StoredRow | null }, { params }) =>
        withContractSections(shownPayslip(slip, params.month)),
    }),
    getPayslipPdf: prints(async ({ caller: { personId }, query, params: { month } }) => {
      const slip = await getPayslip(deps.db, personId, month, query.payslipId);
      const [company, sign] = await Promise.all([companyProfile(deps, lastDay(month)), signerOf(deps)]);
      const employer = slip.employer ?? employerOf(company);
      const model = modelOf(month, query.model);
      return {
        name: `bulletin-${month}.pdf`,
        facts: { slip, employer, model },
        draw: () => payslipPdf({ templates: deps.templates, employer, model, sign }, slip),
      };
    }),
  } satisfies Partial<Handlers>;
}

/** As the company's staff reads and reverses them. */
function staffPayslips(deps: Deps) {
  return {
    listPortePayslips: reads(async ({ query }) =>
      storedPayslips(deps, (await ownerByEmail(deps.db, query.porteEmail)).id, query),
    ),
    getPortePayslip: reads(async ({ params: { payslipId } }) =>
      withContractSections(await payslipById(deps.db, payslipId)),
    ),
    reversePayslip: writes(deps, ({ trx, caller, body, params }) =>
      reversePayslip(deps, trx, caller, params.payslipId, body),
    ),
  } satisfies Partial<Handlers>;
}
