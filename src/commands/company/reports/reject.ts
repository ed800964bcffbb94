import { type Deciding, type DecisionInput, decide } from "../decide.ts";
import { REPORTS } from "./kind.ts";

interface Input extends DecisionInput {
  readonly id: string;
  readonly reason: string;
}

/** Rejects a report, for a reason, in the version that was seen. @throws {PorteError} what `decide` throws. */
export async function run(context: Deciding, input: Input): Promise<void> {
  const body = { decision: "reject", reason: input.reason } as const;
  await decide(context, input, REPORTS, {
    verb: "reject",
    send: (office, ifMatch) => REPORTS.decide(office, input.id, body, ifMatch),
  });
}
