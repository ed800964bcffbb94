import { enActivity, enActivityHelp } from "./en/activity.ts";
import { enAdministration } from "./en/administration.ts";
import { enBanks } from "./en/banks.ts";
import { enCommon } from "./en/common.ts";
import { enCompany } from "./en/company.ts";
import { enContracts, enContractsHelp } from "./en/contracts.ts";
import { enDeliveries } from "./en/deliveries.ts";
import { enDemo, enDemoHelp } from "./en/demo.ts";
import { enDoctor } from "./en/doctor.ts";
import { enExpenses, enExpensesHelp } from "./en/expenses.ts";
import { enExport } from "./en/export.ts";
import { enHelp } from "./en/help.ts";
import { enImports } from "./en/imports.ts";
import { enInvoices } from "./en/invoices.ts";
import { enLabels } from "./en/labels.ts";
import { enLaw, enLawHelp } from "./en/law.ts";
import { enLocal, enLocalHelp } from "./en/local.ts";
import { enMoney } from "./en/money.ts";
import { enMonth, enMonthHelp } from "./en/month.ts";
import { enPages } from "./en/pages.ts";
import { enPayslips, enPayslipsHelp } from "./en/payslips.ts";
import { enProgram, enProgramHelp } from "./en/program.ts";
import { enSession, enSessionHelp } from "./en/session.ts";
import { enSimulation, enSimulationHelp } from "./en/simulation.ts";
import { enStaff } from "./en/staff.ts";
import { enTables, enTablesHelp } from "./en/tables.ts";
import { englishFormat } from "./format.ts";
import type { Sentences } from "./sentences.ts";

/** The same in English. */
export const en: Sentences = {
  format: englishFormat,
  ...enCommon,
  help: {
    ...enHelp,
    tables: enTablesHelp,
    ...enSessionHelp,
    ...enMonthHelp,
    ...enActivityHelp,
    ...enContractsHelp,
    ...enLawHelp,
    ...enLocalHelp,
    ...enExpensesHelp,
    ...enPayslipsHelp,
    ...enSimulationHelp,
    ...enDemoHelp,
    ...enProgramHelp,
  },
  ...enLabels,
  ...enSession,
  ...enMonth,
  ...enActivity,
  ...enContracts,
  ...enImports,
  ...enLaw,
  ...enLocal,
  ...enBanks,
  ...enExpenses,
  ...enPayslips,
  ...enSimulation,
  ...enDeliveries,
  ...enDemo,
  ...enProgram,
  ...enDoctor,
  ...enCompany,
  ...enPages,
  ...enExport,
  tables: enTables,
  administration: enAdministration,
  money: enMoney,
  invoices: enInvoices,
  staff: enStaff,
};
