import type { Context } from "../cli/context.ts";
import { type Month, monthOf } from "../domain/calendar.ts";
import { accountJson, accountText } from "../view/account.ts";

/** Shows a month's entries and what the activity account holds. */
export async function run(
  context: Pick<Context, "look" | "today" | "session" | "wait" | "show">,
  { month = monthOf(context.today()) }: { readonly month?: Month },
): Promise<void> {
  const { reader } = await context.session();
  const [account, entries] = await context.wait(Promise.all([reader.account(month), reader.entries(month)]));
  context.show(accountJson(account, entries), () => accountText(context.look, account, entries));
}
