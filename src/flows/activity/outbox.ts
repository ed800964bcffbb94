import { randomUUID } from "node:crypto";
import type { Schemas, Versioned } from "../../client/company.ts";
import { canonicalReport } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import { timesOf } from "../../domain/clock-times.ts";
import { conflict, isSameReport, type Typed } from "../../domain/declaration/typed-month.ts";
import { given } from "../../domain/given.ts";
import type { FiledDelivery } from "../../domain/local/filed.ts";
import type { AlsoSent } from "../../domain/local/sheet.ts";
import { isFailure, isRefusal, PorteError } from "../../errors.ts";
import { type ReportDraft, ReportDrafts } from "../../store/report-drafts.ts";
import { LocalActs } from "../../store/undo-log.ts";
import { endOf } from "../channel.ts";
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
  also?: readonly AlsoSent[],
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
    ...(owner.isLocal === true ? { end: "document" } : {}),
    ...given({ also: also ?? before?.also }),
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
  "delivery.away",
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
    if (!isUnreachable(failure) && !isConflict(failure) && !saysNothing(failure))
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

/** A token that is refused says nothing of the month; neither does a way that is not set yet, or that is not this month's. */
function saysNothing(failure: unknown): boolean {
  if (!(failure instanceof PorteError) || isFailure(failure, "delivery.refused")) return false;
  return failure.code.startsWith("auth.") || failure.code.startsWith("delivery.");
}

function isConflict(failure: unknown): boolean {
  return isFailure(failure, "activity.conflict");
}

/** Sends a month by its channel. @throws {PorteError} what the channel says of one that did not arrive. */
async function submit(session: Session, draft: ReportDraft): Promise<Submitted> {
  const { month, end = "company" } = draft;
  const ends = endOf(session);
  if (ends === "company") {
    if (end !== ends) throw new PorteError("delivery.of_document", { month });
    return submitToCompany(session, draft);
  }
  if (end !== ends) throw new PorteError("delivery.of_company", { month });
  const { submitAsDocument } = await import("../local/submit-month.ts");
  return submitAsDocument(session, draft);
}

/** A month as the other end holds it, now or since before. */
export type Submitted = Versioned<HeldReport> & { readonly isNew: boolean };

async function submitToCompany({ company }: Session, draft: ReportDraft): Promise<Submitted> {
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
  /** What else was to leave as a document, as it stands now. */
  readonly deliveries?: readonly FiledDelivery[];
}

/** Sends every month that is queued, oldest first; what fails waits with its reason, and holds back no other. */
export async function deliverAll(session: Session): Promise<Synced> {
  const queued = (await draftsOf(session).waiting()).filter(({ state }) => state === "queued");
  const months = queued.map(({ month }) => month);
  const synced = await deliverMonths(session, months);
  if (endOf(session) === "company") return synced;
  const { redeliverWaiting } = await import("../local/deliver.ts");
  const { resumeDossiers } = await import("../local/submit-expenses.ts");
  const dossiers = (await resumeDossiers(session)).map(({ delivery }) => delivery);
  return { ...synced, deliveries: [...(await redeliverWaiting(session)), ...dossiers] };
}

/** The same, of months that are named. */
export async function deliverMonths(session: Session, months: readonly Month[]): Promise<Synced> {
  await tellOthers(session);
  const sent: Delivery[] = [];
  const waiting: { month: Month; failure: PorteError }[] = [];
  for (const month of months) {
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
