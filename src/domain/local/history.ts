import type { DayDifference } from "../../errors/activity.ts";
import type { ReportDay } from "../activity.ts";
import type { Month } from "../calendar.ts";
import type { Cents } from "../money.ts";
import { differences } from "../report-difference.ts";

/** A month as one side has it. */
interface MonthSide {
  readonly month: Month;
  readonly state: string;
  readonly days: readonly ReportDay[];
  readonly turnoverCents: Cents;
}

/** A month that this machine filed before there was a company, beside what the company holds of it. */
export interface ComparedMonth {
  readonly month: Month;
  /** `here`: the company holds nothing of it. */
  readonly state: "same" | "differs" | "here";
  readonly turnoverCents: Cents;
  /** What the company holds; null where it holds nothing. */
  readonly heldCents: Cents | null;
  /** The days on which the two differ. */
  readonly days: readonly DayDifference[];
}

/** Compares what was filed here with what a company holds, month by month, oldest first; what was withdrawn counts on neither side. */
export function compareMonths(here: readonly MonthSide[], held: readonly MonthSide[]): ComparedMonth[] {
  const theirs = new Map(held.filter(stands).map((one) => [one.month, one]));
  return here
    .filter(stands)
    .map((own): ComparedMonth => {
      const { month, turnoverCents } = own;
      const there = theirs.get(month);
      if (there === undefined) return { month, state: "here", turnoverCents, heldCents: null, days: [] };
      const days = differences(own.days, there.days);
      const isSame = days.length === 0 && there.turnoverCents === turnoverCents;
      return { month, state: isSame ? "same" : "differs", turnoverCents, heldCents: there.turnoverCents, days };
    })
    .sort((one, other) => one.month.localeCompare(other.month));
}

function stands({ state }: Pick<MonthSide, "state">): boolean {
  return state !== "withdrawn";
}
