import type { FailureCode, PorteError } from "../errors.ts";
import { activityFailures } from "./activity.ts";
import { authFailures } from "./auth.ts";
import { companyFailures } from "./company.ts";
import { contractsFailures } from "./contracts.ts";
import { deliveryFailures } from "./delivery.ts";
import { expensesFailures } from "./expenses.ts";
import { filesFailures } from "./files.ts";
import { inputFailures } from "./input.ts";
import { lawFailures } from "./law.ts";
import { localFailures } from "./local.ts";
import { payslipsFailures } from "./payslips.ts";
import { programFailures } from "./program.ts";
import { receiptsFailures } from "./receipts.ts";
import type { Area, ExitCode, FailureRow, Rows } from "./row.ts";
import { serverFailures } from "./server.ts";
import { simulationFailures } from "./simulation.ts";
import { startFailures } from "./start.ts";
import { tablesFailures } from "./tables.ts";
import { usageFailures } from "./usage.ts";

/** Every failure a user can meet, a row each. The codes are API: never renamed. */
export const failures = {
  ...usageFailures,
  ...inputFailures,
  ...activityFailures,
  ...contractsFailures,
  ...deliveryFailures,
  ...expensesFailures,
  ...receiptsFailures,
  ...filesFailures,
  ...tablesFailures,
  ...payslipsFailures,
  ...lawFailures,
  ...localFailures,
  ...simulationFailures,
  ...startFailures,
  ...serverFailures,
  ...authFailures,
  ...companyFailures,
  ...programFailures,
} satisfies Rows<Area>;

/** Every row, where its code is not known beforehand. */
const rows: Readonly<Record<FailureCode, FailureRow>> = failures;

/** Gives the exit code that a failure ends a program with. */
export function exitCodeOf({ code }: PorteError): ExitCode {
  return rows[code].exit;
}

/** Gives the HTTP status that a company answers a failure with. */
export function statusOf({ code }: PorteError): number {
  return rows[code].status ?? 422;
}
