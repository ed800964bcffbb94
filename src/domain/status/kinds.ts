import type { StatusFacts } from "./facts.ts";
import type { KindRow, KindRows } from "./found.ts";
import type { Overview, StatusItem, StatusKind } from "./items.ts";
import { MONEY_KINDS } from "./money-kinds.ts";
import { OWN_FIRST, OWN_LAST } from "./own-kinds.ts";
import { TODO_KINDS } from "./todo-kinds.ts";
import { WAITING_KINDS } from "./waiting-kinds.ts";

/**
 * Every kind, in the order of what it costs to leave it: a month without a report brings no pay, an expense that waits is paid back later, a
 * refusal that is not looked at is a loss. In a section items stand in this order, and those of one kind by the day on which they become late.
 */
export const STATUS_KINDS: KindRows<StatusKind> = {
  ...OWN_FIRST,
  ...TODO_KINDS,
  ...OWN_LAST,
  ...WAITING_KINDS,
  ...MONEY_KINDS,
};

/** Says what is to do, in the order of what it costs to leave it, where the money stands, and what others do. */
export function overviewOf(facts: StatusFacts): Overview {
  const rows = Object.values(STATUS_KINDS) as KindRow<StatusKind>[];
  const found = rows.map(({ section, find }) => ({ section, items: [...find(facts)].sort(byDue) }));
  const of = (name: keyof Overview) => found.flatMap(({ section, items }) => (section === name ? items : []));
  return { todo: of("todo"), waiting: of("waiting"), money: of("money") };
}

/** The command that ends an item, or that shows it. */
export function commandFor(item: StatusItem, short: (id: string) => string): string {
  return (STATUS_KINDS[item.kind] as KindRow<StatusKind>).command(item, short);
}

function byDue(one: StatusItem, other: StatusItem): number {
  return (one.due ?? "9999").localeCompare(other.due ?? "9999");
}
