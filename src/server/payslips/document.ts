import type { Day } from "../../domain/calendar.ts";
import type { KernelSections } from "../../domain/line-section.ts";
import { type Cents, sum } from "../../domain/money.ts";
import { detailedLines } from "../../payroll/detail.ts";
import type { BoundLaw } from "../../payroll/law.ts";
import type { Payslip } from "../../payroll/payslip.ts";
import type { MealVouchers } from "../../portage/meal-vouchers.ts";
import type { Waterfall } from "../../portage/waterfall.ts";
import type { Schemas } from "../deps.ts";
import type { Mentions } from "./mentions.ts";

/** A payslip as it is worked out and kept: its lines name their sections by the words of the kernel. */
export type PayslipDocument = KernelSections<Schemas["Payslip"]>;

/** What of a payslip a list and the payslips after it need: its totals, and what it has kept, released and advanced. */
export type BriefPayslip = Omit<
  PayslipDocument,
  "lines" | "parts" | "contract" | "employer" | "owner" | "charges" | "paidLeave"
>;

/** What the company has advanced of minimum pays and has not had back: each payslip carries the whole of it. */
export function advanceOf(newest: Pick<PayslipDocument, "remainderCents"> | undefined): Cents {
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

/** Makes the payslip that the company keeps, with the year to date over the earlier ones of the year. */
export function showPayslip(
  { id, owner, contract, transferDate, mentions, law, slip, waterfall, leaveDaysTaken, mealVouchers }: Source,
  earlier: readonly Schemas["PayslipTotals"][],
): PayslipDocument {
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
