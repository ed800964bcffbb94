import type { Schemas } from "../../../client/company.ts";
import { type Month, monthOf } from "../../../domain/calendar.ts";
import {
  type Answers,
  type Effect,
  type Next,
  type Plan,
  planDeclaration,
  type Question,
  type Said,
} from "../../../domain/declaration/plan.ts";
import type { Typed } from "../../../domain/declaration/typed-month.ts";
import type { WorkedTime } from "../../../domain/working-time.ts";
import type { MonthNotice } from "../../../errors/activity.ts";
import { PorteError } from "../../../errors.ts";
import { LocalActs, type Step } from "../../../store/undo-log.ts";
import { tellOthers } from "../../others.ts";
import { isLocalProfile, type Machine, type Owner, ownerOf, type Session } from "../../session.ts";
import { type Delivery, deliverInTurn, draftsOf, isUnreachable, keepTyped, markHeld, submissionOf } from "../outbox.ts";
import { draftReport, type ReportAtHand, remoteReport } from "../reports.ts";
import { daysSaid } from "./days.ts";
import type { DeclareInput } from "./input.ts";
import type { Interview, Notice, ShownQuestion } from "./interview.ts";
import type { MonthAtHand } from "./month-at-hand.ts";
import type { MonthSheet } from "./month-form.ts";
import { readMonth, readOfflineMonth } from "./read-month.ts";

/** How a company is reached from a machine. */
export interface CompanyAccess {
  readonly machine: Machine;
  /** @throws {PorteError} `auth.required` where nobody has logged in. */
  open(): Promise<Session>;
}

/** What came of a declaration. */
export type Declared =
  /** A dry run: the exact body of the request, which nobody sent, and the month that it holds. */
  | { readonly type: "preview"; readonly body: Schemas["ActivityReportSubmission"]; readonly sheet: MonthSheet }
  /** The company holds it; `isNew` is false where it held just that already. */
  | {
      readonly type: "sent";
      readonly report: ReportAtHand;
      readonly isNew: boolean;
      readonly notices: readonly MonthNotice[];
    }
  /** It waits here to be sent, and why. */
  | {
      readonly type: "queued";
      /** Who has it leave: the company, once it answers, or whoever declared it. */
      readonly waitsFor: "company" | "me";
      readonly report: ReportAtHand;
      readonly reason: string;
      readonly notices: readonly MonthNotice[];
    };

/** A plan that leaves no question open. */
interface SettledPlan {
  readonly notices: readonly MonthNotice[];
  readonly next: Extract<Next, { type: "preview" | "do" }>;
}

/** One declaration under way. */
interface Run {
  readonly owner: Owner;
  /** Null where the company is not asked. */
  readonly session: Session | null;
  readonly input: DeclareInput;
  readonly interview: Interview;
  /** Changes what is kept of the month, or sends it, while no other process does; recorded, to be undone. */
  readonly write: Step;
}

/**
 * Declares a month: reads what was worked, checks it by the company's rules, keeps it here, sends it. Without questions, the month is
 * read, changed and sent in one turn: others of this machine wait for that, and for no person.
 * @throws {PorteError} what the plan refuses; `delivery.also` for forms that no document carries; `activity.queued_only` where it had to be sent, and waits; what the company refuses.
 */
export async function declare(connection: CompanyAccess, input: DeclareInput, interview: Interview): Promise<Declared> {
  const month = await monthToDeclare(connection.machine, input, interview);
  const reach = await reached(connection, input.isOffline);
  const { session } = reach;
  const owner = session ?? (await ownerOf(connection.machine));
  if (input.also !== undefined && !isLocalProfile(connection.machine)) throw new PorteError("delivery.also", { month });
  await tellOthers(owner);
  const drafts = draftsOf(owner);
  const isOneTurn = input.isAgreed && !input.isDryRun;
  const work = () =>
    new LocalActs(owner.folder).recordSteps(
      { kind: "declare", about: month, now: owner.machine.now() },
      [drafts.fileOf(month)],
      (step) => {
        const write: Step = (change) => (isOneTurn ? step(change) : drafts.inTurn(month, () => step(change)));
        return declareMonth({ owner, session, input, interview, write }, month, reach);
      },
      { isLocal: async () => (await drafts.find(month))?.state !== "sent" },
    );
  return isOneTurn ? drafts.inTurn(month, work) : work();
}

async function monthToDeclare(machine: Machine, input: DeclareInput, interview: Interview): Promise<Month> {
  const today = machine.today();
  if (input.month !== undefined) return input.month;
  return input.asksMonth && interview.canAsk ? interview.month(monthOf(today)) : monthOf(today);
}

/** What a declaration rests on: whoever answers, and why nothing is sent where nothing is to be. */
interface Reach {
  /** Null where the company is not asked. */
  readonly session: Session | null;
  readonly away: PorteError;
  /** Whether nothing is sent, although what is read here needs nobody. */
  readonly isHeldBack: boolean;
}

async function reached({ machine, open }: CompanyAccess, isOffline: boolean): Promise<Reach> {
  const away = new PorteError("server.never_seen", {});
  if (isOffline && !isLocalProfile(machine)) return { session: null, away, isHeldBack: false };
  try {
    return { session: await open(), away, isHeldBack: isOffline };
  } catch (failure) {
    if (!isUnreachable(failure)) throw failure;
    return { session: null, away: failure, isHeldBack: false };
  }
}

