import type { MonthNotice } from "../../errors/activity.ts";
import { dayTotal, isWork, KINDS, type ReportDay } from "../activity.ts";
import { firstDay, isInTerm, lastDay, monthOf } from "../calendar.ts";
import { workingDays } from "../holidays.ts";
import { type DeclarationFacts, guessedDays } from "./facts.ts";

/** What is said beforehand of what a month may lack. */
export interface NoticeTerms {
  /** Whether working days may be left without anything. */
  readonly isPartial: boolean;
  /** Whether the month may be one that has not begun. */
  readonly isAhead: boolean;
  /** Whether the month is said to be one without activity. */
  readonly isEmpty: boolean;
  /** What was to fill the working days, as it was typed: `mission=ACME`; null where nothing was. */
  readonly filledWith: string | null;
}

/** Lists what is to be looked at in a month, but for what is said to be meant. */
export function noticesOf(facts: DeclarationFacts, days: readonly ReportDay[], terms: NoticeTerms): MonthNotice[] {
  const notices = [unfilled(facts, terms.filledWith), blankDays(facts, days), ahead(facts), daysAhead(facts, days)];
  return notices.filter((notice) => notice !== null).filter((notice) => !isMeant(notice, terms));
}

/** Says whether a month goes to the company only once somebody agrees to a notice; what is merely said stops nothing. */
export function needsConsent({ code }: MonthNotice): boolean {
  return code !== "days-ahead";
}

/** The option that agrees to a notice; null for what nothing agrees to. */
export function optionOf({ code }: MonthNotice): "--partial" | "--ahead" | null {
  if (code === "blank-days") return "--partial";
  return code === "month-ahead" ? "--ahead" : null;
}

function isMeant({ code }: MonthNotice, { isPartial, isAhead, isEmpty }: NoticeTerms): boolean {
  if (code === "blank-days") return isPartial || isEmpty;
  return code === "month-ahead" && isAhead;
}

function unfilled(facts: DeclarationFacts, filledWith: string | null): MonthNotice | null {
  const named = filledWith?.replace(/^mission=/, "").split(/[:/]/)[0] ?? "";
  if (named === "" || KINDS.some((kind) => kind === named.toLowerCase())) return null;
  const mission = facts.missions.find(({ reference }) => reference === named.toUpperCase());
  if (mission === undefined || guessedDays(facts, mission).length > 0) return null;
  const { reference, start, end } = mission;
  return { code: "nothing-to-fill", mission: reference, start, end };
}

/** The days on which work is expected, within the contract, and what is missing of them. */
function blankDays(facts: DeclarationFacts, days: readonly ReportDay[]): MonthNotice | null {
  const { month, alsaceMoselle, contract, missions } = facts;
  const said = new Map(days.map(({ date, entries }) => [date, dayTotal(entries)]));
  const expected = workingDays(month, alsaceMoselle).filter((day) => contract === null || isInTerm(contract, day));
  const blank = expected.filter((day) => (said.get(day) ?? 0) < 1);
  if (blank.length === 0) return null;
  const hundredths = blank.reduce((total, day) => total + 100 - Math.round((said.get(day) ?? 0) * 100), 0);
  const ends = missions.flatMap(({ reference, end }) =>
    end !== null && monthOf(end) === month && end < lastDay(month) ? [{ mission: reference, end }] : [],
  );
  return { code: "blank-days", count: hundredths / 100, days: blank, ends };
}

function ahead({ month, today }: DeclarationFacts): MonthNotice | null {
  const first = firstDay(month);
  return first > today ? { code: "month-ahead", first } : null;
}

function daysAhead({ month, today }: DeclarationFacts, days: readonly ReportDay[]): MonthNotice | null {
  if (month !== monthOf(today)) return null;
  const count = days.filter(({ date, entries }) => date > today && entries.some(({ kind }) => isWork(kind))).length;
  return count === 0 ? null : { code: "days-ahead", count };
}
