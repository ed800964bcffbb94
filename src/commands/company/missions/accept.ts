import { type Deciding, decide, type ProposalInput } from "./decide.ts";

/** Accepts a proposal. @throws {PorteError} what `decide` throws. */
export async function run(context: Deciding, input: ProposalInput): Promise<void> {
  await decide(context, input, "accept", null);
}
