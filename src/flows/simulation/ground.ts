import { addMonths, type Month, monthOf } from "../../domain/calendar.ts";
import { workingDays } from "../../domain/holidays.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { type Asked, type Known, monthAlone, optionName, type Put, questionFrom } from "../../portage/asked.ts";
import type { Planned } from "../../portage/run.ts";
import type { KnownCompany } from "../../store/known-company.ts";
import { knownCompany, knownTerms, yearToDateFrom } from "../known-company.ts";
import { askCompany } from "../remember-company.ts";
import type { Machine, Session } from "../session.ts";

/** What simulations of this machine rest on, beside what is typed. */
export interface Ground {
  readonly known: Known;
  readonly company: { readonly name: string; readonly day: string } | null;
  readonly source: KnownCompany | null;
  /** Whether a company was there to ask and did not answer. */
  readonly isUnreachable: boolean;
}

const NO_COMPANY: Ground = { known: {}, company: null, source: null, isUnreachable: false };

/**
 * Finds what stands in for what is not typed: what the company last said. It is asked only where a script gives its token
 * and nothing is kept yet.
 */
export async function groundOf(
  machine: Machine,
  openSession: () => Promise<Session>,
  isNational: boolean,
): Promise<Ground> {
  if (isNational) return NO_COMPANY;
  const kept = await knownCompany(machine);
  if (kept !== null) return groundFrom(kept);
  const { PORTE_TOKEN: token, PORTE_API_URL: url } = machine.env;
  if (!token || !url) return NO_COMPANY;
  try {
    return groundFrom(await askCompany(await openSession()));
  } catch (failure) {
    if (failure instanceof PorteError) return { ...NO_COMPANY, isUnreachable: true };
    throw failure;
  }
}

/** Makes the ground of simulations from what a company said. */
export function groundFrom(source: KnownCompany): Ground {
  const company = { name: source.company.name, day: dayInParis(new Date(source.savedAt)) };
  return { known: knownTerms(source), company, source, isUnreachable: false };
}

/** Puts the question of one month, after the payslips that the company has already paid this year. */
export function put(asked: Asked, { known, source }: Ground, today: string): Put {
  return questionFrom(asked, known, { today, yearToDate: yearToDateFrom(source) });
}

/** The months of a run, and the days that are not worked in them. */
export interface RunAsked {
  readonly first: Month;
  readonly count: number;
  readonly offDays: (month: Month) => number;
}

/**
 * Plans a run of months: each bills its own working days, less those that are off, unless days are given.
 * @throws {PorteError} what `questionFrom` throws; `usage.conflict` where days off are given beside an amount that does not
 * follow the days.
 */
export function planRun(
  asked: Asked,
  { known }: Ground,
  { first, count, offDays }: RunAsked,
  today: string,
): Planned[] {
  const months = Array.from({ length: count }, (_, index) => addMonths(first, index));
  const start = (["turnover", "gross", "net", "paid"] as const).find((name) => asked[name] !== undefined);
  if (start !== undefined && months.some((month) => offDays(month) > 0))
    throw new PorteError("usage.conflict", { options: [optionName(start), "--leave-days, --intermission"] });
  return months.map((month) => {
    const working = workingDays(month, asked.alsaceMoselle ?? known.alsaceMoselle).length;
    const billedDays = asked.tjm === undefined ? null : Math.max(0, (asked.days ?? working) - offDays(month));
    const isIdle = billedDays === 0;
    const ofMonth = { ...asked, date: month, ...(billedDays === null ? {} : { days: billedDays }) };
    return {
      month,
      workingDays: working,
      billedDays,
      question: isIdle ? null : questionFrom(ofMonth, known, monthAlone(today)).question,
    };
  });
}

/** The first month of a run: the one asked, or January of its year. */
export function firstMonth(asked: Asked, isYear: boolean, today: string): Month {
  const month = asked.date ?? monthOf(today);
  return isYear ? `${month.slice(0, 4)}-01` : month;
}
