import { randomUUID } from "node:crypto";
import type { Schemas } from "../../client/company.ts";
import type { LineBefore } from "../../domain/bank-identity.ts";
import {
  assertExpense,
  type ExpenseAtHand,
  type ExpenseFacts,
  factsOf,
  isFlat,
  MERCHANT_MAX,
} from "../../domain/expense.ts";
import { missionNamed } from "../../domain/mission.ts";
import { toEuros } from "../../domain/money.ts";
import { plainText } from "../../domain/plain-text.ts";
import { shortIds } from "../../domain/short-id.ts";
import { PorteError } from "../../errors.ts";
import { type ExpenseDraft, ExpenseDrafts, type FoundReceipt } from "../../store/expense-drafts.ts";
import { LocalActs } from "../../store/undo-log.ts";
import { domainInUse } from "../law-in-use.ts";
import { tellOthers } from "../others.ts";
import { besideOwn } from "../records/beside-own.ts";
import type { Session } from "../session.ts";
import { findNamed, sentNames } from "./named.ts";
import { learnRefusals } from "./refusals.ts";
import { sentNamed } from "./sent.ts";

/** Before any contract there is: the company knows the real first day and checks it again. */
const FIRST_DAY = "2000-01-01";
const NOTE_MAX = 500;

/** An expense to keep: what is said of it, its receipt where there is one, and the line of a file that gave it. */
export interface ExpenseToKeep {
  readonly facts: ExpenseFacts;
  readonly receipt: FoundReceipt | null;
  readonly source: string | null;
  /** How a line of a file was known before. */
  readonly before?: LineBefore;
}

export interface StoredExpense {
  readonly draft: ExpenseDraft;
  readonly isNew: boolean;
}

/**
 * Keeps expenses on this machine: all of them, or none where one is at fault. A line of a file that the company has accepted is left out.
 * @throws {PorteError} for an expense that no company would take, `activity.unknown_mission`, `auth.refused` under a token that is none.
 */
export async function keepExpenses(session: Session, expenses: readonly ExpenseToKeep[]): Promise<StoredExpense[]> {
  /** Kept all the same, it would stand in the list of whoever has the profile, and be sent for them. */
  if (session.refused !== undefined) throw session.refused;
  await tellOthers(session);
  const { now } = session.machine;
  const check = await checkFor(
    session,
    expenses.map(({ facts }) => facts),
  );
  const news = expenses.map((expense) => ({ ...expense, facts: check(expense.facts) }));
  const drafts = draftsOf(session);
  const about = String(toEuros(news.reduce((total, { facts }) => total + facts.amountCents, 0)));
  return new LocalActs(session.folder).record(
    { kind: "expense-added", about, now: now() },
    [],
    () => drafts.add(news, now()),
    { made: (kept) => kept.flatMap(({ draft, isNew }) => (isNew ? drafts.filesOf(draft) : [])) },
  );
}

/** Makes what checks each of some expenses as a company will, and finds its mission: the company is asked once, where one is named. */
async function checkFor(
  session: Session,
  expenses: readonly ExpenseFacts[],
): Promise<(facts: ExpenseFacts) => ExpenseFacts> {
  const today = session.machine.today();
  const namesMission = expenses.some(({ mission }) => mission !== null);
  const [missions, law] = await Promise.all([
    namesMission ? session.reader.missions() : [],
    domainInUse(session.machine),
  ]);
  return (facts) => {
    assertExpense(facts, today, FIRST_DAY, law);
    for (const [text, most] of [[facts.note, NOTE_MAX] as const, [facts.merchant, MERCHANT_MAX] as const])
      if (text !== null && text.length > most) throw new PorteError("input.text", { value: text, most });
    return {
      ...withPlainTexts(facts),
      mission: facts.mission === null ? null : missionNamed(missions, facts.mission).reference,
    };
  };
}

/** What a bank, a receipt or a calendar wrote may hold what nobody sees: a company refuses it. */
function withPlainTexts(facts: ExpenseFacts): ExpenseFacts {
  const plain = (text: string | null) => (text === null ? null : plainText(text));
  const { note, merchant, trip } = facts;
  const places = trip && { from: plain(trip.from), to: plain(trip.to) };
  return { ...facts, note: plain(note), merchant: plain(merchant), trip: trip && { ...trip, ...places } };
}

export function draftsOf({ folder }: Pick<Session, "folder">): ExpenseDrafts {
  return new ExpenseDrafts(folder);
}

/** Lists the expenses kept here that the company has not accepted. */
export function storedExpenses(session: Session): Promise<ExpenseDraft[]> {
  return draftsOf(session).list();
}

/** Says whether a receipt is still to come: what is paid as a flat amount needs none. */
export function lacksReceipt({ receipt, ...draft }: Pick<ExpenseDraft, "receipt" | "trip" | "category">): boolean {
  return receipt === null && !isFlat(draft);
}

/** Shows a draft as an expense that stands. */
export function atHand(draft: ExpenseDraft): ExpenseAtHand {
  return {
    id: draft.id,
    ...factsOf(draft),
    state: "draft",
    reason: null,
    question: null,
    isMissingReceipt: lacksReceipt(draft),
    payslipMonth: null,
    draftId: null,
  };
}

/** Shows an expense of the company as one that stands, under the identifier that it had here where it was sent from this machine. */
export function heldAtHand(
  held: Schemas["Expense"],
  names: ReadonlyMap<string, string>,
): Schemas["Expense"] & ExpenseAtHand {
  return { ...held, merchant: held.merchant ?? null, isMissingReceipt: false, draftId: names.get(held.id) ?? null };
}

