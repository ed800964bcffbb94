import type { Schemas } from "../client/company.ts";
import { addMonths, type Day, type Month, monthOf } from "../domain/calendar.ts";
import { sum } from "../domain/money.ts";
import type { Overview, StatusItem } from "../domain/overview.ts";
import type { ExpenseDraft } from "../store/expense-drafts.ts";
import { Refusals } from "../store/refusals.ts";
import { type ReportDraft, ReportDrafts } from "../store/report-drafts.ts";
import { lacksReceipt, storedExpenses } from "./expenses/drafts.ts";
import { draftRecurring } from "./expenses/recurring.ts";
import { tellOthers } from "./others.ts";
import type { Session } from "./session.ts";

/** Reads all that `porte status` shows. */
export async function overview(session: Session): Promise<Overview> {
  const { reader, machine, folder } = session;
  await Promise.all([draftRecurring(session), tellOthers(session)]);
  const [said, drafts, noted] = await Promise.all([
    reader.overview(),
    storedExpenses(session),
    new Refusals(folder).noted(),
  ]);
  const reports = new ReportDrafts(folder);
  const today = machine.today();
  const months = reportMonths(today, said.me.contract?.start ?? null);
  const typed = (await Promise.all(months.map((month) => reports.find(month)))).filter((draft) => draft !== null);
  return overviewOf({ today, said, drafts, typed, noted });
}

/** What an overview is made of: what the company says, and what is kept on this machine. */
export interface OverviewFacts {
  readonly today: Day;
  readonly said: Pick<Schemas["Overview"], "me" | "activityReports" | "expenses" | "payslips" | "account" | "company">;
  readonly drafts: readonly Pick<ExpenseDraft, "amountCents" | "receipt" | "trip" | "category">[];
  readonly typed: readonly Pick<ReportDraft, "month" | "state">[];
  /** The refused expenses that their porté has taken note of. */
  readonly noted: ReadonlySet<string>;
}

/** Says what is to do, what others do, and what is paid. */
export function overviewOf({ today, said, drafts, typed, noted }: OverviewFacts): Overview {
  const { me, activityReports: reports, expenses, payslips, account } = said;
  const months = reportMonths(today, me.contract?.start ?? null);
  const items = months.flatMap(
    (month) =>
      reportItem({
        month,
        today,
        dueDay: said.company.deadlines.reportDueDay,
        report: reports.find((one) => one.month === month),
        typed: typed.find((one) => one.month === month)?.state,
      }) ?? [],
  );
  const whole = drafts.filter((draft) => !lacksReceipt(draft));
  const toSend: StatusItem[] =
    whole.length === 0
      ? []
      : [
          {
            kind: "expenses-to-send",
            count: whole.length,
            amountCents: sum(whole.map(({ amountCents }) => amountCents)),
          },
        ];
  const missing = drafts.filter(lacksReceipt).length;
  const toFind: StatusItem[] = missing === 0 ? [] : [{ kind: "receipts-missing", count: missing }];
  return {
    todo: [
      ...items.filter(isTodo),
      ...toFind,
      ...toSend,
      ...questioned(expenses),
      ...refusedExpenses(expenses, months[0] ?? monthOf(today), noted),
    ],
    waiting: [...items.filter((item) => !isTodo(item)), ...readExpenses(expenses)],
    money: [
      ...transfers(payslips, today),
      { kind: "balance", balanceCents: account.balanceCents, reserveCents: account.reserveCents },
    ],
  };
}

/** Whether a report needs its porté. */
function isTodo({ kind }: StatusItem): boolean {
  return !["report-waits", "report-at-client", "report-approved"].includes(kind);
}

/** Last month and this one, as far as the contract covers them. */
function reportMonths(today: Day, start: Day | null): Month[] {
  const current = monthOf(today);
  return [addMonths(current, -1), current].filter((month) => start === null || month >= monthOf(start));
}

interface ReportAt {
  readonly month: Month;
  readonly today: Day;
  readonly dueDay: number;
  readonly report: Schemas["ActivityReport"] | undefined;
  /** How far what is typed here is; nothing where nothing is. */
  readonly typed: ReportDraft["state"] | undefined;
}

function reportItem({ month, today, dueDay, report, typed }: ReportAt): StatusItem | null {
  if (typed === "queued") return { kind: "report-queued", month };
  if (report === undefined || report.state === "withdrawn") {
    const day = `${month}-${String(dueDay).padStart(2, "0")}`;
    const isLate = today > day;
    if (typed === "draft") return { kind: "report-draft", month, day, isLate };
    return { kind: isLate ? "report-late" : "report-due", month, day };
  }
  return remoteItem(report);
}

function remoteItem({ month, state, reason }: Schemas["ActivityReport"]): StatusItem | null {
  if (state === "refused") return { kind: "report-refused", month, reason: reason ?? "" };
  if (state === "approved") return { kind: "report-approved", month };
  if (state === "awaiting-client") return { kind: "report-at-client", month };
  return state === "locked" ? null : { kind: "report-waits", month };
}

function readExpenses(expenses: readonly Schemas["Expense"][]): StatusItem[] {
  const read = expenses.filter(({ state }) => state === "submitted");
  return read.length === 0
    ? []
    : [{ kind: "expenses-read", count: read.length, amountCents: sum(read.map(({ amountCents }) => amountCents)) }];
}

function questioned(expenses: readonly Schemas["Expense"][]): StatusItem[] {
  return expenses
    .filter(({ state }) => state === "questioned")
    .map(({ id, amountCents, question }) => ({
      kind: "expense-questioned",
      id,
      amountCents,
      question: question ?? "",
    }));
}

/** The refusals of this month and the last that nobody has taken note of: older ones are in the list. */
function refusedExpenses(
  expenses: readonly Schemas["Expense"][],
  since: Month,
  noted: ReadonlySet<string>,
): StatusItem[] {
  const refused = expenses.filter(
    ({ id, state, decidedAt }) => state === "refused" && (decidedAt ?? "") >= since && !noted.has(id),
  );
  return refused.map(({ id, amountCents, reason }) => ({
    kind: "expense-refused",
    id,
    amountCents,
    reason: reason ?? "",
  }));
}

function transfers([last]: readonly Schemas["PayslipSummary"][], today: Day): StatusItem[] {
  if (last === undefined) return [];
  return [
    {
      kind: last.transferDate >= today ? "transfer" : "transferred",
      amountCents: last.transferCents,
      day: last.transferDate,
    },
  ];
}
