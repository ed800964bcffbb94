import type { ReportDay } from "../../domain/activity.ts";
import { billedLines } from "../../domain/activity.ts";
import type { InvoiceFacts, PrintedInvoice } from "../../domain/invoice-facts.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { invoicePdf } from "../../papers/invoice-pdf.ts";
import { idOf } from "../api/paging.ts";
import type { Document } from "../api/route.ts";
import { companyProfile } from "../company/queries.ts";
import type { Db, Deps } from "../deps.ts";
import { heldMission, type PricedMission, showMission } from "../missions/queries.ts";
import { layoutIn } from "../pages/layout.ts";

/** Says what an invoice of a mission's days names, as it is now. */
export async function invoiceFacts(
  { now }: Pick<Deps, "now">,
  trx: Db,
  mission: PricedMission,
  days: readonly ReportDay[],
): Promise<InvoiceFacts> {
  const { name, siren, siret, address } = await companyProfile({ db: trx, now });
  const held = await heldMission(trx, mission.id);
  if (held === null) throw new PorteError("company.not_found", { kind: "mission", what: mission.reference });
  const { record, ...row } = held;
  const { client, title, clientRecord: said = null, purchaseOrder } = showMission(row, record, dayInParis(now()));
  return {
    company: { name, siren, siret, address },
    client: { name: client, siren: said?.siren ?? null, siret: said?.siret ?? null, address: said?.address ?? null },
    title,
    purchaseOrder: purchaseOrder ?? null,
    routingCode: said?.routingCode ?? null,
    chorusService: said?.chorusService ?? null,
    chorusEngagement: said?.chorusEngagement ?? null,
    lines: billedLines(days, mission),
  };
}

/** Gives an invoice as it is printed, of one person where that is said. @throws {PorteError} `company.not_found`, for another's as for none. */
export async function invoicePaper(
  deps: Pick<Deps, "db" | "now" | "templates">,
  { invoiceId, personId }: { readonly invoiceId: string; readonly personId?: string },
): Promise<Document & { readonly facts: PrintedInvoice }> {
  const row = await deps.db
    .selectFrom("invoices as invoice")
    .innerJoin("missions as mission", "mission.id", "invoice.mission_id")
    .innerJoin("people as person", "person.id", "invoice.person_id")
    .innerJoin("report_versions as version", (join) =>
      join.onRef("version.report_id", "=", "invoice.report_id").onRef("version.version", "=", "invoice.report_version"),
    )
    .selectAll("invoice")
    .select(["mission.reference", "person.name as porte", "version.days"])
    .where("invoice.id", "=", idOf(invoiceId, "invoice"))
    .$if(personId !== undefined, (rows) => rows.where("invoice.person_id", "=", personId as string))
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "invoice", what: invoiceId });
  const facts: PrintedInvoice = {
    ...(row.printed ?? (await factsOfBefore(deps, row))),
    number: row.number,
    porte: row.porte,
    mission: row.reference,
    month: row.month,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    amountCents: row.amount_cents,
    vatPpm: row.vat_ppm,
    vatCents: row.vat_cents,
    lateRatePpm: row.late_ppm,
    cancelled: row.cancel_reason,
  };
  const draw = async () => invoicePdf({ layout: await layoutIn(deps.templates, "invoice.json") }, facts);
  return { name: `${row.number}.pdf`, facts, draw };
}

/** What an invoice of before names: what is known now, and its days at the price that they were billed at. */
async function factsOfBefore(
  { db, now }: Pick<Deps, "db" | "now">,
  row: {
    readonly mission_id: string;
    readonly reference: string;
    readonly day_hundredths: number;
    readonly amount_cents: number;
  },
): Promise<InvoiceFacts> {
  const days = row.day_hundredths / 100;
  const mission = { id: row.mission_id, reference: row.reference } as PricedMission;
  const facts = await invoiceFacts({ now }, db, { ...mission, dailyRateCents: 0, rates: [] }, []);
  return {
    ...facts,
    lines: [{ days, dailyRateCents: Math.round(row.amount_cents / days), amountCents: row.amount_cents }],
  };
}
