import { randomUUID } from "node:crypto";
import type { Schemas, Versioned } from "../../client/company.ts";
import { canonicalReport } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import { timesOf } from "../../domain/clock-times.ts";
import { conflict, isSameReport, type Typed } from "../../domain/declaration/typed-month.ts";
import { isFailure, isRefusal, PorteError } from "../../errors.ts";
import { type ReportDraft, ReportDrafts } from "../../store/report-drafts.ts";
import { LocalActs } from "../../store/undo-log.ts";
import { tellOthers } from "../others.ts";
import type { HeldReport } from "../records/reader.ts";
import type { Owner, Session } from "../session.ts";
import { rememberKeys } from "./proof.ts";

export function draftsOf({ folder }: Pick<Owner, "folder">): ReportDrafts {
  return new ReportDrafts(folder);
}

/** A month that the company accepted, now or before. */
export interface Delivery {
  readonly report: HeldReport;
  /** False where the company held the same report already and nothing new was filed. */
  readonly isNew: boolean;
}

/**
 * Keeps a month on this machine. The same days keep their key, so that a retry is known as one; others get a new key, and
 * replace the version that the company last showed here.
 */
export async function keepTyped(
  owner: Owner,
  { month, days, restDaysConfirmed, restStatement }: Typed,
  state: "draft" | "queued",
  base: string | null,
): Promise<ReportDraft> {
  const drafts = draftsOf(owner);
  const before = await drafts.find(month);
  const isSame =
    before !== null &&
    before.state !== "sent" &&
    before.restDaysConfirmed === restDaysConfirmed &&
    canonicalReport(month, before.days, before.restStatement) === canonicalReport(month, days, restStatement);
  return drafts.keep({
    schema: 3,
    month,
    days,
    restDaysConfirmed,
    restStatement,
    state,
    key: isSame ? before.key : randomUUID(),
    base,
    savedAt: owner.machine.now().toISOString(),
    sent: before?.sent ?? null,
  });
}

/** Says whether a failure leaves the company's answer unknown: what is queued then waits, and nothing is lost. */
export function isUnreachable(failure: unknown): failure is PorteError {
  return isFailure(failure, ...AWAY);
}

const AWAY = [
  "server.unreachable",
  "server.tls",
  "server.proxy",
  "server.timeout",
  "server.busy",
  "server.fault",
  "server.answer",
  "server.not_porte",
] as const;

/**
 * Sends a queued month, in turn with every other process of this machine; what was already accepted is left alone.
 * @throws {PorteError} `server.*`, `auth.*` where it stays queued; `activity.conflict` where the company holds another version than the
 * one that was seen; `company.refused`, and the month is a draft again.
 */
function deliver(session: Session, month: Month): Promise<Delivery | null> {
  return draftsOf(session).inTurn(month, () => deliverInTurn(session, month));
}

/** The same, for whoever has the month's turn already. */
export async function deliverInTurn(session: Session, month: Month): Promise<Delivery | null> {
  const drafts = draftsOf(session);
  const draft = await drafts.find(month);
  if (draft === null || draft.state !== "queued") return null;
  const { isNew, ...accepted } = await submit(session, draft).catch(async (failure: unknown) => {
    if (!isUnreachable(failure) && !isConflict(failure) && !isOfToken(failure))
      await drafts.keep({ ...draft, state: "draft" });
    throw failure;
  });
  await keepSent(session, sentAs(draft, accepted));
  if (accepted.value.receipt !== null) await rememberKeys(session, accepted.value.receipt.keyId);
  return { report: accepted.value, isNew };
}

/** Keeps a month that the company holds: what was typed of it before is taken back no more. */
async function keepSent(owner: Owner, draft: ReportDraft): Promise<void> {
  const drafts = draftsOf(owner);
  await drafts.keep(draft);
  await new LocalActs(owner.folder).noteSent(drafts.fileOf(draft.month));
}

/** A month as it stands here once the company holds it. */
function sentAs(draft: ReportDraft, { value, etag }: Versioned<HeldReport>): ReportDraft {
  const { version, receipt, days, restStatement = null } = value;
  return { ...draft, state: "sent", base: etag, sent: { version, etag, days, restStatement, receipt } };
}

/** Notes that the company holds a month as it is here: nothing has to be sent. */
export async function markHeld(owner: Owner, month: Month, remote: Versioned<HeldReport>): Promise<Delivery> {
  const drafts = draftsOf(owner);
  const draft = await drafts.find(month);
  if (draft !== null) await keepSent(owner, sentAs(draft, remote));
  return { report: remote.value, isNew: false };
}

/** A token that is refused, or may not send, says nothing of the month. */
function isOfToken(failure: unknown): boolean {
  return failure instanceof PorteError && failure.code.startsWith("auth.");
}

function isConflict(failure: unknown): boolean {
  return isFailure(failure, "activity.conflict");
}

async function submit(session: Session, draft: ReportDraft): Promise<Versioned<HeldReport> & { isNew: boolean }> {
  const { company } = session;
  const { month, key, base } = draft;
  const send = async (etag: string | null) => ({
    ...(await company.submitReport(month, submissionOf(draft), { key, etag })),
    isNew: true,
  });
  try {
    return await send(base);
  } catch (failure) {
    if (!isLostRace(failure)) throw failure;
    const remote = await company.report(month);
    if (remote === null) throw failure;
    /** Nothing stands where a month was withdrawn, from wherever: nothing is lost by what replaces it. */
    if (remote.value.state === "withdrawn") return send(remote.etag);
    if (isSameReport(draft, remote.value)) return { ...remote, isNew: false };
    throw conflict(draft, remote.value);
  }
}

function isLostRace(failure: unknown): boolean {
  return isRefusal(failure, "company.precondition");
}

/** The exact body of the request that files a month; what is not stated is left out, so that a company of before takes it. */
export function submissionOf({
  days,
  restDaysConfirmed,
  restStatement,
}: Omit<Typed, "month">): Schemas["ActivityReportSubmission"] {
  return {
    days: days.map((day) => ({
      date: day.date,
      entries: day.entries.map((entry) => ({ ...entry })),
      ...timesOf(day),
    })),
    restDaysConfirmed,
    ...(restStatement === null ? {} : { restStatement }),
  };
}

/** What became of each month that was queued. */
export interface Synced {
  readonly sent: readonly Delivery[];
  readonly waiting: readonly { readonly month: Month; readonly failure: PorteError }[];
}

/** Sends every month that is queued, oldest first; what fails waits with its reason, and holds back no other. */
export async function deliverAll(session: Session): Promise<Synced> {
  await tellOthers(session);
  const sent: Delivery[] = [];
  const waiting: { month: Month; failure: PorteError }[] = [];
  const queued = (await draftsOf(session).waiting()).filter(({ state }) => state === "queued");
  for (const { month } of queued) {
    try {
      const delivery = await deliver(session, month);
      if (delivery !== null) sent.push(delivery);
    } catch (failure) {
      if (!(failure instanceof PorteError)) throw failure;
      waiting.push({ month, failure });
    }
  }
  return { sent, waiting };
}
