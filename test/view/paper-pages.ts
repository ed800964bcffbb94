import type { Movement } from "../../src/domain/local/filed.ts";
import type { StatementGap } from "../../src/portage/own-account.ts";
import * as movements from "../../src/view/movements.ts";
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

const MOVEMENT: Movement = {
  ...{ id: "01hf4a7c-0001", month: "2026-10", day: "2026-11-05", kind: "payment", amountCents: 750_000 },
  ...{ label: "ACME", source: "typed" },
};
const GAP: StatementGap = {
  ...{ lines: 4, balanceCents: 260_000, reserveCents: 0, gapCents: -20_000 },
  headings: [
    { heading: "client-payments", ownCents: 1_000_000, statementCents: 1_000_000, gapCents: 0 },
    { heading: "management-fees", ownCents: -70_000, statementCents: -90_000, gapCents: -20_000 },
  ],
};

/** What a payslip pays back, and what it may. */
const PAYS = {
  paid: [{ month: "2026-11", number: 1, owedCents: 18_420, expenses: ["e1", "e2"] }],
  likely: [{ month: "2026-10", number: 2, owedCents: 990, expenses: ["e3"] }],
};

/** The pages of what is filed from papers. */
export const PAPER_PAGES: Pages = {
  movements: {
    movementsJson: [() => movements.movementsJson([MOVEMENT])],
    movementText: [(look) => movements.movementText(look, MOVEMENT, "01hf")],
    gapJson: [() => movements.gapJson(GAP)],
    gapText: [(look) => movements.gapText(look, GAP)],
  },
  papers: {
    addedText: [
      (look) => papers.addedText(look, { added: [{ ...PAPER, ...PAYS, others: 1 }], known: [{ ...PAPER, others: 0 }] }),
    ],
    addedJson: [() => papers.addedJson({ added: [{ ...PAPER, ...PAYS, others: 1 }], known: [] })],
    paperJson: [() => papers.paperJson(PAPER)],
    paperMonthText: each(EXPECTED, (look, expected) =>
      papers.paperMonthText(look, { month: "2026-11", papers: [PAPER, PAPER], expected }),
    ),
    paperMonthJson: each(EXPECTED, (_look, expected) => papers.paperMonthJson({ papers: [PAPER], expected })),
  },
};
