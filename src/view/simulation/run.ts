import { toEuros } from "../../domain/money.ts";
import { detailedLines } from "../../payroll/detail.ts";
import { type RunMonth, totalsOf } from "../../portage/run.ts";
import type { Simulation } from "../../portage/simulate.ts";
import { sumProvisions } from "../../portage/waterfall.ts";
import type { RenderOptions } from "../look.ts";
import { payslipJson } from "../payslip.ts";
import { table } from "../table.ts";
import { warningText } from "./answer.ts";
import { lawUsedJson, lawUsedText } from "./law-used.ts";

/** The one JSON document that answers a run of months. */
export function runJson(look: Pick<RenderOptions, "say">, months: readonly RunMonth[]) {
  const totals = totalsOf(months);
  return {
    law: lawUsedJson(answersOf(months)),
    months: months.map(({ month, workingDays, billedDays, leaveDays, answer, held }) => ({
      month,
      workingDays,
      billedDays,
      leaveDays,
      turnover: answer?.waterfall == null ? null : toEuros(answer.waterfall.turnoverCents),
      reserve: answer?.waterfall == null ? null : toEuros(answer.waterfall.reserveCents),
      held: toEuros(sumProvisions(held)),
      inHand: answer === null ? null : toEuros(answer.inHandCents),
      isEstimate: answer !== null && answer.estimatedAfter !== null,
      payslip: answer === null ? null : payslipJson(look, answer.payslip, detailedLines(answer.law, answer.payslip)),
      warnings: (answer?.warnings ?? []).map((one) => ({ code: one.code, message: warningText(look, one) })),
    })),
    totals: {
      turnover: toEuros(totals.turnoverCents),
      managementFee: toEuros(totals.managementFeeCents),
      charges: toEuros(totals.chargesCents),
      expenses: toEuros(totals.expensesCents),
      employerCost: toEuros(totals.costCents),
      gross: toEuros(totals.grossCents),
      reserve: toEuros(totals.reserveCents),
      netBeforeTax: toEuros(totals.netBeforeTaxCents),
      netPaid: toEuros(totals.netPaidCents),
      inHand: toEuros(totals.inHandCents),
      remainder: toEuros(totals.remainderCents),
      held: toEuros(totals.heldCents),
    },
  };
}

/** The months of a run, one a line, and what they add up to. */
export function runText(look: RenderOptions, months: readonly RunMonth[]): string {
  const { format, pay, simulate } = look.say;
  const right = (title: string) => ({ title, isRight: true });
  const columns = [
    { title: simulate.month, gives: "never" as const },
    { ...right(simulate.billed), drops: 1 },
    right(simulate.turnover),
    right(pay.gross),
    right(pay.netPaid),
  ];
  const rows = months.map(({ month, workingDays, billedDays, answer }) => [
    format.month(month),
    billedDays === null ? simulate.noDays : simulate.daysOf(format.days(billedDays), format.days(workingDays)),
    format.euros(answer?.waterfall?.turnoverCents ?? 0),
    format.euros(answer?.payslip.grossCents ?? 0),
    format.euros(answer?.payslip.netPaidCents ?? 0),
  ]);
  const totals = totalsOf(months);
  const billed = months.reduce((total, { billedDays }) => total + (billedDays ?? 0), 0);
  const sum = [
    pay.total,
    billed === 0 ? "" : format.days(billed),
    format.euros(totals.turnoverCents),
    format.euros(totals.grossCents),
    format.euros(totals.netPaidCents),
  ];
  return [
    table(look, columns, [...rows, sum.map(look.paint.strong)], { keepsTitles: true }),
    ...[
      [pay.reserve, totals.reserveCents] as const,
      [pay.heldYours, totals.heldCents] as const,
      [pay.remainder, totals.remainderCents] as const,
    ]
      .filter(([, cents]) => cents !== 0)
      .map(([name, cents]) => look.paint.soft(look.say.labelled(name, format.euros(cents)))),
    ...lawUsedText(look, answersOf(months)),
    look.paint.soft(simulate.progressive),
  ].join("\n");
}

function answersOf(months: readonly RunMonth[]): readonly Simulation[] {
  return months.flatMap(({ answer }) => (answer === null ? [] : [answer]));
}
