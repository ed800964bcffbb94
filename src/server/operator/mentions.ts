import type { Command } from "commander";
import { parseCount } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import type { Schemas } from "../deps.ts";
import { act, type Office } from "./act.ts";
import type { Desk } from "./commands.ts";
import { type FromOptions, queryOf } from "./office.ts";

/** What a payslip must name of a contract, as typed. */
export interface MentionOptions extends FromOptions {
  readonly job?: string;
  readonly position?: string;
  readonly weeklyHours?: number;
  readonly forfaitDays?: number;
}

/** Adds to a command what a payslip must name of a contract. */
export function withMentionOptions(command: Command, { company: { options } }: Catalogue): Command {
  return command
    .option("--job <text>", options.job)
    .option("--position <text>", options.position)
    .option("--weekly-hours <hours>", options.weeklyHours, parseWeeklyHours)
    .option("--forfait-days <days>", options.forfaitDays, (text: string) => parseCount(text, 1, 229));
}

const LEAST_HOURS = 1;
const MOST_HOURS = 48;

/** @throws {PorteError} `input.hours` unless the text is hours of a week: `35`, `37,5`. */
function parseWeeklyHours(text: string): number {
  const hours = /^\d{1,2}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (!(hours >= LEAST_HOURS && hours <= MOST_HOURS))
    throw new PorteError("input.hours", { value: text, least: LEAST_HOURS, most: MOST_HOURS });
  return hours;
}

/** Records what a payslip must name of a contract. */
export function setMentions(
  office: Office,
  porteEmail: string,
  { job, position, weeklyHours, forfaitDays, ...when }: MentionOptions,
): Promise<Schemas["EmploymentContract"]> {
  const given = Object.entries({ job, position, weeklyHours, forfaitDays }).filter(([, value]) => value !== undefined);
  const body: Schemas["PayslipMentionsSubmission"] = { porteEmail, ...Object.fromEntries(given) };
  return act(office, "recordPayslipMentions", { ...queryOf(when), body });
}

/** Which establishment employs, as typed. */
export interface EstablishmentOptions extends FromOptions {
  readonly siret: string;
  readonly ape: string;
  readonly name?: string;
}

/** Records which establishment employs. */
export async function setEstablishment(desk: Desk, office: Office, given: EstablishmentOptions): Promise<void> {
  const siret = given.siret.replace(/\s/g, "");
  const body: Schemas["Establishment"] = { siret, apeCode: given.ape, establishment: given.name ?? null };
  const company = await act(office, "recordEstablishment", { ...queryOf(given), body });
  desk.show(company, [desk.say.company.establishmentSet(company.siret, company.apeCode)]);
}
