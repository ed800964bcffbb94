import type { Schemas } from "../../client/company.ts";
import type { Month } from "../../domain/calendar.ts";
import type { KernelSections } from "../../domain/line-section.ts";
import type { FiledPayslip } from "../../domain/local/filed.ts";
import { isRefusal, PorteError } from "../../errors.ts";
import { Records } from "../../store/records/records.ts";
import type { Session } from "../session.ts";
import { type Expectation, expectationOf, type Missing, payHistory, payTerms } from "./expectation.ts";
import { listedPayslips, papersOf } from "./filed.ts";

/** A month's payslip as it is known here: the company's, the papers that were filed, and what this machine would pay. */
export interface PayslipMonth {
  readonly month: Month;
  readonly company: KernelSections<Schemas["Payslip"]> | null;
  /** The one that stands first. */
  readonly papers: readonly { readonly paper: FiledPayslip; readonly file: string }[];
  readonly expected: Expectation | Missing;
}

/** Reads a month's payslip, whoever has it. @throws {PorteError} `payslip.none_of_month` where nobody has one. */
export async function payslipMonth(session: Session, month: Month): Promise<PayslipMonth> {
  const records = new Records(session.folder);
  const papers = papersOf(session, month).map((paper) => ({ paper, file: records.documentFile(paper.document.file) }));
  const company = session.isLocal ? null : await companysOf(session, month, papers.length > 0);
  if (company !== null && papers.length === 0) return { month, company, papers, expected: "report" };
  if (company === null && papers.length === 0) throw new PorteError("payslip.none_of_month", { month });
  const history = await payHistory(session, await listedPayslips(session));
  return { month, company, papers, expected: await expectationOf(session, month, history, await payTerms(session)) };
}

/** The company's own payslip; null where it has none and a paper stands in. */
async function companysOf({ reader }: Session, month: Month, hasPaper: boolean): Promise<PayslipMonth["company"]> {
  try {
    return await reader.payslip(month);
  } catch (failure) {
    if (hasPaper && isRefusal(failure, "company.not_found")) return null;
    throw failure;
  }
}
