import type { Month } from "../domain/calendar.ts";
import { type Cents, sum } from "../domain/money.ts";

/** What an entry was booked for. */
export interface Cause {
  readonly kind: string;
  readonly id: string;
  readonly reference: string;
}

/** An entry whose cause is looked into. */
export interface Caused {
  readonly kind: string;
  readonly amountCents: Cents;
  readonly cause?: Cause | undefined;
}

/** A payslip, as far as its lines explain entries. */
export interface ExplainingPayslip {
  readonly id: string;
  readonly generalReductionCents: Cents;
  readonly lines: readonly {
    readonly code: string;
    readonly label?: string | null | undefined;
    readonly employeeCents: Cents;
    readonly employerCents: Cents;
  }[];
}

/** An expense that a payslip paid back. */
export interface ExplainingExpense {
  readonly id: string;
  readonly date: string;
  readonly category: string;
  readonly amountCents: Cents;
  /** What of it was paid as gross pay instead. */
  readonly taxableCents: Cents;
  readonly payslipMonth: Month | null;
}

/** A part of an entry: a line of a payslip, what its reductions give back, an expense. */
export type CausePart =
  | { readonly kind: "payslip-line"; readonly code: string; readonly label: string | null; readonly amountCents: Cents }
  | { readonly kind: "reduction"; readonly amountCents: Cents }
  | {
      readonly kind: "expense";
      readonly id: string;
      readonly date: string;
      readonly category: string;
      readonly amountCents: Cents;
    };

/** What lies behind an entry, and what of it nothing explains. */
export interface Explanation {
  readonly parts: readonly CausePart[];
  readonly unexplainedCents: Cents;
}

/** What is known of the payslips and expenses behind entries. */
export interface KnownCauses {
  readonly payslips: readonly ExplainingPayslip[];
  /** Those that were paid back; null where nobody knows them. */
  readonly expenses: readonly ExplainingExpense[] | null;
}

/**
 * Looks behind an entry: the lines of the payslip that it was booked for, or the expenses that this paid back. Null where the entry is the whole
 * of it (a payment, a net pay), or where what lies behind is not known.
 */
export function explain(entry: Caused, { payslips, expenses }: KnownCauses): Explanation | null {
  const { cause, kind } = entry;
  if (cause?.kind !== "payslip") return null;
  if (kind === "expense-reimbursement") return expenses === null ? null : adding(entry, paidBack(expenses, cause));
  const slip = payslips.find(({ id }) => id === cause.id);
  if (slip === undefined) return null;
  if (kind === "employee-contributions") return adding(entry, linesOf(slip, "employeeCents"));
  if (kind !== "employer-contributions") return null;
  const { generalReductionCents: amountCents } = slip;
  const reduction: CausePart[] = amountCents === 0 ? [] : [{ kind: "reduction", amountCents }];
  return adding(entry, [...linesOf(slip, "employerCents"), ...reduction]);
}

function adding({ amountCents }: Caused, parts: readonly CausePart[]): Explanation {
  return { parts, unexplainedCents: amountCents - sum(parts.map((part) => part.amountCents)) };
}

function linesOf({ lines }: ExplainingPayslip, share: "employeeCents" | "employerCents"): CausePart[] {
  return lines.flatMap(({ code, label = null, [share]: cents }) =>
    cents === 0 ? [] : [{ kind: "payslip-line" as const, code, label, amountCents: -cents }],
  );
}

function paidBack(expenses: readonly ExplainingExpense[], { reference }: Cause): CausePart[] {
  return expenses.flatMap(({ id, date, category, amountCents, taxableCents, payslipMonth }) =>
    payslipMonth !== reference || amountCents === taxableCents
      ? []
      : [{ kind: "expense" as const, id, date, category, amountCents: taxableCents - amountCents }],
  );
}
