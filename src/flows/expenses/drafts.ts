import { randomUUID } from "node:crypto";
import type { Schemas } from "../../client/company.ts";
import { assertExpense, type ExpenseFacts } from "../../domain/expense.ts";
import { missionNamed } from "../../domain/mission.ts";
import { toEuros } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { type ExpenseDraft, ExpenseDrafts, type FoundReceipt } from "../../store/expense-drafts.ts";
import { LocalActs } from "../../store/local-acts.ts";
import type { Session } from "../session.ts";
import { learnRefusals } from "./refusals.ts";

/** Before any contract there is: the company knows the real first day and checks it again. */
const FIRST_DAY = "2000-01-01";
const NOTE_MOST = 500;

/** An expense to keep: what is said of it, its receipt where there is one, and the line of a file that gave it. */
export interface ExpenseToKeep {
  readonly facts: ExpenseFacts;
  readonly receipt: FoundReceipt | null;
  readonly source: string | null;
}

export interface KeptExpense {
  readonly draft: ExpenseDraft;
  readonly isNew: boolean;
}

/**
 * Keeps expenses on this machine: all of them, or none where one is at fault.
 * @throws {PorteError} for an expense that no company would take, `activity.unknown_mission`.
 */
export async function keepExpenses(session: Session, expenses: readonly ExpenseToKeep[]): Promise<KeptExpense[]> {
  const { folders, now, today } = session.machine;
  const namesMission = expenses.some(({ facts }) => facts.mission !== null);
  const missions = namesMission ? await session.company.missions() : [];
  const news = expenses.map(({ facts, ...rest }) => {
    assertExpense(facts, today(), FIRST_DAY);
    if ((facts.note ?? "").length > NOTE_MOST)
      throw new PorteError("input.text", { value: facts.note ?? "", most: NOTE_MOST });
    const mission = facts.mission === null ? null : missionNamed(missions, facts.mission).reference;
    return { ...rest, facts: { ...facts, mission } };
  });
  const drafts = draftsOf(session);
  const about = String(toEuros(news.reduce((total, { facts }) => total + facts.amountCents, 0)));
  return new LocalActs(folders, session.profile).record(
    { kind: "expense-added", about, now: now() },
    [],
    () => drafts.add(news, now()),
    { made: (kept) => kept.flatMap(({ draft, isNew }) => (isNew ? drafts.filesOf(draft) : [])) },
  );
}

export function draftsOf({ machine, profile }: Pick<Session, "machine" | "profile">): ExpenseDrafts {
  return new ExpenseDrafts(machine.folders, profile);
}

/** Lists the expenses kept here that the company has not accepted. */
export function keptExpenses(session: Session): Promise<ExpenseDraft[]> {
  return draftsOf(session).list();
}

/** Says whether a receipt is still to come: a trip needs none. */
export function lacksReceipt({ receipt, trip }: Pick<ExpenseDraft, "receipt" | "trip">): boolean {
  return receipt === null && trip === null;
}

/** An expense kept here, or one that the company holds. */
export interface ExpenseAtHand extends ExpenseFacts {
  readonly id: string;
  readonly state: Schemas["Expense"]["state"] | "draft";
  readonly reason: string | null;
  readonly question: string | null;
  readonly isMissingReceipt: boolean;
  readonly payslipMonth: string | null;
}

/** Shows a draft as an expense that stands. */
export function atHand(draft: ExpenseDraft): ExpenseAtHand {
  const { id, date, category, amountCents, vatCents, mission, note, units, department, trip } = draft;
  const facts = { date, category, amountCents, vatCents, mission, note, units, department, trip };
  return {
    id,
    ...facts,
    state: "draft",
    reason: null,
    question: null,
    isMissingReceipt: lacksReceipt(draft),
    payslipMonth: null,
  };
}

/** Lists what is kept here, then what the company holds. */
export async function listExpenses(session: Session): Promise<ExpenseAtHand[]> {
  const [drafts, held] = await Promise.all([keptExpenses(session), session.company.expenses()]);
  await learnRefusals(session, held);
  return [...drafts.map(atHand), ...held.map((expense) => ({ ...expense, isMissingReceipt: false }))];
}

const LEAST_LETTERS = 6;

/** Finds an expense by its identifier, or by how that begins. */
function named<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item | undefined {
  return items.find((one) => one.id === id || (id.length >= LEAST_LETTERS && one.id.startsWith(id)));
}

async function draftNamed(session: Session, id: string): Promise<ExpenseDraft> {
  const draft = named(await keptExpenses(session), id);
  if (draft === undefined) throw new PorteError("expense.unknown", { id });
  return draft;
}

/** Forgets an expense kept here. @throws {PorteError} `expense.unknown`. */
export async function removeExpense(session: Session, id: string): Promise<ExpenseDraft> {
  const drafts = draftsOf(session);
  const draft = await draftNamed(session, id);
  const { folders, now } = session.machine;
  await new LocalActs(folders, session.profile).record(
    { kind: "expense-removed", about: String(toEuros(draft.amountCents)), now: now() },
    drafts.filesOf(draft),
    async () => drafts.remove(draft),
  );
  return draft;
}

/** Gives an expense kept here its receipt. @throws {PorteError} `expense.unknown`. */
export async function attachReceipt(session: Session, id: string, receipt: FoundReceipt): Promise<ExpenseDraft> {
  const drafts = draftsOf(session);
  const draft = await draftNamed(session, id);
  const { folders, now } = session.machine;
  return new LocalActs(folders, session.profile).record(
    { kind: "receipt-attached", about: String(toEuros(draft.amountCents)), now: now() },
    drafts.filesOf(draft),
    () => drafts.keep({ ...draft, receipt: drafts.copied(draft.id, receipt) }),
  );
}

/** Answers what the company asked of an expense. @throws {PorteError} `company.refused` where it asked nothing. */
export async function answerQuestion({ company }: Session, id: string, answer: string): Promise<Schemas["Expense"]> {
  if (answer.length === 0 || answer.length > NOTE_MOST)
    throw new PorteError("input.text", { value: answer, most: NOTE_MOST });
  const asked = named(await company.expenses(), id);
  return company.answerExpense(asked?.id ?? id, { answer }, randomUUID());
}
