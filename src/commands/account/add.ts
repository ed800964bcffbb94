import type { Context } from "../../cli/context.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import type { MovementKind } from "../../domain/local/filed.ts";
import type { Cents } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { addMovement, movementName, readStatement } from "../../flows/local/movements.ts";
import { movementsJson, movementText } from "../../view/movements.ts";
import { type ReadsTables, tableReader } from "../tables.ts";

interface Input {
  readonly kind?: MovementKind;
  readonly amount?: Cents;
  readonly on?: Day;
  readonly month?: Month;
  readonly label?: string;
  readonly statement?: string;
}

/**
 * Notes money of one's account, or reads the statement that a company gave.
 * @throws {PorteError} `usage.one_of` where neither is given, `usage.conflict` where both are.
 */
export async function run(
  context: ReadsTables & Pick<Context, "ownSession" | "look" | "say" | "show">,
  { kind, amount, statement, ...said }: Input,
): Promise<void> {
  const session = await context.ownSession();
  if (statement !== undefined) {
    if (kind !== undefined) throw new PorteError("usage.conflict", { options: ["--statement", kind] });
    const lines = await readStatement(session, await tableReader(context, statement, undefined));
    const { account } = context.say;
    return context.show({ entries: movementsJson(lines) }, () => account.statementRead(lines.length));
  }
  if (kind === undefined || amount === undefined)
    throw new PorteError("usage.one_of", { options: ["<kind> <amount>", "--statement"] });
  const movement = await addMovement(session, { kind, amountCents: amount, ...said });
  context.show({ entries: movementsJson([movement]) }, () =>
    movementText(context.look, movement, movementName(session)(movement.id)),
  );
}
