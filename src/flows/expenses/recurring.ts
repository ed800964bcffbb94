import { addMonths, type Day, type Month, monthOf } from "../../domain/calendar.ts";
import { assertExpense, type ExpenseFacts, PLAIN_FACTS } from "../../domain/expense.ts";
import { unsplitVat } from "../../domain/vat.ts";
import { PorteError } from "../../errors.ts";
import { keepIfPossible } from "../../store/files.ts";
import { type RecurringRule, RecurringRules } from "../../store/recurring.ts";
import { domainInUse } from "../law-in-use.ts";
import type { Owner } from "../session.ts";
import { draftsOf } from "./drafts.ts";

/** The days of a rule that have come and were not drafted, oldest first. */
export function dueDays({ day, drafted }: Pick<RecurringRule, "day" | "drafted">, today: Day): Day[] {
  const days: Day[] = [];
  for (let month = addMonths(drafted, 1); month <= monthOf(today); month = addMonths(month, 1)) {
    const due = `${month}-${String(day).padStart(2, "0")}`;
    if (due <= today) days.push(due);
  }
  return days;
}

/**
 * Drafts what has come due: each month of a rule once, its receipt still to come. Most commands have nothing to do, and what
 * cannot be kept now comes due again with the next one.
 */
export async function draftRecurring(owner: Owner): Promise<void> {
  const { today } = owner.machine;
  const kept = new RecurringRules(owner.folder);
  if ((await kept.list()).every((rule) => dueDays(rule, today()).length === 0)) return;
  await keepIfPossible(() => kept.change((rules) => drafted(owner, rules)));
}

async function drafted(owner: Owner, rules: readonly RecurringRule[]) {
  const { today, now } = owner.machine;
  const due = rules.flatMap((rule) => dueDays(rule, today()).map((date) => ({ rule, date })));
  await draftsOf(owner).add(
    due.map(({ rule, date }) => ({
      facts: factsOf(rule, date),
      receipt: null,
      source: `recurring ${rule.name} ${monthOf(date)}`,
    })),
    now(),
  );
  return { rules: rules.map((rule) => ({ ...rule, drafted: lastDue(rule, today()) })), value: null };
}

function lastDue(rule: RecurringRule, today: Day): Month {
  return monthOf(dueDays(rule, today).at(-1) ?? `${rule.drafted}-01`);
}

function factsOf({ name, category, amountCents, vatCents, mission }: RecurringRule, date: Day): ExpenseFacts {
  return { ...PLAIN_FACTS, date, category, amountCents, vat: unsplitVat(vatCents), mission, note: name };
}

const FIRST_DAY = "2000-01-01";

/** Keeps a rule, from this month on; one of the same name is replaced and goes on where it was. @throws {PorteError} `expense.*`. */
export async function keepRule(owner: Owner, rule: Omit<RecurringRule, "drafted">): Promise<readonly RecurringRule[]> {
  const today = owner.machine.today();
  const law = await domainInUse(owner.machine);
  assertExpense({ ...factsOf({ ...rule, drafted: "" }, today) }, today, FIRST_DAY, law);
  return new RecurringRules(owner.folder).change(async (rules) => {
    const before = rules.find(({ name }) => name === rule.name);
    const drafted = before?.drafted ?? addMonths(monthOf(today), -1);
    const all = [...rules.filter((one) => one !== before), { ...rule, drafted }];
    return { rules: all, value: all };
  });
}

/** Forgets a rule; what it drafted stays. @throws {PorteError} `expense.unknown`. */
export async function forgetRule(owner: Owner, name: string): Promise<readonly RecurringRule[]> {
  return new RecurringRules(owner.folder).change(async (rules) => {
    const others = rules.filter((rule) => rule.name !== name);
    if (others.length === rules.length) throw new PorteError("expense.unknown", { id: name });
    return { rules: others, value: others };
  });
}
