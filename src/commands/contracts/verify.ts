import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { contractProof, type ProofInput } from "../../flows/contract-proof.ts";
import { contractProofJson, contractProofText } from "../../view/contracts.ts";

/** Verifies a contract and its signatures without a network. @throws {PorteError} `check.found` for what does not hold, or is not signed by all. */
export async function run(context: Pick<Context, "look" | "machine" | "show">, input: ProofInput): Promise<void> {
  const proof = await contractProof(context.machine(), input);
  context.show(contractProofJson(proof), () => contractProofText(context.look, proof));
  const count = proof.faults.length + proof.unsigned.length;
  if (count > 0) throw new PorteError("check.found", { count });
}
