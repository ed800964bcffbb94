import type { Context } from "../../cli/context.ts";
import { removeMovement } from "../../flows/local/movements.ts";
import { movementsJson } from "../../view/movements.ts";

/** Takes back money that was noted. @throws {PorteError} `local.unknown_entry`. */
export async function run(
  context: Pick<Context, "ownSession" | "say" | "show">,
  { id }: { readonly id: string },
): Promise<void> {
  const movement = await removeMovement(await context.ownSession(), id);
  const { account, format } = context.say;
  context.show({ entries: movementsJson([movement]) }, () => account.entryRemoved(format.euros(movement.amountCents)));
}
