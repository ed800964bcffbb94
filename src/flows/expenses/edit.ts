import type { ExpenseAtHand, ExpenseFacts } from "../../domain/expense.ts";
import { PorteError } from "../../errors.ts";
import { domainInUse } from "../law-in-use.ts";
import type { Session } from "../session.ts";
import { atHand, editExpense } from "./drafts.ts";
import { factsSaid, ratesFor, type SaidExpense, saidFrom, type TypedExpense, takenToEuros } from "./said.ts";

/** A change of a kept expense: what is not said stays. */
export interface ExpenseToEdit extends TypedExpense {
  /** It is re-invoiced to no mission. */
  readonly operating?: boolean;
}

/**
 * Decides what of an expense changes.
 * @param typed how the expense was named, for the example of a failure.
 * @throws {PorteError} `usage.conflict` for a mission and none, `usage.missing_option` for nothing to change, or a currency of no amount.
 */
export function planEdit(
  said: SaidExpense,
  isOperating: boolean,
  typed: readonly string[] = [],
): Partial<ExpenseFacts> {
  if (isOperating && said.mission !== undefined)
    throw new PorteError("usage.conflict", { options: ["--operating", "--mission"] });
  if (said.currency !== undefined && said.amount === undefined)
    throw new PorteError("usage.missing_option", { option: "--amount", command: "porte expenses edit --currency" });
  const change = { ...factsSaid(said), ...(isOperating ? { mission: null } : {}) };
  if (Object.keys(change).length === 0)
    throw new PorteError("usage.missing_option", {
      option: "--amount, --date, --category, --note",
      command: "porte expenses edit",
      typed,
    });
  return change;
}

/** Changes what is said of a kept expense, and says how its amount was found in euros. @throws {PorteError} what `editExpense` throws. */
export async function changeExpense(
  session: Session,
  id: string,
  { operating, ...typed }: ExpenseToEdit,
): Promise<{ expense: ExpenseAtHand; how: string | null }> {
  const said = saidFrom(typed, await domainInUse(session.machine));
  const change = planEdit(said, operating === true, [id]);
  const rates = await ratesFor(session.machine, said);
  let how: string | null = null;
  const draft = await editExpense(session, id, async (facts) => {
    const changed = takenToEuros({ ...facts, ...change }, said, rates);
    how = changed.how;
    return changed.facts;
  });
  return { expense: atHand(draft), how };
}
