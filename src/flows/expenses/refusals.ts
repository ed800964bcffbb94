import type { Schemas } from "../../client/company.ts";
import { dayInParis } from "../../domain/paris.ts";
import { keepIfPossible } from "../../store/files.ts";
import { Refusals, type StoredRefusal } from "../../store/refusals.ts";
import type { Session } from "../session.ts";

/** Learns from what the company refused. */
export async function learnRefusals(
  { machine, profile }: Session,
  remote: readonly Schemas["Expense"][],
): Promise<void> {
  const met = remote.flatMap(({ id, state, category, mission, reason, decidedAt }): StoredRefusal[] =>
    state === "refused" && decidedAt !== null
      ? [{ id, category, isOperating: mission === null, reason: reason ?? "", since: dayInParis(new Date(decidedAt)) }]
      : [],
  );
  await keepIfPossible(() => new Refusals(machine.folders, profile).learn(met));
}
