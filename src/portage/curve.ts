import type { Cents } from "../domain/money.ts";
import type { Daily } from "./margins.ts";
import { NO_SUCH_MONTH, orNull, type Question, simulate, turnoverOf, withPaidDays } from "./simulate.ts";

/** What a curve runs along: the daily rate, or the days billed. */
export type Axis = "tjm" | "days";

/** A point of a curve: `x` in cents for a rate, in days for days; what is paid there, 0 where nothing can be. */
export interface Point {
  readonly x: number;
  readonly netPaidCents: Cents;
}

/**
 * Draws net against the daily rate, from half of it to half as much again, or against the days, from one to those given:
 * every point is a whole payslip.
 * @throws {PorteError} what `simulate` throws of the law.
 */
export function netCurve(question: Question, { rateCents, days }: Daily, axis: Axis, count: number): Point[] {
  const at = (rate: Cents, worked: number): Cents => {
    const paid = orNull(NO_SUCH_MONTH, () => {
      const turnoverCents = turnoverOf(rate, worked);
      const { paidDays } = question.presence;
      const asked = paidDays === null ? question : withPaidDays(question, paidDays + worked - days);
      return simulate({ ...asked, start: { kind: "turnover", turnoverCents } }).payslip.netPaidCents;
    });
    return paid ?? 0;
  };
  if (axis === "days") {
    const last = Math.ceil(days);
    return Array.from({ length: last }, (_, index) => ({ x: index + 1, netPaidCents: at(rateCents, index + 1) }));
  }
  return Array.from({ length: count }, (_, index) => {
    const x = Math.round(rateCents * (0.5 + index / (count - 1)));
    return { x, netPaidCents: at(x, days) };
  });
}
