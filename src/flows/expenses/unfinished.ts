import { resolve } from "node:path";
import { UnfinishedExpenses } from "../../store/unfinished-expense.ts";
import type { Session } from "../session.ts";
import type { ExpenseAnswers, ExpenseQuestion } from "./add-plan.ts";

/** What is typed of an expense: the file of its receipt, and its options. */
interface Typed {
  readonly receipt?: string;
}

/** An expense that is being added: where it stands, and how each answer is kept. */
export interface BegunExpense<ToAdd> {
  readonly toAdd: ToAdd;
  readonly answers: ExpenseAnswers;
  /** Keeps what was answered so far: a command that is stopped loses nothing. */
  keep(toAdd: ToAdd, answers: ExpenseAnswers): Promise<void>;
  /** Ends it: the expense is kept as a draft. */
  end(): void;
}

/** Who asks a person whether an expense that was stopped is taken up again. */
interface Asking {
  readonly session: Session;
  readonly isAsking: boolean;
  ask(question: ExpenseQuestion): Promise<string>;
}

/**
 * Begins an expense, or takes up the one that was stopped: where nothing is typed, or the same receipt, a person is asked. Of what no
 * person answers nothing is kept.
 */
export async function beginExpense<ToAdd extends Typed>(asking: Asking, typed: ToAdd): Promise<BegunExpense<ToAdd>> {
  const { machine, folder } = asking.session;
  const unfinished = new UnfinishedExpenses(folder);
  const toAdd = typed.receipt === undefined ? typed : { ...typed, receipt: resolve(typed.receipt) };
  const isKept = asking.isAsking;
  const before = isKept ? await takenUp(asking, unfinished, toAdd) : null;
  return {
    toAdd: before?.toAdd ?? typed,
    answers: before?.answers ?? {},
    keep: async (now, answers) => {
      if (isKept) await unfinished.keep({ typed: now, answers, savedAt: machine.now().toISOString() });
    },
    end: () => {
      if (isKept) unfinished.forget();
    },
  };
}

async function takenUp<ToAdd extends Typed>(
  { ask }: Asking,
  unfinished: UnfinishedExpenses,
  typed: ToAdd,
): Promise<{ readonly toAdd: ToAdd; readonly answers: ExpenseAnswers } | null> {
  const found = await unfinished.find();
  if (found === null) return null;
  const before = found.typed as ToAdd;
  const isSame = Object.keys(typed).length === 0 || (typed.receipt !== undefined && typed.receipt === before.receipt);
  if (!isSame) return null;
  const { receipt } = before;
  const { amount = null, category = null } = found.answers;
  const answer = await ask({ name: "resume", receipt: receipt ?? null, amount, category, since: found.savedAt });
  if (answer === "yes") return { toAdd: { ...before, ...typed }, answers: found.answers };
  unfinished.forget();
  return null;
}
