import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { workerIn } from "../../files/workers.ts";
import { fetchPayslip } from "../../flows/payslips.ts";
import { payslipProofText } from "../../view/payslip-proof.ts";

interface Input {
  readonly month?: Month;
  readonly printPath?: true;
}

type Slice = Pick<Context, "say" | "look" | "session" | "packageFolder" | "wait" | "note" | "show" | "openFile">;

/**
 * Fetches a payslip, verifies it, and opens its PDF with the system's viewer; prints its path where nobody sits at a terminal.
 * @throws {PorteError} `check.found` for a file that is not as the company signed it, which is not opened.
 */
export async function run(context: Slice, { month, printPath }: Input): Promise<void> {
  const { payslips: words, format } = context.say;
  const session = await context.session();
  const fetched = fetchPayslip(session, month, workerIn(context.packageFolder));
  const { month: of, file, proof } = await context.wait(fetched);
  if (proof !== null && proof.faults.length > 0) {
    context.note(payslipProofText(context.look, { ...proof, since: null }));
    throw new PorteError("check.found", { count: proof.faults.length });
  }
  const isOpened = printPath !== true && (await context.openFile(file));
  context.show({ month: of, file, holds: proof === null ? null : true, opened: isOpened }, () =>
    isOpened ? words.opened(format.month(of), file) : file,
  );
}
