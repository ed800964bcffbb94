import type { FiledDelivery } from "../../domain/local/filed.ts";
import { PorteError } from "../../errors.ts";

/** What is to be told of a delivery that did not arrive, or may not have; null where it did, or is ready to be sent by hand. */
export function failureOf({ state, about, month, to, reason }: FiledDelivery): PorteError | null {
  const facts = { to: to ?? "", reason: reason ?? "interrupted" };
  if (state === "waiting") return new PorteError("delivery.away", facts);
  if (state === "failed") return new PorteError("delivery.refused", facts);
  const isUnknown = state === "unknown" || state === "sending";
  return isUnknown ? new PorteError("delivery.unknown", { about, month, ...facts }) : null;
}
