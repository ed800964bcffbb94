import type { components } from "../contract/types.ts";
import { toEuros } from "../domain/money.ts";
import { watchJson } from "./watches.ts";

type Proposal = components["schemas"]["MissionProposal"];

/** What was proposed, as data. */
export function proposalJson({ id, kind, reference, mission, amendment, state, reason, ...one }: Proposal) {
  const rate = mission?.dailyRateCents ?? amendment?.dailyRateCents;
  return {
    ...{ id, kind, reference, state, reason },
    client: mission?.client.name ?? null,
    dailyRate: rate === undefined ? null : toEuros(rate),
    start: mission?.start ?? amendment?.from ?? amendment?.agreedOn ?? null,
    end: mission?.end ?? amendment?.end ?? null,
    daysOrdered: mission?.daysOrdered ?? amendment?.daysOrdered ?? null,
    purchaseOrder: mission?.purchaseOrder ?? amendment?.purchaseOrder ?? null,
    agreedOn: mission?.agreedOn ?? amendment?.agreedOn ?? null,
    submittedAt: one.submittedAt,
    watches: one.warnings.map((watch) => watchJson(watch, reference)),
  };
}
