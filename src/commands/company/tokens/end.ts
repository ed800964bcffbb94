import type { Candidate } from "../../../errors/input.ts";
import { act, type Office, readAll } from "../../../flows/staff/act.ts";
import { wholeId } from "../../../flows/staff/named.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { itemLine } from "../../../view/staff/items.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly id: string;
}

async function tokensOf(office: Office): Promise<Candidate[]> {
  const tokens = await readAll(office, "listTokens", { query: { limit: "100" } });
  return tokens.map(({ id, name, owner }) => ({ id, day: null, amount: null, name: `${owner.name} (${name})` }));
}

/** Ends a token. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const tokenId = await wholeId(input.id, () => tokensOf(office), "porte-company tokens list");
  const ended = await act(office, "endToken", { params: { tokenId } });
  context.show(ended, () => context.say.administration.ended(itemLine(context.say, ended)));
}
