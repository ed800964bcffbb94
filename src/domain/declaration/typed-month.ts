import { PorteError } from "../../errors.ts";
import { canonicalReport, type ReportDay } from "../activity.ts";
import type { Month } from "../calendar.ts";
import { differences } from "../report-difference.ts";
import type { RestStatement } from "../rest-statement.ts";
import type { RemoteMonth } from "./facts.ts";

/** What a month is when it is kept. */
export interface Typed {
  readonly month: Month;
  readonly days: readonly ReportDay[];
  readonly restDaysConfirmed: boolean;
  /** What is stated of rest; null where nothing is. */
  readonly restStatement: RestStatement | null;
}

/** Says whether the company holds just these days, and the same statement of rest. */
export function isSameReport({ month, days, restDaysConfirmed, restStatement }: Typed, held: RemoteMonth): boolean {
  return (
    held.restDaysConfirmed === restDaysConfirmed &&
    canonicalReport(month, held.days, held.restStatement ?? null) === canonicalReport(month, days, restStatement)
  );
}

/** Tells a difference day by day. */
export function conflict({ month, days }: Typed, held: RemoteMonth): PorteError<"activity.conflict"> {
  return new PorteError("activity.conflict", { month, version: held.version, days: differences(days, held.days) });
}
