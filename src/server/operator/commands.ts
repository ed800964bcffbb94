import { type Command, Option } from "commander";
import { WORKING_TIMES, type WorkingTime } from "../../domain/activity.ts";
import { withoutEndSlashes } from "../../domain/addresses.ts";
import { type Day, monthOf, parseDay, parseMonth } from "../../domain/calendar.ts";
import { parseEuros } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import type { Schemas } from "../deps.ts";
import {
  type EstablishmentOptions,
  type MentionOptions,
  setEstablishment,
  setMentions,
  withMentionOptions,
} from "./mentions.ts";
import { payrollProfile } from "./profile.ts";
import { ask, type Office } from "./request.ts";

/** What the operator's commands need of the process. */
export interface Desk {
  readonly say: Catalogue;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Writes the answer: as JSON where asked, else its lines. */
  show(answer: object, lines: readonly string[]): void;
}

interface OfficeOptions {
  readonly url?: string;
  readonly token?: string;
}

/** Adds what the company's staff does: reports, expenses, payments, payroll. */
export function operatorCommands(program: Command, desk: Desk): void {
  const { summaries, options } = desk.say.company;
  const group = (name: Group) => program.command(name).description(summaries[name]);
  const office = (command: Command) =>
    command.option("--url <url>", options.url).option("--token <token>", options.token);

  for (const [name, resource] of [
    ["reports", "activity-reports"],
    ["expenses", "expenses"],
  ] as const) {
    const decided = group(name);
    office(decided.command("list").description(summaries.list)).action((given: OfficeOptions) =>
      listWaiting(desk, officeOf(desk, given), resource),
    );
    office(decided.command("approve <id>").description(summaries.approve)).action((id: string, given: OfficeOptions) =>
      decide(desk, officeOf(desk, given), { resource, id, body: { decision: "approve" } }),
    );
    office(
      decided.command("reject <id>").description(summaries.reject).requiredOption("--reason <text>", options.reason),
    ).action((id: string, given: OfficeOptions & { reason: string }) =>
      decide(desk, officeOf(desk, given), { resource, id, body: { decision: "reject", reason: given.reason } }),
    );
    if (name === "expenses") questionCommand(desk, decided, office);
  }
  office(
    group("payments")
      .command("record")
      .description(summaries.record)
      .requiredOption("--porte <email>", options.porte)
      .requiredOption("--mission <reference>", options.mission)
      .requiredOption("--amount <euros>", options.amount)
      .option("--month <month>", options.month)
      .option("--received-on <day>", options.receivedOn),
  ).action((given: PaymentOptions) => record(desk, officeOf(desk, given), given));
  office(
    group("contacts")
      .command("record")
      .description(summaries.recordContact)
      .requiredOption("--porte <email>", options.porte)
      .requiredOption("--mission <reference>", options.mission)
      .addOption(new Option("--email <address>", options.clientEmail).conflicts("nobody"))
      .option("--nobody", options.nobody)
      .addOption(new Option("--language <lang>", options.clientLanguage).choices(["fr", "en"]).default("fr")),
  ).action((given: ContactOptions) => recordContact(desk, officeOf(desk, given), given));
  contractCommands(desk, group, office);
  const payroll = group("payroll");
  office(payroll.command("run <month>").description(summaries.run)).action((month: string, given: OfficeOptions) =>
    runPayroll(desk, officeOf(desk, given), month),
  );
  office(payroll.command("profile [file]").description(summaries.profile)).action(
    (file: string | undefined, given: OfficeOptions) => payrollProfile(desk, officeOf(desk, given), file),
  );
}

type Group = "reports" | "expenses" | "payments" | "contacts" | "contracts" | "establishment" | "leave" | "payroll";

/** Adds what the staff asks of an expense before it decides. */
function questionCommand(desk: Desk, expenses: Command, office: (command: Command) => Command): void {
  const { summaries, options } = desk.say.company;
  office(
    expenses
      .command("question <id>")
      .description(summaries.question)
      .requiredOption("--text <question>", options.question),
  ).action((id: string, given: OfficeOptions & { text: string }) =>
    question(desk, officeOf(desk, given), id, given.text),
  );
}

/** Adds what the staff records of a contract. */
function contractCommands(desk: Desk, group: (name: Group) => Command, office: (command: Command) => Command): void {
  const { summaries, options } = desk.say.company;
  const set = group("contracts")
    .command("set")
    .description(summaries.setContract)
    .requiredOption("--porte <email>", options.porte)
    .addOption(new Option("--working-time <unit>", options.workingTime).choices([...WORKING_TIMES]));
  office(withMentionOptions(set, desk.say)).action((given: ContractOptions) =>
    setContract(desk, officeOf(desk, given), given),
  );
  office(
    group("establishment")
      .command("set")
      .description(summaries.setEstablishment)
      .requiredOption("--siret <number>", options.siret)
      .requiredOption("--ape <code>", options.ape)
      .option("--name <text>", options.establishmentName),
  ).action((given: EstablishmentOptions & OfficeOptions) => setEstablishment(desk, officeOf(desk, given), given));
  office(
    group("leave")
      .command("grant")
      .description(summaries.grantLeave)
      .requiredOption("--porte <email>", options.porte)
      .addOption(
        new Option("--kind <kind>", options.leaveKind).choices(["paid-leave", "unpaid-leave"]).default("paid-leave"),
      )
      .requiredOption("--from <day>", options.firstDay, parseDay)
      .requiredOption("--to <day>", options.lastDay, parseDay),
  ).action((given: LeaveOptions) => grantLeave(desk, officeOf(desk, given), given));
}

