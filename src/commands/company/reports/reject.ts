import { type Deciding, type RejectionInput, reject } from "../decide.ts";
import { REPORTS } from "./kind.ts";

/** Rejects a report, for a reason, in the version that was seen. @throws {PorteError} what `decide` throws. */
export async function run(context: Deciding, input: RejectionInput): Promise<void> {
  await reject(context, input, REPORTS);
}