/** Lists what is kept here, then what the company holds. */
export async function listExpenses(session: Session): Promise<ExpenseAtHand[]> {
  await tellOthers(session);
  const drafts = await storedExpenses(session);
  const held = await besideOwn(session, drafts, () => session.reader.expenses(), []);
  await learnRefusals(session, held);
  const names = await sentNames(session);
  return [...drafts.map(atHand), ...held.map((expense) => heldAtHand(expense, names))];
}

/** How a draft is named in a sentence, among all that are kept here. */
async function shortIdOf(session: Session, { id }: ExpenseDraft): Promise<string> {
  return shortIds((await storedExpenses(session)).map((draft) => draft.id))(id);
}

async function draftNamed(session: Session, id: string): Promise<ExpenseDraft> {
  const draft = await findNamed(session, await storedExpenses(session), id);
  if (draft !== undefined) return draft;
  throw (await sentNamed(session, id)) ?? new PorteError("expense.unknown", { id });
}

/** Forgets an expense kept here. @throws {PorteError} `expense.unknown`; `expense.sent` with its state for one that was sent. */
export async function removeExpense(session: Session, id: string): Promise<ExpenseDraft> {
  const drafts = draftsOf(session);
  const { now } = session.machine;
  return inTurn(session, id, async (draft) => {
    await new LocalActs(session.folder).record(
      { kind: "expense-removed", about: String(toEuros(draft.amountCents)), now: now() },
      drafts.filesOf(draft),
      async () => drafts.remove(draft),
    );
    return draft;
  });
}

/** Does something with an expense kept here while no other command does. @throws {PorteError} `expense.unknown`, `expense.sent`, `file.busy`. */
async function inTurn<Value>(
  session: Session,
  id: string,
  work: (draft: ExpenseDraft) => Promise<Value>,
): Promise<Value> {
  const found = await draftNamed(session, id);
  return draftsOf(session).inTurn(found.id, async (draft) => {
    if (draft === null) throw (await sentNamed(session, id)) ?? new PorteError("expense.unknown", { id });
    return work(draft);
  });
}

/** Does something with one that may change: the company has not got it. @throws {PorteError} `expense.maybe_sent` besides. */
function inTurnUnsent<Value>(
  session: Session,
  id: string,
  work: (draft: ExpenseDraft) => Promise<Value>,
): Promise<Value> {
  return inTurn(session, id, async (draft) => {
    if (draft.isTried) throw new PorteError("expense.maybe_sent", { id: await shortIdOf(session, draft) });
    return work(draft);
  });
}

/**
 * Changes what is said of an expense kept here; it is checked as a new one is, and asked for with a key of its own.
 * @throws {PorteError} `expense.unknown`, `expense.maybe_sent`, `expense.trip` for what the scale says of a drive.
 */
export async function editExpense(
  session: Session,
  id: string,
  change: (facts: ExpenseFacts) => Promise<ExpenseFacts>,
): Promise<ExpenseDraft> {
  const drafts = draftsOf(session);
  const { now } = session.machine;
  return inTurnUnsent(session, id, async (draft) => {
    const changed = await change(factsOf(draft));
    const facts = (await checkFor(session, [changed]))(changed);
    if (draft.trip !== null && isOtherTrip(draft, facts))
      throw new PorteError("expense.trip", { id: await shortIdOf(session, draft) });
    return new LocalActs(session.folder).record(
      { kind: "expense-changed", about: String(toEuros(facts.amountCents)), now: now() },
      drafts.filesOf(draft),
      () => drafts.keep({ ...draft, ...facts, key: randomUUID() }),
    );
  });
}

/** A drive's worth, its day and its category are the scale's: another drive is another expense. */
function isOtherTrip(draft: ExpenseDraft, { amountCents, category, date, vat }: ExpenseFacts): boolean {
  return amountCents !== draft.amountCents || category !== draft.category || date !== draft.date || vat.length > 0;
}

/** Gives an expense kept here its receipt. @throws {PorteError} `expense.unknown`, `expense.maybe_sent`. */
export async function attachReceipt(session: Session, id: string, receipt: FoundReceipt): Promise<ExpenseDraft> {
  const drafts = draftsOf(session);
  const { now } = session.machine;
  return inTurnUnsent(session, id, (draft) =>
    new LocalActs(session.folder).record(
      { kind: "receipt-attached", about: String(toEuros(draft.amountCents)), now: now() },
      drafts.filesOf(draft),
      async () => drafts.keep({ ...draft, receipt: await drafts.copied(draft.id, receipt), key: randomUUID() }),
    ),
  );
}

/**
 * Answers what the company asked of an expense.
 * @throws {PorteError} `company.refused` where it asked nothing, `expense.unknown`, and what `findNamed` throws.
 */
export async function answerQuestion(session: Session, id: string, answer: string): Promise<ExpenseAtHand> {
  const { company } = session;
  if (answer.length === 0 || answer.length > NOTE_MAX)
    throw new PorteError("input.text", { value: answer, most: NOTE_MAX });
  const asked =
    (await findNamed(session, await company.expenses({ state: "questioned" }), id)) ??
    (await findNamed(session, await company.expenses(), id));
  if (asked === undefined) throw new PorteError("expense.unknown", { id });
  return heldAtHand(await company.answerExpense(asked.id, { answer }, randomUUID()), await sentNames(session));
}
