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
    | "confirm_rest_day";
  readonly value: string;
}

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
  "activity.empty": row<{ month: string }>({ exit: 2 }),
  "activity.outside_contract": row<{ month: string; first: string; last: string | null }>({ exit: 2 }),
  "activity.conflict": row<{ month: string; version: number; days: readonly DayDifference[] }>({ exit: 5 }),
  "activity.no_receipt": row<{ month: string }>({ exit: 2 }),
  "activity.queued_only": row<{ month: string; reason: string }>({ exit: 4 }),
  "activity.no_version": row<{ month: string; version: number; versions: readonly number[] }>({ exit: 2 }),
  "activity.approved": row<{ month: string; version: number }>({ exit: 5 }),
  "activity.locked": row<{ month: string; state: string }>({ exit: 2, status: 409 }),
} satisfies Rows<"activity">;
