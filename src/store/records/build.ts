import { addMonths, type Month } from "../../domain/calendar.ts";
import { type Area, type Fact, ONLY } from "./areas.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Teller } from "./told.ts";

/** Where facts are read. */
interface Facts {
  latest<Name extends Area>(area: Name, teller: Teller, years?: readonly string[]): Fact<Name>[];
  years(area: Area): string[];
  find<Name extends Area>(area: Name, key: string, teller: Teller): Fact<Name> | null;
}

/** The years in which something recent lies, and that a clock may have run ahead of. */
const RECENT_YEARS = 4;
/** A year to date and the one before it. */
const PAYSLIP_MONTHS = 24;
/** The reports that a status, or a month's measures, may look back to. */
const REPORT_MONTHS = 14;

/**
 * Makes the snapshot of what an address said.
 * @param before the snapshot that it stands in for: it knows what no fact says, when each area was last said again, and to whom.
 */
export function buildSnapshot(facts: Facts, url: string, before: Snapshot | null): Snapshot {
  const teller: Teller = { source: "company", url };
  const recent = <Name extends Area>(area: Name) => facts.latest(area, teller, facts.years(area).slice(-RECENT_YEARS));
  return {
    schema: 1,
    url,
    tokens: before?.tokens ?? [],
    confirmed: before?.confirmed ?? firstSaid(facts, teller),
    person: facts.find("person", ONLY, teller)?.value ?? null,
    company: facts.find("company", ONLY, teller)?.value ?? null,
    missions: newestFirst(facts.latest("missions", teller).flatMap(({ value }) => value ?? [])),
    reports: lastMonths(recent("reports"), REPORT_MONTHS),
    expenses: openExpenses(recent("expenses"), facts.find("open-expenses", ONLY, teller)),
    payslips: lastMonths(recent("payslips"), PAYSLIP_MONTHS),
    account: lastMonths(recent("account"), 1)[0] ?? null,
  };
}

/** When each area was said, as far as its facts know: the company may have said the same again since. */
function firstSaid(facts: Facts, teller: Teller): Record<string, string> {
  const said = (["person", "company", "open-expenses"] as const).flatMap(
    (area) => facts.find(area, ONLY, teller) ?? [],
  );
  const lists = facts.latest("lists", teller).map(({ key, at }) => [key, at] as const);
  return Object.fromEntries([
    ...lists,
    ...said.map(({ area, at }) => [area === "open-expenses" ? "overview" : area, at] as const),
  ]);
}

/** The values of the last months before the latest one, latest first. */
function lastMonths<Name extends "reports" | "payslips" | "account">(
  facts: readonly Fact<Name>[],
  count: number,
): NonNullable<Fact<Name>["value"]>[] {
  const sorted = facts.toSorted((one, other) => (one.key < other.key ? 1 : -1));
  const since: Month = addMonths(sorted[0]?.key ?? "2000-01", 1 - count);
  return sorted.flatMap(({ key, value }) => (key < since || value === null ? [] : [value]));
}

/** What is to be decided on: what the company last named as such, and what has become so since. */
function openExpenses(
  facts: readonly Fact<"expenses">[],
  named: Fact<"open-expenses"> | null,
): NonNullable<Fact<"expenses">["value"]>[] {
  const open = facts.flatMap(({ key, at, value }) => {
    if (value === null) return [];
    if (named !== null && at <= named.at) return named.value?.includes(key) === true ? [value] : [];
    return ["submitted", "questioned", "refused"].includes(value.state) ? [value] : [];
  });
  return newestFirst(open);
}

/** As companies order what has identifiers, which begin with the clock. */
function newestFirst<Value extends { readonly id: string }>(values: readonly Value[]): Value[] {
  return values.toSorted((one, other) => (one.id < other.id ? 1 : -1));
}
