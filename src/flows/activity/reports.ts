import type { Schemas } from "../../client/company.ts";
import { type ReportDay, turnoverCents } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import type { Cents } from "../../domain/money.ts";
import { PorteError, type ReportProblem } from "../../errors.ts";
import { type ReportDraft, ReportDrafts } from "../../store/report-drafts.ts";
import type { Session } from "../session.ts";

/** A month's report as it stands: a draft of this machine, or what the company holds. */
export interface ReportAtHand {
  readonly month: Month;
  readonly state: Schemas["ReportState"] | "draft" | "queued";
  readonly version: number | null;
  readonly days: readonly ReportDay[];
  readonly turnoverCents: Cents;
  readonly reason: string | null;
  readonly receipt: Schemas["SubmissionReceipt"] | null;
  readonly problems: ReportProblem[];
}

/** Shows a report of the company as one that stands. */
export function heldReport(report: Schemas["ActivityReport"]): ReportAtHand {
  const { month, state, version, days, turnoverCents: turnover, reason, receipt } = report;
  return { month, state, version, days, turnoverCents: turnover, reason, receipt, problems: [] };
}

/** Shows days typed here as a report that stands. */
export function draftReport(
  {
    month,
    days,
    state = "draft",
  }: Pick<ReportDraft, "month" | "days"> & { readonly state?: "draft" | "queued" | "sent" },
  missions: readonly Schemas["Mission"][],
): ReportAtHand {
  const turnover = turnoverCents(days, missions);
  return {
    month,
    state: state === "queued" ? "queued" : "draft",
    version: null,
    days,
    turnoverCents: turnover,
    reason: null,
    receipt: null,
    problems: [],
  };
}

/** Lists the reports, latest first; a draft that was not sent stands for its month. */
export async function listReports({ company, machine, profile }: Session): Promise<ReportAtHand[]> {
  const [held, missions, drafts] = await Promise.all([
    company.reports(),
    company.missions(),
    new ReportDrafts(machine.folders, profile).waiting(),
  ]);
  const typed = drafts.map((draft) => draftReport(draft, missions));
  const others = held.filter(({ month }) => !typed.some((draft) => draft.month === month)).map(heldReport);
  return [...typed, ...others].sort((a, b) => (a.month < b.month ? 1 : -1));
}

/** Finds one month's report. @throws {PorteError} `activity.empty` where nothing was declared. */
export async function findReport(session: Session, month: Month): Promise<ReportAtHand> {
  const found = (await listReports(session)).find((report) => report.month === month);
  if (found === undefined) throw new PorteError("activity.empty", { month });
  return found;
}
