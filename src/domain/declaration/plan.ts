import type { MonthNotice } from "../../errors/activity.ts";
import { PorteError } from "../../errors.ts";
import { assertSendable, isUnderWay, type ReportDay } from "../activity.ts";
import type { Month } from "../calendar.ts";
import { parseTimes, withTimes } from "../clock-times.ts";
import { isRestDay } from "../holidays.ts";
import { hasWords, type MonthWords } from "../month-words.ts";
import { type RestStatement, type RestWord, restStated } from "../rest-statement.ts";
import { type TimeWarning, type WorkedTime, withHours, workedTime } from "../working-time.ts";
import { baseOf, type DeclarationFacts, dayHoursOf, standingDays, standingRest, workedRestDays } from "./facts.ts";
import { type NoticeTerms, needsConsent, noticesOf, optionOf } from "./notices.ts";
import { conflict, isSameReport, type Typed } from "./typed-month.ts";

/** What is said beforehand of how a month is declared. */
export interface DeclarationTerms {
  /** The hours of a whole day, as typed. */
  readonly dayLength: number | undefined;
  /** Whether work on rest days is confirmed. */
  readonly restDays: boolean;
  /** Clock times as they are typed: `3-6=9:00-17:30`. */
  readonly times: readonly string[];
  readonly rest: RestWord | undefined;
  readonly restDaysGivenUp: number | undefined;
  readonly isDryRun: boolean;
  /** Whether working days may be left without anything. */
  readonly isPartial: boolean;
  /** Whether the month may be one that has not begun. */
  readonly isAhead: boolean;
  /** Whether every question is answered beforehand. */
  readonly isAgreed: boolean;
  /** The company's version that was seen, and may be replaced. */
  readonly replaces: number | undefined;
}

/** What was said of a month before its plan is made. */
export interface Said {
  readonly terms: DeclarationTerms;
  readonly days: readonly ReportDay[];
  /** The words that the days were changed by; null where they were said in another way. */
  readonly words: MonthWords | null;
  /** Whether the month was said to be one without activity. */
  readonly isEmpty: boolean;
  /** Whether saying the days was also saying that they are finished. */
  readonly isFinished: boolean;
  /** Whether somebody can answer questions. */
  readonly canAsk: boolean;
}

/** A question that only a person answers. */
export type Question =
  | { readonly type: "restDays"; readonly days: readonly string[] }
  | { readonly type: "rest" }
  | { readonly type: "replace"; readonly difference: PorteError<"activity.conflict">["facts"] }
  | { readonly type: "correct"; readonly version: number }
  /** Whether to send, once the notices are read. */
  | { readonly type: "send"; readonly typed: Typed; readonly worked: WorkedTime; readonly isDespite: boolean };

/** What was answered so far; what is absent was not asked. */
export interface Answers {
  readonly restDays?: boolean;
  readonly rest?: RestWord;
  readonly replace?: boolean;
  readonly correct?: boolean;
  readonly send?: boolean;
}

/** One thing to do. */
export type Effect =
  /** Keeps the month on this machine, as a draft or to be sent. */
  | { readonly type: "keep"; readonly state: "draft" | "queued"; readonly typed: Typed; readonly base: string | null }
  /** Sends what is queued. */
  | { readonly type: "send" }
  /** Notes that the company holds just that already. */
  | { readonly type: "noteHeld" }
  /** Leaves it queued: the company cannot be asked. */
  | { readonly type: "leave"; readonly why: PorteError };

/** What comes next of a declaration. */
export type Next =
  | { readonly type: "refuse"; readonly failure: PorteError }
  /** The question that is open, and what is done before it is asked. */
  | { readonly type: "ask"; readonly before: readonly Effect[]; readonly question: Question }
  /** A dry run: what would be sent. */
  | { readonly type: "preview"; readonly typed: Typed }
  | { readonly type: "do"; readonly effects: readonly Effect[]; readonly typed: Typed; readonly worked: WorkedTime };

/** What is to be told of a month, and what comes next. */
export interface Plan {
  readonly warnings: readonly TimeWarning[];
  /** What is to be looked at before the month is sent, but for what was said to be meant. */
  readonly notices: readonly MonthNotice[];
  readonly next: Next;
}

/** What was said, and the notices that the month leaves with only once somebody agrees to them. */
interface Settled extends Said {
  readonly consents: readonly MonthNotice[];
}

