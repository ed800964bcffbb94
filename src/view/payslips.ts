import type { components } from "../contract/types.ts";
import type { Day, Month } from "../domain/calendar.ts";
import type { KernelSections } from "../domain/line-section.ts";
import { type Cents, toEuros } from "../domain/money.ts";
import type { RenderOptions } from "./look.ts";
import { linesText, netRows, payslipJson } from "./payslip.ts";
import { aligned, table } from "./table.ts";

/** A payslip in a list; what nobody said of it is null. */
interface Summary {
  readonly month: Month;
  readonly grossCents: Cents | null;
  readonly netPaidCents: Cents | null;
  readonly transferCents: Cents | null;
  readonly transferDate: Day | null;
  /** Those that were filed of the month. */
  readonly papers?: readonly object[];
}

type Payslip = KernelSections<components["schemas"]["Payslip"]>;

export function summaryJson({ month, grossCents, netPaidCents, transferCents, transferDate, papers = [] }: Summary) {
  return {
    month,
    gross: eurosOf(grossCents),
    netPaid: eurosOf(netPaidCents),
    transfer: eurosOf(transferCents),
    transferDate,
    papers: papers.length,
  };
}

function eurosOf(cents: Cents | null): number | null {
  return cents === null ? null : toEuros(cents);
}

export function summariesText(look: RenderOptions, summaries: readonly Summary[]): string {
  const { payslips: words, format } = look.say;
  const columns = [
    { title: words.month, gives: "never" as const },
    { title: words.gross, isRight: true, drops: 1 },
    { title: words.net, isRight: true },
    { title: words.transfer, isRight: true },
  ];
  const rows = summaries.map(({ month, grossCents, netPaidCents, transferDate }) => [
    format.month(month),
    grossCents === null ? words.unknown : format.euros(grossCents),
    netPaidCents === null ? words.unknown : format.euros(netPaidCents),
    transferDate === null ? words.unknown : format.day(transferDate),
  ]);
  return table(look, columns, rows);
}

/** A payslip of the company as one JSON answer. */
export function fullPayslipJson(look: Pick<RenderOptions, "say">, slip: Payslip) {
  return {
    ...payslipJson(look, slip, slip.lines),
    waterfall: {
      turnover: toEuros(slip.turnoverCents),
      managementFee: toEuros(slip.managementFeeCents),
      charges: (slip.charges ?? []).map(({ name, cents }) => ({ name, amount: toEuros(cents) })),
      expenses: toEuros(slip.expensesCents),
      reserve: toEuros(slip.reserveCents),
      kept: keptEuros(slip.kept),
      released: keptEuros(slip.released),
      recovered: toEuros(slip.recoveredCents ?? 0),
      remainder: toEuros(slip.remainderCents),
      minimumPay: slip.minimumPayCents === undefined ? null : toEuros(slip.minimumPayCents),
    },
    ...(slip.mealVouchers === undefined
      ? {}
      : {
          mealVouchers: {
            count: slip.mealVouchers.count,
            value: toEuros(slip.mealVouchers.valueCents),
            employer: toEuros(slip.mealVouchers.employerCents),
            employee: toEuros(slip.mealVouchers.employeeCents),
          },
        }),
    transfer: toEuros(slip.transferCents),
    transferDate: slip.transferDate,
  };
}

function keptEuros(kept: Payslip["kept"]) {
  return { leave: toEuros(kept?.leaveCents ?? 0), endOfContract: toEuros(kept?.endOfContractCents ?? 0) };
}

/** What the company advanced of the month's minimum, or took back of an earlier one. */
function advanceWords(
  { say: { payslips: words, format } }: RenderOptions,
  { remainderCents, recoveredCents = 0 }: Payslip,
): string[] {
  return [
    ...(recoveredCents === 0 ? [] : [words.recovered(format.euros(recoveredCents))]),
    ...(remainderCents >= 0 ? [] : [words.advanced(format.euros(-remainderCents))]),
  ];
}

export function fullPayslipText(look: RenderOptions, slip: Payslip): string {
  const { payslips: words, format } = look.say;
  const net = aligned(look, [{}, { isRight: true }], netRows(look, slip));
  return [
    look.paint.strong(words.title(format.month(slip.month))),
    linesText(look, slip, slip.lines),
    net,
    words.paidOn(format.euros(slip.transferCents), format.day(slip.transferDate)),
    ...advanceWords(look, slip),
  ].join("\n");
}
