import { isAway } from "../../client/unanswered.ts";
import { isFailure } from "../../errors.ts";
import type { Session } from "../session.ts";

/**
 * Reads what the company holds, to be shown beside what is kept here; `otherwise` where it never said it and cannot be asked, as long as there
 * is something of one's own to show: that needs no company.
 * @throws {PorteError} what reading throws, where there is nothing to show.
 */
export async function besideOwn<Value, Other>(
  { machine }: Pick<Session, "machine">,
  own: readonly unknown[],
  read: () => Promise<Value>,
  otherwise: Other,
): Promise<Value | Other> {
  try {
    return await read();
  } catch (failure) {
    const isUnknown = isAway(failure) || isFailure(failure, "server.never_seen", "auth.required", "auth.elsewhere");
    if (own.length === 0 || machine.reads === "fresh" || !isUnknown) throw failure;
    machine.onRecorded(null, failure);
    return otherwise;
  }
}
