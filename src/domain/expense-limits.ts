import { addMonths, type Day, monthOf } from "./calendar.ts";
import type { ExpenseCategory } from "./expense.ts";
import type { Cents } from "./money.ts";

/** Up to what a flat expense is free of contributions and tax, from a day on. */
export interface ExpenseLimit {
  readonly code: "meal-workplace" | "meal-away" | "meal-restaurant" | "lodging-paris" | "lodging-elsewhere";
  readonly mostCents: Cents;
  /** What it counts by: a meal, or a night with its breakfast. */
  readonly per: "meal" | "night";
  readonly since: Day;
  readonly source: string;
}

const SOURCE = "arrêté du 20 décembre 2002, montants revalorisés chaque 1er janvier (Urssaf, frais professionnels)";

const year = (since: Day, [workplace, away, restaurant, paris, elsewhere]: readonly number[]): ExpenseLimit[] =>
  (
    [
      ["meal-workplace", workplace, "meal"],
      ["meal-away", away, "meal"],
      ["meal-restaurant", restaurant, "meal"],
      ["lodging-paris", paris, "night"],
      ["lodging-elsewhere", elsewhere, "night"],
    ] as const
  ).map(([code, mostCents = 0, per]) => ({ code, mostCents, per, since, source: SOURCE }));

/** The published limits, in cents; newest first. */
export const EXPENSE_LIMITS: readonly ExpenseLimit[] = [
  ...year("2026-01-01", [750, 1_040, 2_140, 7_660, 5_680]),
  ...year("2025-01-01", [740, 1_030, 2_110, 7_560, 5_610]),
  ...year("2024-01-01", [730, 1_010, 2_070, 7_430, 5_510]),
];

interface NoDeduction {
  readonly categories: ReadonlySet<ExpenseCategory>;
  readonly since: Day;
  readonly source: string;
}

/** The tax that a company never gets back: nights and carriage of its people. */
const NO_DEDUCTIONS: readonly NoDeduction[] = [
  { categories: new Set(["lodging"]), since: "2008-01-01", source: "CGI, annexe II, art. 206, IV-2, 2°" },
  { categories: new Set(["transport", "mileage"]), since: "2008-01-01", source: "CGI, annexe II, art. 206, IV-2, 5°" },
];

/** The text by which the tax of an expense is never got back; null where it is. */
export function noDeductionOf(category: ExpenseCategory, date: Day): string | null {
  return NO_DEDUCTIONS.find((one) => one.categories.has(category) && one.since <= date)?.source ?? null;
}

/** A stay for one client that lasts is limited lower: from its fourth month, then from its twenty-fifth (same order, art. 5). */
const LONG_STAYS = [
  { fromMonth: 25, percent: 70 },
  { fromMonth: 4, percent: 85 },
  { fromMonth: 1, percent: 100 },
] as const;

const PARIS = new Set(["75", "92", "93", "94"]);

/** What a limit asks of an expense. */
export interface LimitedFacts {
  readonly category: ExpenseCategory;
  readonly date: Day;
  /** Where the night was spent, by its department; null where nobody said: elsewhere. */
  readonly department: string | null;
  /** The first day of the mission it was spent for; null for none. */
  readonly missionStart: Day | null;
}

/** The limit of one meal or night, and how it was found; null for what has none, or for days before the first row. */
export function exemptionOf({ category, date, department, missionStart }: LimitedFacts): ExpenseLimit | null {
  const code = codeOf(category, department);
  const found = EXPENSE_LIMITS.find((one) => one.code === code && one.since <= date);
  if (found === undefined) return null;
  const month = category === "lodging" && missionStart !== null ? stayMonth(missionStart, date) : 1;
  const { percent } = LONG_STAYS.find(({ fromMonth }) => month >= fromMonth) ?? { percent: 100 };
  /** Lowered limits are published to the ten cents. */
  return percent === 100 ? found : { ...found, mostCents: Math.round((found.mostCents * percent) / 1_000) * 10 };
}

function codeOf(category: ExpenseCategory, department: string | null): ExpenseLimit["code"] | null {
  if (category === "restaurant") return "meal-restaurant";
  if (category === "meal-away") return "meal-away";
  if (category !== "lodging") return null;
  return department !== null && PARIS.has(department) ? "lodging-paris" : "lodging-elsewhere";
}

/** The month of a stay in which a day lies, counted from date to date: the first is 1. */
function stayMonth(start: Day, day: Day): number {
  let month = 1;
  while (`${addMonths(monthOf(start), month)}-${start.slice(8)}` <= day) month += 1;
  return month;
}

/** What of an amount passes its limit, and so becomes taxable pay; 0 within it. */
export function taxableCents(amountCents: Cents, limit: ExpenseLimit | null, units: number): Cents {
  return limit === null ? 0 : Math.max(0, amountCents - limit.mostCents * units);
}
