import { isUnreachable } from "./activity/outbox.ts";
import type { Session } from "./session.ts";

/** The porté's own addresses, in small letters, by which their calendars say what they declined; none where the company cannot be asked. */
export async function ownAddresses({ company }: Session): Promise<readonly string[]> {
  try {
    return [(await company.me()).email.toLowerCase()];
  } catch (failure) {
    if (!isUnreachable(failure)) throw failure;
    return [];
  }
}
