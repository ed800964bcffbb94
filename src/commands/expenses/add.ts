import type { Context } from "../../cli/context.ts";
import { isInTerm } from "../../domain/calendar.ts";
import { EXPENSE_CATEGORIES, type ExpenseCategory, type ExpenseFacts } from "../../domain/expense.ts";
import { exemptionOf, noDeductionOf } from "../../domain/expense-limits.ts";
import type { DomainLaw } from "../../domain/law-tables.ts";
import { type Cents, parseCount, parseEuros, plainEuros } from "../../domain/money.ts";
import { parseVat, typedVat, type VatLine } from "../../domain/vat.ts";
import { PorteError } from "../../errors.ts";
import { isAway } from "../../flows/activity/outbox.ts";
import { atHand, keepExpenses } from "../../flows/expenses/drafts.ts";
import { expenseJson } from "../../view/expenses.ts";
import { MOST_UNITS, parseDepartment } from "./readers.ts";
import {
  currencyFor,
  dateFor,
  givenReceipt,
  NO_PROPOSAL,
  noteOf,
  type Proposal,
  readJson,
  sourceOf,
  takenAmount,
} from "./receipt.ts";
import { inEuro, type SaidOptions, withLaw } from "./said.ts";

interface Input extends SaidOptions {
  readonly receipt?: string;
  readonly read?: boolean;
}

/** What was said, with its tax read by the rates of the law. */
interface Said extends Omit<Input, "vat" | "receipt"> {
  readonly vat?: readonly VatLine[];
  readonly law: DomainLaw;
}

/** Keeps an expense and a copy of its receipt on this machine, to be sent later. */
export async function run(context: Context, { receipt, ...typed }: Input): Promise<void> {
  const options = await withLaw(context, typed);
  const session = await context.session();
  const { expenses: words, categories, format } = context.say;
  const isAllowance = receipt === undefined && options.category === "telework";
  const { found, proposal } = isAllowance
    ? { found: null, proposal: NO_PROPOSAL }
    : await givenReceipt(context, receipt ?? (await asked(context, "<receipt>", words.askReceipt)), options);
  const currency = await currencyFor(context, proposal, options);
  const said = isAllowance ? await allowance(context, options) : await factsFor(context, proposal, options);
  const facts = await inEuro(context, said, { ...options, ...(currency === undefined ? {} : { currency }) });
  const source = found === null ? sourceOf(proposal) : null;
  const [kept] = await context.wait(keepExpenses(session, [{ facts, receipt: found, source }]));
  if (kept === undefined) return;
  const { draft, isNew } = kept;
  context.keeps();
  context.show({ ...expenseJson(atHand(draft)), ...readJson(proposal), isNew }, () =>
    isNew ? words.kept(format.euros(draft.amountCents), categories[draft.category]) : words.alreadyKept,
  );
  const next = found === null && !isAllowance ? words.pageToCome(draft.id.slice(0, 8)) : words.sendHint;
  context.note(`  ${context.say.failure.arrow} ${next}`);
}

/** Days of telework, which have no receipt: what is exempt of them where no amount is said. */
async function allowance(context: Context, options: Said): Promise<ExpenseFacts> {
  const { expenses: words } = context.say;
  const prompt = options.units === undefined ? await context.prompt() : null;
  const units =
    options.units ?? (prompt === null ? 1 : parseCount(await prompt.text(words.askDays, "1"), 1, MOST_UNITS));
  const date = options.date ?? (context.isAsking() ? context.today() : await asked(context, "--date", words.askDate));
  const limit = exemptionOf({ category: "telework", date, department: null, missionStart: null }, options.law);
  const exempt = limit === null ? null : Math.min(limit.mostCents * units, limit.monthCents ?? limit.mostCents * units);
  const amountCents = options.amount ?? exempt ?? parseEuros(await asked(context, "--amount", words.askAmount));
  const { mission = null, note = null, vat = [] } = options;
  return { amountCents, category: "telework", date, vat, mission, note, units, department: null, trip: null };
}

