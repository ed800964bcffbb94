import { toEuros } from "../../domain/money.ts";
import { isFailure } from "../../errors.ts";
import { Refusals } from "../../store/refusals.ts";
import { LocalActs } from "../../store/undo-log.ts";
import { isUnreachable } from "../activity/outbox.ts";
import type { Session } from "../session.ts";
import { removeExpense } from "./drafts.ts";
import { findNamed } from "./named.ts";

/** What waits no more: an expense that was removed, or one whose refusal was taken note of. */
export interface Dismissed {
  readonly id: string;
  readonly amountCents: number;
  readonly isRefusal: boolean;
}

/**
 * Ends what an expense asks of its porté: one that is kept here is removed; of one that the company has refused, it is noted that its
 * porté knows. Both can be undone.
 * @throws {PorteError} `expense.unknown`, `expense.sent`, and what `findNamed` throws.
 */
export async function dismissExpense(session: Session, typed: string): Promise<Dismissed> {
  try {
    const { id, amountCents } = await removeExpense(session, typed);
    return { id, amountCents, isRefusal: false };
  } catch (failure) {
    if (!isFailure(failure, "expense.unknown", "expense.sent")) throw failure;
    const noted = await noteRefusal(session, typed);
    if (noted === null) throw failure;
    return noted;
  }
}

/** Null where no such expense was refused, or where the company cannot be asked. */
async function noteRefusal(session: Session, typed: string): Promise<Dismissed | null> {
  const { sure, machine, folder } = session;
  const refused = await sure.expenses({ state: "refused" }).catch((failure: unknown) => {
    if (isUnreachable(failure)) return [];
    throw failure;
  });
  const found = await findNamed(session, refused, typed);
  if (found === undefined) return null;
  const { id, amountCents } = found;
  const refusals = new Refusals(folder);
  const act = { kind: "refusal-noted", about: String(toEuros(amountCents)), now: machine.now() } as const;
  await refusals.note(id, (change) => new LocalActs(folder).record(act, [refusals.file], change));
  return { id, amountCents, isRefusal: true };
}
