import {
  assertSendable,
  daysAtWork,
  hoursOf,
  paidDays,
  type ReportDay,
  turnoverCents,
} from "../../../domain/activity.ts";
import { addMonths } from "../../../domain/calendar.ts";
import { withTimes } from "../../../domain/clock-times.ts";
import {
  baseOf,
  dayHoursOf,
  missionFor,
  standingDays,
  standingRest,
  underWay,
} from "../../../domain/declaration/facts.ts";
import type { GridTerms } from "../../../domain/month-grid.ts";
import { guessMonth } from "../../../domain/month-guess.ts";
import { withHours } from "../../../domain/working-time.ts";
import { PorteError } from "../../../errors.ts";
import { NO_SUCH_MONTH, orNull, simulate } from "../../../portage/simulate.ts";
import type { Owner } from "../../session.ts";
import { buildRequest, readDefaults } from "../../simulation/defaults.ts";
import { draftsOf, keepTyped } from "../outbox.ts";
import type { DaysReader } from "./days.ts";
import type { DaysSource } from "./input.ts";
import type { MonthAtHand } from "./month-at-hand.ts";
import { askMonth } from "./plain-form.ts";

/** A month that is being filled by hand: where it begins, and what its keys need to know of it. */
export interface MonthForm {
  readonly terms: GridTerms;
  readonly guess: readonly ReportDay[];
  /** Keeps it as a draft: on disk before this returns. */
  keep(days: readonly ReportDay[]): Promise<void>;
  worth(days: readonly ReportDay[]): Worth;
  /** What the company would refuse; null where it takes it. Work on a rest day is asked about afterwards. */
  refusal(days: readonly ReportDay[]): PorteError | null;
}

/** What a month is worth: its turnover, and the net that is made of it; null where it cannot be simulated. */
interface Worth {
  readonly turnoverCents: number;
  readonly netPaidCents: number | null;
  /** Whether the net goes past the law that was checked. */
  readonly isEstimate: boolean;
  /** Null where the contract counts none. */
  readonly hours: number | null;
}

/**
 * Gives the days that whoever sits there fills in: on a screen, which also says that they are finished, or in plain questions. Where nobody
 * can answer, gives what waits here.
 * @throws {PorteError} `activity.empty`, `activity.already_sent`, `activity.no_mission`; `run.interrupted` where it is left without sending.
 */
export const filledDays: DaysReader<Extract<DaysSource, { from: "person" }>> = async (
  { mission, isPlain },
  { owner, atHand, input: { restDays } },
  interview,
) => {
  const drawn = isPlain ? null : await interview.onScreen(() => monthForm(owner, atHand));
  if (drawn !== null) return { days: drawn, isFinished: true };
  if (!interview.canAsk) return { days: draftDays(atHand), isFinished: false };
  const { plain } = interview;
  const possible = underWay(atHand);
  const isOpen = mission === undefined && possible.length > 1;
  const chosen = missionFor(atHand, isOpen ? await plain.mission(possible) : mission);
  const others = atHand.missions.filter((one) => one !== chosen);
  const guess = await guessedMonth(owner, { ...atHand, missions: [chosen, ...others] });
  const keep = async (days: readonly ReportDay[]) => {
    await keepMonth(owner, atHand, days);
    interview.kept();
  };
  return {
    days: await askMonth(atHand, { mission: chosen, guess, restDays, today: owner.machine.today(), keep }, plain),
    isFinished: false,
  };
};

/** A month as it is shown and counted, whoever fills it. */
export type MonthSheet = Pick<MonthForm, "terms" | "worth">;

/** What a month's grid is drawn against, and what its days are worth. */
export function monthSheet(owner: Owner, atHand: MonthAtHand): MonthSheet {
  const { month, missions, alsaceMoselle, workingTime } = atHand;
  return {
    terms: { month, missions, alsaceMoselle, countsHours: workingTime === "hours" },
    worth: (days) => {
      const entries = countedDays(atHand, days).flatMap((day) => day.entries);
      return { ...worthOf(owner, atHand, days), hours: workingTime === "hours" ? hoursOf(entries) : null };
    },
  };
}

function countedDays(atHand: MonthAtHand, days: readonly ReportDay[]): ReportDay[] {
  return withHours(days, atHand.workingTime, dayHoursOf(atHand, undefined));
}

async function monthForm(owner: Owner, atHand: MonthAtHand): Promise<MonthForm> {
  const { month, missions, alsaceMoselle, workingTime } = atHand;
  return {
    ...monthSheet(owner, atHand),
    guess: await guessedMonth(owner, atHand),
    keep: (days) => keepMonth(owner, atHand, days),
    refusal: (days) => {
      try {
        assertSendable(month, countedDays(atHand, days), {
          missions,
          alsaceMoselle,
          workingTime,
          restDaysConfirmed: true,
        });
        return null;
      } catch (failure) {
        if (failure instanceof PorteError) return failure;
        throw failure;
      }
    },
  };
}

/** Guesses a month for its form: what waits here, what the company holds, else the month before as far as it is known. */
async function guessedMonth(owner: Owner, atHand: MonthAtHand): Promise<readonly ReportDay[]> {
  const { month, missions, alsaceMoselle, kept, held, lastMonth, leave } = atHand;
  if ((kept !== null && kept.state !== "sent") || held !== null) return standingDays(atHand);
  const before = lastMonth ?? (await draftsOf(owner).find(addMonths(month, -1)))?.days ?? [];
  return guessMonth({ month, missions, alsaceMoselle }, before, leave);
}

/** Keeps a month that is being filled: on disk before this returns. */
async function keepMonth(owner: Owner, atHand: MonthAtHand, days: readonly ReportDay[]): Promise<void> {
  const timed = withTimes(days, standingDays(atHand), new Map());
  const typed = { month: atHand.month, days: timed, restDaysConfirmed: false, restStatement: standingRest(atHand) };
  await keepTyped(owner, typed, "draft", baseOf(atHand));
}

/** What waits here, typed and not accepted. */
function draftDays({ month, kept, held }: MonthAtHand): readonly ReportDay[] {
  if (kept !== null && kept.state !== "sent") return kept.days;
  const isSent = held !== null && !GIVEN_BACK.has(held.value.state);
  throw new PorteError(isSent ? "activity.already_sent" : "activity.empty", { month });
}

/** The states of a report that is its porté's again. */
const GIVEN_BACK: ReadonlySet<string> = new Set(["refused", "withdrawn"]);

/** What a month is worth as it stands: its turnover, and the net that the company's own figures make of it. */
function worthOf(
  { machine }: Owner,
  { month, missions, known, reading }: MonthAtHand,
  days: readonly ReportDay[],
): Omit<Worth, "hours"> {
  const turnover = turnoverCents(days, missions);
  const alone = { turnoverCents: turnover, netPaidCents: null, isEstimate: false };
  if (known === null || turnover === 0) return alone;
  const defaults = readDefaults(known, reading);
  const ofReport = {
    ...defaults,
    known: { ...defaults.known, paidDays: paidDays(days), daysAtWork: daysAtWork(days) },
  };
  const worth = orNull([...NO_SUCH_MONTH, "law.not_covered"], () => {
    const { question } = buildRequest({ turnover, date: month }, ofReport, machine.today());
    const { payslip, estimatedAfter } = simulate(question);
    return { ...alone, netPaidCents: payslip.netPaidCents, isEstimate: estimatedAfter !== null };
  });
  return worth ?? alone;
}
