import { isUnderWay } from "../../domain/activity.ts";
import { PorteError } from "../../errors.ts";
import type { Schemas } from "../deps.ts";
import { assertSeen, type Decidable, type Seen } from "./revision.ts";

/** A decision as it is asked for. */
export interface DecisionAsked extends Seen {
  readonly decision: Schemas["Decision"];
}

/**
 * Checks that a row can be decided on, and gives the state it takes.
 * @throws {PorteError} what `assertSeen` throws, `company.already` for one that is not waiting,
 * `company.invalid` for a refusal without its reason.
 */
export function stateDecided(row: Decidable, { kind, what, decision, ifMatch }: DecisionAsked): "approved" | "refused" {
  assertSeen(row, { kind, what, ifMatch });
  if (!isUnderWay(row.state)) throw new PorteError("company.already", { kind, what, state: row.state });
  if (decision.decision === "approve") return "approved";
  if ((decision.reason ?? "").trim() === "")
    throw new PorteError("company.invalid", { errors: [{ pointer: "/reason", message: "is required to reject" }] });
  return "refused";
}
