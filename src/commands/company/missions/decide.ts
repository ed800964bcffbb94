import { PorteError } from "../../../errors.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { decideProposal, readProposal } from "../../../flows/staff/proposals.ts";
import { proposalText } from "../../../view/staff/contracts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

/** Which proposal is decided on, as typed. */
export interface ProposalInput extends ConnectionInput {
  readonly id: string;
  readonly yes?: true;
}

/** What deciding takes of the context. */
export type Deciding = Connecting & Pick<StaffContext, "show" | "look" | "confirm">;

/**
 * Shows a proposal, asks where nobody said yes, and decides on what was shown.
 * @throws {PorteError} `usage.missing_option` where nobody can be asked, and the company's refusals.
 */
export async function decide(
  context: Deciding,
  input: ProposalInput,
  verb: "accept" | "refuse",
  reason: string | null,
): Promise<void> {
  const { say } = context;
  const office = await connect(context, input);
  const seen = await readProposal(office, input.id);
  context.note(proposalText(context.look, seen));
  const isMeant = input.yes ?? (await context.confirm(say.proposals.ask[verb]));
  if (isMeant === null)
    throw new PorteError("usage.missing_option", { option: "--yes", command: `porte-company missions ${verb}` });
  if (!isMeant) return;
  const decided = await decideProposal(office, seen, reason);
  const state = verb === "accept" ? "accepted" : "refused";
  context.show(decided, () => say.proposals.decided(decided.proposal.reference, state));
}
