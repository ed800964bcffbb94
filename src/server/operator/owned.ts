import { plainEuros } from "../../domain/money.ts";
import { differences } from "../../domain/report-difference.ts";
import { inOneLine } from "../../i18n/printable.ts";
import type { Schemas } from "../deps.ts";
import type { Desk } from "./commands.ts";
import type { Facts, Sight } from "./seen.ts";

/** A porté's report or expense, as the staff is shown it. */
export interface Owned {
  readonly owner: Schemas["Owner"];
  readonly report?: Schemas["ActivityReport"];
  readonly expense?: Schemas["Expense"];
  /** The version that is shown. */
  readonly etag: string;
}

/** What is decided on, as its commands name it. */
export interface Kind {
  readonly name: "reports" | "expenses";
}

export const KINDS: readonly Kind[] = [{ name: "reports" }, { name: "expenses" }];

/** Names what is shown, and whose it is. */
export function titleOf({ say }: Desk, { report, expense }: Owned): string {
  const { format, company, categories } = say;
  if (report !== undefined) return company.report(format.month(report.month), format.euros(report.turnoverCents));
  if (expense === undefined) return "";
  return company.expense(format.euros(expense.amountCents), categories[expense.category] ?? expense.category);
}

/** Names the state that something has, also one that a newer company invents. */
export function stateOf({ say }: Desk, { report, expense }: Owned): string {
  const state = report?.state ?? expense?.state ?? "";
  return (say.states as Readonly<Record<string, string>>)[state] ?? state;
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

/** Shows something whole: what it is, whose, its state, and each of its facts. */
export function wholeLines(desk: Desk, owned: Owned): string[] {
  const title = desk.say.company.decided(titleOf(desk, owned), owned.owner.name, stateOf(desk, owned));
  const facts = Object.entries(sightOf(owned).facts).map(
    ([name, value]) => `  ${desk.say.labelled(factName(desk, name), String(value))}`,
  );
  return [title, ...facts].map(inOneLine);
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
export function changeLines(desk: Desk, changes: readonly Change[]): string[] {
  return changes.map(({ name, before, after }) =>
    inOneLine(
      `  ${desk.say.labelled(factName(desk, name), `${before === "" ? "—" : before} → ${after === "" ? "—" : after}`)}`,
    ),
  );
}

function factName({ say }: Desk, name: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(name)) return say.format.day(name);
  return (say.staff.facts as Readonly<Record<string, string>>)[name] ?? name;
}
