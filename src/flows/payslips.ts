import { dirname, resolve } from "node:path";
import type { Month } from "../domain/calendar.ts";
import type { FiledPayslip } from "../domain/local/filed.ts";
import { PorteError } from "../errors.ts";
import type { WorkerFile } from "../files/workers.ts";
import { ensureFolder, writeWhole } from "../store/files.ts";
import { Records } from "../store/records/records.ts";
import { keepKeys } from "./activity/proof.ts";
import { latestMonth, paperContent, papersOf } from "./papers/filed.ts";
import { type PayslipProof, payslipProof } from "./payslip-proof.ts";
import { payslipFile } from "./records/recorded-company.ts";
import type { Session } from "./session.ts";

/**
 * Saves the PDF of a payslip: whole, or not at all, and readable by its owner alone. The company's keys are kept with it,
 * so that it can be verified without the company.
 * @throws {PorteError} `company.refused` for a month without a payslip, `file.unwritable`.
 */
export async function savePayslip(
  session: Session,
  month: Month,
  { file, model }: { file: string; model: "2027" | undefined },
): Promise<{ file: string; bytes: number }> {
  const pdf = await pdfOf(session, month, model);
  const target = resolve(file);
  await writeWhole(target, pdf);
  return { file: target, bytes: pdf.byteLength };
}

/** The company's own PDF; where there is no company, the paper that was filed. */
async function pdfOf(session: Session, month: Month, model: "2027" | undefined): Promise<Uint8Array> {
  const paper = await paperAlone(session, month);
  if (paper !== null) return (await paperContent(session, paper)).bytes;
  const [pdf] = await Promise.all([session.reader.payslipPdf(month, model), keepKeys(session)]);
  return pdf;
}

/** The paper of a month that no company has a payslip of; null where one has. @throws {PorteError} `payslip.none_of_month`. */
async function paperAlone(session: Session, month: Month): Promise<FiledPayslip | null> {
  const [paper] = papersOf(session, month);
  if (session.isLocal) {
    if (paper === undefined) throw new PorteError("payslip.none_of_month", { month });
    return paper;
  }
  if (paper === undefined) return null;
  return (await session.reader.payslips({ month })).length === 0 ? paper : null;
}

/** A payslip's PDF on this machine, and what it proves; null for a paper that was filed, which nobody signed. */
export interface StoredPayslip {
  readonly month: Month;
  readonly file: string;
  readonly proof: PayslipProof | null;
}

/**
 * Fetches a payslip, the latest where no month is named, under a name that a viewer can show, and verifies it.
 * @throws {PorteError} `payslip.none`, `payslip.unreadable`, and what `savePayslip` throws.
 */
export async function fetchPayslip(
  session: Session,
  month: Month | undefined,
  worker: WorkerFile,
): Promise<StoredPayslip> {
  const of = month ?? (await latestMonth(session));
  const paper = await paperAlone(session, of);
  if (paper !== null) return { month: of, file: (await paperContent(session, paper)).file, proof: null };
  /** Where the records keep it already: one copy, and erased with them. */
  const place = new Records(session.folder).documentFile(payslipFile(of));
  ensureFolder(dirname(place));
  const { file } = await savePayslip(session, of, { file: place, model: undefined });
  return { month: of, file, proof: await payslipProof({ ...session, worker }, file, undefined) };
}
