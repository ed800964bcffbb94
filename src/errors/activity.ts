import { type Rows, row } from "./row.ts";

/** One fault of an activity report: the day it sits on, a stable code, and the facts its sentence needs. */
export interface ReportProblem {
  readonly day: string;
  readonly code:
    | "day_over_one"
    | "unknown_mission"
    | "outside_mission"
    | "outside_month"
    | "repeated_day"
    | "parts"
    | "unknown_code"
    | "hours_missing"
    | "hours_over_day"
    | "times"
    | "confirm_rest_day"
    | "not_a_holiday"
    | "leave_on_holiday"
    | "half_holiday";
  readonly value: string;
}

/** What is to be looked at in a month before it is sent. Each code is API. */
export type MonthNotice =
  /** The mission that was to fill the month has no working day in it. */
  | { readonly code: "nothing-to-fill"; readonly mission: string; readonly start: string; readonly end: string | null }
  /** Working days, or parts of them, of which nothing is said, in days; and the missions that end in the month. */
  | {
      readonly code: "blank-days";
      readonly count: number;
      readonly days: readonly string[];
      readonly ends: readonly { readonly mission: string; readonly end: string }[];
    }
  /** The month has not begun. */
  | { readonly code: "month-ahead"; readonly first: string }
  /** Days at work of the current month that are still to come. */
  | { readonly code: "days-ahead"; readonly count: number };

/** A day that two versions of a report do not say alike, each as it can be typed; empty for a day without time. */
export interface DayDifference {
  readonly day: string;
  readonly mine: string;
  readonly theirs: string;
}

/** A month's report of activity, here and at the company. */
export const activityFailures = {
  "activity.problems": row<{ month: string; problems: readonly ReportProblem[] }>({ exit: 2 }),
  "activity.no_mission": row({ exit: 2 }),
  "activity.which_mission": row<{ missions: readonly string[] }>({ exit: 2 }),
  "activity.unknown_mission": row<{ mission: string; missions: readonly string[] }>({ exit: 2 }),
  "activity.already_sent": row<{ month: string }>({ exit: 2 }),
  "activity.empty": row<{ month: string }>({ exit: 2 }),
  "activity.nothing_to_fill": row<{ month: string; mission: string; start: string; end: string | null }>({ exit: 2 }),
  "activity.unconfirmed": row<{ month: string; notices: readonly MonthNotice[]; options: readonly string[] }>({
    exit: 2,
  }),
  "activity.outside_contract": row<{ month: string; first: string; last: string | null }>({ exit: 2 }),
  "activity.conflict": row<{ month: string; version: number; days: readonly DayDifference[] }>({ exit: 5 }),
  "activity.no_receipt": row<{ month: string }>({ exit: 2 }),
  "activity.queued_only": row<{ month: string; reason: string }>({ exit: 4 }),
  "activity.no_version": row<{ month: string; version: number; versions: readonly number[] }>({ exit: 2 }),
  "activity.approved": row<{ month: string; version: number }>({ exit: 5 }),
  "activity.locked": row<{ month: string; state: string }>({ exit: 2, status: 409 }),
} satisfies Rows<"activity">;
