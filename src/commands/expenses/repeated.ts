import type { Context } from "../../cli/context.ts";
import { shortIds } from "../../domain/short-id.ts";
import { repeatOf } from "../../flows/expenses/repeats.ts";
import type { Session } from "../../flows/session.ts";

/** Says of an expense kept here which other one it may repeat; it stays, because two may well be alike. */
export async function warnOfRepeat(
  context: Pick<Context, "say" | "warn">,
  session: Session,
  id: string,
): Promise<void> {
  const repeat = await repeatOf(session, id);
  if (repeat === null) return;
  const { expenses: words, format } = context.say;
  const [day, amount] = [format.day(repeat.date), format.euros(repeat.amountCents)];
  if (repeat.by === "receipt") context.warn(words.receiptAgain(day, amount, repeat.isSent), "same-receipt");
  else context.warn(words.expenseAgain(day, amount, repeat.isSent, shortIds([id])(id)), "same-expense");
}
