import { addMonths, type Day, type Month, monthOf } from "./calendar.ts";

/** The steps of a month's end, in the order they are taken. */
export const MONTH_STEPS = ["declare", "receipts", "send", "approval", "payslip"] as const;

export type StepName = (typeof MONTH_STEPS)[number];

/** Something that waits, and since when: an instant, or null where nobody has begun. */
interface Waiting {
  readonly since: string | null;
}

/** An expense of the month, kept here or held by the company, without those whose refusal its porté has taken note of. */
export interface ExpenseFact extends Waiting {
  readonly id: string;
  /** What the company asks of it; null where it asks nothing. */
  readonly question: string | null;
  readonly state: "draft" | "missing" | "submitted" | "questioned" | "approved" | "refused" | "reimbursed";
}

/** What is known of a month when its steps are read. */
export interface MonthFacts {
  /** What this machine keeps and the company has not accepted. */
  readonly kept: ({ readonly state: "draft" | "queued" } & Waiting) | null;
  /** What the company holds: since it was sent, or since it was decided on. */
  readonly held:
    | ({
        readonly state: "submitted" | "awaiting-client" | "approved" | "refused" | "withdrawn" | "locked";
      } & Waiting)
    | null;
  readonly expenses: readonly ExpenseFact[];
  /** The day on which pay leaves, once there is a payslip. */
  readonly transferDate: Day | null;
  /** Whether a payslip came of which nobody said the day. */
  readonly isPaid?: boolean;
  readonly skipped: readonly StepName[];
}

/**
 * Who is waited for. A report that is queued waits for nobody, so that no person is told to act: it leaves with the next command of
 * this machine that reaches the company.
 */
export type WaitingOn = "me" | "client" | "company" | "machine";

/** An expense that cannot go on without its porté: its receipt is missing, the company asks about it, or has refused it. */
export interface StoppedExpense {
  readonly id: string;
  readonly state: "missing" | "questioned" | "refused";
  readonly question: string | null;
}

/** One step: how far it is, and who is waited for since when. */
export interface MonthStep {
  /** The expense that the step waits for, the oldest one; only where there is one. */
  readonly expense?: StoppedExpense;
  readonly step: StepName;
  readonly state: "done" | "skipped" | "waiting" | "later";
  readonly waitingOn: WaitingOn | null;
  readonly since: string | null;
}

type Found = Omit<MonthStep, "step">;

const DONE: Found = { state: "done", waitingOn: null, since: null };
const LATER: Found = { state: "later", waitingOn: null, since: null };
const waits = (waitingOn: WaitingOn, since: string | null): Found => ({ state: "waiting", waitingOn, since });

const READ: Readonly<Record<StepName, (facts: MonthFacts) => Found>> = {
  declare: declared,
  receipts: collected,
  send: sent,
  approval: approved,
  payslip: paid,
};

/** Reads a month's steps from what is known of it. */
export function stepsOf(facts: MonthFacts): MonthStep[] {
  return MONTH_STEPS.map((step) => {
    const found = READ[step](facts);
    const isSkipped = found.state !== "done" && facts.skipped.includes(step);
    return { step, ...(isSkipped ? { state: "skipped", waitingOn: null, since: null } : found) };
  });
}

/** The month whose end is being lived: the one before until the 15th, then the current one. */
export function monthAtEnd(today: Day): Month {
  return Number(today.slice(8)) < 15 ? addMonths(monthOf(today), -1) : monthOf(today);
}

/** Whether the company has the report, whatever it makes of it. */
function isHeld({ held }: MonthFacts): boolean {
  return held !== null && held.state !== "refused" && held.state !== "withdrawn";
}

function declared(facts: MonthFacts): Found {
  const { kept, held } = facts;
  if (kept?.state === "queued") return DONE;
  if (kept !== null) return waits("me", kept.since);
  if (isHeld(facts)) return DONE;
  return waits("me", held?.state === "refused" ? held.since : null);
}

/** Who bought nothing has no receipt to find. */
function collected({ expenses }: MonthFacts): Found {
  const stopped = expenses.flatMap(({ id, state, question, since }) =>
    state === "missing" || state === "questioned" || state === "refused" ? [{ id, state, question, since }] : [],
  );
  const since = oldest(stopped);
  const first = stopped.find((one) => one.since === since);
  if (first === undefined) return DONE;
  const { id, state, question } = first;
  return { ...waits("me", since), expense: { id, state, question } };
}

function sent(facts: MonthFacts): Found {
  const { kept, expenses } = facts;
  if (kept?.state === "queued") return waits("machine", kept.since);
  const drafts = expenses.filter(({ state }) => state === "draft");
  if (drafts.length > 0) return waits("me", oldest(drafts));
  return isHeld(facts) ? DONE : LATER;
}

function approved(facts: MonthFacts): Found {
  const { held, expenses } = facts;
  if (held === null || !isHeld(facts)) return LATER;
  if (held.state === "awaiting-client") return waits("client", held.since);
  const read = [
    ...(held.state === "submitted" ? [held] : []),
    ...expenses.filter(({ state }) => state === "submitted"),
  ];
  return read.length === 0 ? DONE : waits("company", oldest(read));
}

function paid(facts: MonthFacts): Found {
  const { held, transferDate, isPaid = false } = facts;
  if (transferDate !== null || isPaid) return DONE;
  return held?.state === "approved" || held?.state === "locked" ? waits("company", held.since) : LATER;
}

/** Instants in ISO order; what has none counts last. */
function oldest(waiting: readonly Waiting[]): string | null {
  return waiting.flatMap(({ since }) => since ?? []).sort()[0] ?? null;
}
