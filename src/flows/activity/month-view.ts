import { daysAtWork, paidDays, type ReportDay, turnoverCents } from "../../domain/activity.ts";
import { addMonths } from "../../domain/calendar.ts";
import { withTimes } from "../../domain/clock-times.ts";
import { guessMonth } from "../../domain/month-grid.ts";
import { withHours } from "../../domain/working-time.ts";
import { PorteError } from "../../errors.ts";
import { simulate } from "../../portage/simulate.ts";
import { groundFrom, put } from "../simulation/ground.ts";
import { baseOf, dayHoursOf, type MonthAtHand, standingDays, standingRest } from "./declare.ts";
import { draftsOf, keepTyped, type Owner } from "./outbox.ts";

/** Guesses a month for its form: what waits here, what the company holds, else the month before as far as it is known. */
export async function guessedMonth(owner: Owner, atHand: MonthAtHand): Promise<readonly ReportDay[]> {
  const { month, missions, alsaceMoselle, kept, held, lastMonth, leave } = atHand;
  if ((kept !== null && kept.state !== "sent") || held !== null) return standingDays(atHand);
  const before = lastMonth ?? (await draftsOf(owner).find(addMonths(month, -1)))?.days ?? [];
  return guessMonth({ month, missions, alsaceMoselle, countsHours: false }, before, leave);
}

/** Keeps a month that is being filled: on disk before this returns. */
export async function keepMonth(owner: Owner, atHand: MonthAtHand, days: readonly ReportDay[]): Promise<void> {
  const timed = withTimes(days, standingDays(atHand), new Map());
  const typed = { month: atHand.month, days: timed, restDaysConfirmed: false, restStatement: standingRest(atHand) };
  await keepTyped(owner, typed, "draft", baseOf(atHand));
}

/** A month as it would be sent: with its hours, where the contract counts them. */
export function countedMonth(atHand: MonthAtHand, days: readonly ReportDay[]): ReportDay[] {
  return withHours(days, atHand.workingTime, dayHoursOf(atHand, undefined));
}

/** What a month is worth: its turnover, and the net that is made of it; null where it cannot be simulated. */
interface Worth {
  readonly turnoverCents: number;
  readonly netPaidCents: number | null;
  /** Whether the net goes past the law that was checked. */
  readonly isEstimate: boolean;
}

/** What a month is worth as it stands: its turnover, and the net that the company's own figures make of it. */
export function worthOf(
  { machine }: Owner,
  { month, missions, known, reading }: MonthAtHand,
  days: readonly ReportDay[],
): Worth {
  const turnover = turnoverCents(days, missions);
  const alone: Worth = { turnoverCents: turnover, netPaidCents: null, isEstimate: false };
  if (known === null || turnover === 0) return alone;
  try {
    const ground = groundFrom(known, reading);
    const ofReport = { ...ground, known: { ...ground.known, paidDays: paidDays(days), daysAtWork: daysAtWork(days) } };
    const { question } = put({ turnover, date: month }, ofReport, machine.today());
    const { payslip, estimatedAfter } = simulate(question);
    return { ...alone, netPaidCents: payslip.netPaidCents, isEstimate: estimatedAfter !== null };
  } catch (failure) {
    if (failure instanceof PorteError) return alone;
    throw failure;
  }
}
