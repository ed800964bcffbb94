import type { Schemas } from "../../client/company.ts";
import { type ReportDay, turnoverCents } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import type { FiledDelivery } from "../../domain/local/filed.ts";
import type { Cents } from "../../domain/money.ts";
import type { RestStatement } from "../../domain/rest-statement.ts";
import { type WorkedTime, workedTime } from "../../domain/working-time.ts";
import type { ReportProblem } from "../../errors/activity.ts";
import { PorteError } from "../../errors.ts";
import { type ReportDraft, ReportDrafts } from "../../store/report-drafts.ts";
import { domainInUse } from "../law-in-use.ts";
import { filedBefore } from "../local/filed-before.ts";
import { tellOthers } from "../others.ts";
import { besideOwn } from "../records/beside-own.ts";
import type { HeldReport } from "../records/reader.ts";
import type { Session } from "../session.ts";
import { measuredSince, otherDays } from "./worked.ts";

/** A month's report as it stands: a draft of this machine, or what the company holds. */
export interface ReportAtHand {
  readonly month: Month;
  readonly state: Schemas["ReportState"] | "draft" | "queued" | "prepared" | "unknown";
  readonly version: number | null;
  readonly days: readonly ReportDay[];
  /** What the porté stated of rest; null where nothing is. */
  readonly restStatement: RestStatement | null;
  readonly turnoverCents: Cents;
  readonly reason: string | null;
  readonly receipt: Schemas["SubmissionReceipt"] | null;
  /** How it left where no company took it; null where one did, and before. */
  readonly delivery: FiledDelivery | null;
  readonly problems: ReportProblem[];
  /** What each client that was asked has answered. */
  readonly clientAnswers: readonly Schemas["ClientAnswer"][];
  /** What the month is against the limits of the law; null in a list. */
  readonly worked: WorkedTime | null;
}

/** Shows a report of the company as one that stands, or one that left as a document. */
export function remoteReport(report: HeldReport, worked: WorkedTime | null = null): ReportAtHand {
  const { id: _id, restDaysConfirmed: _confirmed, decidedBy: _by, decidedAt: _at, ...shown } = report;
  const { submittedAt: _sent, proof: _proof, delivery = null, ...rest } = shown;
  const state = stateWith(report.state, delivery);
  return { ...rest, state, delivery, restStatement: shown.restStatement ?? null, problems: [], worked };
}

/** What was prepared has not left yet, and nobody knows of some whether they arrived; what was decided since says that they did. */
function stateWith(state: HeldReport["state"], delivery: FiledDelivery | null): ReportAtHand["state"] {
  if (state !== "submitted" || delivery === null) return state;
  return delivery.state === "prepared" || delivery.state === "unknown" ? delivery.state : state;
}

/** Shows days typed here as a report that stands. */
export function draftReport(
  {
    month,
    days,
    restStatement,
    state = "draft",
  }: Pick<ReportDraft, "month" | "days" | "restStatement"> & { readonly state?: "draft" | "queued" | "sent" },
  missions: readonly Schemas["Mission"][],
  worked: WorkedTime | null = null,
): ReportAtHand {
  const turnover = turnoverCents(days, missions);
  return {
    month,
    state: state === "queued" ? "queued" : "draft",
    version: null,
    days,
    restStatement,
    turnoverCents: turnover,
    reason: null,
    receipt: null,
    delivery: null,
    problems: [],
    clientAnswers: [],
    worked,
  };
}

/** Lists the reports, of a month on or all, latest first; a draft that was not sent stands for its month, whichever it is. */
export async function listReports(session: Session, query: { readonly since?: Month } = {}): Promise<ReportAtHand[]> {
  const { reader, folder } = session;
  await tellOthers(session);
  const drafts = await new ReportDrafts(folder).waiting();
  const filed = await filedBefore(session, query);
  const [held, missions] = await Promise.all([
    besideOwn(session, [...drafts, ...filed], () => reader.reports(query), []),
    drafts.length === 0 ? [] : besideOwn(session, drafts, () => reader.missions(), []),
  ]);
  const typed = drafts.map((draft) => draftReport(draft, missions));
  const unheld = filed.filter(({ month }) => !held.some((one) => one.month === month));
  const others = [...held, ...unheld]
    .filter(({ month }) => !typed.some((draft) => draft.month === month))
    .map((one) => remoteReport(one));
  return [...typed, ...others].sort((a, b) => (a.month < b.month ? 1 : -1));
}

/** Finds one month's report, measured. @throws {PorteError} `company.not_found` where nothing was declared. */
export async function findReport(session: Session, month: Month): Promise<ReportAtHand> {
  const [reports, { contract }, law] = await Promise.all([
    listReports(session, { since: measuredSince(month) }),
    besideOwn(session, [month], () => session.reader.me(), { contract: null }),
    domainInUse(session.machine),
  ]);
  const found = reports.find((report) => report.month === month);
  if (found === undefined) throw new PorteError("company.not_found", { kind: "report", what: month });
  const days = [...otherDays(reports, month), ...found.days];
  return { ...found, worked: workedTime(contract?.workingTime ?? "days", month, days, law) };
}
