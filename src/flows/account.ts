import type { Schemas } from "../client/company.ts";
import { addMonths, type Month } from "../domain/calendar.ts";
import { sum } from "../domain/money.ts";
import { isRefusal } from "../errors.ts";
import type { ExplainingExpense, ExplainingPayslip, KnownCauses } from "../portage/account-causes.ts";
import type { OwnAccount } from "./local/own-account.ts";
import type { Session } from "./session.ts";

/** An account as it is shown: its balances, the entries that were asked for, and what lies behind them where that was asked. */
export interface ShownAccount {
  readonly account: Schemas["Account"];
  readonly entries: readonly Schemas["AccountEntry"][];
  /** Null where nobody asked. */
  readonly causes: KnownCauses | null;
  /** What only an account that is worked out here has: its company's statement, and the months whose pay is not known. */
  readonly own?: Pick<OwnAccount, "statement" | "unknownPays"> & {
    /** The entries that nobody noted: what should be there. */
    readonly computed: ReadonlySet<string>;
  };
}

/** How long before its payslip an expense is looked for first. */
const USUAL_MONTHS = 3;

/**
 * Reads a month of the account, or all of it.
 * @param asked `month` is the one whose balances are given; `isWhole` asks for the entries of every month.
 */
export async function readAccount(
  session: Session,
  { month, isWhole, explains }: { readonly month: Month; readonly isWhole: boolean; readonly explains: boolean },
): Promise<ShownAccount> {
  const { reader } = session;
  if (session.isLocal)
    return (await import("./local/own-account.ts")).shownOwnAccount(session, { month, isWhole, explains });
  const [account, entries] = await Promise.all([
    reader.account(month),
    isWhole ? reader.allEntries() : reader.entries(month),
  ]);
  return { account, entries, causes: explains ? await causesOf(reader, entries) : null };
}

/** Reads what lies behind entries: the payslips that stand, and the expenses that they paid back. */
async function causesOf(reader: Session["reader"], entries: readonly Schemas["AccountEntry"][]): Promise<KnownCauses> {
  const months = [
    ...new Set(entries.flatMap(({ cause }) => (cause?.kind === "payslip" ? [cause.reference] : []))),
  ].sort();
  const payslips: ExplainingPayslip[] = [];
  for (const month of months) payslips.push(...(await payslipOf(reader, month)));
  return { payslips, expenses: months[0] === undefined ? [] : await expensesOf(reader, months[0], entries) };
}

/** A month whose payslip was reversed has none, or another one: the entries of the first name it in vain. */
async function payslipOf(reader: Session["reader"], month: Month): Promise<ExplainingPayslip[]> {
  try {
    return [await reader.payslip(month)];
  } catch (failure) {
    if (isRefusal(failure, "company.not_found")) return [];
    throw failure;
  }
}

/** The expenses of the last months before the first payslip; all of them where these do not explain what was paid back. */
async function expensesOf(
  reader: Session["reader"],
  first: Month,
  entries: readonly Schemas["AccountEntry"][],
): Promise<readonly ExplainingExpense[]> {
  const wanted = entries.filter(({ kind }) => kind === "expense-reimbursement");
  if (wanted.length === 0) return [];
  const recent = await reader.expenses({ state: "reimbursed", since: addMonths(first, -USUAL_MONTHS) });
  const months = new Set(wanted.flatMap(({ cause }) => cause?.reference ?? []));
  const paidBack = recent.filter(({ payslipMonth }) => payslipMonth !== null && months.has(payslipMonth));
  const explained = sum(paidBack.map(({ amountCents, taxableCents }) => taxableCents - amountCents));
  const isAll = explained === sum(wanted.map(({ amountCents }) => amountCents));
  return isAll ? recent : reader.expenses({ state: "reimbursed" });
}
