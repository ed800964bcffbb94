import type { Context } from "../../cli/context.ts";
import type { ExpenseFacts } from "../../domain/expense.ts";
import { PorteError } from "../../errors.ts";
import { atHand, editExpense } from "../../flows/expenses/drafts.ts";
import { expenseJson } from "../../view/expenses.ts";
import { inEuro, type SaidOptions, withLaw } from "./said.ts";

interface Input extends SaidOptions {
  readonly id: string;
  /** It is re-invoiced to no mission. */
  readonly operating?: boolean;
}

type Slice = Pick<Context, "say" | "machine" | "session" | "wait" | "note" | "keeps" | "show">;

/** Changes what is said of a kept expense; what is not said stays. */
export async function run(context: Slice, { id, ...typed }: Input): Promise<void> {
  const { operating, law: _law, ...options } = await withLaw(context, typed);
  const session = await context.session();
  if (operating === true && options.mission !== undefined)
    throw new PorteError("usage.conflict", { options: ["--operating", "--mission"] });
  if (options.currency !== undefined && options.amount === undefined)
    throw new PorteError("usage.missing_option", { option: "--amount", command: "porte expenses edit --currency" });
  const { amount, vat, currency: _currency, rate: _rate, ...rest } = options;
  const change: Partial<ExpenseFacts> = {
    ...rest,
    ...(amount === undefined ? {} : { amountCents: amount }),
    ...(vat === undefined ? {} : { vat }),
    ...(operating === true ? { mission: null } : {}),
  };
  if (Object.keys(change).length === 0)
    throw new PorteError("usage.missing_option", { option: "--amount, --date…", command: "porte expenses edit" });
  const draft = await context.wait(
    editExpense(session, id, (facts) => inEuro(context, { ...facts, ...change }, options)),
  );
  context.keeps();
  const { expenses: words, categories, format } = context.say;
  context.show(expenseJson(atHand(draft)), () =>
    words.edited(format.euros(draft.amountCents), categories[draft.category]),
  );
}
