import { type Format, frenchFormat } from "./format.ts";
import { frActivity, frActivityHelp } from "./fr/activity.ts";
import { frAdministration } from "./fr/administration.ts";
import { frBanks } from "./fr/banks.ts";
import { frCommon } from "./fr/common.ts";
import { frCompany } from "./fr/company.ts";
import { frContracts, frContractsHelp } from "./fr/contracts.ts";
import { frDeliveries } from "./fr/deliveries.ts";
import { frDemo, frDemoHelp } from "./fr/demo.ts";
import { frDoctor } from "./fr/doctor.ts";
import { frExpenses, frExpensesHelp } from "./fr/expenses.ts";
import { frExport } from "./fr/export.ts";
import { frHelp } from "./fr/help.ts";
import { frImports } from "./fr/imports.ts";
import { frInvoices } from "./fr/invoices.ts";
import { frLabels } from "./fr/labels.ts";
import { frLaw, frLawHelp } from "./fr/law.ts";
import { frLocal, frLocalHelp } from "./fr/local.ts";
import { frMoney } from "./fr/money.ts";
import { frMonth, frMonthHelp } from "./fr/month.ts";
import { frPages } from "./fr/pages.ts";
import { frPayslips, frPayslipsHelp } from "./fr/payslips.ts";
import { frProgram, frProgramHelp } from "./fr/program.ts";
import { frSession, frSessionHelp } from "./fr/session.ts";
import { frSimulation, frSimulationHelp } from "./fr/simulation.ts";
import { frStaff } from "./fr/staff.ts";
import { frTables, frTablesHelp } from "./fr/tables.ts";

/** The reference language. What it has, every other language must have, or the build fails. */
export const fr = {
  format: frenchFormat as Format,
  ...frCommon,
  help: {
    ...frHelp,
    tables: frTablesHelp,
    ...frSessionHelp,
    ...frMonthHelp,
    ...frActivityHelp,
    ...frContractsHelp,
    ...frLawHelp,
    ...frLocalHelp,
    ...frExpensesHelp,
    ...frPayslipsHelp,
    ...frSimulationHelp,
    ...frDemoHelp,
    ...frProgramHelp,
  },
  ...frLabels,
  ...frSession,
  ...frMonth,
  ...frActivity,
  ...frContracts,
  ...frImports,
  ...frLaw,
  ...frLocal,
  ...frBanks,
  ...frExpenses,
  ...frPayslips,
  ...frSimulation,
  ...frDeliveries,
  ...frDemo,
  ...frProgram,
  ...frDoctor,
  ...frCompany,
  ...frPages,
  ...frExport,
  tables: frTables,
  administration: frAdministration,
  money: frMoney,
  invoices: frInvoices,
  staff: frStaff,
};
