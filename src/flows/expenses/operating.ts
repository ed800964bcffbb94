import type { Schemas } from "../../client/company.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import type { ExpenseAtHand } from "../../domain/expense.ts";
import type { Cents } from "../../domain/money.ts";
import { type OperatingMonth, operatingMonth } from "../../domain/preflight.ts";
import { besideOwn } from "../records/beside-own.ts";
import type { Session } from "../session.ts";
import { listExpenses, storedExpenses } from "./drafts.ts";
import { draftRecurring } from "./recurring.ts";

/** What a cap may be taken of: a month's declared turnover; or its gross pay, and for the current month the last one. */
export function basisOf(
  basis: "turnover" | "gross",
  {
    reports,
    payslips,
  }: {
    readonly reports: readonly Pick<Schemas["ActivityReport"], "month" | "turnoverCents">[];
    readonly payslips: readonly { readonly month: Month; readonly grossCents: Cents | null }[];
  },
  current: Month,
): Readonly<Record<Month, Cents>> {
  if (basis === "turnover")
    return Object.fromEntries(reports.map(({ month, turnoverCents }) => [month, turnoverCents]));
  const known = payslips.flatMap(({ month, grossCents }) =>
    grossCents === null ? [] : [[month, grossCents] as const],
  );
  const [last] = known;
  return Object.fromEntries([...(last === undefined ? [] : [[current, last[1]] as const]), ...known]);
}

/** The expenses, and what a month may still take of operating ones. */
export interface ExpensesNow {
  readonly expenses: readonly ExpenseAtHand[];
  readonly operating: OperatingMonth;
  readonly cap: Schemas["Company"]["operatingCap"];
}

/** What caps are taken of, as a company tells it at once, or as it lies here. */
async function heldOf({ reader, isLocal }: Session) {
  if (!isLocal) return reader.overview();
  const [company, activityReports, payslips] = await Promise.all([
    reader.profile(),
    reader.reports(),
    reader.payslips(),
  ]);
  return { company, activityReports, payslips };
}

/** Lists what is kept here and what the company holds, with what the cap leaves of a month: of the current one where none is named. */
export async function expensesNow(session: Session, named?: Month): Promise<ExpensesNow> {
  await draftRecurring(session);
  const drafts = await storedExpenses(session);
  const [expenses, said] = await Promise.all([
    listExpenses(session),
    besideOwn(session, drafts, () => heldOf(session), null),
  ]);
  const current = monthOf(session.machine.today());
  const { activityReports, payslips } = said ?? { activityReports: [], payslips: [] };
  const cap = said?.company.operatingCap ?? null;
  const basisCents = cap === null ? {} : basisOf(cap.basis, { reports: activityReports, payslips }, current);
  const counted = expenses.filter(({ state }) => state !== "refused");
  return { expenses, operating: operatingMonth(named ?? current, counted, { cap, basisCents }), cap };
}
