import { dirname, resolve } from "node:path";
import type { Month } from "../domain/calendar.ts";
import { PorteError } from "../errors.ts";
import type { WorkerFile } from "../files/workers.ts";
import { ensureFolder, writeWhole } from "../store/files.ts";
import { Records } from "../store/records/records.ts";
import { keepKeys } from "./activity/proof.ts";
import { type PayslipProof, payslipProof } from "./payslip-proof.ts";
import { payslipFile } from "./records/recorded-company.ts";
import type { Session } from "./session.ts";

/** The month of the latest payslip that stands. @throws {PorteError} `payslip.none`. */
export async function latestPayslipMonth({ reader }: Session): Promise<Month> {
  const months = (await reader.payslips()).map(({ month }) => month).sort();
  const latest = months.at(-1);
  if (latest === undefined) throw new PorteError("payslip.none", {});
  return latest;
}

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
  const [pdf] = await Promise.all([session.reader.payslipPdf(month, model), keepKeys(session)]);
  const target = resolve(file);
  await writeWhole(target, pdf);
  return { file: target, bytes: pdf.byteLength };
}

/** A payslip's PDF on this machine, and what it proves. */
export interface StoredPayslip {
  readonly month: Month;
  readonly file: string;
  readonly proof: PayslipProof;
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
  const of = month ?? (await latestPayslipMonth(session));
  /** Where the records keep it already: one copy, and erased with them. */
  const place = new Records(session.folder).documentFile(payslipFile(of));
  ensureFolder(dirname(place));
  const { file } = await savePayslip(session, of, { file: place, model: undefined });
  return { month: of, file, proof: await payslipProof({ ...session, worker }, file, undefined) };
}
