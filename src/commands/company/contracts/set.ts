import type { WorkingTime } from "../../../domain/activity.ts";
import { PorteError } from "../../../errors.ts";
import { act } from "../../../flows/staff/act.ts";
import { type MentionsInput, recordMentions } from "../../../flows/staff/contracts.ts";
import { type ConnectionInput, queryOf } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput, MentionsInput {
  readonly porte: string;
  readonly workingTime?: WorkingTime;
}

/** Records how a contract counts, and what a payslip must name of it. @throws {PorteError} `usage.missing_option` where nothing is said. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const { porte, workingTime, job, position, weeklyHours, forfaitDays } = input;
  const { company } = context.say;
  const office = await connect(context, input);
  const hasMentions = [job, position, weeklyHours, forfaitDays].some((value) => value !== undefined);
  if (workingTime === undefined && !hasMentions)
    throw new PorteError("usage.missing_option", { option: "--working-time", command: "porte-company contracts set" });
  const lines: string[] = [];
  let contract: object = {};
  if (workingTime !== undefined) {
    contract = await act(office, "recordWorkingTime", { ...queryOf(input), body: { porteEmail: porte, workingTime } });
    lines.push(company.contractSet(porte, workingTime));
  }
  if (hasMentions) {
    const named = await recordMentions(office, porte, input);
    contract = named;
    lines.push(company.mentionsSet(porte, named.job, named.position));
  }
  context.show(contract, () => lines.join("\n"));
}
