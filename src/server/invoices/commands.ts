import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { billedDays, type ReportDay, turnoverCents } from "../../domain/activity.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import { stepOn } from "../../domain/dated.ts";
import { dueDay, invoiceNumber, USUAL_PAYMENT_DAYS } from "../../domain/invoicing.ts";
import { type Ppm, share } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf } from "../api/paging.ts";
import { assertSeen } from "../api/revision.ts";
import { amendCompany } from "../company/history.ts";
import { companyProfile } from "../company/queries.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { type PricedMission, pricedMissions } from "../missions/queries.ts";
import { ownerByEmail } from "../people/queries.ts";
import { reminderMail } from "./mail.ts";
import { invoiceFacts } from "./paper.ts";
import { invoiceRevision, ownedInvoice, standingNumber } from "./queries.ts";

/** A month's report, as it is billed. */
interface BilledReport {
  readonly id: string;
  readonly person_id: string;
  readonly month: Month;
  readonly version: number;
  readonly days: readonly ReportDay[];
}

/** The terms of one invoice; the company's own where nothing is asked. */
interface Terms {
  readonly paymentDays?: number | undefined;
  readonly vatPpm?: Ppm | undefined;
}

/**
 * Bills a client for a month that was approved.
 * @throws {PorteError} `company.not_found` for the porté, `activity.unknown_mission`, `company.not_invoiceable`, `company.invoiced`.
 */
export async function issueInvoice(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { porteEmail, mission: reference, month, paymentDays, vatPpm }: Schemas["InvoiceSubmission"],
): Promise<Answer<Schemas["OwnedInvoice"]>> {
  const owner = await ownerByEmail(trx, porteEmail);
  const missions = await pricedMissions(trx, owner.id);
  const mission = missions.find((one) => one.reference === reference);
  if (mission === undefined)
    throw new PorteError("activity.unknown_mission", {
      mission: reference,
      missions: missions.map((one) => one.reference),
    });
  const report = await approvedReport(trx, owner.id, month);
  if (report === null)
    throw new PorteError("company.not_invoiceable", { month, mission: reference, why: "not-approved" });
  if (turnoverCents(report.days, [mission]) === 0)
    throw new PorteError("company.not_invoiceable", { month, mission: reference, why: "no-days" });
  const id = await bill(deps, trx, caller.name, { report, mission, terms: { paymentDays, vatPpm } });
  if (id === null)
    throw new PorteError("company.invoiced", {
      month,
      mission: reference,
      number: (await standingNumber(trx, mission.id, month)) ?? "",
    });
  return { status: 201, body: await ownedInvoice(trx, id, dayInParis(deps.now())), etag: null };
}

/** Bills each mission of a report that was just approved, where the company bills at approval. */
export async function billApproved(deps: Deps, trx: Db, by: string, personId: string, month: Month): Promise<void> {
  const { invoicing } = await companyProfile({ db: trx, now: deps.now });
  if (invoicing?.onApproval !== true) return;
  const report = await approvedReport(trx, personId, month);
  if (report === null) return;
  for (const mission of await pricedMissions(trx, personId))
    if (turnoverCents(report.days, [mission]) > 0) await bill(deps, trx, by, { report, mission, terms: {} });
}

async function approvedReport(trx: Db, personId: string, month: Month): Promise<BilledReport | null> {
  const row = await trx
    .selectFrom("activity_reports as report")
    .innerJoin("report_versions as version", (join) =>
      join.onRef("version.report_id", "=", "report.id").onRef("version.version", "=", "report.version"),
    )
    .select(["report.id", "report.person_id", "report.month", "report.version", "version.days"])
    .where("report.person_id", "=", personId)
    .where("report.month", "=", month)
    .where("report.state", "in", ["approved", "locked"])
    .where("report.imported_at", "is", null)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, days: row.days as ReportDay[] };
}

interface Bill {
  readonly report: BilledReport;
  readonly mission: PricedMission;
  readonly terms: Terms;
}

/** Writes an invoice under the next number of its year, or gives null where one stands for the mission's month. */
async function bill(deps: Deps, trx: Db, by: string, { report, mission, terms }: Bill): Promise<string | null> {
  const issuedOn = dayInParis(deps.now());
  const year = Number(issuedOn.slice(0, 4));
  const { invoicing } = await companyProfile({ db: trx, now: deps.now });
  const amountCents = turnoverCents(report.days, [mission]);
  const vatPpm = terms.vatPpm ?? normalVat(deps, issuedOn);
  /** One number after the other: whoever bills at the same time waits, and a number that is not used is not taken. */
  await sql`select pg_advisory_xact_lock(hashtext('invoices'))`.execute(trx);
  const { last } = await trx
    .selectFrom("invoices")
    .select((row) => row.fn.coalesce(row.fn.max("serial"), sql<number>`0`).as("last"))
    .where("year", "=", year)
    .executeTakeFirstOrThrow();
  const serial = last + 1;
  const row = await trx
    .insertInto("invoices")
    .values({
      id: uuid(),
      person_id: report.person_id,
      mission_id: mission.id,
      month: report.month,
      year,
      serial,
      number: invoiceNumber(year, serial),
      report_id: report.id,
      report_version: report.version,
      day_hundredths: Math.round((billedDays(report.days).get(mission.reference) ?? 0) * 100),
      amount_cents: amountCents,
      vat_ppm: vatPpm,
      vat_cents: share(amountCents, vatPpm),
      issued_on: issuedOn,
      due_on: dueDay(issuedOn, terms.paymentDays ?? invoicing?.paymentDays ?? USUAL_PAYMENT_DAYS),
      late_ppm: invoicing?.lateRatePpm ?? null,
      printed: JSON.stringify(await invoiceFacts(deps, trx, mission, report.days)),
      cancelled_at: null,
      cancelled_by: null,
      cancel_reason: null,
      recorded_at: deps.now(),
      recorded_by: by,
    })
    .onConflict((conflict) => conflict.columns(["mission_id", "month"]).where("cancelled_at", "is", null).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

function normalVat({ law }: Pick<Deps, "law">, day: Day): Ppm {
  const normal = law.domain.vatRates.find(({ name }) => name === "vatNormal");
  if (normal === undefined) throw new RangeError("no table vatNormal");
  return stepOn(normal, day).value;
}

/** The invoice, its row held. @throws {PorteError} `company.not_found`. */
async function held(trx: Db, invoiceId: string) {
  const row = await trx
    .selectFrom("invoices")
    .selectAll()
    .where("id", "=", idOf(invoiceId, "invoice"))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "invoice", what: invoiceId });
  return row;
}