/** A month that may be sent by the rules of reports, measured. */
interface Checked {
  readonly month: Omit<Typed, "restStatement">;
  readonly worked: WorkedTime;
}

/**
 * Decides what becomes of a month that was said: pure, and made anew with each answer until no question is open. The order of the questions
 * is that of what they are about: the days, the rest, what the company holds, and whether to send.
 */
export function planDeclaration(facts: DeclarationFacts, said: Said, answers: Answers): Plan {
  let warnings: readonly TimeWarning[] = [];
  let notices: readonly MonthNotice[] = [];
  try {
    const days = finishedDays(facts, said);
    notices = noticesOf(facts, days, noticeTermsOf(said));
    assertFillable(facts, said, notices);
    const restDays = workedRestDays(facts, days);
    if (restDays.length > 0 && !said.terms.restDays && said.canAsk && answers.restDays === undefined)
      return { warnings, notices, next: asking({ type: "restDays", days: restDays }) };
    const restDaysConfirmed = restDays.length > 0 && (said.terms.restDays || answers.restDays === true);
    const checked = checkedMonth(facts, { month: facts.month, days, restDaysConfirmed });
    warnings = checked.worked.warnings;
    const rest = restOf(facts, said, answers, checked);
    const settled = { ...said, consents: notices.filter(needsConsent) };
    return {
      warnings,
      notices,
      next: rest === "open" ? asking({ type: "rest" }) : nextOf(facts, settled, answers, checked, rest),
    };
  } catch (failure) {
    if (!(failure instanceof PorteError)) throw failure;
    return { warnings, notices, next: { type: "refuse", failure } };
  }
}

function noticeTermsOf({ terms: { isPartial, isAhead }, words, isEmpty }: Said): NoticeTerms {
  return { isPartial, isAhead, isEmpty, filledWith: words?.all ?? null };
}

/** @throws {PorteError} `activity.nothing_to_fill` where the mission that was to fill the month has no day in it. */
function assertFillable({ month }: DeclarationFacts, { terms }: Said, notices: readonly MonthNotice[]): void {
  const unfilled = notices.find(({ code }) => code === "nothing-to-fill");
  if (unfilled === undefined || unfilled.code !== "nothing-to-fill" || terms.isDryRun) return;
  const { mission, start, end } = unfilled;
  throw new PorteError("activity.nothing_to_fill", { month, mission, start, end });
}

function asking(question: Question, before: readonly Effect[] = []): Next {
  return { type: "ask", before, question };
}

/** The days with their hours, where the contract counts them, and their clock times. @throws {PorteError} `terms.times`, `terms.days`. */
function finishedDays(facts: DeclarationFacts, { terms, days }: Said): ReportDay[] {
  const { month, alsaceMoselle, workingTime } = facts;
  const standing = standingDays(facts);
  const counted = withHours(days, workingTime, dayHoursOf(facts, terms.dayLength));
  const times = parseTimes(terms.times, month, (day) => !isRestDay(day, alsaceMoselle));
  return withTimes<ReportDay>(counted, standing, times);
}

/** @throws {PorteError} `activity.problems` naming each day at fault, by the company's own rules. */
function checkedMonth(
  { missions, alsaceMoselle, workingTime, otherDays, law }: DeclarationFacts,
  month: Checked["month"],
): Checked {
  const { days, restDaysConfirmed } = month;
  assertSendable(month.month, days, { missions, alsaceMoselle, workingTime, restDaysConfirmed });
  return { month, worked: workedTime(workingTime, month.month, [...otherDays, ...days], law) };
}

/** The warnings after which somebody who can answer is asked: those on rest, and on days of a forfait that were not rested. */
const ASKED_AFTER: ReadonlySet<string> = new Set(["daily-rest", "weekly-rest", "forfait-days", "forfait-most"]);

/**
 * What is stated of a month's rest: what is typed, else what stood; where neither says anything and a warning makes it matter, it is asked
 * once. A script states nothing.
 */
function restOf(
  facts: DeclarationFacts,
  { terms, canAsk }: Said,
  { rest }: Answers,
  { worked }: Checked,
): RestStatement | null | "open" {
  if (rest !== undefined) return restStated(rest, undefined, null);
  const stated = restStated(terms.rest, terms.restDaysGivenUp, standingRest(facts));
  const isSaid = stated !== null || terms.rest !== undefined;
  const matters = worked.workingTime !== "days" && worked.warnings.some(({ code }) => ASKED_AFTER.has(code));
  return !isSaid && matters && canAsk && !terms.isAgreed && !terms.isDryRun ? "open" : stated;
}

