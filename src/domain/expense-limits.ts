import { addMonths, type Day, monthOf } from "./calendar.ts";
import { citation, type Dated, isUnchecked, type LegalText, stepIfAny } from "./dated.ts";
import type { ExpenseCategory } from "./expense.ts";
import { CHECKED_UNTIL, EXPENSE_ORDER_2002, EXPENSE_ORDER_2025, VAT_DEDUCTION_DECREE } from "./law-texts.ts";
import type { Cents, Ppm } from "./money.ts";

/** Up to what a meal or a night is free of contributions and tax. */
export interface Limits {
  readonly "meal-workplace": Cents;
  readonly "meal-away": Cents;
  readonly "meal-restaurant": Cents;
  readonly "lodging-paris": Cents;
  readonly "lodging-elsewhere": Cents;
}

/** Up to what the telework of a day, and that of a month, are free of them. */
export interface TeleworkLimit {
  readonly dayCents: Cents;
  readonly monthCents: Cents;
}

/** Up to what a flat expense is free of contributions and tax. */
export interface ExpenseLimit {
  readonly code: keyof Limits | "telework";
  readonly mostCents: Cents;
  /** What it counts by: a meal, a night with its breakfast, or a day. */
  readonly per: "meal" | "night" | "day";
  /** What all of a month may come to; null where no month is limited. */
  readonly monthCents: Cents | null;
  readonly since: Day;
  readonly source: string;
  /** True past the last day for which the law was checked. */
  readonly isEstimate: boolean;
}

const meals = ([workplace, away, restaurant, paris, elsewhere]: readonly [
  number,
  number,
  number,
  number,
  number,
]): Limits => ({
  "meal-workplace": workplace,
  "meal-away": away,
  "meal-restaurant": restaurant,
  "lodging-paris": paris,
  "lodging-elsewhere": elsewhere,
});

/** The published limits of a meal, and of a night with its breakfast. */
export const EXPENSE_LIMITS: Dated<Limits> = {
  name: "expenseLimits",
  unit: {
    fields: {
      "meal-workplace": "cents",
      "meal-away": "cents",
      "meal-restaurant": "cents",
      "lodging-paris": "cents",
      "lodging-elsewhere": "cents",
    },
  },
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2024-01-01", value: meals([730, 1_010, 2_070, 7_430, 5_510]), text: EXPENSE_ORDER_2002("art. 3 et 5") },
    { from: "2025-01-01", value: meals([740, 1_030, 2_110, 7_560, 5_610]), text: EXPENSE_ORDER_2002("art. 3 et 5") },
    { from: "2026-01-01", value: meals([750, 1_040, 2_140, 7_660, 5_680]), text: EXPENSE_ORDER_2025("art. 3 et 5") },
  ],
};

/** What is left of a limit from a month of a stay on, in hundredths. */
export interface StayShare {
  readonly fromMonth: number;
  readonly share: number;
}

/** From the fourth month, from the twenty-fifth, and the first one of which nothing flat is exempt. */
const shares = (end: number): readonly StayShare[] => [
  { fromMonth: end, share: 0 },
  { fromMonth: 25, share: 70 },
  { fromMonth: 4, share: 85 },
  { fromMonth: 1, share: 100 },
];

/** A stay for one client that lasts is limited lower, and in the end not exempt. */
export const LONG_STAYS: Dated<readonly StayShare[]> = {
  name: "longStays",
  unit: { items: { fields: { fromMonth: "count", share: "hundredths" } } },
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2003-01-01", value: shares(73), text: EXPENSE_ORDER_2002("art. 5") },
    { from: "2026-01-01", value: shares(61), text: EXPENSE_ORDER_2025("art. 5, II") },
  ],
};

const teleworkOf = (dayCents: Cents, monthCents: Cents): TeleworkLimit => ({ dayCents, monthCents });
const TELEWORK_UNIT = { fields: { dayCents: "cents", monthCents: "cents" } } as const;

