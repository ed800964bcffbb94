import { guessTerms } from "../../domain/local/payslip-terms.ts";
import type { SaidFacts } from "../../domain/local/sheet-facts.ts";
import type { WorkerFile } from "../../files/workers.ts";
import { findPayslips } from "./sources.ts";

/**
 * Reads what a payslip says of the company and the contract.
 * @throws {PorteError} `file.unreadable`, `payslip.not_pdf`.
 */
export async function termsOfPayslip(file: string, worker: WorkerFile): Promise<SaidFacts> {
  const [found] = await findPayslips({ files: [file], folder: undefined, mail: undefined }, worker);
  return guessTerms(found?.lines ?? []);
}