/** What comes next of a month of which everything is said. */
function nextOf(
  facts: DeclarationFacts,
  said: Settled,
  answers: Answers,
  { month, worked }: Checked,
  restStatement: RestStatement | null,
): Next {
  const typed: Typed = { ...month, restStatement };
  if (said.terms.isDryRun) return { type: "preview", typed };
  return remoteBack(facts, said, answers, typed) ?? sending(facts, said, answers, { typed, worked });
}

/** What stands against replacing what the company holds; null where nothing does. */
function remoteBack({ held, kept }: DeclarationFacts, said: Said, answers: Answers, typed: Typed): Next | null {
  if (held === null || held.value.state === "withdrawn" || isSameReport(typed, held.value)) return null;
  const { version, state } = held.value;
  if (version !== kept?.sent?.version && version !== seenVersion({ held, kept }, said)) {
    const failure = conflict(typed, held.value);
    const open = unlessGranted(said, answers.replace, { type: "replace", difference: failure.facts }, failure);
    if (open !== null) return open;
  }
  if (state !== "approved" || version === said.terms.replaces) return null;
  const failure = new PorteError("activity.approved", { month: typed.month, version });
  return unlessGranted(said, answers.correct, { type: "correct", version }, failure);
}

/** The version that the porté replaces knowingly: the one that is named, or the one that words change a few days of. */
function seenVersion({ held, kept }: Pick<DeclarationFacts, "held" | "kept">, { words, terms }: Said): number | null {
  const isFree = kept === null || kept.state === "sent";
  const changesHeld = words !== null && hasWords(words) && words.all === undefined && isFree;
  return changesHeld ? (held?.value.version ?? null) : (terms.replaces ?? null);
}

/** What only somebody who is asked can grant: a script that agreed to everything beforehand did not see it. */
function unlessGranted(
  { terms, canAsk }: Said,
  granted: boolean | undefined,
  question: Question,
  failure: PorteError,
): Next | null {
  if (granted === true) return null;
  return granted === undefined && canAsk && !terms.isAgreed ? asking(question) : { type: "refuse", failure };
}

/** Keeps the month, asks whether to send it unless that is said already, and sends it where the company can be reached. */
function sending(
  facts: DeclarationFacts,
  { terms, isFinished, canAsk, consents, isEmpty }: Settled,
  { send }: Answers,
  { typed, worked }: { readonly typed: Typed; readonly worked: WorkedTime },
): Next {
  const keep = (state: "draft" | "queued"): Effect => ({ type: "keep", state, typed, base: baseOf(facts) });
  if (send === false)
    return { type: "refuse", failure: new PorteError("run.interrupted", { kept: true, isLeft: true, resume: null }) };
  const isDespite = consents.length > 0;
  const isSaid = terms.isAgreed || (isFinished && !isDespite);
  if (send === undefined && !isSaid && canAsk)
    return asking({ type: "send", typed, worked, isDespite }, [keep("draft")]);
  if (send === undefined && typed.days.length === 0 && !isEmpty)
    return { type: "refuse", failure: new PorteError("activity.empty", { month: typed.month }) };
  if (send === undefined && (isDespite || !isSaid))
    return { type: "refuse", failure: unconfirmed(typed.month, consents, terms.isAgreed) };
  return { type: "do", effects: [keep("queued"), wayOut(facts, typed)], typed, worked };
}

/** What nobody can be asked, and a script has not said: every option that it takes to send the month. */
function unconfirmed(month: Month, notices: readonly MonthNotice[], isAgreed: boolean): PorteError {
  if (notices.length === 0)
    return new PorteError("usage.missing_option", { option: "--yes", command: "porte declare" });
  const named = notices.map(optionOf).filter((option) => option !== null);
  return new PorteError("activity.unconfirmed", { month, notices, options: isAgreed ? named : [...named, "--yes"] });
}

/** How a queued month leaves: it waits where the company cannot be asked, and is only noted where the company holds just that. */
function wayOut({ away, held }: DeclarationFacts, typed: Typed): Effect {
  if (away !== null) return { type: "leave", why: away };
  const stands = held !== null && (isUnderWay(held.value.state) || held.value.state === "approved");
  return stands && isSameReport(typed, held.value) ? { type: "noteHeld" } : { type: "send" };
}