/** Telework without a collective agreement on it. What a day was in 2024 could not be read: the amount of 2023 stands. */
export const TELEWORK: Dated<TeleworkLimit> = {
  name: "telework",
  unit: TELEWORK_UNIT,
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2023-01-01", value: teleworkOf(260, 5_720), text: EXPENSE_ORDER_2002("art. 6 et 10") },
    { from: "2025-01-01", value: teleworkOf(270, 5_940), text: EXPENSE_ORDER_2002("art. 6 et 10") },
    { from: "2026-01-01", value: teleworkOf(270, 5_940), text: EXPENSE_ORDER_2025("télétravail") },
  ],
};

/** Telework under a collective agreement; the amounts of the years before could not be read. */
export const TELEWORK_AGREED: Dated<TeleworkLimit> = {
  name: "teleworkAgreed",
  unit: TELEWORK_UNIT,
  checkedUntil: CHECKED_UNTIL,
  steps: [{ from: "2026-01-01", value: teleworkOf(330, 7_260), text: EXPENSE_ORDER_2025("télétravail") }],
};

const neverDeducted = (name: string, text: LegalText): Dated<Ppm> => ({
  name,
  unit: "ppm",
  checkedUntil: CHECKED_UNTIL,
  steps: [{ from: "2008-01-01", value: 0, text }],
});

/** The share of the tax on nights of its people that a company gets back: none. */
export const LODGING_VAT_DEDUCTION = neverDeducted("lodgingVatDeduction", VAT_DEDUCTION_DECREE("2°"));
/** The share of the tax on the carriage of its people that a company gets back: none. */
export const TRANSPORT_VAT_DEDUCTION = neverDeducted("transportVatDeduction", VAT_DEDUCTION_DECREE("5°"));

/** The tables that say up to what expenses are exempt, and which tax of theirs is got back. */
export interface ExpenseLaw {
  readonly expenseLimits: Dated<Limits>;
  readonly longStays: Dated<readonly StayShare[]>;
  readonly telework: Dated<TeleworkLimit>;
  readonly teleworkAgreed: Dated<TeleworkLimit>;
  readonly lodgingVatDeduction: Dated<Ppm>;
  readonly transportVatDeduction: Dated<Ppm>;
}

type Deductions = Pick<ExpenseLaw, "lodgingVatDeduction" | "transportVatDeduction">;

/** The tables that limit the expenses of a category. */
function limitsOf(category: ExpenseCategory, law: ExpenseLaw): readonly Dated<unknown>[] {
  if (category === "telework") return [law.telework];
  return codeOf(category, null) === null ? [] : [law.expenseLimits, law.longStays];
}

/** The share of a tax that a company gets back, where it may be less than the whole; null where it always is the whole. */
function deductionOf(category: ExpenseCategory, law: Deductions): Dated<Ppm> | null {
  if (category === "lodging") return law.lodgingVatDeduction;
  return category === "transport" || category === "mileage" ? law.transportVatDeduction : null;
}

/** A text by which the tax of an expense is never got back; null where it is. */
export function noDeductionOf(category: ExpenseCategory, date: Day, law: Deductions): string | null {
  const table = deductionOf(category, law);
  const step = table === null ? null : stepIfAny(table, date);
  return step === null || step.value > 0 ? null : step.text.title;
}

/** The rows that decide on the expenses of a category; none for most. */
export function rowsOf(category: ExpenseCategory, law: ExpenseLaw): readonly Dated<unknown>[] {
  const deduction = deductionOf(category, law);
  return [...limitsOf(category, law), ...(deduction === null ? [] : [deduction])];
}

const PARIS = new Set(["75", "92", "93", "94"]);

/** What a limit asks of an expense. */
export interface LimitedFacts {
  readonly category: ExpenseCategory;
  readonly date: Day;
  /** Where the night was spent, by its department; null where nobody said: elsewhere. */
  readonly department: string | null;
  /** The first day of the mission it was spent for; null for none. */
  readonly missionStart: Day | null;
  /** Whether a collective agreement raises the limits of telework; none where it is not said. */
  readonly hasTeleworkAgreement?: boolean;
}

