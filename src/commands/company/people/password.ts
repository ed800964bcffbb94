import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { setPassword } from "../../../flows/staff/people.ts";
import { passwordIn } from "../../../flows/staff/secrets.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly email: string;
  readonly passwordFile?: string;
}

/** Gives a person another password, and shows it where it was drawn. @throws {PorteError} `company.not_found`, `file.unreadable`. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const { passwordFile: file, email } = input;
  const chosen = file === undefined ? null : await passwordIn(file, () => context.readStdin());
  const { person, password } = await setPassword(office, email, chosen);
  const { administration } = context.say;
  const told = administration.passwordSet(person.email);
  if (chosen !== null) return context.show(person, () => told);
  context.show({ ...person, password }, () => `${told}\n${administration.password(person.email, password)}`);
}