async function declareMonth(run: Run, month: Month, { away, isHeldBack }: Reach): Promise<Declared> {
  const { owner, session, input, interview } = run;
  const read = await interview.wait(
    session === null ? readOfflineMonth(owner, month, away) : readMonth(session, month),
  );
  const atHand = isHeldBack ? { ...read, away } : read;
  const { source } = input;
  const said: Said = {
    terms: input,
    words: source.from === "words" ? source.words : null,
    isEmpty: source.from === "nothing",
    canAsk: interview.canAsk,
    ...(await daysSaid(owner, atHand, input, interview)),
  };
  const { next, notices } = await settled(run, atHand, said);
  if (next.type !== "preview") return carriedOut(run, atHand, { next, notices });
  const { monthSheet } = await import("./month-form.ts");
  return { type: "preview", body: submissionOf(next.typed), sheet: monthSheet(owner, atHand) };
}

/** Asks what the plan leaves open until nothing is, and tells each warning once. @throws {PorteError} what the plan refuses. */
async function settled(run: Run, atHand: MonthAtHand, said: Said): Promise<SettledPlan> {
  const { interview } = run;
  const tell = tellerOf(interview, atHand.month);
  let answers: Answers = {};
  for (;;) {
    const plan = planDeclaration(atHand, said, answers);
    tell(plan);
    const { next } = plan;
    if (next.type === "refuse") throw next.failure;
    if (next.type !== "ask") return { notices: plan.notices, next };
    const { before, question } = next;
    for (const effect of before) await carryOut(run, atHand, effect);
    answers = { ...answers, ...(await interview.ask(shownAs(question, atHand))) };
  }
}

/** Tells what plans of one month warn of, each warning once. A refusal says itself what it is about: its notices are not told. */
function tellerOf(interview: Interview, month: Month): (plan: Plan) => void {
  const told = new Set<string>();
  const tell = (notice: Notice) => {
    const key = JSON.stringify(notice);
    if (!told.has(key)) interview.tell(notice);
    told.add(key);
  };
  return ({ warnings, notices, next }) => {
    for (const warning of warnings) tell({ type: "limit", warning });
    if (next.type !== "refuse") for (const notice of notices) tell({ type: "month", month, notice });
  };
}

/** Whether to send is asked of the month as it is shown. */
function shownAs(question: Question, atHand: MonthAtHand): ShownQuestion {
  if (question.type !== "send") return question;
  const { typed, worked, isDespite } = question;
  return { type: "send", report: draftOf(typed, atHand, worked), isDespite };
}

function draftOf(typed: Typed, { missions }: MonthAtHand, worked: WorkedTime, state: "draft" | "queued" = "draft") {
  return draftReport({ ...typed, state }, missions, worked);
}

/** Does what was decided. What the company does not answer stays queued; what it refuses stays as a draft, and says where. */
async function carriedOut(
  run: Run,
  atHand: MonthAtHand,
  { next, notices }: SettledPlan & { readonly next: Extract<Next, { type: "do" }> },
): Promise<Declared> {
  const { owner, interview } = run;
  const { effects, typed, worked } = next;
  let outcome: Delivery | PorteError | null = null;
  let isKept = false;
  try {
    for (const effect of effects) {
      outcome = await carryOut(run, atHand, effect);
      isKept ||= effect.type === "keep";
    }
  } catch (failure) {
    if (!isUnreachable(failure)) {
      if (isKept) interview.tell({ type: "draftKept", file: draftsOf(owner).fileOf(typed.month) });
      throw failure;
    }
    outcome = failure;
  }
  if (outcome !== null && !(outcome instanceof PorteError))
    return { type: "sent", report: remoteReport(outcome.report, worked), isNew: outcome.isNew, notices };
  return queued(run, outcome, draftOf(typed, atHand, worked, "queued"), notices);
}

/** A month that waits here: why, and for whom. @throws {PorteError} `activity.queued_only` where it had to be sent. */
function queued(
  { input, interview, session }: Run,
  failure: PorteError | null,
  report: ReportAtHand,
  notices: SettledPlan["notices"],
): Declared {
  const reason = failure === null || input.isOffline ? "--offline" : interview.describe(failure);
  if (input.requiresSent) throw new PorteError("activity.queued_only", { month: report.month, reason });
  const waitsFor = session?.isLocal === true ? "me" : "company";
  return { type: "queued", report, reason, waitsFor, notices };
}

/** Does one thing, by the store of this machine or the company's API. Gives what came of the month, where that is known then. */
async function carryOut(
  { owner, session, input, interview, write }: Run,
  { month, held }: MonthAtHand,
  effect: Effect,
): Promise<Delivery | PorteError | null> {
  switch (effect.type) {
    case "keep":
      await write(() => keepTyped(owner, effect.typed, effect.state, effect.base, input.also));
      interview.kept();
      return null;
    case "noteHeld":
      return held === null ? null : write(() => markHeld(owner, month, held));
    case "send":
      return session === null ? null : interview.wait(write(() => sendQueued(session, month)));
    case "leave":
      return effect.why;
  }
}

/** Sends a month that is queued; one that another process has just sent is shown as the company holds it. */
async function sendQueued(session: Session, month: Month): Promise<Delivery> {
  const delivery = await deliverInTurn(session, month);
  if (delivery !== null) return delivery;
  const held = await session.sure.report(month);
  if (held === null) throw new PorteError("activity.empty", { month });
  return { report: held.value, isNew: false };
}
