import { type Command, Option } from "commander";
import { PorteError } from "../../errors.ts";
import type { Schemas } from "../deps.ts";
import { act, type Office } from "./act.ts";
import type { Desk } from "./commands.ts";
import { groupOf, type OfficeOptions, officeOf, withOffice } from "./office.ts";

interface ContactOptions extends OfficeOptions {
  readonly porte: string;
  readonly mission: string;
  readonly email?: string;
  readonly nobody?: boolean;
  readonly language: "fr" | "en";
}

/** Adds what says to whom the months of a mission are shown. */
export function contactCommands(program: Command, desk: Desk): void {
  const { summaries, options } = desk.say.company;
  const record = groupOf(program, "contacts", summaries.contacts)
    .command("record")
    .description(summaries.recordContact)
    .requiredOption("--porte <email>", options.porte)
    .requiredOption("--mission <reference>", options.mission)
    .addOption(new Option("--email <address>", options.clientEmail).conflicts("nobody"))
    .option("--nobody", options.nobody)
    .addOption(new Option("--language <lang>", options.clientLanguage).choices(["fr", "en"]).default("fr"));
  withOffice(record, desk).action(async (given: ContactOptions) =>
    recordContact(desk, await officeOf(desk, given), given),
  );
}

/** @throws {PorteError} `usage.missing_option` where neither an address nor nobody is named. */
async function recordContact(desk: Desk, office: Office, given: ContactOptions): Promise<void> {
  const { porte: porteEmail, mission, email, nobody, language } = given;
  if (email === undefined && nobody !== true)
    throw new PorteError("usage.missing_option", { option: "--email", command: "porte-company contacts record" });
  const body: Schemas["ClientContactSubmission"] = { porteEmail, mission, email: email ?? null, language };
  const contact = await act(office, "recordClientContact", { body });
  desk.show(contact, [desk.say.company.contact(contact.client, contact.mission, contact.email)]);
}
