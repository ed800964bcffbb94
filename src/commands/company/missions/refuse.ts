import { type Deciding, decide, type ProposalInput } from "./decide.ts";

/** Refuses a proposal, for a reason. @throws {PorteError} what `decide` throws. */
export async function run(context: Deciding, input: ProposalInput & { readonly reason: string }): Promise<void> {
  await decide(context, input, "refuse", input.reason);
}
