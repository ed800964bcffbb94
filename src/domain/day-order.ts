import { PorteError } from "../errors.ts";
import type { Day } from "./calendar.ts";

/** @param option the option that says the last day. @throws {PorteError} `usage.day_order` where the last day comes before the first. */
export function assertDayOrder(first: Day, last: Day | null | undefined, option: string): void {
  if (last != null && last < first) throw new PorteError("usage.day_order", { option, first, last });
}
