import { sql } from "kysely";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { idOf, type MonthsQuery, monthsIn, newestPage, type PageQuery } from "../api/paging.ts";
import { instant, objectOf, textWith } from "../db/as-json.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { type BriefPayslip, type PayslipDocument, summaryOf } from "./document.ts";
import { withMentions } from "./mentions.ts";

/** The rest of a document is most of its bytes, and a year of them is read for each pay. */
export const BRIEF = sql<BriefPayslip>`document - '{lines,parts,contract,employer,owner,charges,paidLeave}'::text[]`;

/** A porté's last payslip that stands; undefined before the first. */
export function newestPayslip(
  db: Db,
  personId: string,
): Promise<{ id: string; month: Month; document: PayslipDocument } | undefined> {
  return db
    .selectFrom("standing_payslips")
    .select(["id", "month", "document"])
    .where("person_id", "=", personId)
    .orderBy("month", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** SQL of a porté's payslips that stand, from the newest month and without their documents, and what one shows. */
export const PAYSLIPS = {
  rows: (personId: string, cursor: string, most: string, asked = "") =>
    `select id, month, gross_cents, net_paid_cents, transfer_cents, transfer_day, share, replaces
      from standing_payslips where person_id = ${personId} and month < ${cursor} ${asked} order by month desc limit ${most}`,
  shown: `one.id, one.month, one.gross_cents as "grossCents", one.net_paid_cents as "netPaidCents",
    one.transfer_cents as "transferCents", one.transfer_day as "transferDate"`,
  text: textWith({ share: "one.share", replaces: "one.replaces" }),
  key: "one.month",
};

/** A payslip as it was kept, with what says that it was reversed. */
export interface StoredRow {
  readonly document: PayslipDocument;
  readonly replaces: string | null;
  readonly reason: string | null;
  readonly reversedAt: string | null;
  readonly reversedBy: string | null;
}

const REVERSED_AT = instant("reversal.recorded_at");

/** SQL of a porté's payslip of a month: the one that stands, or the one of that identifier. */
export function storedPayslip(personId: string, month: string, payslipId: string): string {
  return objectOf(
    `payslips.document, payslips.replaces, reversal.reason, ${REVERSED_AT} as "reversedAt", reversal.recorded_by as "reversedBy"`,
    `payslips left join payslip_reversals as reversal on reversal.payslip_id = payslips.id
      where payslips.person_id = ${personId} and payslips.month = ${month}
        and case when ${payslipId}::uuid is null then reversal.payslip_id is null else payslips.id = ${payslipId}::uuid end`,
  );
}

function withReversals(db: Db) {
  return db
    .selectFrom("payslips")
    .leftJoin("payslip_reversals as reversal", "reversal.payslip_id", "payslips.id")
    .select(["payslips.id", "payslips.replaces", "reversal.reason", "reversal.recorded_by as reversedBy"])
    .select(sql.raw<string | null>(REVERSED_AT).as("reversedAt"));
}

function markOf({ reason, reversedAt, reversedBy }: Omit<StoredRow, "document" | "replaces">) {
  if (reason === null || reversedAt === null || reversedBy === null) return null;
  return { reason, reversedAt, reversedBy } satisfies Schemas["ReversalMark"];
}

/** Shows a payslip that was found. @throws {PorteError} `company.not_found`. */
export function shownPayslip(found: StoredRow | null | undefined, what: string): PayslipDocument {
  if (found == null) throw new PorteError("company.not_found", { kind: "payslip", what });
  const reversal = markOf(found);
  return {
    ...withMentions(found.document),
    ...(found.replaces === null ? {} : { replaces: found.replaces }),
    ...(reversal === null ? {} : { reversal }),
  };
}

/** Gives the payslip of a month that stands, or another of that month by its identifier. @throws {PorteError} `company.not_found`. */
export async function getPayslip(db: Db, personId: string, month: Month, payslipId?: string): Promise<PayslipDocument> {
  const row = await withReversals(db)
    .select("payslips.document")
    .where("payslips.person_id", "=", personId)
    .where("payslips.month", "=", month)
    .$if(payslipId === undefined, (select) => select.where("reversal.payslip_id", "is", null))
    .$if(payslipId !== undefined, (select) => select.where("payslips.id", "=", idOf(payslipId as string, "payslip")))
    .executeTakeFirst();
  return shownPayslip(row, month);
}

/** Gives any porté's payslip, one that was reversed too. @throws {PorteError} `company.not_found`. */
export async function payslipById(db: Db, payslipId: string): Promise<PayslipDocument> {
  const row = await withReversals(db)
    .select("payslips.document")
    .where("payslips.id", "=", idOf(payslipId, "payslip"))
    .executeTakeFirst();
  return shownPayslip(row, payslipId);
}

/** Lists a porté's payslips for the staff, newest first, those that were reversed too. @throws {PorteError} `company.invalid` for the cursor. */
export async function storedPayslips(
  { db }: Pick<Deps, "db">,
  personId: string,
  query: PageQuery & MonthsQuery,
): Promise<Schemas["KeptPayslipPage"]> {
  const [first, last] = monthsIn(query);
  const select = withReversals(db)
    .select(BRIEF.as("document"))
    .where("payslips.person_id", "=", personId)
    .where("payslips.month", ">=", first)
    .where("payslips.month", "<=", last);
  return newestPage(select, query, {
    id: "payslips.id",
    show: ({ document, replaces, ...row }) => ({ payslip: summaryOf(document, replaces), reversal: markOf(row) }),
  });
}
