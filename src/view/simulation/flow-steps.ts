import type { Cents } from "../../domain/money.ts";
import type { Simulation } from "../../portage/simulate.ts";
import type { RenderOptions } from "../look.ts";

/** One step of a month's money: where it starts and ends on the way from the client's price to what is paid. */
export interface FlowStep {
  readonly name: string;
  /** What stands there, or what leaves: negative. */
  readonly cents: Cents;
  readonly kind: "whole" | "leaves" | "kept" | "paid";
  readonly fromCents: Cents;
  readonly toCents: Cents;
}

/** What the shares are taken of: the turnover, or the employer's cost where a gross pay was given. */
export function wholeOf({ waterfall, payslip }: Pick<Simulation, "waterfall" | "payslip">): Cents {
  return waterfall?.turnoverCents ?? payslip.costCents;
}

/** Follows every euro from the client's price, or the employer's cost, to what is paid. */
export function flowSteps(
  { say }: Pick<RenderOptions, "say">,
  answer: Pick<Simulation, "waterfall" | "payslip" | "inHandCents">,
): FlowStep[] {
  const { pay, format } = say;
  const { waterfall, payslip } = answer;
  const steps: FlowStep[] = [];
  let left = wholeOf(answer);
  const stands = (name: string, cents: Cents, kind: FlowStep["kind"] = "whole") =>
    steps.push({ name, cents, kind, fromCents: 0, toCents: cents });
  const leaves = (name: string, cents: Cents, kind: FlowStep["kind"] = "leaves") => {
    if (cents === 0) return;
    steps.push({
      name,
      cents: -cents,
      kind,
      fromCents: Math.min(left, left - cents),
      toCents: Math.max(left, left - cents),
    });
    left -= cents;
  };
  stands(waterfall === null ? pay.cost : pay.turnover, left);
  if (waterfall !== null) {
    leaves(pay.fee, waterfall.managementFeeCents);
    for (const { name, cents } of waterfall.charges) leaves(name, cents);
    leaves(pay.expenses, waterfall.expensesCents, "kept");
    leaves(pay.reserve, waterfall.reserveCents, "kept");
    leaves(pay.otherProvisions, waterfall.otherProvisionsCents, "kept");
    leaves(pay.kept.leave, waterfall.kept.leaveCents - waterfall.released.leaveCents, "kept");
    leaves(pay.kept.endOfContract, waterfall.kept.endOfContractCents - waterfall.released.endOfContractCents, "kept");
    leaves(pay.remainder, waterfall.remainderCents, "kept");
  }
  leaves(pay.employer, payslip.employerCents);
  stands(pay.gross, payslip.grossCents);
  leaves(pay.employee, payslip.employeeCents);
  stands(pay.netBeforeTax, payslip.netBeforeTaxCents);
  leaves(pay.withholding(format.percent(payslip.withholdingPpm)), payslip.withholdingCents);
  stands(pay.netPaid, payslip.netPaidCents, "paid");
  const paidBack = waterfall?.expensesCents ?? 0;
  const vouchers = payslip.netPaidCents + paidBack - answer.inHandCents;
  left = payslip.netPaidCents;
  leaves(pay.paidBack, -paidBack, "kept");
  leaves(pay.vouchers, vouchers);
  if (answer.inHandCents !== payslip.netPaidCents) stands(pay.inHand, answer.inHandCents, "paid");
  return steps;
}
