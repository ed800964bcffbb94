import type { Schemas } from "../../client/company.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import type { ExpenseMark, FiledDocument } from "../../domain/local/filed.ts";
import { PorteError } from "../../errors.ts";
import { findNamed } from "../expenses/named.ts";
import type { Session } from "../session.ts";
import { keepArrived } from "./deliver.ts";
import { expensesOf, keepDossier, keepExpenseFacts, type SentDossier, sentDossiers } from "./dossiers.ts";
import { type Evidence, evidenceIn, keptProof, momentOf } from "./evidence.ts";
import { inTurn } from "./submit-expenses.ts";

/** What is said of the expenses of a month that left, and what shows it. */
export interface ExpenseMarking {
  readonly mark: ExpenseMark;
  /** A page or a mail, or a folder that holds one of the month. */
  readonly file?: string | undefined;
  /** A file beside the facts that shows it. */
  readonly proof?: FiledDocument | undefined;
  readonly reason?: string | undefined;
  readonly on?: Day | undefined;
  /** The payslip that pays them back; that of their month where nobody says. */
  readonly payslip?: Month | undefined;
  /** Which of them are meant, as they are named in lists; all of the month where none is. */
  readonly only?: readonly string[] | undefined;
}

/** Expenses as they now stand, with their dossiers, and what was read of the file that shows it. */
export interface MarkedExpenses {
  readonly dossiers: readonly SentDossier[];
  readonly expenses: readonly Schemas["Expense"][];
  readonly proof: FiledDocument | null;
  readonly read: Evidence["read"];
}

/**
 * Notes what became of expenses that left as dossiers. The file that shows it is kept beside them, under its hash.
 * @throws {PorteError} `delivery.no_dossier` where none left, `delivery.nothing_to_mark` where none can become that, `expense.unknown`,
 * `delivery.evidence`, `file.unreadable`.
 */
export function markExpenses(session: Session, month: Month, marking: ExpenseMarking): Promise<MarkedExpenses> {
  return inTurn(session, month, async () => {
    const left = sentDossiers(session, month).filter(({ dossier }) => expensesOf(session, dossier).length > 0);
    if (left.length === 0) throw new PorteError("delivery.no_dossier", { month });
    const meant = await meantOf(session, left, marking);
    if (meant.length === 0) throw new PorteError("delivery.nothing_to_mark", { month, mark: marking.mark });
    const evidence = marking.file === undefined ? null : await evidenceIn(marking.file, month);
    const proof = evidence === null ? (marking.proof ?? null) : await keptProof(session, month, evidence);
    const read = evidence?.read ?? null;
    const at = momentOf(marking.on, read, session.machine.now());
    const expenses = await noteDecided(session, meant, month, { ...marking, at });
    const dossiers = await noteArrived(session, meant, marking.mark === "sent" ? at : null, proof);
    return { dossiers, expenses, proof, read };
  });
}

/** A dossier, with those of its expenses that are meant. */
interface Meant extends SentDossier {
  readonly expenses: readonly Schemas["Expense"][];
}

/** What can become that: what did not arrive for sure can be sent, what nobody has decided on can be paid back or refused. */
async function meantOf(
  session: Session,
  left: readonly SentDossier[],
  { mark, only = [] }: ExpenseMarking,
): Promise<Meant[]> {
  const all = left.map((one) => ({ ...one, expenses: expensesOf(session, one.dossier) }));
  if (mark === "sent") return all.filter(({ delivery }) => delivery.state !== "delivered");
  const named = await namedIn(
    session,
    all.flatMap(({ expenses }) => expenses),
    only,
  );
  return all
    .map((one) => ({
      ...one,
      expenses: one.expenses.filter(({ id, state }) => (named === null ? !DECIDED.has(state) : named.has(id))),
    }))
    .filter(({ expenses }) => expenses.length > 0);
}

const DECIDED: ReadonlySet<string> = new Set(["refused", "reimbursed"]);

/** @throws {PorteError} `expense.unknown`, `input.which`. */
async function namedIn(
  session: Session,
  expenses: readonly Schemas["Expense"][],
  only: readonly string[],
): Promise<ReadonlySet<string> | null> {
  if (only.length === 0) return null;
  const ids = new Set<string>();
  for (const typed of only) {
    const found = await findNamed(session, expenses, typed);
    if (found === undefined) throw new PorteError("expense.unknown", { id: typed });
    ids.add(found.id);
  }
  return ids;
}

async function noteDecided(
  session: Session,
  meant: readonly Meant[],
  month: Month,
  { mark, at, reason, payslip = month }: ExpenseMarking & { readonly at: string },
): Promise<Schemas["Expense"][]> {
  const expenses = meant.flatMap((one) => one.expenses);
  if (mark === "sent") return expenses;
  const decided = expenses.map((one): Schemas["Expense"] =>
    mark === "paid"
      ? { ...one, state: "reimbursed", payslipMonth: payslip, decidedAt: at, reason: null }
      : { ...one, state: "refused", payslipMonth: null, decidedAt: at, reason: reason ?? null },
  );
  await keepExpenseFacts(session, decided);
  return decided;
}

/** Notes that somebody has them: whoever decided on them has had them. @param at when they left; null where nobody said. */
async function noteArrived(
  session: Session,
  meant: readonly Meant[],
  at: string | null,
  proof: FiledDocument | null,
): Promise<SentDossier[]> {
  const done: SentDossier[] = [];
  for (const { dossier, delivery } of meant) {
    const shown = proof === null ? dossier : { ...dossier, proof };
    if (proof !== null) await keepDossier(session, shown);
    done.push({ dossier: shown, delivery: await keepArrived(session, delivery, at) });
  }
  return done;
}
