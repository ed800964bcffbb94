import { recordTerms, type TermsInput } from "../../../flows/staff/documents.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { contractTermsText } from "../../../view/staff/contracts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

type Input = ConnectionInput & TermsInput;

/** Records what contracts name of the company. */
export async function run(context: Connecting & Pick<StaffContext, "show" | "look">, input: Input): Promise<void> {
  const company = await recordTerms(await connect(context, input), input);
  context.show(company, () => contractTermsText(context.look, company.contractTerms ?? {}));
}
