import type { components } from "../../contract/types.ts";
import { PorteError } from "../../errors.ts";
import { act, type Office, read } from "./act.ts";
import { newPassword } from "./secrets.ts";

type Schemas = components["schemas"];
type Role = Schemas["StaffRole"] | "porte";

/** A person to add, as typed. */
export interface PersonInput {
  readonly email: string;
  readonly name: string;
  readonly role?: Role;
}

/** Finds a person by an address. @throws {PorteError} `company.not_found`. */
export async function findPersonId(office: Office, email: string): Promise<string> {
  const [person] = (await read(office, "listPeople", { query: { email } })).items;
  if (person === undefined) throw new PorteError("company.not_found", { kind: "person", what: email });
  return person.id;
}

/** Adds a person with a password that is drawn here, and shown once. */
export async function addPerson(office: Office, { email, name, role = "porte" }: PersonInput) {
  const typed = { email, name, staffRole: role === "porte" ? null : role };
  let password = newPassword();
  const sent = (body: object | undefined) => {
    password = (body as Schemas["PersonSubmission"]).password;
  };
  const person = await act(office, "addPerson", { body: { ...typed, password } }, { typed, sent });
  return { ...person, password };
}

/** Gives a person another password: the one that is given, or one that is drawn here. */
export async function setPassword(
  office: Office,
  email: string,
  chosen: string | null,
): Promise<{ readonly person: Schemas["Person"]; readonly password: string }> {
  let password = chosen ?? newPassword();
  const sent = (body: object | undefined) => {
    password = (body as Schemas["PasswordSubmission"]).password;
  };
  const params = { personId: await findPersonId(office, email) };
  const typed = chosen === null ? {} : { password };
  const person = await act(office, "setPassword", { params, body: { password } }, { typed, sent });
  return { person, password };
}
