import { sql } from "kysely";
import type { Day, Month } from "../../domain/calendar.ts";
import { type Cents, sum } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { detailedLines } from "../../payroll/detail.ts";
import type { BoundLaw } from "../../payroll/law.ts";
import type { Payslip } from "../../payroll/payslip.ts";
import type { MealVouchers } from "../../portage/meal-vouchers.ts";
import type { Waterfall } from "../../portage/waterfall.ts";
import { objectOf } from "../db/as-json.ts";
import type { Db, Schemas } from "../deps.ts";
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

const SUMMARY = `one.id, one.month, one.gross_cents as "grossCents", one.net_paid_cents as "netPaidCents",
  one.transfer_cents as "transferCents", one.transfer_day as "transferDate"`;

/** SQL of a porté's payslips from the newest month, without their documents, and what one shows. */
export const PAYSLIPS = {
  rows: (personId: string, cursor: string, most: string) =>
    `select id, month, gross_cents, net_paid_cents, transfer_cents, transfer_day, share, replaces
      from standing_payslips where person_id = ${personId} and month < ${cursor} order by month desc limit ${most}`,
  item: `(to_jsonb(${objectOf(SUMMARY)})
    || case when one.share is null then '{}'::jsonb else jsonb_build_object('share', one.share) end
    || case when one.replaces is null then '{}'::jsonb else jsonb_build_object('replaces', one.replaces) end)`,
  key: "one.month",
};

/** Gives the payslip of a month that stands. @throws {PorteError} `company.not_found`. */
export async function getPayslip(db: Db, personId: string, month: Month): Promise<Schemas["Payslip"]> {
  const row = await db
    .selectFrom("standing_payslips")
    .select(["document", "replaces"])
    .where("person_id", "=", personId)
    .where("month", "=", month)
    .executeTakeFirst();
  return shownPayslip(row, month);
}

/** Shows a payslip that was found. @throws {PorteError} `company.not_found`. */
export function shownPayslip(
  found: { readonly document: Schemas["Payslip"] | null; readonly replaces: string | null } | undefined,
  month: Month,
): Schemas["Payslip"] {
  if (found == null || found.document === null) throw new PorteError("company.not_found", { what: month });
  return { ...withMentions(found.document), ...(found.replaces === null ? {} : { replaces: found.replaces }) };
}
