import type { components } from "../../contract/types.ts";
import { plainEuros } from "../../domain/money.ts";
import { differences } from "../../domain/report-difference.ts";
import { shortIds } from "../../domain/short-id.ts";
import type { Facts, Sight } from "../../domain/sight.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { dayWords } from "../../i18n/day-words.ts";
import { inOneLine } from "../../i18n/printable.ts";

type Schemas = components["schemas"];

/** A porté's report or expense, as the staff is shown it. */
export interface Owned {
  readonly owner: Schemas["Owner"];
  readonly report?: Schemas["ActivityReport"];
  readonly expense?: Schemas["Expense"];
  /** The version that is shown. */
  readonly etag: string;
}

/** Names what is shown, and whose it is. */
export function titleOf(say: Catalogue, { report, expense }: Owned): string {
  const { format, company, categories } = say;
  if (report !== undefined) return company.report(format.month(report.month), format.euros(report.turnoverCents));
  if (expense === undefined) return "";
  return company.expense(format.euros(expense.amountCents), categories[expense.category] ?? expense.category);
}

/** Names the state that something has, also one that a newer company invents. */
function stateOf(say: Catalogue, { report, expense }: Owned): string {
  const state = report?.state ?? expense?.state ?? "";
  return (say.states as Readonly<Record<string, string>>)[state] ?? state;
}

/** How one thing is named alone, where no list of its kind is at hand. */
export function shortIdOf(id: string): string {
  return shortIds([id])(id);
}

/** What a decision made of it. */
export function decidedText(say: Catalogue, owned: Owned): string {
  return inOneLine(say.company.decided(titleOf(say, owned), owned.owner.name, stateOf(say, owned)));
}

/** The identifier of what is shown. */
export function idOf({ report, expense }: Owned): string {
  return report?.id ?? expense?.id ?? "";
}

/** What a person sees of it, and the version that this is. */
export function sightOf(owned: Owned): Sight {
  const { report, expense, etag } = owned;
  if (report !== undefined) return { etag, facts: factsOfReport(report) };
  return { etag, facts: expense === undefined ? {} : factsOfExpense(expense) };
}

function factsOfReport(report: Schemas["ActivityReport"]): Facts {
  const clients = report.clientAnswers.map((one) => `${one.client}: ${one.decision ?? "…"}`);
  return said({
    version: String(report.version),
    turnover: plainEuros(report.turnoverCents),
    clients: clients.join(", "),
    ...Object.fromEntries(differences([], report.days).map(({ day, theirs }) => [day, theirs])),
  });
}

function factsOfExpense(expense: Schemas["Expense"]): Facts {
  const { trip } = expense;
  return said({
    date: expense.date,
    amount: plainEuros(expense.amountCents),
    category: expense.category,
    taxable: expense.taxableCents > 0 ? plainEuros(expense.taxableCents) : "",
    mission: expense.mission ?? "",
    note: expense.note ?? "",
    trip: trip === null ? "" : `${trip.from ?? ""} – ${trip.to ?? ""}, ${trip.metres / 1000} km`,
    receipt: expense.receiptId ?? "",
    question: expense.question ?? "",
    answer: expense.answer ?? "",
  });
}

function said(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ""));
}

/** What a fact was and is. */
export interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Lists what has changed since something was last seen. */
export function changesOf(before: Facts, after: Facts): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({ name, before: before[name] ?? "", after: after[name] ?? "" }))
    .filter((one) => one.before !== one.after);
}

/** Says each change on a line. */
export function changesText(say: Catalogue, changes: readonly Change[]): string {
  const lines = changes.map(({ name, before, after }) =>
    inOneLine(
      `  ${say.labelled(factName(say, name), `${factValue(say, name, before)} → ${factValue(say, name, after)}`)}`,
    ),
  );
  return lines.join("\n");
}

function factName(say: Catalogue, name: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(name)) return say.format.day(name);
  return (say.staff.facts as Readonly<Record<string, string>>)[name] ?? name;
}

/** What a client has answered, after its name. */
const DECIDED = /: (approve|reject|…)(?=, |$)/g;

/** A fact is kept in the words of the contract; a person reads it in their own. */
function factValue(say: Catalogue, name: string, value: string): string {
  const { categories, format, staff } = say;
  if (/^\d{4}-\d\d-\d\d$/.test(name)) return dayWords(say.day, value);
  if (value === "") return "–";
  switch (name) {
    case "turnover":
    case "amount":
    case "taxable":
      return format.euros(Math.round(Number(value) * 100));
    case "date":
      return format.day(value);
    case "category":
      return (categories as Readonly<Record<string, string>>)[value] ?? value;
    case "clients":
      return value.replaceAll(
        DECIDED,
        (_found, decision: keyof typeof staff.clientDecisions) => ` ${staff.clientDecisions[decision]}`,
      );
    default:
      return value;
  }
}
