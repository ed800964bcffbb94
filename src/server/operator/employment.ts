import { type Command, Option } from "commander";
import { WORKING_TIMES, type WorkingTime } from "../../domain/activity.ts";
import { type Day, parseDay } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import type { Schemas } from "../deps.ts";
import { act, type Office } from "./act.ts";
import type { Desk } from "./commands.ts";
import {
  type EstablishmentOptions,
  type MentionOptions,
  setEstablishment,
  setMentions,
  withMentionOptions,
} from "./mentions.ts";
import { groupOf, type OfficeOptions, officeOf, queryOf, withFrom, withOffice } from "./office.ts";

/** Adds what the staff records of a contract, of the establishment that employs, and of leave. */
export function employmentCommands(program: Command, desk: Desk): void {
  const { summaries, options } = desk.say.company;
  const set = groupOf(program, "contracts", summaries.contracts)
    .command("set")
    .description(summaries.setContract)
    .requiredOption("--porte <email>", options.porte)
    .addOption(new Option("--working-time <unit>", options.workingTime).choices([...WORKING_TIMES]));
  withOffice(withFrom(withMentionOptions(set, desk.say), desk), desk).action(async (given: ContractOptions) =>
    setContract(desk, await officeOf(desk, given), given),
  );
  const establishment = groupOf(program, "establishment", summaries.establishment)
    .command("set")
    .description(summaries.setEstablishment)
    .requiredOption("--siret <number>", options.siret)
    .requiredOption("--ape <code>", options.ape)
    .option("--name <text>", options.establishmentName);
  withOffice(withFrom(establishment, desk), desk).action(async (given: EstablishmentOptions & OfficeOptions) =>
    setEstablishment(desk, await officeOf(desk, given), given),
  );
  const leaveKinds = new Option("--kind <kind>", options.leaveKind).choices(["paid-leave", "unpaid-leave"]);
  const leave = groupOf(program, "leave", summaries.leave)
    .command("grant")
    .description(summaries.grantLeave)
    .requiredOption("--porte <email>", options.porte)
    .addOption(leaveKinds.default("paid-leave"))
    .requiredOption("--from <day>", options.firstDay, parseDay)
    .requiredOption("--to <day>", options.lastDay, parseDay);
  withOffice(leave, desk).action(async (given: LeaveOptions) => grantLeave(desk, await officeOf(desk, given), given));
}

interface ContractOptions extends OfficeOptions, MentionOptions {
  readonly porte: string;
  readonly workingTime?: WorkingTime;
}

/** @throws {PorteError} `usage.missing_option` where nothing is said. */
async function setContract(desk: Desk, office: Office, given: ContractOptions): Promise<void> {
  const { porte, workingTime, job, position, weeklyHours, forfaitDays } = given;
  const { company } = desk.say;
  const hasMentions = [job, position, weeklyHours, forfaitDays].some((value) => value !== undefined);
  if (workingTime === undefined && !hasMentions)
    throw new PorteError("usage.missing_option", { option: "--working-time", command: "porte-company contracts set" });
  const lines: string[] = [];
  let contract: object = {};
  if (workingTime !== undefined) {
    const body: Schemas["WorkingTimeSubmission"] = { porteEmail: porte, workingTime };
    contract = await act(office, "recordWorkingTime", { ...queryOf(given), body });
    lines.push(company.contractSet(porte, workingTime));
  }
  if (hasMentions) {
    const named = await setMentions(office, porte, given);
    contract = named;
    lines.push(company.mentionsSet(porte, named.job, named.position));
  }
  desk.show(contract, lines);
}

interface LeaveOptions extends OfficeOptions {
  readonly porte: string;
  readonly kind: Schemas["Leave"]["kind"];
  readonly from: Day;
  readonly to: Day;
}

async function grantLeave(desk: Desk, office: Office, { porte, kind, from, to }: LeaveOptions): Promise<void> {
  const body: Schemas["LeaveSubmission"] = { porteEmail: porte, kind, start: from, end: to };
  const leave = await act(office, "recordLeave", { body });
  const { company, format, kinds } = desk.say;
  desk.show(leave, [company.leaveGranted(porte, kinds[kind], format.day(leave.start), format.day(leave.end))]);
}
