import { monthOf } from "../../../domain/calendar.ts";
import { readObject } from "../../../files/object.ts";
import { act, read } from "../../../flows/staff/act.ts";
import { type ConnectionInput, type FromInput, queryOf } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput, FromInput {
  readonly file?: string;
}

/** Shows what payroll takes from the company, or sets what a file says of it; what the file leaves out stays. @throws {PorteError} `file.unreadable`. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const query = input.from === undefined ? {} : { month: monthOf(input.from) };
  const { payroll } = await read(office, "getCompany", { query });
  if (input.file === undefined) return context.show(payroll, () => JSON.stringify(payroll, null, 2));
  const company = await act(office, "setPayrollProfile", {
    ...queryOf(input),
    body: { ...payroll, ...readObject(input.file) },
  });
  context.show(company.payroll, () => context.say.company.profileSet(company.name));
}
