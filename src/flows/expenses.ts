import type { FileHandle } from "node:fs/promises";
import type { Schemas } from "../client/company.ts";
import { assertExpense, RECEIPT_MOST_BYTES, RECEIPT_TYPES } from "../domain/expense.ts";
import { missionNamed } from "../domain/mission.ts";
import { toEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { type ExpenseDraft, ExpenseDrafts, type ExpenseFacts } from "../store/expense-drafts.ts";
import { LocalActs } from "../store/local-acts.ts";
import type { Session } from "./session.ts";

const HEAD_BYTES = 4_100;

/** Before any contract there is: the company knows the real first day and checks it again. */
const FIRST_DAY = "2000-01-01";

/**
 * Looks at a receipt before anything is kept of it.
 * @throws {PorteError} `file.unreadable`, `receipt.empty`, `receipt.too_large`, `receipt.wrong_type`, judged by content.
 */
export async function inspectReceipt(file: string): Promise<{ file: string; mediaType: string }> {
  const unreadable = (cause: NodeJS.ErrnoException) =>
    new PorteError("file.unreadable", { file, reason: cause.code ?? cause.message }, { cause });
  const { open, stat } = await import("node:fs/promises");
  const { size } = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(cause);
  });
  if (size === 0) throw new PorteError("receipt.empty", { file });
  if (size > RECEIPT_MOST_BYTES)
    throw new PorteError("receipt.too_large", { file, bytes: size, most: RECEIPT_MOST_BYTES });
  const { fileTypeFromBuffer } = await import("file-type");
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(cause);
  });
  const head = await headOf(handle).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(cause);
  });
  const found = (await fileTypeFromBuffer(head))?.mime ?? "?";
  if (!RECEIPT_TYPES.some((type) => type === found)) throw new PorteError("receipt.wrong_type", { file, found });
  return { file, mediaType: found };
}

async function headOf(handle: FileHandle): Promise<Uint8Array> {
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const NOTE_MOST = 500;

/**
 * Keeps an expense on this machine.
 * @throws {PorteError} for a receipt or an expense that no company would take, `activity.unknown_mission`.
 */
export async function addExpense(
  session: Session,
  { mission, ...rest }: ExpenseFacts,
  file: string,
): Promise<{ draft: ExpenseDraft; isNew: boolean }> {
  const { folders, now, today } = session.machine;
  assertExpense(rest, today(), FIRST_DAY);
  if ((rest.note ?? "").length > NOTE_MOST)
    throw new PorteError("input.text", { value: rest.note ?? "", most: NOTE_MOST });
  const named = mission === null ? null : missionNamed(await session.company.missions(), mission).reference;
  const facts = { ...rest, mission: named };
  const receipt = await inspectReceipt(file);
  const drafts = new ExpenseDrafts(folders, session.profile);
  return new LocalActs(folders, session.profile).record(
    { kind: "expense-added", about: String(toEuros(rest.amountCents)), now: now() },
    [],
    () => drafts.add(facts, receipt, now()),
    { made: ({ draft, isNew }) => (isNew ? drafts.filesOf(draft) : []) },
  );
}

/** Lists the expenses kept here that the company has not accepted. */
export function keptExpenses({ machine, profile }: Session): Promise<ExpenseDraft[]> {
  return new ExpenseDrafts(machine.folders, profile).list();
}

/** An expense kept here, or one that the company holds. */
export interface ExpenseAtHand extends ExpenseFacts {
  readonly id: string;
  readonly state: Schemas["Expense"]["state"] | "draft";
  readonly reason: string | null;
}

/** Lists what is kept here, then what the company holds. */
export async function listExpenses(session: Session): Promise<ExpenseAtHand[]> {
  const [drafts, held] = await Promise.all([keptExpenses(session), session.company.expenses()]);
  return [...drafts.map((draft) => ({ ...draft, state: "draft" as const, reason: null })), ...held];
}

/** Forgets an expense kept here. @throws {PorteError} `expense.unknown`. */
export async function removeExpense(session: Session, id: string): Promise<ExpenseDraft> {
  const drafts = new ExpenseDrafts(session.machine.folders, session.profile);
  const draft = (await drafts.list()).find((one) => one.id === id);
  if (draft === undefined) throw new PorteError("expense.unknown", { id });
  const { folders, now } = session.machine;
  await new LocalActs(folders, session.profile).record(
    { kind: "expense-removed", about: String(toEuros(draft.amountCents)), now: now() },
    drafts.filesOf(draft),
    async () => drafts.remove(draft),
  );
  return draft;
}

/** What became of each expense that was to be sent. */
export interface Submitted {
  readonly sent: Schemas["Expense"][];
  readonly refused: { readonly draft: ExpenseDraft; readonly failure: PorteError }[];
}

/** Sends each kept expense with its receipt. One that is refused stays here and holds back none of the others. */
export async function submitExpenses(session: Session): Promise<Submitted> {
  const drafts = new ExpenseDrafts(session.machine.folders, session.profile);
  const waiting = await drafts.list();
  if (waiting.length === 0) throw new PorteError("expense.nothing_to_send", {});
  const result: Submitted = { sent: [], refused: [] };
  for (const draft of waiting) {
    try {
      result.sent.push(await submitOne(session, draft));
      drafts.remove(draft);
    } catch (failure) {
      if (!(failure instanceof PorteError) || failure.code !== "company.refused") throw failure;
      result.refused.push({ draft, failure });
    }
  }
  return result;
}

async function submitOne({ company }: Session, { receipt, key, ...draft }: ExpenseDraft): Promise<Schemas["Expense"]> {
  const { id: receiptId } = await company.uploadReceipt(receipt, receipt.key);
  const { date, category, amountCents, vatCents, mission, note } = draft;
  return company.submitExpense({ date, category, amountCents, vatCents, mission, note, receiptId }, key);
}
