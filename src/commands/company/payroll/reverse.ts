import type { Month } from "../../../domain/calendar.ts";
import { PorteError } from "../../../errors.ts";
import { act, readAll } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly porte: string;
  readonly month: Month;
  readonly reason: string;
}

/** Reverses the payslip of a month. @throws {PorteError} `company.not_found` where none stands. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const { porte, month, reason } = input;
  const office = await connect(context, input);
  const kept = await readAll(office, "listPortePayslips", { query: { porteEmail: porte } });
  const standing = kept.find(({ payslip, reversal }) => payslip.month === month && reversal === null);
  if (standing === undefined) throw new PorteError("company.not_found", { kind: "payslip", what: month });
  const params = { payslipId: standing.payslip.id };
  const reversed = await act(office, "reversePayslip", { params, body: { reason } });
  const { format, staff } = context.say;
  context.show(reversed, () =>
    staff.payslipReversed(reversed.owner.name, format.month(month), format.euros(reversed.balanceCents)),
  );
}
