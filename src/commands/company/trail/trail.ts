import { readAll } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { findPersonId } from "../../../flows/staff/people.ts";
import { trailText } from "../../../view/staff/trail.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

/** What a page may hold. */
const MAX_PAGE = 100;

interface Input extends ConnectionInput {
  readonly porte?: string;
  readonly limit: number;
}

/** Shows what was done, newest first. @throws {PorteError} `company.not_found`. */
export async function run(context: Connecting & Pick<StaffContext, "show" | "look">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const person = input.porte === undefined ? {} : { person: await findPersonId(office, input.porte) };
  const query = { limit: String(Math.min(input.limit, MAX_PAGE)), ...person };
  const items = await readAll(office, "listAuditTrail", { query, most: input.limit });
  context.show({ items }, () => trailText(context.look, items));
}
