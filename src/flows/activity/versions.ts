import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import type { Schemas, Versioned } from "../../client/company.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { writeWhole } from "../../store/files.ts";
import { LocalActs } from "../../store/undo-log.ts";
import { endOf } from "../channel.ts";
import type { HeldReport } from "../records/reader.ts";
import type { Session } from "../session.ts";
import { draftsOf, keepTyped } from "./outbox.ts";
import { draftReport, type ReportAtHand, remoteReport } from "./reports.ts";

/** Lists every version of a month that the company holds, newest first. @throws {PorteError} `company.refused` where it holds none. */
export function versionsOf({ reader }: Session, month: Month): Promise<Schemas["ReportVersion"][]> {
  return reader.reportVersions(month);
}

/**
 * Brings a version back as a draft of this machine; nothing is sent.
 * @throws {PorteError} `activity.no_version` for a version that never was.
 */
export async function restoreVersion(
  session: Session,
  month: Month,
  version: number,
): Promise<Schemas["ReportVersion"]> {
  const versions = await session.sure.reportVersions(month);
  const found = versions.find((one) => one.version === version);
  if (found === undefined)
    throw new PorteError("activity.no_version", { month, version, versions: versions.map((one) => one.version) });
  const base = (await session.sure.report(month))?.etag ?? null;
  const { machine, folder } = session;
  const typed = { month, days: found.days, restDaysConfirmed: false, restStatement: found.restStatement ?? null };
  const drafts = draftsOf(session);
  await drafts.inTurn(month, () =>
    new LocalActs(folder).record({ kind: "restore", about: month, now: machine.now() }, [drafts.fileOf(month)], () =>
      keepTyped(session, typed, "draft", base),
    ),
  );
  return found;
}

/** What was taken back. */
export interface Withdrawn {
  readonly report: ReportAtHand;
  /** False where nothing had left: what waited here to be sent is a draft again. */
  readonly isFromCompany: boolean;
}

/**
 * Takes a month back from the company, while nobody has decided on it; what it held, or what waits here to be sent, stays as a draft.
 * One that left as a document is noted as withdrawn: whoever has it is told by its porté.
 * @throws {PorteError} `company.not_found` where it holds none, `company.refused` or `delivery.state` once it was decided on.
 */
export async function withdraw(session: Session, month: Month): Promise<Withdrawn> {
  const drafts = draftsOf(session);
  return drafts.inTurn(month, async () => {
    const stored = await drafts.find(month);
    const queued = stored?.state === "queued" ? stored : null;
    const remote = await session.sure.report(month);
    if (queued !== null && (remote === null || remote.value.state === "withdrawn")) {
      await drafts.keep({ ...queued, state: "draft" });
      const report = draftReport({ ...queued, state: "draft" }, await session.reader.missions());
      return { report, isFromCompany: false };
    }
    if (remote === null) throw new PorteError("company.not_found", { kind: "report", what: month });
    const { value, etag } = await withdrawnFrom(session, month, remote.etag);
    const { days, restDaysConfirmed, restStatement = null } = queued ?? remote.value;
    /** What is sent next replaces the version that is withdrawn, also where the company cannot be asked then. */
    await keepTyped(session, { month, days, restDaysConfirmed, restStatement }, "draft", etag);
    return { report: remoteReport(value), isFromCompany: true };
  });
}

async function withdrawnFrom(session: Session, month: Month, etag: string | null): Promise<Versioned<HeldReport>> {
  if (endOf(session) === "company") return session.company.withdrawReport(month, { key: randomUUID(), etag });
  const { withdrawFiled } = await import("../local/mark-month.ts");
  return withdrawFiled(session, month);
}

/**
 * Saves the PDF of a month: whole, or not at all. One that left as a document is saved as it left.
 * @throws {PorteError} `company.refused`, `company.not_found`, `file.unwritable`.
 */
export async function saveReport(
  session: Session,
  month: Month,
  file: string,
): Promise<{ file: string; bytes: number }> {
  const pdf = await pdfOf(session, month);
  const target = resolve(file);
  await writeWhole(target, pdf);
  return { file: target, bytes: pdf.byteLength };
}

async function pdfOf(session: Session, month: Month): Promise<Uint8Array> {
  if (endOf(session) === "company") return session.company.reportPdf(month);
  const { documentOf } = await import("../local/own-proof.ts");
  return documentOf(session, month);
}
