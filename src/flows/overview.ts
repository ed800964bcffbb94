import type { Schemas } from "../client/company.ts";
import { addMonths, type Day, type Month, monthOf } from "../domain/calendar.ts";
import { sum } from "../domain/money.ts";
import type { Overview, StatusItem } from "../domain/overview.ts";
import { ReportDrafts } from "../store/report-drafts.ts";
import { keptExpenses, lacksReceipt } from "./expenses/drafts.ts";
import { draftRecurring } from "./expenses/recurring.ts";
import { rememberCompany } from "./remember-company.ts";
import type { Session } from "./session.ts";

/** Reads all that `porte status` shows. */
export async function overview(session: Session): Promise<Overview> {
  const { company, machine } = session;
  const today = machine.today();
  await draftRecurring(session);
  const [said, drafts] = await Promise.all([company.overview(), keptExpenses(session)]);
  const { me, activityReports: reports, expenses, payslips, account } = said;
  await rememberCompany(machine, session, said);
  const months = reportMonths(today, me.contract?.start ?? null);
  const states = await Promise.all(
    months.map((month) =>
      reportItem(session, {
        month,
        today,
        dueDay: said.company.deadlines.reportDueDay,
        report: reports.find((one) => one.month === month),
      }),
    ),
  );
  const items = states.filter((item) => item !== null);
  const toSend =
    drafts.length === 0
      ? []
      : [
          {
            kind: "expenses-to-send" as const,
            count: drafts.length,
            amountCents: sum(drafts.map(({ amountCents }) => amountCents)),
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
      ...refusedExpenses(expenses, months[0] ?? monthOf(today)),
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
}

async function reportItem(session: Session, { month, today, dueDay, report }: ReportAt): Promise<StatusItem | null> {
  const draft = await new ReportDrafts(session.machine.folders, session.profile).find(month);
  if (draft?.state === "queued") return { kind: "report-queued", month };
  if (report === undefined || report.state === "withdrawn") {
    if (draft?.state === "draft") return { kind: "report-draft", month };
    const day = `${month}-${String(dueDay).padStart(2, "0")}`;
    return { kind: today > day ? "report-late" : "report-due", month, day };
  }
  return heldItem(report);
}

function heldItem({ month, state, reason }: Schemas["ActivityReport"]): StatusItem | null {
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

/** The refusals of this month and the last: older ones are in the list. */
function refusedExpenses(expenses: readonly Schemas["Expense"][], since: Month): StatusItem[] {
  const refused = expenses.filter(({ state, decidedAt }) => state === "refused" && (decidedAt ?? "") >= since);
  return refused.map(({ amountCents, reason }) => ({ kind: "expense-refused", amountCents, reason: reason ?? "" }));
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
