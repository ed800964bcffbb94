import { accountRoutes } from "./account/routes.ts";
import { activityRoutes } from "./activity/routes.ts";
import type { Handlers } from "./api/route.ts";
import { companyRoutes } from "./company/routes.ts";
import { contractRoutes } from "./contracts/routes.ts";
import type { Deps } from "./deps.ts";
import { documentRoutes } from "./documents/routes.ts";
import type { EventHub } from "./events/hub.ts";
import { eventRoutes } from "./events/routes.ts";
import { expenseRoutes } from "./expenses/routes.ts";
import { historyRoutes } from "./history/routes.ts";
import { invoiceRoutes } from "./invoices/routes.ts";
import { missionRoutes } from "./missions/routes.ts";
import { paymentRoutes } from "./payments/routes.ts";
import { payrollRoutes } from "./payroll/routes.ts";
import type { PayrollRunner } from "./payroll/runner.ts";
import { payslipRoutes } from "./payslips/routes.ts";
import { peopleRoutes } from "./people/routes.ts";
import { receiptRoutes } from "./receipts/routes.ts";
import { serviceRoutes } from "./service/routes.ts";
import { tokenRoutes } from "./tokens/routes.ts";
import { trailRoutes } from "./trail/routes.ts";

/** What every operation of the contract needs beside the company's own parts. */
export interface Operating {
  /** The version of the contract that this server keeps: `info.version` of openapi.yaml. */
  readonly contractVersion: string;
  readonly runner: PayrollRunner;
  readonly hub: EventHub;
}

/** Every operation of the contract, area by area. */
export function operations(deps: Deps, { contractVersion, runner, hub }: Operating): Handlers {
  return {
    ...serviceRoutes(deps, contractVersion),
    ...companyRoutes(deps),
    ...peopleRoutes(deps),
    ...contractRoutes(deps),
    ...missionRoutes(deps),
    ...documentRoutes(deps),
    ...activityRoutes(deps),
    ...historyRoutes(deps),
    ...receiptRoutes(deps),
    ...expenseRoutes(deps),
    ...paymentRoutes(deps),
    ...invoiceRoutes(deps),
    ...accountRoutes(deps),
    ...payrollRoutes(deps, runner),
    ...payslipRoutes(deps),
    ...eventRoutes(deps, hub),
    ...tokenRoutes(deps),
    ...trailRoutes(deps),
  };
}
