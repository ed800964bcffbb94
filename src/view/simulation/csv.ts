import { stringify } from "csv-stringify/sync";
import { toEuros } from "../../domain/money.ts";
import { detailedLines } from "../../payroll/detail.ts";
import type { RunMonth } from "../../portage/run.ts";
import type { Simulation } from "../../portage/simulate.ts";
import type { SimulationResult } from "../../portage/simulated.ts";
import { lineFigures } from "../payslip.ts";

/** What has a form of its own as CSV: a month by its lines, a run by its months. */
export type CsvResult = Extract<SimulationResult, { kind: "month" | "run" }>;

/** A month or a run of months as CSV. */
export function resultCsv(result: CsvResult): string {
  return result.kind === "run" ? runCsv(result.months) : linesCsv(result.month.answer);
}

/** The lines of a simulated payslip as CSV: plain decimals, commas between, one line a contribution. */
function linesCsv({ law, payslip }: Pick<Simulation, "law" | "payslip">): string {
  const rows = detailedLines(law, payslip).map((line) => ({ code: line.code, ...lineFigures(line) }));
  return stringify(rows, { header: true }).trimEnd();
}

/** The months of a run as CSV, one a line. */
function runCsv(months: readonly RunMonth[]): string {
  const rows = months.map(({ month, workingDays, billedDays, answer }) => ({
    month,
    workingDays,
    billedDays: billedDays ?? "",
    turnover: toEuros(answer?.waterfall?.turnoverCents ?? 0),
    gross: toEuros(answer?.payslip.grossCents ?? 0),
    employerCost: toEuros(answer?.payslip.costCents ?? 0),
    netBeforeTax: toEuros(answer?.payslip.netBeforeTaxCents ?? 0),
    netPaid: toEuros(answer?.payslip.netPaidCents ?? 0),
  }));
  return stringify(rows, { header: true }).trimEnd();
}
