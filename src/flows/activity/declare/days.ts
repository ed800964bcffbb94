import type { ReportDay } from "../../../domain/activity.ts";
import type { Day } from "../../../domain/calendar.ts";
import { dayHoursOf, daysFromWords, missionDays, missionFor } from "../../../domain/declaration/facts.ts";
import { isRestDay } from "../../../domain/holidays.ts";
import { parseDays } from "../../../domain/typed/days.ts";
import { PorteError } from "../../../errors.ts";
import type { Owner } from "../../session.ts";
import type { DaysSource, DeclareInput } from "./input.ts";
import type { Interview } from "./interview.ts";
import type { MonthAtHand } from "./month-at-hand.ts";

/** What was worked, and whether saying it was also saying that it is finished. */
export interface DaysSaid {
  readonly days: readonly ReportDay[];
  readonly isFinished: boolean;
}

/** Reads the days from one kind of source. */
export type DaysReader<Source extends DaysSource> = (
  source: Source,
  asked: { readonly owner: Owner; readonly atHand: MonthAtHand; readonly input: DeclareInput },
  interview: Interview,
) => Promise<DaysSaid>;

/** The reader of each kind of source; what reads files or fills a form is loaded where it is used. */
const READERS: {
  readonly [From in DaysSource["from"]]: () => Promise<DaysReader<Extract<DaysSource, { from: From }>>>;
} = {
  nothing: async () => async () => typed([]),
  words:
    async () =>
    async ({ words }, { owner, atHand, input }) => {
      const today = owner.machine.today();
      return typed(daysFromWords(atHand, words, { dayHours: dayHoursOf(atHand, input.dayLength), today }));
    },
  list:
    async () =>
    async (source, { owner, atHand, input }) =>
      typed(listedDays(atHand, source, input.restDays, owner.machine.today())),
  files: async () => (await import("./files.ts")).importedDays,
  person: async () => (await import("./month-form.ts")).filledDays,
};

function typed(days: readonly ReportDay[]): DaysSaid {
  return { days, isFinished: false };
}

/**
 * Gives what was worked, from where the input says: typed, in a file, or filled by whoever sits there.
 * @throws {PorteError} `activity.empty`, `csv.malformed`, `input.days`, `input.entry`, `activity.unknown_mission`; `run.interrupted` for a
 * sheet that was not read as it is meant.
 */
export async function daysSaid(
  owner: Owner,
  atHand: MonthAtHand,
  input: DeclareInput,
  interview: Interview,
): Promise<DaysSaid> {
  const read = (await READERS[input.source.from]()) as DaysReader<DaysSource>;
  return read(input.source, { owner, atHand, input }, interview);
}

/** Ranges mean working days, unless work on rest days was confirmed. */
function listedDays(
  atHand: MonthAtHand,
  { days: text, mission: reference }: Extract<DaysSource, { from: "list" }>,
  restDays: boolean,
  today: Day,
): ReportDay[] {
  const { month, alsaceMoselle } = atHand;
  const mission = missionFor(atHand, reference);
  const days = parseDays(text, month, (day) => restDays || !isRestDay(day, alsaceMoselle), today);
  if (days.length === 0) throw new PorteError("activity.empty", { month });
  return missionDays(days, mission);
}
