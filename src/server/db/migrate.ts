import { type Kysely, Migrator, sql } from "kysely";
import * as aMonth from "./migrations/0001-a-month.ts";
import * as clientApproval from "./migrations/0002-client-approval.ts";
import * as workingTime from "./migrations/0003-working-time.ts";
import * as expenseRules from "./migrations/0004-expense-rules.ts";
import * as receiptUploads from "./migrations/0005-receipt-uploads.ts";
import * as vatByRate from "./migrations/0006-vat-by-rate.ts";
import * as restAndTelework from "./migrations/0007-rest-and-telework.ts";
import * as payslipMentions from "./migrations/0008-payslip-mentions.ts";
import * as payrollOwed from "./migrations/0009-payroll-owed.ts";
import * as paymentReversals from "./migrations/0011-payment-reversals.ts";
import type { Database } from "./schema.ts";

/** Every migration, in order; a name is never changed once it has been released. */
const MIGRATIONS = {
  "0001-a-month": aMonth,
  "0002-client-approval": clientApproval,
  "0003-working-time": workingTime,
  "0004-expense-rules": expenseRules,
  "0005-receipt-uploads": receiptUploads,
  "0006-vat-by-rate": vatByRate,
  "0007-rest-and-telework": restAndTelework,
  "0008-payslip-mentions": payslipMentions,
  "0009-payroll-owed": payrollOwed,
  "0011-payment-reversals": paymentReversals,
};

/** Brings a database to the current schema, and names the migrations that this took. */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  if (await isCurrent(db)) return [];
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/** Asks in one query what the migrator asks in ten: most starts have nothing to do. */
async function isCurrent(db: Kysely<Database>): Promise<boolean> {
  const query = sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const { rows } = await query.catch(() => ({ rows: [] }));
  const done = new Set(rows.map(({ name }) => name));
  return Object.keys(MIGRATIONS).every((name) => done.has(name));
}
