import type { FiledDelivery } from "../../domain/local/filed.ts";
import { failureOf } from "../../flows/local/failure-of.ts";

/** Ends a command whose answer was shown, where nobody knows whether what left has arrived. @throws {PorteError} `delivery.unknown`. */
export function assertArrived(delivery: FiledDelivery | null): void {
  const failure = delivery === null ? null : failureOf(delivery);
  if (failure !== null) throw failure;
}
