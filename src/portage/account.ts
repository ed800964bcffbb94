import { type Cents, sum } from "../domain/money.ts";
import type { Payslip } from "../payroll/payslip.ts";
import { sumProvisions, type Waterfall } from "./waterfall.ts";

/**
 * The purses of an activity account (C. trav., art. L1254-25): what may be spent, the reserve for intermission, and leave and end-of-contract
 * pay that are kept until they are paid.
 */
export const FUNDS = ["activity", "reserve", "provision"] as const;
export type Fund = (typeof FUNDS)[number];

/** What an account entry is for. */
const ENTRY_KINDS = [
  "client-payment",
  "management-fee",
  "expense-reimbursement",
  "reserve-transfer",
  "employer-contributions",
  "employee-contributions",
  "withholding",
  "net-pay",
  "charge",
  "provision-transfer",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface Posting {
  readonly kind: EntryKind;
  readonly fund: Fund;
  readonly amountCents: Cents;
  /** What it is, where the booking's own name does not say it. */
  readonly label?: string;
}

/**
 * Posts one payroll to the account: what leaves as pay, contributions and tax, and what moves to the reserve.
 * The pay and levies posted sum to the payslip's cost; the two postings of the reserve, and of what is kept, sum to zero.
 */
export function payrollPostings(
  payslip: Pick<Payslip, "employerCents" | "employeeCents" | "withholdingCents" | "netPaidCents">,
  waterfall: Pick<Waterfall, "reserveCents" | "expensesCents" | "charges" | "kept" | "released">,
): Posting[] {
  const { reserveCents, expensesCents, charges, kept, released } = waterfall;
  const provisionCents = sumProvisions(kept) - sumProvisions(released);
  return [
    ...charges.map(({ name, cents }): Posting => ({ ...posting("charge", -cents), label: name })),
    posting("expense-reimbursement", -expensesCents),
    posting("employer-contributions", -payslip.employerCents),
    posting("employee-contributions", -payslip.employeeCents),
    posting("withholding", -payslip.withholdingCents),
    posting("net-pay", -payslip.netPaidCents),
    posting("reserve-transfer", -reserveCents),
    posting("reserve-transfer", reserveCents, "reserve"),
    posting("provision-transfer", -provisionCents),
    posting("provision-transfer", provisionCents, "provision"),
  ].filter(({ amountCents }) => amountCents !== 0);
}

/** Posts a client's payment and the fee taken on it. */
export function paymentPostings(paidCents: Cents, feeCents: Cents): Posting[] {
  return [posting("client-payment", paidCents), posting("management-fee", -feeCents)].filter(
    ({ amountCents }) => amountCents !== 0,
  );
}

/** Takes postings back: the same, each with the other sign. */
export function opposite(postings: readonly Posting[]): Posting[] {
  return postings.map((one) => ({ ...one, amountCents: -one.amountCents }));
}

/** What each fund holds: the sum of its postings, to the cent, always. */
export function balances(postings: readonly Posting[]): Readonly<Record<Fund, Cents>> {
  const of = (fund: Fund) => sum(postings.filter((one) => one.fund === fund).map(({ amountCents }) => amountCents));
  return { activity: of("activity"), reserve: of("reserve"), provision: of("provision") };
}

function posting(kind: EntryKind, amountCents: Cents, fund: Fund = "activity"): Posting {
  return { kind, fund, amountCents };
}
