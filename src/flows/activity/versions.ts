import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import type { Schemas } from "../../client/company.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { writeWhole } from "../../store/files.ts";
import { LocalActs } from "../../store/undo-log.ts";
import type { Session } from "../session.ts";
import { draftsOf, keepTyped } from "./outbox.ts";

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
  const versions = await session.company.reportVersions(month);
  const found = versions.find((one) => one.version === version);
  if (found === undefined)
    throw new PorteError("activity.no_version", { month, version, versions: versions.map((one) => one.version) });
  const base = (await session.company.report(month))?.etag ?? null;
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

/**
 * Takes a month back from the company, while nobody has decided on it; what it held stays here as a draft.
 * @throws {PorteError} `company.not_found` where it holds none, `company.refused` once it was decided on.
 */
export async function withdraw(session: Session, month: Month): Promise<Schemas["ActivityReport"]> {
  return draftsOf(session).inTurn(month, async () => {
    const remote = await session.company.report(month);
    if (remote === null) throw new PorteError("company.not_found", { kind: "report", what: month });
    const { value, etag } = await session.company.withdrawReport(month, { key: randomUUID(), etag: remote.etag });
    const { days, restDaysConfirmed, restStatement = null } = remote.value;
    /** What is sent next replaces the version that is withdrawn, also where the company cannot be asked then. */
    await keepTyped(session, { month, days, restDaysConfirmed, restStatement }, "draft", etag);
    return value;
  });
}

/** Saves the PDF of a month: whole, or not at all. @throws {PorteError} `company.refused`, `file.unwritable`. */
export async function saveReport(
  { company }: Session,
  month: Month,
  file: string,
): Promise<{ file: string; bytes: number }> {
  const pdf = await company.reportPdf(month);
  const target = resolve(file);
  await writeWhole(target, pdf);
  return { file: target, bytes: pdf.byteLength };
}
