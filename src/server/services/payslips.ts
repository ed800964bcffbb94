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

/** What the company has advanced of minimum pays and has not had back: each payslip carries the whole of it. */
export function advanceOf(newest: Schemas["Payslip"] | undefined): Cents {
  return Math.max(0, -(newest?.remainderCents ?? 0));
}

/** A porté's last payslip; undefined before the first. */
export function newestPayslip(db: Db, personId: string): Promise<{ document: Schemas["Payslip"] } | undefined> {
  return db
    .selectFrom("payslips")
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
  earlier: readonly Schemas["Payslip"][],
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

/** Gives the few facts of a payslip that a list shows. */
export function summaryOf({
  id,
  month,
  grossCents,
  netPaidCents,
  transferCents,
  transferDate,
  share,
}: Schemas["Payslip"]): Schemas["PayslipSummary"] {
  const summary = { id, month, grossCents, netPaidCents, transferCents, transferDate };
  return share === undefined ? summary : { ...summary, share };
}

/** Lists a porté's payslips, newest first. */
export async function listPayslips({ db }: Deps, personId: string, query: PageQuery): Promise<Schemas["PayslipPage"]> {
  const rows = await db
    .selectFrom("payslips")
    .select(["month", "document"])
    .where("person_id", "=", personId)
    .$if(query.cursor !== undefined, (select) => select.where("month", "<", query.cursor as string))
    .orderBy("month", "desc")
    .limit(limitOf(query) + 1)
    .execute();
  return pageOf(
    rows,
    query,
    ({ month }) => month,
    ({ document }) => summaryOf(document),
  );
}

/** Gives a month's payslip. @throws {PorteError} `company.not_found`. */
export async function getPayslip(db: Db, personId: string, month: Month): Promise<Schemas["Payslip"]> {
  const row = await db
    .selectFrom("payslips")
    .select("document")
    .where("person_id", "=", personId)
    .where("month", "=", month)
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { what: month });
  return withMentions(row.document);
}
