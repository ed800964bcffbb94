import { sql } from "kysely";
import type { Day, Month } from "../../domain/calendar.ts";
import { type Cents, sum } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { detailedLines } from "../../payroll/detail.ts";
import type { BoundLaw } from "../../payroll/law.ts";
import type { Payslip } from "../../payroll/payslip.ts";
import type { MealVouchers } from "../../portage/meal-vouchers.ts";
import type { Waterfall } from "../../portage/waterfall.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { limitOf, type PageQuery, pageOf } from "./paging.ts";
import { type Mentions, withMentions } from "./payslip-mentions.ts";

/** What of a payslip a list and the payslips after it need: its totals, and what it has kept, released and advanced. */
export type BriefPayslip = Omit<
  Schemas["Payslip"],
  "lines" | "parts" | "contract" | "employer" | "owner" | "charges" | "paidLeave"
>;

/** The rest of a document is most of its bytes, and a year of them is read for each pay. */
export const BRIEF = sql<BriefPayslip>`document - '{lines,parts,contract,employer,owner,charges,paidLeave}'::text[]`;

/** What the company has advanced of minimum pays and has not had back: each payslip carries the whole of it. */
export function advanceOf(newest: Pick<Schemas["Payslip"], "remainderCents"> | undefined): Cents {
  return Math.max(0, -(newest?.remainderCents ?? 0));
}

/** A porté's last payslip that stands; undefined before the first. */
export function newestPayslip(db: Db, personId: string): Promise<{ document: Schemas["Payslip"] } | undefined> {
  return db
    .selectFrom("standing_payslips")
    .select("document")
    .where("person_id", "=", personId)
    .orderBy("month", "desc")
    .limit(1)
    .executeTakeFirst();
}

interface Source {
  readonly id: string;
  readonly owner: Schemas["Owner"];
  readonly contract: Schemas["EmploymentContract"];
  readonly transferDate: Day;
  readonly mentions: Mentions;
  readonly law: BoundLaw;
  readonly slip: Payslip;
  readonly waterfall: Waterfall;
  readonly leaveDaysTaken: number;
  readonly mealVouchers: MealVouchers | null;
}

const TOTALS = [
  "grossCents",
  "employeeCents",
  "employerCents",
  "netTaxableCents",
  "withholdingCents",
  "netPaidCents",
] as const;

/** Makes the payslip the company keeps and shows, with the year to date over the earlier ones of the year. */
export function showPayslip(
  { id, owner, contract, transferDate, mentions, law, slip, waterfall, leaveDaysTaken, mealVouchers }: Source,
  earlier: readonly Schemas["PayslipTotals"][],
): Schemas["Payslip"] {
  const { lines: _lines, ...totals } = slip;
  const { turnoverCents, managementFeeCents, reserveCents, expensesCents, remainderCents, parts } = waterfall;
  const { presentDays, paidPpm, contractStart } = law.situation;
  const toDate = TOTALS.map((name) => [name, sum([slip[name], ...earlier.map((one) => one[name])])]);
  return {
    id,
    owner,
    contract,
    ...mentions,
    transferDate,
    turnoverCents,
    managementFeeCents,
    reserveCents,
    expensesCents,
    remainderCents,
    charges: [...waterfall.charges],
    kept: waterfall.kept,
    released: waterfall.released,
    recoveredCents: waterfall.otherProvisionsCents,
    minimumPayCents: waterfall.minimumPayCents,
    share: { presentDays, paidPpm, contractStart },
    leaveDaysTaken,
    lawFiles: [...law.added],
    parts,
    ...totals,
    lines: detailedLines(law, slip),
    ...(mealVouchers === null ? {} : { mealVouchers }),
    transferCents: slip.netPaidCents + expensesCents - (mealVouchers?.employeeCents ?? 0),
    yearToDate: Object.fromEntries(toDate) as Schemas["PayslipTotals"],
  };
}

/** Gives the few facts of a payslip that a list shows, and the reversed one that it stands for. */
export function summaryOf(
  { id, month, grossCents, netPaidCents, transferCents, transferDate, share }: BriefPayslip,
  replaces: string | null,
): Schemas["PayslipSummary"] {
  return {
    id,
    month,
    grossCents,
    netPaidCents,
    transferCents,
    transferDate,
    ...(share === undefined ? {} : { share }),
    ...(replaces === null ? {} : { replaces }),
  };
}

/** Lists a porté's payslips that stand, newest first. */
export async function listPayslips({ db }: Deps, personId: string, query: PageQuery): Promise<Schemas["PayslipPage"]> {
  const rows = await db
    .selectFrom("standing_payslips")
    .select(["month", "replaces", BRIEF.as("document")])
    .where("person_id", "=", personId)
    .$if(query.cursor !== undefined, (select) => select.where("month", "<", query.cursor as string))
    .orderBy("month", "desc")
    .limit(limitOf(query) + 1)
    .execute();
  return pageOf(
    rows,
    query,
    ({ month }) => month,
    ({ document, replaces }) => summaryOf(document, replaces),
  );
}

/** Gives the payslip of a month that stands. @throws {PorteError} `company.not_found`. */
export async function getPayslip(db: Db, personId: string, month: Month): Promise<Schemas["Payslip"]> {
  const row = await db
    .selectFrom("standing_payslips")
    .select(["document", "replaces"])
    .where("person_id", "=", personId)
    .where("month", "=", month)
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { what: month });
  return { ...withMentions(row.document), ...(row.replaces === null ? {} : { replaces: row.replaces }) };
}
