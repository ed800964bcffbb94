import { resolve } from "node:path";
import type { Month } from "../domain/calendar.ts";
import { writeWhole } from "../store/files.ts";
import type { Session } from "./session.ts";

/**
 * Saves the PDF of a payslip: whole, or not at all, and readable by its owner alone.
 * @throws {PorteError} `company.refused` for a month without a payslip, `file.unwritable`.
 */
export async function savePayslip(
  { company }: Session,
  month: Month,
  file: string,
): Promise<{ file: string; bytes: number }> {
  const pdf = await company.payslipPdf(month);
  const target = resolve(file);
  await writeWhole(target, pdf);
  return { file: target, bytes: pdf.byteLength };
}
