import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";
import { showOne } from "../decide.ts";
import { EXPENSES } from "./kind.ts";

interface Input extends ConnectionInput {
  readonly id: string;
}

/** Shows one expense whole, as it is now. */
export async function run(context: Connecting & Pick<StaffContext, "show" | "look">, input: Input): Promise<void> {
  await showOne(context, await connect(context, input), EXPENSES, input.id);
}
