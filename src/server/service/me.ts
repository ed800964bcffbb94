import { type ContractRow, showContract } from "../contracts/queries.ts";
import type { Caller, Schemas } from "../deps.ts";

/** Says who is asking. @throws {PorteError} `company.not_found` for a porté without a contract. */
export function showMe(caller: Caller, contract: ContractRow | null): Schemas["Me"] {
  const { personId, name, email, role, staffRole, scopes, expiresAt } = caller;
  return {
    id: personId,
    name,
    email,
    role,
    ...(staffRole === null ? {} : { staffRole }),
    scopes: [...scopes],
    tokenExpiresAt: expiresAt?.toISOString() ?? null,
    contract: role === "porte" ? showContract(contract ?? undefined) : null,
  };
}
