import { approve, type Deciding, type DecisionInput } from "../decide.ts";
import { EXPENSES } from "./kind.ts";

/** Approves an expense, in the version that was seen. @throws {PorteError} what `decide` throws. */
export async function run(context: Deciding, input: DecisionInput): Promise<void> {
  await approve(context, input, EXPENSES);
}
