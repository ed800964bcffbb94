import type { Office } from "../../flows/staff/act.ts";
import { type ConnectionInput, openOffice } from "../../flows/staff/office.ts";
import type { StaffContext } from "./context.ts";

/** What connecting to a company takes of the context. */
export type Connecting = Pick<StaffContext, "say" | "note" | "machine" | "readStdin">;

/** Connects to the company that was named, as the person whose token was given. @throws {PorteError} what `openOffice` throws. */
export function connect(context: Connecting, input: ConnectionInput): Promise<Office> {
  const { staff, format } = context.say;
  return openOffice(
    {
      machine: context.machine(),
      readStdin: () => context.readStdin(),
      answeredBefore: (at) => context.note(staff.answeredBefore(format.instant(at))),
    },
    input,
  );
}
