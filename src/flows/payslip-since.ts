import { isUnanswered } from "../client/unanswered.ts";
import type { PayslipFacts } from "../domain/payslip-code.ts";
import type { Machine } from "./session.ts";
import { openSession } from "./session.ts";

/** What the company says of a payslip since it signed it. */
export interface SinceSigned {
  /** Null while it stands. */
  readonly reversal: null | {
    readonly reversedAt: string;
    readonly reason: string;
    /** The payslip of the month that stands now; null while there is none. */
    readonly replacedBy: string | null;
  };
}

/** A file is verified without a network too: what the company would add is not waited for longer. */
const PATIENCE_MS = 3_000;

/** Asks the company of the profile what became of one's payslip; null where nobody is logged in, or the company is away or never made it. */
export async function sinceSigned(machine: Machine, { month, id }: PayslipFacts): Promise<SinceSigned | null> {
  try {
    const { company } = await openSession({ ...machine, timeoutMs: Math.min(machine.timeoutMs, PATIENCE_MS) });
    const { reversal } = await company.payslip(month, id);
    if (reversal === undefined) return { reversal: null };
    const standing = await company.standingPayslip(month);
    const { reversedAt, reason } = reversal;
    return { reversal: { reversedAt, reason, replacedBy: standing?.id ?? null } };
  } catch (failure) {
    if (isUnanswered(failure)) return null;
    throw failure;
  }
}
