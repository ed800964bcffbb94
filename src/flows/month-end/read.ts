import type { Schemas } from "../../client/company.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import { standingRest } from "../../domain/declaration/facts.ts";
import { type MonthFacts, type MonthStep, monthAtEnd, stepsOf } from "../../domain/month-end.ts";
import type { RestStatement } from "../../domain/rest-statement.ts";
import { Refusals } from "../../store/refusals.ts";
import { ReportDrafts } from "../../store/report-drafts.ts";
import { SkippedSteps } from "../../store/skipped-steps.ts";
import { assertInContract } from "../activity/declare/read-month.ts";
import { lacksReceipt, storedExpenses } from "../expenses/drafts.ts";
import { draftRecurring } from "../expenses/recurring.ts";
import { type HeldReport, submittedAt } from "../records/reader.ts";
import type { Session } from "../session.ts";

/** A month's end: its steps, and the day on which its pay leaves once that is known. */
export interface MonthEnd {
  readonly month: Month;
  readonly steps: readonly MonthStep[];
  readonly transferDate: string | null;
  /** What the porté states of the month's rest; null where nothing is. */
  readonly restStatement: RestStatement | null;
}

/**
 * The month to end: the one that was asked for, or the one that is ending, which is never before the contract.
 * @throws {PorteError} `activity.outside_contract` for a month that was asked for.
 */
export async function monthToEnd({ reader, machine }: Session, asked: Month | undefined): Promise<Month> {
  const { contract } = await reader.me();
  if (asked !== undefined) {
    assertInContract(asked, contract);
    return asked;
  }
  const month = monthAtEnd(machine.today());
  return contract !== null && month < monthOf(contract.start) ? monthOf(contract.start) : month;
}

/** Reads a month's end from this machine and from the company. */
export async function readMonthEnd(session: Session, month: Month): Promise<MonthEnd> {
  const { reader, folder } = session;
  await draftRecurring(session);
  const [draft, drafts, skipped, held, expenses, payslips, noted] = await Promise.all([
    new ReportDrafts(folder).find(month),
    storedExpenses(session),
    new SkippedSteps(folder).of(month),
    reader.report(month),
    reader.expenses({ month }),
    reader.payslips({ month }),
    new Refusals(folder).noted(),
  ]);
  const payslip = payslips.find((one) => one.month === month);
  const transferDate = payslip?.transferDate ?? null;
  const steps = stepsOf({
    kept: draft === null || draft.state === "sent" ? null : { state: draft.state, since: draft.savedAt },
    held: held === null ? null : remoteFact(held.value),
    expenses: [
      ...drafts
        .filter(({ date }) => monthOf(date) === month)
        .map((draft) => ({
          id: draft.id,
          question: null,
          state: lacksReceipt(draft) ? ("missing" as const) : ("draft" as const),
          since: draft.savedAt,
        })),
      ...expenses.filter(({ id, date }) => monthOf(date) === month && !noted.has(id)).map(expenseFact),
    ],
    transferDate,
    isPaid: payslip !== undefined,
    skipped,
  });
  return { month, steps, transferDate, restStatement: standingRest({ kept: draft, held }) };
}

function remoteFact(report: HeldReport): NonNullable<MonthFacts["held"]> {
  return { state: report.state, since: report.decidedAt ?? submittedAt(report) };
}

function expenseFact({
  id,
  state,
  question,
  decidedAt,
  submittedAt,
}: Schemas["Expense"]): MonthFacts["expenses"][number] {
  return { id, state, question, since: decidedAt ?? submittedAt };
}
