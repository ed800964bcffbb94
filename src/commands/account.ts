import type { Command } from "commander";
import type { Context } from "../cli/context.ts";
import { type Month, monthOf, parseMonth } from "../domain/calendar.ts";
import { accountJson, accountText } from "../view/account.ts";

/** `porte account [month]`: the activity account. */
export function register(account: Command, context: Context): void {
  const month = (text: string) => parseMonth(text, context.today());
  account
    .argument("[month]", context.say.help.account.month, month)
    .action((asked: Month | undefined) => run(context, asked ?? monthOf(context.today())));
}

/** Shows a month's entries and what the account holds. */
export async function run(context: Context, month: Month): Promise<void> {
  const { company } = await context.session();
  const [account, entries] = await context.wait(Promise.all([company.account(month), company.entries(month)]));
  context.show(accountJson(account, entries), () => accountText(context.look, account, entries));
}
