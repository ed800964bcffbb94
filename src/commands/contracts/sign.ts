import type { Context } from "../../cli/context.ts";
import { askToSign } from "../../flows/contracts.ts";

/** Has one's own signing link mailed. @throws {PorteError} what `askToSign` throws. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { id }: { readonly id: string },
): Promise<void> {
  const { contracts: words, format } = context.say;
  const { document, sentTo, until } = await context.wait(askToSign(await context.session(), id));
  context.show({ id: document.id, sentTo, until }, () => words.asked(sentTo, format.instant(until)));
}
