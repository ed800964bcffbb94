import type { Context } from "../../cli/context.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { readAccount } from "../../flows/account.ts";
import { accountJson } from "../../view/account.ts";
import { accountText } from "../../view/account-text.ts";

interface Input {
  readonly month?: Month;
  readonly all?: boolean;
  readonly explain?: boolean;
}

/** Shows a month's entries, or every month, by the headings of the law; what lies behind each where that is asked for. */
export async function run(
  context: Pick<Context, "look" | "today" | "session" | "wait" | "show">,
  { month, all: isWhole = false, explain: explains = false }: Input,
): Promise<void> {
  if (month !== undefined && isWhole) throw new PorteError("usage.conflict", { options: ["--all", month] });
  const session = await context.session();
  const asked = { month: month ?? monthOf(context.today()), isWhole, explains };
  const shown = { ...(await context.wait(readAccount(session, asked))), isWhole };
  context.show(accountJson(context.look, shown), () => accountText(context.look, shown));
}
