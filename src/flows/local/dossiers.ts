import { readFileSync } from "node:fs";
import type { Schemas } from "../../client/company.ts";
import type { Month } from "../../domain/calendar.ts";
import { factsOf, RECEIPT_ENDS } from "../../domain/expense.ts";
import { dossierKey, type FiledDelivery, type FiledDossier } from "../../domain/local/filed.ts";
import type { ExpenseDraft } from "../../store/expense-drafts.ts";
import { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import { draftsOf } from "../expenses/drafts.ts";
import { tellOne } from "../records/tellings.ts";
import type { Session } from "../session.ts";
import { deliveryOf } from "./deliver.ts";
import { keepSaid } from "./keep-said.ts";

/** Expenses that left together, or are to, and how. */
export interface SentDossier {
  readonly dossier: FiledDossier;
  readonly delivery: FiledDelivery;
}

type Kept = Pick<Session, "machine" | "folder">;

/** Lists the dossiers of a month, or of every one, the earliest first. */
export function dossiersOf({ folder }: Pick<Session, "folder">, month?: Month): FiledDossier[] {
  return new Records(folder)
    .latest("dossiers", OWN)
    .flatMap(({ value }) => (value === null || (month !== undefined && value.month !== month) ? [] : [value]))
    .sort((one, other) => one.month.localeCompare(other.month) || one.number - other.number);
}

/** Lists those that left, or are to, with how each stands; one that was begun and of which nothing was made is none. */
export function sentDossiers(session: Pick<Session, "folder">, month?: Month): SentDossier[] {
  return dossiersOf(session, month).flatMap((dossier) => {
    const delivery = deliveryOf(session, dossier.delivery);
    return delivery === null ? [] : [{ dossier, delivery }];
  });
}

/** Keeps a dossier as it now is. @throws {PorteError} `file.unwritable`, `file.busy`. */
export function keepDossier(session: Kept, dossier: FiledDossier): Promise<void> {
  return keepSaid(session, tellOne("dossiers", dossierKey(dossier), dossier));
}

/** Has a dossier be none any more: nothing of it has left. */
export function dropDossier(session: Kept, dossier: FiledDossier): Promise<void> {
  const facts = [{ key: dossierKey(dossier), value: null }];
  return keepSaid(session, { area: "dossiers", scope: "dossiers", facts });
}

/** Keeps expenses as they now stand. @throws {PorteError} `file.unwritable`, `file.busy`. */
export function keepExpenseFacts(session: Kept, expenses: readonly Schemas["Expense"][]): Promise<void> {
  const facts = expenses.map((value) => ({ key: value.id, value }));
  return keepSaid(session, { area: "expenses", scope: "expenses", facts });
}

/** Gives the expenses of a dossier as they stand; those that are drafts still are not among them. */
export function expensesOf({ folder }: Pick<Session, "folder">, { expenses }: FiledDossier): Schemas["Expense"][] {
  const ids = new Set(expenses.map(({ id }) => id));
  return new Records(folder)
    .latest("expenses", OWN)
    .flatMap(({ value }) => (value !== null && ids.has(value.id) ? [value] : []));
}

/** Files drafts that have left, or may have, as expenses that were sent, each with its receipt; they are drafts no more. */
export async function fileDrafts(session: Kept, drafts: readonly ExpenseDraft[], at: string): Promise<void> {
  const records = new Records(session.folder);
  const filed: Schemas["Expense"][] = [];
  for (const draft of drafts) {
    const { receipt } = draft;
    const receiptId = receipt === null ? null : `receipt-${draft.id}.${RECEIPT_ENDS[receipt.mediaType] ?? "bin"}`;
    if (receipt !== null && receiptId !== null) await records.keepDocument(receiptId, readFileSync(receipt.file));
    filed.push(sentExpense(draft, receiptId, at));
  }
  await keepExpenseFacts(session, filed);
  for (const draft of drafts) draftsOf(session).accept(draft);
}

/** The kind of file that a receipt is which was filed here. */
export function mediaTypeOf(receiptId: string): string {
  const found = Object.entries(RECEIPT_ENDS).find(([, end]) => receiptId.endsWith(`.${end}`));
  return found?.[0] ?? "application/octet-stream";
}

/** Nobody has decided on it, nor said what of it is taxed. */
function sentExpense(draft: ExpenseDraft, receiptId: string | null, at: string): Schemas["Expense"] {
  const { vat, ...facts } = factsOf(draft);
  return {
    ...{ id: draft.id, ...facts, vat: [...vat], receiptId, taxableCents: 0, submittedAt: at, state: "submitted" },
    ...{ question: null, answer: null, decidedBy: null, decidedAt: null, reason: null, payslipMonth: null },
  };
}
