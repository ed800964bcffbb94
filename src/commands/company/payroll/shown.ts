import { PorteError } from "../../../errors.ts";
import type { Following, WholeRun } from "../../../flows/staff/payroll-run.ts";
import { runJson, runText } from "../../../view/staff/payroll-run.ts";
import type { StaffContext } from "../context.ts";

/** Shows a run: whom it has paid, and whom it has left out and why. @throws {PorteError} `company.refused` for a run that failed. */
export function showRun(context: Pick<StaffContext, "say" | "show">, whole: WholeRun): void {
  const { failure } = whole.run;
  if (failure !== null)
    throw new PorteError("company.refused", { detail: failure.title ?? failure.code, problem: null });
  context.show(runJson(whole), () => runText(context.say, whole));
}

/** Says how a run goes on while it is followed. */
export function following(context: Pick<StaffContext, "say" | "note">): Following {
  const { staff } = context.say;
  return {
    onFollowed: (runId) => context.note(staff.runFollowed(runId)),
    onProgress: ({ paid, leftOut, waiting }) => context.note(staff.runAt(paid, leftOut, waiting)),
  };
}
