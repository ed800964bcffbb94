import { PorteError } from "../../errors.ts";
import type { Day } from "../calendar.ts";
import type { Cents } from "../money.ts";

/** What was agreed anew with a client, as far as its days go. */
interface AmendedTerms {
  readonly agreedOn: Day;
  /** From which day on the price holds; the day of the agreement where nobody says. */
  readonly from?: Day;
  readonly end?: Day | null;
  readonly dailyRateCents?: Cents;
}

/**
 * Checks that an amendment fits its mission: it ends on no day before the mission starts, and a price begins on one of its days.
 * @throws {PorteError} `mission.amendment_end`, `mission.amendment_day`.
 */
export function assertAmendment(
  mission: { readonly start: Day; readonly end: Day | null },
  { agreedOn, from, end: given, dailyRateCents }: AmendedTerms,
): void {
  const { start } = mission;
  const end = given === undefined ? mission.end : given;
  if (given != null && given < start) throw new PorteError("mission.amendment_end", { end: given, start });
  if (dailyRateCents === undefined && from === undefined) return;
  const day = from ?? agreedOn;
  if (day < start || (end !== null && day > end)) throw new PorteError("mission.amendment_day", { day, start, end });
}
