import { type Kysely, Migrator, sql } from "kysely";
import { PorteError } from "../../errors.ts";
import * as aMonth from "./migrations/0001-a-month.ts";
import * as clientApproval from "./migrations/0002-client-approval.ts";
import * as workingTime from "./migrations/0003-working-time.ts";
import * as expenseRules from "./migrations/0004-expense-rules.ts";
import * as receiptUploads from "./migrations/0005-receipt-uploads.ts";
import * as vatByRate from "./migrations/0006-vat-by-rate.ts";
import * as restAndTelework from "./migrations/0007-rest-and-telework.ts";
import * as payslipMentions from "./migrations/0008-payslip-mentions.ts";
import * as payrollOwed from "./migrations/0009-payroll-owed.ts";
import * as constraints from "./migrations/0010-constraints.ts";
import * as paymentReversals from "./migrations/0011-payment-reversals.ts";
import * as payrollRuns from "./migrations/0012-payroll-runs.ts";
import * as signInLimits from "./migrations/0013-sign-in-limits.ts";
import * as receiptPlace from "./migrations/0014-receipt-store.ts";
import * as indexes from "./migrations/0015-indexes.ts";
import * as staffAndTrail from "./migrations/0016-staff-and-trail.ts";
import * as erasure from "./migrations/0017-erasure.ts";
import * as trailPlan from "./migrations/0018-trail-plan.ts";
import * as reportsAsWritten from "./migrations/0019-reports-as-written.ts";
import * as termsFromADay from "./migrations/0020-terms-from-a-day.ts";
import * as listsByMonth from "./migrations/0021-lists-by-month.ts";
import * as listsAsWritten from "./migrations/0022-lists-as-written.ts";
import * as reportsAsShown from "./migrations/0023-reports-as-shown.ts";
import * as forcedPayments from "./migrations/0024-forced-payments.ts";
import * as clientsAndProposals from "./migrations/0025-clients-and-proposals.ts";
import * as contractDocuments from "./migrations/0026-contract-documents.ts";
import * as causesOfEntries from "./migrations/0027-causes-of-entries.ts";
import * as events from "./migrations/0028-events.ts";
import * as invoices from "./migrations/0029-invoices.ts";
import * as merchant from "./migrations/0030-merchant.ts";
import * as invoiceEvents from "./migrations/0032-invoice-events.ts";
import * as importedMonths from "./migrations/0033-imported-months.ts";
import * as contractTerms from "./migrations/0034-contract-terms.ts";
import * as invoicePapers from "./migrations/0035-invoice-papers.ts";
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
  "0010-constraints": constraints,
  "0011-payment-reversals": paymentReversals,
  "0012-payroll-runs": payrollRuns,
  "0013-sign-in-limits": signInLimits,
  "0014-receipt-store": receiptPlace,
  "0015-indexes": indexes,
  "0016-staff-and-trail": staffAndTrail,
  "0017-erasure": erasure,
  "0018-trail-plan": trailPlan,
  "0019-reports-as-written": reportsAsWritten,
  "0020-terms-from-a-day": termsFromADay,
  "0021-lists-by-month": listsByMonth,
  "0022-lists-as-written": listsAsWritten,
  "0023-reports-as-shown": reportsAsShown,
  "0024-forced-payments": forcedPayments,
  "0025-clients-and-proposals": clientsAndProposals,
  "0026-contract-documents": contractDocuments,
  "0027-causes-of-entries": causesOfEntries,
  "0028-events": events,
  "0029-invoices": invoices,
  "0030-merchant": merchant,
  "0032-invoice-events": invoiceEvents,
  "0033-imported-months": importedMonths,
  "0034-contract-terms": contractTerms,
  "0035-invoice-papers": invoicePapers,
};

/** Several first starts make the same tables and columns at once: all but one are told that those are there. */
const MADE_MEANWHILE = /^(23505|42P07|42701|42710|42723)$/;
const MAX_TRIES = 10;

/**
 * Brings a database to the current schema, and names the migrations that this took.
 * @throws {PorteError} `start.schema_newer` where a newer program has been there.
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  for (let tries = 1; ; tries += 1) {
    if (await isCurrent(db)) return [];
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error === undefined) return results.map(({ migrationName }) => migrationName);
    const { code = "" } = error as { code?: string };
    if (!MADE_MEANWHILE.test(code) || tries === MAX_TRIES) throw error;
  }
}

/** Says whether a schema, by its migrations, is the one that this program has. */
export function isLatest(schema: readonly string[]): boolean {
  return schema.join() === Object.keys(MIGRATIONS).join();
}

/**
 * Brings a new database to the schema that another one had.
 * @throws {PorteError} `backup.schema` where this program does not know that schema, or the database is past it.
 */
export async function migrateLike(db: Kysely<Database>, schema: readonly string[]): Promise<void> {
  const last = schema.at(-1) ?? "";
  const isKnown = schema.every((name, index) => Object.keys(MIGRATIONS)[index] === name);
  if (!isKnown || last === "") throw new PorteError("backup.schema", { schema: last });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const done = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt !== undefined);
  if (done.length > schema.length) throw new PorteError("backup.schema", { schema: last });
  const { error } = await migrator.migrateTo(last);
  if (error !== undefined) throw error;
}

/** PostgreSQL's code for a table that is not there: the database is empty. */
const NO_TABLE = "42P01";

/**
 * Asks in one query what the migrator asks in ten: most starts have nothing to do.
 * @throws {PorteError} `start.schema_newer`.
 */
export async function isCurrent(db: Kysely<Database>): Promise<boolean> {
  const query = sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const { rows } = await query.catch((failure: { code?: string }) => {
    if (failure.code === NO_TABLE) return { rows: [] };
    throw failure;
  });
  const done = new Set(rows.map(({ name }) => name));
  const newer = [...done].filter((name) => !Object.hasOwn(MIGRATIONS, name));
  if (newer.length > 0) throw new PorteError("start.schema_newer", { migrations: newer });
  return Object.keys(MIGRATIONS).every((name) => done.has(name));
}
