import * as papers from "../../src/view/papers.ts";
import { each, type Pages } from "./faces.ts";

const PAPER = {
  paper: {
    month: "2026-11",
    netPaidCents: 312_045,
    grossCents: null,
    transferDate: "2026-12-05",
    name: "scan.pdf",
    document: { sha256: "0".repeat(64) },
    addedAt: "2026-12-06T09:00:00.000Z",
  },
  file: "/home/claire/payslip-2026-11.pdf",
};
const SIMULATED = {
  days: 18.5,
  turnoverCents: 1_202_500,
  expensesCents: 4_261,
  assumesContract: true,
  simulation: {
    inHandCents: 610_000,
    payslip: { grossCents: 720_000, netPaidCents: 605_739 },
    waterfall: { managementFeeCents: 84_175, reserveCents: 25_000 },
  },
};
const EXPECTED = [SIMULATED, "report", "fee"] as const;

/** The pages of what is filed from papers. */
export const PAPER_PAGES: Pages = {
  papers: {
    addedText: [
      (look) => papers.addedText(look, { added: [{ ...PAPER, others: 1 }], known: [{ ...PAPER, others: 0 }] }),
    ],
    addedJson: [() => papers.addedJson({ added: [{ ...PAPER, others: 1 }], known: [] })],
    paperJson: [() => papers.paperJson(PAPER)],
    paperMonthText: each(EXPECTED, (look, expected) =>
      papers.paperMonthText(look, { month: "2026-11", papers: [PAPER, PAPER], expected }),
    ),
    paperMonthJson: each(EXPECTED, (_look, expected) => papers.paperMonthJson({ papers: [PAPER], expected })),
  },
};
