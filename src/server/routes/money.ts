import { type Month, monthOf } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import type { Deps } from "../deps.ts";
import { modelOf } from "../pages/payslip/model.ts";
import { payslipPdf } from "../pages/payslip-pdf.ts";
import { type AccountFacts, accountFacts, accountOf, ENTRIES } from "../services/account.ts";
import { signerOf } from "../services/keys.ts";
import { idOf, monthIn, pageByMonth, pageByNewest } from "../services/paging.ts";
import { employerOf } from "../services/payslip-mentions.ts";
import { getPayslip, type KeptRow, keptPayslip, PAYSLIPS, shownPayslip } from "../services/payslips.ts";
import { companyProfile } from "../services/people.ts";
import { lists, MOST, readsAlongside, START } from "./alongside.ts";
import { type Handlers, reads } from "./route.ts";

interface MonthQuery {
  readonly month?: Month;
}

/** The account and the payslips, as their porté sees them. */
export function moneyRoutes(deps: Deps): Handlers {
  const monthAsked = (query: unknown) =>
    monthIn("month", (query as MonthQuery).month ?? monthOf(dayInParis(deps.now())));
  return {
    getAccount: readsAlongside<{ facts: AccountFacts }>("read", {
      name: "account",
      columns: `${accountFacts("caller.id", "$3::text")} as facts`,
      values: ({ query }) => [monthAsked(query)],
      answer: ({ facts }, _caller, { query }) => accountOf(facts, monthAsked(query)),
      isTagged: true,
    }),
    listAccountEntries: lists("read", {
      name: "entries",
      ...ENTRIES,
      rows: ENTRIES.rows("caller.id", { cursor: START, most: MOST, month: "$5::text" }),
      values: (query) => [...pageByNewest(query), query.month === undefined ? null : monthIn("month", query.month)],
      isTagged: true,
    }),
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
