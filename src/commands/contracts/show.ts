import type { Context } from "../../cli/context.ts";
import { contractNamed } from "../../flows/contracts.ts";
import { contractJson, contractText } from "../../view/contracts.ts";

/** Shows one contract. @throws {PorteError} what `contractNamed` throws. */
export async function run(
  context: Pick<Context, "look" | "session" | "wait" | "show">,
  { id }: { readonly id: string },
): Promise<void> {
  const found = await context.wait(contractNamed(await context.session(), id));
  context.show(contractJson(found), () => contractText(context.look, found));
}
