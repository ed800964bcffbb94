import type { Schemas } from "../../client/company.ts";
import { dayInParis } from "../../domain/paris.ts";
import { idsBegunBy, shortIds } from "../../domain/short-id.ts";
import { PorteError } from "../../errors.ts";
import { keepIfPossible } from "../../store/files.ts";
import { Refusals, type StoredRefusal } from "../../store/refusals.ts";
import type { Session } from "../session.ts";

/**
 * Finds the refusal that is named by a beginning of its identifier, short or whole.
 * @throws {PorteError} `input.which` with the candidates where there are several, `input.not_listed` where there is none.
 */
export function ruleNamed(rules: readonly StoredRefusal[], typed: string): StoredRefusal {
  const [found, ...others] = idsBegunBy(rules, typed);
  if (found === undefined) throw new PorteError("input.not_listed", { value: typed, command: "porte expenses rules" });
  if (others.length === 0) return found;
  const short = shortIds(rules.map(({ id }) => id));
  const candidates = [found, ...others].map(({ id, since }) => ({
    id: short(id),
    day: since,
    amount: null,
    name: null,
  }));
  throw new PorteError("input.which", { value: typed, candidates });
}

/** Learns from what the company refused. */
export async function learnRefusals(
  { folder }: Pick<Session, "folder">,
  remote: readonly Schemas["Expense"][],
): Promise<void> {
  const met = remote.flatMap(({ id, state, category, mission, reason, decidedAt }): StoredRefusal[] =>
    state === "refused" && decidedAt !== null
      ? [{ id, category, isOperating: mission === null, reason: reason ?? "", since: dayInParis(new Date(decidedAt)) }]
      : [],
  );
  await keepIfPossible(() => new Refusals(folder).learn(met));
}
