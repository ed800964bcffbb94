import { act } from "../../../flows/staff/act.ts";
import { type Deciding, type DecisionInput, decide } from "../decide.ts";
import { EXPENSES } from "./kind.ts";

interface Input extends DecisionInput {
  readonly text: string;
}

/** Asks a porté about an expense, in the version that was seen. @throws {PorteError} what `decide` throws. */
export async function run(context: Deciding, input: Input): Promise<void> {
  const body = { question: input.text };
  await decide(context, input, EXPENSES, {
    verb: "question",
    send: (office, id, ifMatch) => act(office, "questionExpense", { params: { expenseId: id }, body, ifMatch }),
  });
}
