import { randomUUID } from "node:crypto";
import type { Schemas } from "../../client/company.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import { type ExpenseAtHand, factsOf } from "../../domain/expense.ts";
import { shortIds } from "../../domain/short-id.ts";
import { isFailure, isRefusal, PorteError } from "../../errors.ts";
import type { ExpenseDraft } from "../../store/expense-drafts.ts";
import { keepIfPossible } from "../../store/files.ts";
import { SentNames } from "../../store/sent-names.ts";
import { domainInUse } from "../law-in-use.ts";
import { tellOthers } from "../others.ts";
import type { Session } from "../session.ts";
import { draftsOf, heldAtHand, lacksReceipt } from "./drafts.ts";
import { tripsHeld, worthAfter } from "./trips.ts";

/** What became of each expense that was to be sent. */
export interface Submitted {
  readonly sent: (Schemas["Expense"] & ExpenseAtHand)[];
  readonly refused: { readonly draft: ExpenseDraft; readonly failure: PorteError }[];
  /** Why one that was sent is a draft here still, where that is so: sent again, it is known as the same one. */
  unforgotten: PorteError | null;
}

/** Lists what is kept to be sent: of a month, or of all. @throws {PorteError} `expense.nothing_to_send` where there is none; `expense.no_receipt` where none can leave. */
export async function expensesToSend(session: Session, month: Month | undefined): Promise<ExpenseDraft[]> {
  await tellOthers(session);
  const kept = await draftsOf(session).list();
  const waiting = kept.filter(({ date }) => month === undefined || monthOf(date) === month);
  const [first] = waiting;
  if (first === undefined) throw new PorteError("expense.nothing_to_send", month === undefined ? {} : { month });
  if (waiting.every(lacksReceipt)) {
    const id = shortIds(waiting.map((draft) => draft.id))(first.id);
    throw new PorteError("expense.no_receipt", { id, others: waiting.length - 1 });
  }
  return waiting;
}

/**
 * Sends each kept expense with its receipt. One that is refused, or lacks its receipt, stays and holds back none of the others.
 * @param repeated those that look like another one, and are meant: the company takes them as they are.
 */
export async function submitExpenses(
  session: Session,
  waiting: readonly ExpenseDraft[],
  repeated: ReadonlySet<string> = new Set(),
): Promise<Submitted> {
  const drafts = draftsOf(session);
  const short = shortIds(waiting.map(({ id }) => id));
  const result: Submitted = { sent: [], refused: [], unforgotten: null };
  for (const draft of waiting) {
    try {
      if (lacksReceipt(draft)) throw new PorteError("expense.no_receipt", { id: short(draft.id) });
      await drafts.inTurn(draft.id, async (now) => {
        /** What another command has sent, changed or removed meanwhile is not what was to be sent. */
        if (now?.key !== draft.key) return;
        const held = await submitOne(session, now, repeated.has(now.id));
        await keepIfPossible(() => new SentNames(session.folder).note(now.id, held.id, sentOf(now)));
        result.sent.push(heldAtHand(held, new Map([[held.id, now.id]])));
        try {
          drafts.accept(now);
        } catch (failure) {
          if (!(failure instanceof PorteError)) throw failure;
          result.unforgotten = failure;
        }
      });
    } catch (failure) {
      if (!isFailure(failure, ...STAYS)) throw failure;
      result.refused.push({ draft, failure });
    }
  }
  return result;
}

function sentOf({ date, category, amountCents, trip, receipt }: ExpenseDraft) {
  return { date, category, amountCents, trip, receipt: receipt?.sha256 ?? null };
}

const STAYS = ["company.refused", "expense.no_receipt"] as const;

async function submitOne(session: Session, draft: ExpenseDraft, isRepeated: boolean): Promise<Schemas["Expense"]> {
  const { receipt, trip } = draft;
  const receiptId = receipt === null ? null : (await session.company.uploadReceipt(receipt, receipt.key)).id;
  const meant = draft.isTried ? draft.isRepeated === true : isRepeated;
  const extra = { receiptId, ...(meant ? { isRepeated: true } : {}) };
  try {
    return await file(session, draft, extra);
  } catch (failure) {
    if (trip === null || !isRefusal(failure, "expense.mileage")) throw failure;
    return file(session, await recounted(session, draft, trip), extra);
  }
}

/** A draft is marked before it leaves: until the company has said yes or no, nobody changes what it may have filed already. */
async function file(
  session: Session,
  draft: ExpenseDraft,
  extra: Pick<Schemas["ExpenseSubmission"], "receiptId" | "isRepeated">,
): Promise<Schemas["Expense"]> {
  const drafts = draftsOf(session);
  const { isRepeated = false } = extra;
  await drafts.keep({ ...draft, isTried: true, isRepeated });
  try {
    const { vat, merchant, ...facts } = factsOf(draft);
    /** A company of an earlier contract knows no merchant: it is told one where there is one. */
    const paid = merchant === null ? {} : { merchant };
    return await session.company.submitExpense({ ...facts, ...paid, vat: [...vat], ...extra }, draft.key);
  } catch (failure) {
    if (isFailure(failure, "company.refused")) await drafts.keep({ ...draft, isTried: false });
    throw failure;
  }
}

/** The company counted other trips before this one: it refused for sure, so this is a new request. */
async function recounted(
  session: Session,
  draft: ExpenseDraft,
  trip: NonNullable<ExpenseDraft["trip"]>,
): Promise<ExpenseDraft> {
  const [held, law] = await Promise.all([tripsHeld(session, [draft.date]), domainInUse(session.machine)]);
  const amountCents = worthAfter(held, { date: draft.date, trip }, law);
  return { ...draft, amountCents, key: randomUUID() };
}
