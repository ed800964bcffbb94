import { resolve } from "node:path";
import type { Month } from "../domain/calendar.ts";
import { writeWhole } from "../store/files.ts";
import { keepKeys } from "./activity/proof.ts";
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
  const [pdf] = await Promise.all([session.reader.payslipPdf(month, model), keepKeys(session)]);
  const target = resolve(file);
  await writeWhole(target, pdf);
  return { file: target, bytes: pdf.byteLength };
}
