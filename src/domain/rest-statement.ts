import { PorteError } from "../errors.ts";

/** What a porté states of the rest of a month (amendment 4 to the agreement of the branch). */
export interface RestStatement {
  /** Eleven hours in a row each day. */
  readonly dailyRest: boolean;
  /** Thirty-five hours in a row each week. */
  readonly weeklyRest: boolean;
  /** Days of rest that were worked against pay (C. trav., art. L. 3121-59), in halves. */
  readonly restDaysGivenUp: number;
}

/** The rest of a month in a word, as it is typed; `unsaid` takes back what was stated. */
export const REST_WORDS = ["respected", "daily-not", "weekly-not", "neither", "unsaid"] as const;
export type RestWord = (typeof REST_WORDS)[number];

const MEANT: Readonly<Record<Exclude<RestWord, "unsaid">, Omit<RestStatement, "restDaysGivenUp">>> = {
  respected: { dailyRest: true, weeklyRest: true },
  "daily-not": { dailyRest: false, weeklyRest: true },
  "weekly-not": { dailyRest: true, weeklyRest: false },
  neither: { dailyRest: false, weeklyRest: false },
};

/** The word that says a statement. */
export function restWordOf({ dailyRest, weeklyRest }: Pick<RestStatement, "dailyRest" | "weeklyRest">): RestWord {
  if (dailyRest) return weeklyRest ? "respected" : "weekly-not";
  return weeklyRest ? "daily-not" : "neither";
}

/** Makes a statement of what is typed, over the one that stands; what is not typed stays, and nothing typed nor stated is null. */
export function restStated(
  word: RestWord | undefined,
  daysGivenUp: number | undefined,
  standing: RestStatement | null,
): RestStatement | null {
  if (word === "unsaid") return null;
  const meant = word === undefined ? standing : MEANT[word];
  if (meant === null) {
    if (daysGivenUp === undefined) return null;
    throw new PorteError("usage.missing_option", { option: "--rest", command: "porte declare --rest-days-given-up" });
  }
  const { dailyRest, weeklyRest } = meant;
  return { dailyRest, weeklyRest, restDaysGivenUp: daysGivenUp ?? standing?.restDaysGivenUp ?? 0 };
}

/** Says whether a statement calls for the reminder that an interview may be asked for. */
export function needsInterview(statement: RestStatement | null): boolean {
  return statement !== null && !(statement.dailyRest && statement.weeklyRest);
}

/** Says whether two statements are one. */
export function isSameRest(one: RestStatement | null, other: RestStatement | null): boolean {
  if (one === null || other === null) return one === other;
  return restWordOf(one) === restWordOf(other) && one.restDaysGivenUp === other.restDaysGivenUp;
}

const MAX_DAYS = 31;

/** Reads rest days given up, to the half. @throws {PorteError} `input.rest_days`. */
export function parseRestDays(text: string): number {
  const days = /^\d{1,2}(?:[.,][05])?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (!(days <= MAX_DAYS)) throw new PorteError("input.rest_days", { value: text, most: MAX_DAYS });
  return days;
}
