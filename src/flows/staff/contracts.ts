import type { components } from "../../contract/types.ts";
import type { WorkingTime } from "../../domain/activity.ts";
import type { Day } from "../../domain/calendar.ts";
import { assertDayOrder } from "../../domain/day-order.ts";
import { given } from "../../domain/given.ts";
import type { Ppm } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { act, type Office, readAll } from "./act.ts";
import { type FromInput, queryOf } from "./office.ts";

type Schemas = components["schemas"];
type Submission = Schemas["ContractSubmission"];

/** An employment contract to add, as typed. */
export interface ContractInput {
  readonly porte: string;
  readonly kind: Submission["kind"];
  readonly category: Submission["category"];
  readonly level: Submission["level"];
  readonly from: Day;
  readonly to?: Day;
  readonly job?: string;
  readonly position?: string;
  readonly workingTime?: WorkingTime;
  readonly weeklyHours?: number;
  readonly forfaitDays?: number;
  readonly trialMonths?: number;
  readonly alsaceMoselle?: boolean;
  readonly taxRate?: Ppm;
}

/** What a payslip must name of a contract, as typed. */
export interface MentionsInput extends FromInput {
  readonly job?: string;
  readonly position?: string;
  readonly weeklyHours?: number;
  readonly forfaitDays?: number;
}

/** Adds an employment contract. @throws {PorteError} `usage.day_order`. */
export async function addContract(office: Office, input: ContractInput): Promise<Schemas["OwnedContract"]> {
  assertDayOrder(input.from, input.to, "--to");
  const body = {
    porteEmail: input.porte,
    kind: input.kind,
    category: input.category,
    level: input.level,
    start: input.from,
    ...given({
      end: input.to,
      job: input.job,
      position: input.position,
      workingTime: input.workingTime,
      weeklyHours: input.weeklyHours,
      forfaitDays: input.forfaitDays,
      trialMonths: input.trialMonths,
      alsaceMoselle: input.alsaceMoselle,
      taxRatePpm: input.taxRate,
    }),
  };
  return act(office, "addContract", { body });
}

/** Ends the contract of a porté. @throws {PorteError} `company.not_found`, `usage.day_order`. */
export async function endContract(office: Office, { porte, on }: { readonly porte: string; readonly on: Day }) {
  const [found] = await readAll(office, "listContracts", { query: { limit: "100", email: porte } });
  if (found === undefined) throw new PorteError("company.not_found", { kind: "contract", what: porte });
  assertDayOrder(found.contract.start, on, "--on");
  return act(office, "endContract", { params: { personId: found.owner.id }, body: { end: on } });
}

/** Records what a payslip must name of a contract. */
export function recordMentions(
  office: Office,
  porteEmail: string,
  { job, position, weeklyHours, forfaitDays, ...when }: MentionsInput,
): Promise<Schemas["EmploymentContract"]> {
  const body = { porteEmail, ...given({ job, position, weeklyHours, forfaitDays }) };
  return act(office, "recordPayslipMentions", { ...queryOf(when), body });
}