/**
 * Records that a client was reminded, or has the company mail it.
 * @throws {PorteError} `company.not_found`, `company.already` for an invoice that is paid or cancelled, `company.invalid` for a day to come or
 * a next reminder before this one, `company.no_mail`, `company.no_recipient`.
 */
export async function remindInvoice(
  deps: Deps,
  trx: Db,
  caller: Caller,
  invoiceId: string,
  { channel, sentOn, nextOn, send = false }: Schemas["ReminderSubmission"],
): Promise<Answer<Schemas["OwnedInvoice"]>> {
  const today = dayInParis(deps.now());
  const row = await held(trx, invoiceId);
  const { state } = (await ownedInvoice(trx, row.id, today)).invoice;
  if (state === "paid" || state === "cancelled")
    throw new PorteError("company.already", { kind: "invoice", what: row.number, state });
  const sent = sentOn ?? today;
  assertReminder({ channel, send, ...(nextOn === undefined ? {} : { nextOn }) }, sent, today);
  await trx
    .insertInto("invoice_reminders")
    .values({
      id: uuid(),
      invoice_id: row.id,
      person_id: row.person_id,
      sent_on: sent,
      channel,
      next_on: nextOn ?? null,
      ...(send
        ? await reminderMail(deps, trx, row.mission_id)
        : { recipient: null, language: null, next_try_at: null }),
      recorded_at: deps.now(),
      recorded_by: caller.name,
    })
    .execute();
  return { status: 201, body: await ownedInvoice(trx, row.id, today), etag: null };
}

/** @throws {PorteError} `company.invalid`. */
function assertReminder({ channel, send = false, nextOn }: Schemas["ReminderSubmission"], sent: Day, today: Day): void {
  if (sent > today) throw invalid("/body/sentOn", "is a day to come");
  if (nextOn !== undefined && nextOn <= sent) throw invalid("/body/nextOn", "is not after this reminder");
  if (send && (sent !== today || channel !== "mail")) throw invalid("/body/send", "is a mail of today");
}

/**
 * Cancels an invoice; its number stays taken, and its month can be billed anew.
 * @throws {PorteError} `company.not_found`, `company.unseen`, `company.precondition`, `company.already` once it was cancelled,
 * `company.invoice_paid` where something was paid of it.
 */
export async function cancelInvoice(
  deps: Deps,
  trx: Db,
  caller: Caller,
  {
    invoiceId,
    ifMatch,
    reason,
  }: { readonly invoiceId: string; readonly ifMatch: string | undefined; readonly reason: string },
): Promise<Answer<Schemas["OwnedInvoice"]>> {
  const today = dayInParis(deps.now());
  const row = await held(trx, invoiceId);
  assertSeen({ id: row.id, revision: invoiceRevision(row) }, { kind: "invoice", what: row.number, ifMatch });
  if (row.cancelled_at !== null)
    throw new PorteError("company.already", { kind: "invoice", what: row.number, state: "cancelled" });
  if (reason.trim() === "") throw invalid("/body/reason", "says nothing");
  const { invoice } = await ownedInvoice(trx, row.id, today);
  if (invoice.paidCents > 0)
    throw new PorteError("company.invoice_paid", { number: row.number, paidCents: invoice.paidCents });
  await trx
    .updateTable("invoices")
    .set({ cancelled_at: deps.now(), cancelled_by: caller.name, cancel_reason: reason.trim() })
    .where("id", "=", row.id)
    .execute();
  return { status: 201, body: await ownedInvoice(trx, row.id, today), etag: null };
}

/** Says how the company bills. @throws {PorteError} `company.not_found` before the company has been set up. */
export async function setInvoicing(
  deps: Deps,
  trx: Db,
  caller: Caller,
  invoicing: Schemas["Invoicing"],
): Promise<Answer<Schemas["Company"]>> {
  const body = await amendCompany(deps, trx, caller.name, { change: { invoicing }, from: null });
  return { status: 200, body, etag: null };
}

function invalid(pointer: string, message: string): PorteError {
  return new PorteError("company.invalid", { errors: [{ pointer, message }] });
}
