import { isAway } from "../../client/unanswered.ts";
import { plainEuros } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { idsBegunBy, shortIds } from "../../domain/short-id.ts";
import { isFailure, PorteError } from "../../errors.ts";
import type { Session } from "../session.ts";
import { findNamed, sentNames } from "./named.ts";

/**
 * Says what became of an expense that somebody wants to change and that is no draft here: it was sent, when, and how far it is, as the
 * company says it or last said it. Null where no expense is named so.
 * @throws {PorteError} `input.which`, and what reading throws unless the company cannot be asked.
 */
export async function sentNamed(session: Session, typed: string): Promise<PorteError<"expense.sent"> | null> {
  const names = await sentNames(session);
  const held = await session.reader.expenses().catch((failure: unknown) => {
    if (isAway(failure) || isFailure(failure, "server.never_seen", "auth.required", "auth.elsewhere")) return null;
    throw failure;
  });
  const found = await findNamed(session, held ?? [], typed);
  if (found !== undefined) {
    const { id, date, amountCents, state, question, submittedAt } = found;
    const short = shortIds((held ?? []).map((one) => names.get(one.id) ?? one.id));
    const sent = { date, amount: plainEuros(amountCents), on: dayInParis(new Date(submittedAt)), state, question };
    return new PorteError("expense.sent", { id: short(names.get(id) ?? id), sent });
  }
  const [known] = idsBegunBy(
    [...names.values()].map((id) => ({ id })),
    typed,
  );
  return known === undefined ? null : new PorteError("expense.sent", { id: typed, sent: null });
}
