import type { Context } from "../../cli/context.ts";
import { proposalJson } from "../../view/proposals.ts";
import { watchText } from "../../view/watches.ts";

type Shown = Parameters<typeof proposalJson>[0];

/** Says what was proposed, and what speaks against it. */
export function showProposal(
  context: Pick<Context, "look" | "note" | "show">,
  proposal: Shown,
  sentence: string,
): void {
  context.show(proposalJson(proposal), () => context.look.paint.good(`✓ ${sentence}`));
  for (const watch of proposal.warnings) context.note(watchText(context.look, watch, proposal.reference));
}