/** What is said of an expense: typed, else read from its receipt, else asked with what was read as a proposal. */
async function factsFor(context: Context, read: Proposal, options: Said): Promise<ExpenseFacts> {
  const { expenses: words } = context.say;
  const money = (cents: Cents | null) => (cents === null ? undefined : plainEuros(cents));
  const { isTaken } = read;
  const amountCents =
    options.amount ??
    takenAmount(read) ??
    parseEuros(await asked(context, "--amount", words.askAmount, money(read.totalCents)));
  const category = options.category ?? (await askedCategory(context));
  const date = options.date ?? (await dateFor(context, read));
  return {
    amountCents,
    category,
    date,
    vat: options.vat ?? (await vatFor(context, read, { category, date, isTaken, law: options.law })),
    mission: options.mission ?? (await askedMission(context, date)),
    note: options.note ?? noteOf(read),
    ...(await askedNights(context, category, options)),
    trip: null,
  };
}

/** A person says which mission under way pays for it, or none; a script that names none means none. */
async function askedMission(context: Context, date: string): Promise<string | null> {
  const prompt = await context.prompt();
  if (prompt === null) return null;
  const missions = (await knownMissions(context)).filter((mission) => isInTerm(mission, date));
  if (missions.length === 0) return null;
  const { expenses: words } = context.say;
  const choices = missions.map(({ reference, client }) => ({ name: `${reference} · ${client}`, value: reference }));
  const chosen: string = await prompt.choice(words.askMission, [...choices, { name: words.noMission, value: "" }]);
  return chosen === "" ? null : chosen;
}

/** The missions as the company tells them; where it is away, none, and how to name one later is said: an expense is kept without a network. */
async function knownMissions(context: Context) {
  const { company } = await context.session();
  try {
    return await context.wait(company.missions());
  } catch (failure) {
    if (!isAway(failure)) throw failure;
    context.warn(context.say.expenses.missionLater, "company-unreachable");
    return [];
  }
}

/** The nights and their place decide a limit: a person is asked for them where the expense is for lodging. */
async function askedNights(
  context: Context,
  category: ExpenseCategory,
  { units, department }: Pick<SaidOptions, "units" | "department">,
): Promise<Pick<ExpenseFacts, "units" | "department">> {
  const prompt = category === "lodging" && units === undefined ? await context.prompt() : null;
  if (prompt === null) return { units: units ?? 1, department: department ?? null };
  const { askNights, askDepartment } = context.say.expenses;
  const nights = parseCount(await prompt.text(askNights, "1"), 1, MOST_UNITS);
  const place = department ?? (await prompt.text(askDepartment));
  return { units: nights, department: place.trim() === "" ? null : parseDepartment(place) };
}

/** The tax of an expense by rate: what was read, agreed to. What a company never gets back is not asked for. */
async function vatFor(
  context: Context,
  { vat, confidence }: Proposal,
  { category, date, isTaken, law }: { category: ExpenseCategory; date: string; isTaken: boolean; law: DomainLaw },
): Promise<readonly VatLine[]> {
  if (noDeductionOf(category, date, law) !== null) return [];
  const prompt = isTaken ? null : await context.prompt();
  if (prompt === null) return isTaken && confidence.vat !== "doubtful" ? vat : [];
  return parseVat(await prompt.text(context.say.expenses.askVat, typedVat(vat)), law);
}

async function asked(context: Context, option: string, message: string, proposal?: string): Promise<string> {
  const prompt = await context.prompt();
  if (prompt === null) throw new PorteError("usage.missing_option", { option, command: "porte expenses add" });
  return prompt.text(message, proposal);
}

async function askedCategory(context: Context): Promise<ExpenseCategory> {
  const prompt = await context.prompt();
  if (prompt === null)
    throw new PorteError("usage.missing_option", { option: "--category", command: "porte expenses add" });
  const choices = EXPENSE_CATEGORIES.map((value) => ({ name: context.say.categories[value], value }));
  return prompt.choice(context.say.expenses.askCategory, choices);
}
