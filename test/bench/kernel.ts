import { bindLaw } from "../../src/payroll/law.ts";
import { payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation, type Situation } from "../../src/payroll/situation.ts";
import { solve } from "../../src/portage/waterfall.ts";
import { TERMS } from "../parts/terms.ts";

/** The payslip that the kernel and the oracle both compute: a cadre of a company of a hundred, in November 2026. */
export const SITUATION: Situation = defaultSituation("2026-11");

const law = bindLaw("2026-11", SITUATION);

/** Amounts from 2 000 to 22 000 €, never twice the same in a row, so that nothing is guessed from the one before. */
export const amountOf = (index: number) => 200_000 + ((index * 7_919) % 2_000_000);

/** Computes so many payslips, with all their lines and totals; the sum keeps the work from being left out. */
export function payslips(count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += payslip(law, amountOf(index), "neutral").netPaidCents;
  return sum;
}

/** Solves so many months from the client's turnover to the payslip. */
export function waterfalls(count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    const flow = { turnoverCents: 2 * amountOf(index), expensesCents: 1_000, otherProvisionsCents: 0 };
    sum += payslip(law, solve(law, flow, TERMS).grossCents, "neutral").netPaidCents;
  }
  return sum;
}
