import type { Context } from "../../cli/context.ts";
import { readContracts } from "../../flows/contracts.ts";
import { contractsJson, contractsText } from "../../view/contracts.ts";
import { watchText } from "../../view/watches.ts";

/** Lists the contracts, newest first, and says what is watched of the employment contract. */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "note" | "show">,
): Promise<void> {
  const { contracts, watches } = await context.wait(readContracts(await context.session()));
  if (contracts.length === 0) context.note(context.say.contracts.none);
  context.show(contractsJson(contracts, watches), () =>
    contracts.length === 0 ? "" : contractsText(context.look, contracts),
  );
  for (const watch of watches) context.note(watchText(context.look, watch, context.say.contracts.employment));
}
