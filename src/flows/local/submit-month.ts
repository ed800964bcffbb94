import type { Versioned } from "../../client/company.ts";
import { turnoverCents } from "../../domain/activity.ts";
import { conflict, isSameReport } from "../../domain/declaration/typed-month.ts";
import type { FiledDelivery, FiledReport } from "../../domain/local/filed.ts";
import { PorteError } from "../../errors.ts";
import { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import type { ReportDraft } from "../../store/report-drafts.ts";
import type { HeldReport } from "../records/reader.ts";
import type { Session } from "../session.ts";
import { deliver } from "./deliver.ts";
import { failureOf } from "./failure-of.ts";
import { keepSaid } from "./keep-said.ts";
import { monthToPrint, parcelOf } from "./month-to-print.ts";

type Submitted = Versioned<HeldReport> & { readonly isNew: boolean };

/** A month as it leaves: what was typed, and the key that it leaves under. */
type Leaving = Pick<ReportDraft, "month" | "days" | "restDaysConfirmed" | "restStatement" | "key" | "base" | "also">;

/**
 * Sends a month as a document, the way that the sheet says; it is filed here once it has left, or may have.
 * @throws {PorteError} `activity.conflict` where another version was filed meanwhile; `delivery.away` where it waits, `delivery.refused`
 * where it did not arrive; what `deliver` throws.
 */
export async function submitAsDocument(session: Session, draft: Leaving): Promise<Submitted> {
  const before = filedOf(session, draft.month);
  if (before?.delivery === draft.key) return { ...(await heldOf(session, draft.month)), isNew: false };
  if (before !== null && before.state !== "withdrawn") {
    const held = await heldOf(session, draft.month);
    /** The same days leave once more only where they were refused. */
    const isKnown = draft.base === String(before.version);
    if (isSameReport(draft, held.value) && !(isKnown && before.state === "refused")) return { ...held, isNew: false };
    if (!isKnown) throw conflict(draft, held.value);
  }
  const missions = await session.reader.missions();
  const report: FiledReport = {
    month: draft.month,
    version: (before?.version ?? 0) + 1,
    state: "submitted",
    days: draft.days,
    restDaysConfirmed: draft.restDaysConfirmed,
    restStatement: draft.restStatement,
    turnoverCents: turnoverCents(draft.days, missions),
    submittedAt: session.machine.now().toISOString(),
    decidedAt: null,
    reason: null,
    documents: [],
    proof: null,
    delivery: draft.key,
  };
  const print = await monthToPrint(session, report, draft.also);
  const delivery = await deliver(session, parcelOf(print, draft.key));
  return fileLeft(session, report, delivery);
}

/** Files a month that has left, or may have. @throws {PorteError} `delivery.away`, `delivery.refused` for one that has not. */
async function fileLeft(session: Session, report: FiledReport, delivery: FiledDelivery): Promise<Submitted> {
  const failure = failureOf(delivery);
  if (failure !== null && delivery.state !== "unknown") throw failure;
  await keepFiled(session, { ...report, submittedAt: delivery.at, documents: delivery.documents });
  return { ...(await heldOf(session, report.month)), isNew: true };
}

/** Gives a month as it was filed last; null where it never was. */
export function filedOf({ folder }: Pick<Session, "folder">, month: string): FiledReport | null {
  return new Records(folder).find("filed-reports", month, OWN)?.value ?? null;
}

/** Files a month as it now stands. @throws {PorteError} `file.unwritable`, `file.busy`. */
export async function keepFiled(session: Pick<Session, "machine" | "folder">, value: FiledReport) {
  const telling = { scope: "filed-reports", area: "filed-reports", facts: [{ key: value.month, value }] } as const;
  await keepSaid(session, telling);
}

/** Reads a month as whoever asks is shown it. @throws {PorteError} `company.not_found` where nothing was filed. */
export async function heldOf({ sure }: Pick<Session, "sure">, month: string): Promise<Versioned<HeldReport>> {
  const held = await sure.report(month);
  if (held === null) throw new PorteError("company.not_found", { kind: "report", what: month });
  return held;
}
