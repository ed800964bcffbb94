import { matchPaidBack, type OwedDossier } from "../../domain/local/paid-back.ts";
import { isNamedElse, readPaidBack } from "../../domain/local/payslip-reading.ts";
import { sum } from "../../domain/money.ts";
import { expensesOf, type SentDossier, sentDossiers } from "../local/dossiers.ts";
import { markExpenses } from "../local/mark-expenses.ts";
import type { Session } from "../session.ts";
import type { StoredPaper } from "./add-payslips.ts";
import type { FoundPayslip } from "./sources.ts";

/** Expenses that left together, with what of them nobody has decided on. */
export interface OwedExpenses extends OwedDossier {
  readonly expenses: readonly string[];
}

/** What a payslip that was filed says of expenses: those that it pays back, which are noted so, and those that it may. */
export interface PaidExpenses {
  readonly paid: readonly OwedExpenses[];
  readonly likely: readonly OwedExpenses[];
}

/**
 * Notes the expenses that a payslip pays back, with the payslip as what shows it: only where a line that names expenses has just what they
 * come to, and the payslip names its person. What is less sure is proposed.
 */
export async function notePaidExpenses(
  session: Session,
  { lines }: Pick<FoundPayslip, "lines">,
  { paper: { month, transferDate, document } }: Pick<StoredPaper, "paper">,
): Promise<PaidExpenses> {
  if (!session.isLocal) return { paid: [], likely: [] };
  const owed = sentDossiers(session).map((one) => owedOf(session, one));
  const { name } = await session.reader.me();
  const found = matchPaidBack(owed, month, readPaidBack(lines), !isNamedElse(name, lines));
  for (const dossier of found.paid)
    await markExpenses(session, dossier.month, {
      ...{ mark: "paid", payslip: month, only: dossier.expenses, proof: document },
      ...(transferDate === null ? {} : { on: transferDate }),
    });
  return found;
}

function owedOf(session: Session, { dossier }: SentDossier): OwedExpenses {
  const open = expensesOf(session, dossier).filter(({ state }) => state !== "refused" && state !== "reimbursed");
  const { month, number } = dossier;
  return { month, number, owedCents: sum(open.map((one) => one.amountCents)), expenses: open.map(({ id }) => id) };
}
