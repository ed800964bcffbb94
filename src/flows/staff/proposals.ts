import type { components } from "../../contract/types.ts";
import { act, type Office, read, readAll } from "./act.ts";
import { wholeId } from "./named.ts";

type Owned = components["schemas"]["OwnedProposal"];

/** Lists the proposals that wait for the company. */
export function readProposals(office: Office): Promise<Owned[]> {
  return readAll(office, "listProposalsToDecide");
}

/** Reads a proposal that somebody names: by its identifier, or a beginning of it. @throws {PorteError} what `wholeId` throws. */
export async function readProposal(office: Office, typed: string): Promise<Owned> {
  const list = async () =>
    (await readProposals(office)).map(({ owner, proposal }) => ({
      id: proposal.id,
      day: proposal.mission?.start ?? null,
      amount: null,
      name: `${owner.name}, ${proposal.reference}`,
    }));
  const proposalId = await wholeId(typed, list, "porte-company missions proposals", true);
  return read(office, "getOwnedProposal", { params: { proposalId } });
}

/** Decides on a proposal in the version that was seen; a refusal has its reason. */
export function decideProposal(office: Office, { proposal, etag }: Owned, reason: string | null): Promise<Owned> {
  const body = reason === null ? ({ decision: "approve" } as const) : ({ decision: "reject", reason } as const);
  return act(office, "decideProposal", { params: { proposalId: proposal.id }, body, ifMatch: etag });
}
