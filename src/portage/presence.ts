import { dayCount, type Month } from "../domain/calendar.ts";
import type { Ppm } from "../domain/money.ts";
import type { Situation } from "../payroll/situation.ts";

/**
 * What a month of which only a part is paid does to its ceilings: `calendar`, the contract is suspended on the other days (agreement, art.
 * 22.2) and the ceilings follow its calendar days; `none`, they stay whole.
 */
export const PARTIAL_MONTHS = ["calendar", "none"] as const;
export type PartialMonth = (typeof PARTIAL_MONTHS)[number];

/** The days of a month that are paid, over its working days; null where they are not counted and the month is whole. */
export interface Presence {
  readonly workingDays: number;
  readonly paidDays: number | null;
  readonly mode: PartialMonth;
}

/** How payroll sees a month: its calendar days under contract, the share of a whole pay, and the share of full time that is worked. */
export interface MonthShare extends Pick<Situation, "presentDays" | "paidPpm"> {
  readonly workedPpm: Ppm;
}

const WHOLE: Ppm = 1_000_000;

/** Works out how payroll sees a month from its paid days. From nothing to one day there is no jump: half a day is one calendar day. */
export function monthShare(month: Month, workTimePpm: Ppm, { workingDays, paidDays, mode }: Presence): MonthShare {
  if (paidDays === null) return { presentDays: null, paidPpm: null, workedPpm: workTimePpm };
  const paidPpm = Math.min(WHOLE, Math.round(((paidDays / workingDays) * WHOLE * WHOLE) / workTimePpm));
  const workedPpm = Math.min(workTimePpm, Math.round((paidDays / workingDays) * WHOLE));
  if (paidPpm === WHOLE) return { presentDays: null, paidPpm: null, workedPpm };
  /** The SMIC of the reduction follows pay whatever the company does with the ceilings (CSS, art. D. 241-7). */
  if (mode === "none") return { presentDays: null, paidPpm, workedPpm };
  const calendarDays = dayCount(month);
  return { presentDays: Math.max(1, Math.round((calendarDays * paidPpm) / WHOLE)), paidPpm, workedPpm };
}
