import type { CommandSpec } from "../command.ts";
import { CLIENTS } from "./clients/commands.ts";
import { CONTACTS } from "./contacts/commands.ts";
import { CONTRACTS } from "./contracts/commands.ts";
import { ESTABLISHMENT } from "./establishment/commands.ts";
import { EXPENSES } from "./expenses/commands.ts";
import { INVOICES } from "./invoices/commands.ts";
import { LEAVE } from "./leave/commands.ts";
import { MISSIONS } from "./missions/commands.ts";
import { PAYMENTS } from "./payments/commands.ts";
import { PAYROLL } from "./payroll/commands.ts";
import { PEOPLE } from "./people/commands.ts";
import { REPORTS } from "./reports/commands.ts";
import { SCHEMA } from "./schema/commands.ts";
import { TOKENS } from "./tokens/commands.ts";
import { TRAIL } from "./trail/commands.ts";

/** What a company's staff may type after `porte-company`, in the order of its help. */
export const COMPANY_COMMANDS: readonly CommandSpec[] = [
  REPORTS,
  EXPENSES,
  INVOICES,
  PAYMENTS,
  CLIENTS,
  CONTACTS,
  CONTRACTS,
  ESTABLISHMENT,
  LEAVE,
  PAYROLL,
  PEOPLE,
  MISSIONS,
  TOKENS,
  TRAIL,
  SCHEMA,
];
