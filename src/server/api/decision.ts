import { isUnderWay } from "../../domain/activity.ts";
import { PorteError } from "../../errors.ts";
import type { Schemas } from "../deps.ts";
import { assertSeen, type Decidable } from "./revision.ts";

/** A decision as it is asked for. */
export interface DecisionAsked {
  /** The name of what is decided on, for the sentence of a failure. */
  readonly what: string;
  readonly decision: Schemas["Decision"];
  /** The version that the decider has seen. */
  readonly ifMatch: string | undefined;
}

/**
 * Checks that a row can be decided on, and gives the state it takes.
 * @throws {PorteError} what `assertSeen` throws, `company.already` for one that is not waiting,
 * `company.invalid` for a refusal without its reason.
 */
export function stateDecided(row: Decidable, { what, decision, ifMatch }: DecisionAsked): "approved" | "refused" {
  assertSeen(row, what, ifMatch);
  if (!isUnderWay(row.state)) throw new PorteError("company.already", { what, state: row.state });
  if (decision.decision === "approve") return "approved";
  if ((decision.reason ?? "").trim() === "")
    throw new PorteError("company.invalid", { errors: [{ pointer: "/reason", message: "is required to reject" }] });
  return "refused";
}
