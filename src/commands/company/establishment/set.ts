import { act } from "../../../flows/staff/act.ts";
import { type ConnectionInput, type FromInput, queryOf } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput, FromInput {
  readonly siret: string;
  readonly ape: string;
  readonly name?: string;
}

/** Records which establishment employs. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const siret = input.siret.replace(/\s/g, "");
  const body = { siret, apeCode: input.ape, establishment: input.name ?? null };
  const company = await act(await connect(context, input), "recordEstablishment", { ...queryOf(input), body });
  context.show(company, () => context.say.company.establishmentSet(company.siret, company.apeCode));
}
