import type { Context } from "../../cli/context.ts";
import { saveContract } from "../../flows/contracts.ts";

interface Input {
  readonly id: string;
  readonly pdf?: string;
}

/** Saves a contract and the evidence of its signatures. @throws {PorteError} what `saveContract` throws. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { id, pdf }: Input,
): Promise<void> {
  const { contracts: words } = context.say;
  const saved = await context.wait(saveContract(await context.session(), id, pdf));
  const lines = [words.saved(saved.file), ...(saved.evidence === null ? [] : [words.savedEvidence(saved.evidence)])];
  context.show(saved, () => lines.join("\n"));
}
