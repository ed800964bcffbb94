import type { ExpenseAtHand } from "../../src/domain/expense.ts";
import { NO_GUESS } from "../../src/domain/receipt/guess.ts";
import type { ReceiptRead } from "../../src/domain/receipt/read.ts";
import type { ReceiptReading } from "../../src/domain/receipt/reading.ts";
import type { ShownPreflight } from "../../src/view/preflight.ts";

const expense: ExpenseAtHand = {
  id: "01hf4a7c-0001",
  date: "2026-11-10",
  category: "restaurant",
  amountCents: 4_850,
  vat: [{ ratePpm: 100_000, vatCents: 441 }],
  mission: null,
  merchant: "Brasserie du Port",
  note: "Déjeuner avec ACME",
  units: 1,
  department: null,
  trip: null,
  state: "draft",
  reason: null,
  question: null,
  isMissingReceipt: false,
  payslipMonth: null,
  draftId: null,
};

/** One of each state, over two months. */
export const EXPENSES: readonly ExpenseAtHand[] = [
  expense,
  { ...expense, id: "01hf4a7c-0002", category: "equipment", amountCents: 120_000, isMissingReceipt: true },
  {
    ...expense,
    id: "01hf4a7c-0003",
    category: "mileage",
    amountCents: 6_360,
    vat: [],
    mission: "ACME",
    merchant: null,
    note: null,
    trip: { vehicle: { kind: "car", power: 5, electric: false }, metres: 100_000, from: "Nice", to: "Toulon" },
    state: "submitted",
  },
  {
    ...expense,
    id: "01hf4a7c-0004",
    category: "lodging",
    amountCents: 9_900,
    state: "questioned",
    question: "Combien de nuits ?",
  },
  { ...expense, id: "01hf3b2d-0005", date: "2026-10-02", state: "refused", reason: "Sans reçu" },
  {
    ...expense,
    id: "01hf3b2d-0006",
    date: "2026-10-03",
    category: "telecom",
    state: "reimbursed",
    payslipMonth: "2026-10",
  },
  { ...expense, id: "01hf3b2d-0007", date: "2026-10-04", category: "transport", state: "approved", mission: "ACME" },
];

const accepted = {
  verdict: "accepted",
  rule: "none",
  source: "",
  amountCents: 0,
  isEstimate: false,
  notes: [],
} as const;

export const PREFLIGHT: ShownPreflight = {
  expenses: [
    { expense, judgement: accepted },
    {
      expense: { ...expense, category: "lodging", amountCents: 18_000 },
      judgement: {
        ...accepted,
        verdict: "likely-refused",
        rule: "limit",
        source: "Arrêté du 20 décembre 2002",
        amountCents: 3_500,
        notes: [{ code: "law-unchecked", source: "2026-12-31" }],
      },
    },
    {
      expense: { ...expense, category: "telecom", amountCents: 2_999 },
      judgement: {
        ...accepted,
        verdict: "capped",
        rule: "cap",
        amountCents: 499,
        notes: [{ code: "trip-from-home", source: "BOSS, Frais professionnels" }],
      },
    },
  ],
  operating: [
    { month: "2026-11", usedCents: 40_000, maxCents: 130_000 },
    { month: "2026-12", usedCents: 0, maxCents: null },
  ],
  cap: { basis: "gross", ratePpm: 300_000 },
};

export const RULES = [
  { id: "r1", category: "telecom", since: "2026-10-12", reason: "Abonnement personnel" },
  { id: "r2", category: "restaurant", since: "2026-11-02", reason: "Seul à table" },
] as const;

const reading: ReceiptReading = {
  date: "2026-11-10",
  totalCents: 4_850,
  vat: [{ ratePpm: 100_000, vatCents: 441 }],
  merchant: "Brasserie du Port",
  number: "F-1042",
  currency: "EUR",
  isCredit: false,
  confidence: { date: "certain", total: "certain", vat: "likely" },
};

export const RECEIPT_READ: ReceiptRead = {
  reading,
  why: null,
  invoice: null,
  doubts: [],
  page: null,
  differences: [],
  isForeignVat: false,
  guess: NO_GUESS,
};
