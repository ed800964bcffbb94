import { PorteError } from "../../../errors.ts";
import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly porte: string;
  readonly mission: string;
  readonly email?: string;
  readonly nobody?: true;
  readonly language: "fr" | "en";
}

/** Records to whom the months of a mission are shown. @throws {PorteError} `usage.missing_option` where neither an address nor nobody is named. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const { porte: porteEmail, mission, email, nobody = false, language } = input;
  const office = await connect(context, input);
  if (email === undefined && !nobody)
    throw new PorteError("usage.missing_option", { option: "--email", command: "porte-company contacts record" });
  const contact = await act(office, "recordClientContact", {
    body: { porteEmail, mission, email: email ?? null, language },
  });
  context.show(contact, () => context.say.company.contact(contact.client, contact.mission, contact.email));
}
