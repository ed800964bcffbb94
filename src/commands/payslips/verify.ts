import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { workerIn } from "../../files/workers.ts";
import { payslipProof } from "../../flows/payslip-proof.ts";
import { sinceSigned } from "../../flows/payslip-since.ts";
import { ownerOf } from "../../flows/session.ts";
import { payslipProofJson, payslipProofText } from "../../view/payslip-proof.ts";

interface Input {
  readonly file: string;
  /** A file of the company's published keys; else those that this machine keeps. */
  readonly key?: string;
}

/**
 * Verifies a payslip's file without a network; what its company says of it since is added, where it can be asked.
 * @throws {PorteError} `check.found` for what does not hold, and for a payslip that was reversed.
 */
export async function run(
  context: Pick<Context, "look" | "machine" | "packageFolder" | "wait" | "show">,
  { file, key }: Input,
): Promise<void> {
  const machine = context.machine();
  const by = { ...(await ownerOf(machine)), worker: workerIn(context.packageFolder) };
  const found = await payslipProof(by, file, key);
  const since = found.faults.length === 0 ? await context.wait(sinceSigned(machine, found.facts)) : null;
  const proof = { ...found, since };
  context.show(payslipProofJson(file, proof), () => payslipProofText(context.look, proof));
  const count = found.faults.length + (since?.reversal == null ? 0 : 1);
  if (count > 0) throw new PorteError("check.found", { count });
}
