import { sql } from "kysely";
import type { Day, Month } from "../../domain/calendar.ts";
import { invoiceState } from "../../domain/invoicing.ts";
import type { Cents, Ppm } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Query } from "../api/operation.ts";
import { idOf, monthsIn, newestPage } from "../api/paging.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";

/** An invoice as it is read, with what was paid and who was reminded. */
interface InvoiceRow {
  readonly id: string;
  readonly number: string;
  readonly reference: string;
  readonly client: string;
  readonly month: Month;
  readonly report_version: number;
  readonly day_hundredths: number;
  readonly amount_cents: Cents;
  readonly vat_ppm: Ppm;
  readonly vat_cents: Cents;
  readonly issued_on: Day;
  readonly due_on: Day;
  readonly late_ppm: Ppm | null;
  readonly paid_cents: Cents;
  readonly reminders: readonly (Omit<Schemas["Reminder"], "mailedAt"> & {
    readonly nextOn: Day | null;
    readonly isMailed: boolean;
    readonly mailedAt: string | null;
  })[];
  readonly cancelled_at: Date | null;
  readonly cancelled_by: string | null;
  readonly cancel_reason: string | null;
  readonly recorded_at: Date;
  readonly recorded_by: string;
}

const paidNow = sql<Cents>`coalesce((select sum(payment.amount_cents) from payments payment
  where payment.mission_id = invoices.mission_id and payment.month = invoices.month
    and not exists (select 1 from payment_reversals where payment_id = payment.id)), 0)::bigint`;
const reminders = sql<
  InvoiceRow["reminders"]
>`(select coalesce(json_agg(json_build_object('sentOn', sent_on, 'channel', channel,
  'by', reminder.recorded_by, 'nextOn', next_on,
  'isMailed', next_try_at is not null or mailed_at is not null, 'mailedAt', mailed_at) order by reminder.id), '[]') from invoice_reminders reminder where invoice_id = invoices.id)`;

/** Invoices with their missions and owners. */
function invoicesIn(db: Db) {
  return db
    .selectFrom("invoices")
    .innerJoin("missions", "missions.id", "invoices.mission_id")
    .innerJoin("people", "people.id", "invoices.person_id")
    .selectAll("invoices")
    .select(["missions.reference", "missions.client", "people.name", "people.email"])
    .select([paidNow.as("paid_cents"), reminders.as("reminders")]);
}

/** Lists a porté's invoices, newest first. */
export function listInvoices(
  { db, now }: Deps,
  { personId }: Caller,
  query: Query<"listInvoices">,
): Promise<Schemas["InvoicePage"]> {
  const [first, last] = monthsIn(query);
  const select = invoicesIn(db)
    .where("invoices.person_id", "=", personId)
    .where("invoices.month", ">=", first)
    .where("invoices.month", "<=", last);
  return newestPage(select, query, { id: "invoices.id", show: (row) => showInvoice(row, dayInParis(now())) });
}

/** Lists the invoices of all portés, newest first. */
export function listAllInvoices(
  { db, now }: Deps,
  query: Query<"listAllInvoices">,
): Promise<Schemas["OwnedInvoicePage"]> {
  const [first, last] = monthsIn(query);
  const select = invoicesIn(db).where("invoices.month", ">=", first).where("invoices.month", "<=", last);
  return newestPage(select, query, { id: "invoices.id", show: (row) => showOwned(row, dayInParis(now())) });
}

/** Gives an invoice to whose work it is for, or to the staff. @throws {PorteError} `company.not_found`, for another's as for none. */
export async function getInvoice(
  { db, now }: Deps,
  { personId, role, scopes }: Caller,
  invoiceId: string,
): Promise<Schemas["Invoice"]> {
  const row = await invoicesIn(db)
    .where("invoices.id", "=", idOf(invoiceId, "invoice"))
    .$if(!(role === "operator" && scopes.includes("operator")), (own) => own.where("invoices.person_id", "=", personId))
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "invoice", what: invoiceId });
  return showInvoice(row, dayInParis(now()));
}

/** Gives an invoice of anybody's. @throws {PorteError} `company.not_found`. */
export async function ownedInvoice(db: Db, invoiceId: string, today: Day): Promise<Schemas["OwnedInvoice"]> {
  const row = await invoicesIn(db).where("invoices.id", "=", idOf(invoiceId, "invoice")).executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "invoice", what: invoiceId });
  return showOwned(row, today);
}

/** The number of the invoice that stands for a mission's month; null where none does. */
export async function standingNumber(db: Db, missionId: string, month: Month): Promise<string | null> {
  const row = await db
    .selectFrom("invoices")
    .select("number")
    .where("mission_id", "=", missionId)
    .where("month", "=", month)
    .where("cancelled_at", "is", null)
    .executeTakeFirst();
  return row?.number ?? null;
}

/** The version of an invoice for whoever decides on it: it changes once. */
export function invoiceRevision({ cancelled_at }: Pick<InvoiceRow, "cancelled_at">): number {
  return cancelled_at === null ? 1 : 2;
}

function showOwned(
  row: InvoiceRow & { readonly person_id: string; readonly name: string; readonly email: string },
  today: Day,
): Schemas["OwnedInvoice"] {
  return {
    owner: { id: row.person_id, name: row.name, email: row.email },
    invoice: showInvoice(row, today),
    etag: `"${row.id}.${invoiceRevision(row)}"`,
  };
}

function showInvoice(row: InvoiceRow, today: Day): Schemas["Invoice"] {
  const isCancelled = row.cancelled_at !== null;
  const standing = { amountCents: row.amount_cents, paidCents: Number(row.paid_cents), dueOn: row.due_on, isCancelled };
  return {
    id: row.id,
    number: row.number,
    mission: row.reference,
    client: row.client,
    month: row.month,
    reportVersion: row.report_version,
    days: row.day_hundredths / 100,
    amountCents: row.amount_cents,
    vatPpm: row.vat_ppm,
    vatCents: row.vat_cents,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    lateRatePpm: row.late_ppm,
    state: invoiceState(standing, today),
    paidCents: standing.paidCents,
    reminders: row.reminders.map(({ sentOn, channel, by, isMailed, mailedAt }) => ({
      ...{ sentOn, channel, by },
      ...(isMailed ? { mailedAt: mailedAt === null ? null : new Date(mailedAt).toISOString() } : {}),
    })),
    nextReminderOn: row.reminders.at(-1)?.nextOn ?? null,
    cancellation:
      row.cancelled_at === null
        ? null
        : {
            reason: row.cancel_reason ?? "",
            recordedAt: row.cancelled_at.toISOString(),
            recordedBy: row.cancelled_by ?? "",
          },
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
  };
}