function officeOf(
  { env }: Desk,
  { url = env.PORTE_COMPANY_URL, token = env.PORTE_COMPANY_TOKEN }: OfficeOptions,
): Office {
  if (url === undefined) throw new PorteError("usage.missing_option", { option: "--url", command: "porte-company" });
  if (token === undefined)
    throw new PorteError("usage.missing_option", { option: "--token", command: "porte-company" });
  return { url: withoutEndSlashes(url), token };
}

type Resource = "activity-reports" | "expenses";
type Owned = { owner: Schemas["Owner"]; report?: Schemas["ActivityReport"]; expense?: Schemas["Expense"] };

function named(
  { say }: Desk,
  { report, expense }: Owned,
): { id: string; what: string; state: keyof Desk["say"]["states"] } {
  const { format, company, categories, states: _states } = say;
  if (report !== undefined)
    return {
      id: report.id,
      what: company.report(format.month(report.month), format.euros(report.turnoverCents)),
      state: report.state,
    };
  if (expense !== undefined)
    return {
      id: expense.id,
      what: company.expense(format.euros(expense.amountCents), categories[expense.category]),
      state: expense.state,
    };
  return { id: "", what: "", state: "submitted" };
}

async function listWaiting(desk: Desk, office: Office, resource: Resource): Promise<void> {
  const items: Owned[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { items: Owned[]; nextCursor: string | null } = await ask(
      office,
      "GET",
      `/operator/${resource}?limit=100${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  const { company } = desk.say;
  const lines = items.map((item) => {
    const { id, what } = named(desk, item);
    const isAtClient = item.report?.state === "awaiting-client";
    return company.waits(id, item.owner.name, isAtClient ? `${what} (${desk.say.states["awaiting-client"]})` : what);
  });
  desk.show({ items }, lines.length === 0 ? [company.nothingWaits] : lines);
}

async function decide(
  desk: Desk,
  office: Office,
  { resource, id, body }: { resource: Resource; id: string; body: Schemas["Decision"] },
): Promise<void> {
  const answer = await ask<Owned>(office, "POST", `/operator/${resource}/${encodeURIComponent(id)}/decision`, body);
  const { what, state } = named(desk, answer);
  desk.show(answer, [desk.say.company.decided(what, answer.owner.name, desk.say.states[state])]);
}

interface PaymentOptions extends OfficeOptions {
  readonly porte: string;
  readonly mission: string;
  readonly amount: string;
  readonly month?: string;
  readonly receivedOn?: string;
}

async function record(desk: Desk, office: Office, given: PaymentOptions): Promise<void> {
  const today = dayInParis(desk.now());
  const body: Schemas["PaymentSubmission"] = {
    porteEmail: given.porte,
    mission: given.mission,
    amountCents: parseEuros(given.amount),
    month: given.month === undefined ? monthOf(today) : parseMonth(given.month, today),
    receivedOn: given.receivedOn === undefined ? today : parseDay(given.receivedOn),
  };
  const payment = await ask<Schemas["Payment"]>(office, "POST", "/operator/payments", body);
  const { euros } = desk.say.format;
  desk.show(payment, [
    desk.say.company.recorded(euros(payment.amountCents), euros(payment.feeCents), euros(payment.balanceCents)),
  ]);
}

interface ContactOptions extends OfficeOptions {
  readonly porte: string;
  readonly mission: string;
  readonly email?: string;
  readonly nobody?: boolean;
  readonly language: "fr" | "en";
}

/** @throws {PorteError} `usage.missing_option` where neither an address nor nobody is named. */
async function question(desk: Desk, office: Office, id: string, text: string): Promise<void> {
  const body: Schemas["ExpenseQuestion"] = { question: text };
  const owned = await ask<Schemas["OwnedExpense"]>(office, "POST", `/operator/expenses/${id}/question`, body);
  desk.show(owned, [desk.say.company.questioned(owned.owner.name)]);
}

async function recordContact(desk: Desk, office: Office, given: ContactOptions): Promise<void> {
  const { porte: porteEmail, mission, email, nobody, language } = given;
  if (email === undefined && nobody !== true)
    throw new PorteError("usage.missing_option", { option: "--email", command: "porte-company contacts record" });
  const body: Schemas["ClientContactSubmission"] = { porteEmail, mission, email: email ?? null, language };
  const contact = await ask<Schemas["ClientContact"]>(office, "POST", "/operator/client-contacts", body);
  desk.show(contact, [desk.say.company.contact(contact.client, contact.mission, contact.email)]);
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
    contract = await ask<Schemas["EmploymentContract"]>(office, "POST", "/operator/working-time", body);
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
  const leave = await ask<Schemas["Leave"]>(office, "POST", "/operator/leave", body);
  const { company, format, kinds } = desk.say;
  desk.show(leave, [company.leaveGranted(porte, kinds[kind], format.day(leave.start), format.day(leave.end))]);
}

async function runPayroll(desk: Desk, office: Office, month: string): Promise<void> {
  const run = await ask<Schemas["PayrollRun"]>(office, "POST", "/operator/payroll-runs", {
    month: parseMonth(month, dayInParis(desk.now())),
  });
  const { company, format } = desk.say;
  const paid = run.paid.map(({ owner, payslip }) =>
    company.paid(owner.name, format.euros(payslip.netPaidCents), format.day(payslip.transferDate)),
  );
  const leftOut = run.leftOut.map(({ owner, reason }) => company.leftOut(owner.name, company.reasons[reason]));
  const lines = [...paid, ...leftOut];
  desk.show(run, lines.length === 0 ? [company.nobody] : lines);
}