/** The limit of one meal, night or day, and how it was found; null for what has none, or for days before the first row. */
export function exemptionOf(facts: LimitedFacts, law: ExpenseLaw): ExpenseLimit | null {
  return facts.category === "telework" ? teleworkLimit(facts, law) : stayLimit(facts, law);
}

function stayLimit(
  { category, date, department, missionStart }: LimitedFacts,
  { expenseLimits, longStays }: ExpenseLaw,
): ExpenseLimit | null {
  const code = codeOf(category, department);
  const step = stepIfAny(expenseLimits, date);
  if (code === null || step === null) return null;
  const isStay = category !== "meal-away" && missionStart !== null;
  const share = isStay ? shareOf(stayMonth(missionStart, date), stepIfAny(longStays, date)?.value ?? []) : 100;
  return {
    code,
    /** Lowered limits are published to the ten cents. */
    mostCents: share === 100 ? step.value[code] : Math.round((step.value[code] * share) / 1_000) * 10,
    per: category === "lodging" ? "night" : "meal",
    monthCents: null,
    since: step.from,
    source: citation({ title: step.text.title, of: null }, step.from),
    isEstimate: isUnchecked(expenseLimits, date),
  };
}

function teleworkLimit(
  { date, hasTeleworkAgreement = false }: LimitedFacts,
  { telework, teleworkAgreed }: ExpenseLaw,
): ExpenseLimit | null {
  const agreed = hasTeleworkAgreement ? stepIfAny(teleworkAgreed, date) : null;
  const step = agreed ?? stepIfAny(telework, date);
  if (step === null) return null;
  return {
    code: "telework",
    mostCents: step.value.dayCents,
    per: "day",
    monthCents: step.value.monthCents,
    since: step.from,
    source: citation({ title: step.text.title, of: null }, step.from),
    isEstimate: isUnchecked(agreed === null ? telework : teleworkAgreed, date),
  };
}

function codeOf(category: ExpenseCategory, department: string | null): keyof Limits | null {
  if (category === "restaurant") return "meal-restaurant";
  if (category === "meal-away") return "meal-away";
  if (category !== "lodging") return null;
  return department !== null && PARIS.has(department) ? "lodging-paris" : "lodging-elsewhere";
}

/** The share that begins last of those begun in a month of a stay, whatever their order. */
function shareOf(month: number, shares: readonly StayShare[]): number {
  const begun = shares.filter(({ fromMonth }) => fromMonth <= month);
  return begun.toSorted((one, other) => other.fromMonth - one.fromMonth)[0]?.share ?? 100;
}

/** The month of a stay in which a day lies, counted from date to date: the first is 1. */
function stayMonth(start: Day, day: Day): number {
  let month = 1;
  while (`${addMonths(monthOf(start), month)}-${start.slice(8)}` <= day) month += 1;
  return month;
}

/**
 * What of an amount passes its limit, and so becomes taxable pay; 0 within it.
 * @param monthExemptCents what the other expenses of its month have of the same exemption, where the month is limited.
 */
export function taxableCents(
  amountCents: Cents,
  limit: ExpenseLimit | null,
  units: number,
  monthExemptCents: Cents = 0,
): Cents {
  if (limit === null) return 0;
  const left = limit.monthCents === null ? Number.POSITIVE_INFINITY : Math.max(0, limit.monthCents - monthExemptCents);
  return Math.max(0, amountCents - Math.min(limit.mostCents * units, left));
}

/** What the expenses of one month have of an exemption that is limited by the month, in their order. */
export function monthExemptCents(
  expenses: readonly { readonly amountCents: Cents; readonly units: number }[],
  limit: ExpenseLimit | null,
): Cents {
  return expenses.reduce(
    (used, { amountCents, units }) => used + amountCents - taxableCents(amountCents, limit, units, used),
    0,
  );
}
