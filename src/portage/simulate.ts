import type { Day, Month } from "../domain/calendar.ts";
import { type Cents, type Ppm, plainEuros } from "../domain/money.ts";
import { type FailureCode, isFailure, PorteError } from "../errors.ts";
import type { Target } from "../payroll/inverse.ts";
import { type BoundLaw, bindLaw, type Reading } from "../payroll/law.ts";
import { LEGISLATION } from "../payroll/legislation.ts";
import { MAX_GROSS_CENTS, type Payslip, payslip } from "../payroll/payslip.ts";
import { MIN_PROVIDENT_OF_CADRE, type Situation } from "../payroll/situation.ts";
import type { TaxRate } from "../payroll/withholding.ts";
import type { YearToDate } from "../payroll/year.ts";
import { dailyRateFor, smallestTurnover, turnoverFor } from "./inverse.ts";
import { type MealVouchers, voucherCharges, vouchersAfter } from "./meal-vouchers.ts";
import { monthShare, type Presence } from "./presence.ts";
import type { Terms } from "./terms.ts";
import {
  type Flow,
  minimumTest,
  NO_PROVISIONS,
  type Provisions,
  solve,
  solveOwed,
  sumProvisions,
  type Waterfall,
} from "./waterfall.ts";

/** What a simulation starts from: the client's money, a gross pay, or a net that is wished, over given days or not. */
export type Start =
  | { readonly kind: "turnover"; readonly turnoverCents: Cents }
  | { readonly kind: "gross"; readonly grossCents: Cents }
  | { readonly kind: "wish"; readonly target: Target; readonly days: number | null };

export interface Question {
  readonly month: Month;
  readonly start: Start;
  readonly expensesCents: Cents;
  /** What is set aside beside pay: an advance that is paid back. */
  readonly otherProvisionsCents: Cents;
  /** What was kept in the months before and is paid in this one. */
  readonly released?: Provisions;
  /** The fee as it was taken on each payment; worked out from the turnover where it is not said. */
  readonly feeCents?: Cents;
  /** Whether the month's minimum is paid whatever the money: a company does, a simulation of a turnover does not. */
  readonly owesMinimum: boolean;
  readonly presence: Presence;
  readonly mealVouchers: MealVouchers | null;
  readonly terms: Terms;
  readonly situation: Situation;
  readonly taxRate: TaxRate;
  /** What the months before bore; a new year for a month taken alone. */
  readonly yearToDate: YearToDate;
  readonly reading: Reading;
}

/** What a person should look at twice before trusting the figure. */
export type Warning =
  | {
      readonly code: "below_minimum";
      readonly paidCents: Cents;
      readonly minimumCents: Cents;
      /** Smallest turnover that pays the minimum; null where none does. */
      readonly turnoverCents: Cents | null;
    }
  | {
      readonly code: "unlikely_fee" | "unlikely_work_accident" | "thin_health_plan" | "thin_provident";
      readonly ppm: Ppm;
    }
  | { readonly code: "provident_not_branch" }
  /** The other way of a month that is not full, and the net paid that it gives. */
  | { readonly code: "partial_month"; readonly mode: Presence["mode"]; readonly otherNetPaidCents: Cents | null }
  /** Nothing, or nearly, is left to pay: what takes it. */
  | {
      readonly code: "low_net";
      readonly netPaidCents: Cents;
      readonly cause: "health-plan" | "charges" | "expenses" | "pay";
    }
  | { readonly code: "estimate"; readonly until: Day };

export interface Simulation {
  readonly waterfall: Waterfall | null;
  /** The smallest daily rate that reaches a wish over the days given; null elsewhere. */
  readonly dailyRateCents: Cents | null;
  readonly payslip: Payslip;
  readonly law: BoundLaw;
  readonly warnings: readonly Warning[];
  /** Net paid and expenses paid back, less the employee's share of meal vouchers: what reaches the bank. */
  readonly inHandCents: Cents;
  /** The last day for which the law was checked, where this answer goes past it and is an estimate; null elsewhere. */
  readonly estimatedAfter: Day | null;
}

const UNLIKELY_FEE_UNDER_PPM: Ppm = 10_000;
const UNLIKELY_WORK_ACCIDENT_OVER_PPM: Ppm = 100_000;
/** The employer bears at least half of the health plan (CSS, art. L. 911-7). */
const MIN_HEALTH_PLAN_SHARE_PPM: Ppm = 500_000;

/**
 * Answers a simulation of one month.
 * @throws {PorteError} `portage.nothing_left` when no pay fits, `portage.unreachable` for a wish that nothing reaches,
 * `payroll.gross_range`, `input.amount_range`, `law.not_covered`.
 */
export function simulate(question: Question, lawFor: LawFor = lawOf): Simulation {
  const law = lawFor(question);
  const found = settle(question, law);
  const { waterfall, payslip: slip } = found;
  const estimatedAfter = estimateOf(law, question.taxRate);
  return {
    ...found,
    law,
    inHandCents: slip.netPaidCents + (waterfall?.expensesCents ?? 0) - (question.mealVouchers?.employeeCents ?? 0),
    estimatedAfter,
    warnings: [
      ...(estimatedAfter === null ? [] : [{ code: "estimate" as const, until: estimatedAfter }]),
      ...(waterfall === null ? [] : belowMinimum(law, waterfall, question)),
      ...partialMonth(question, slip, lawFor),
      ...lowNet(slip, waterfall, question),
      ...unlikely(question),
    ],
  };
}

/** How the law of a question is read: anew, or from those that were read before. */
export type LawFor = (question: Question) => BoundLaw;

/** Reads the law of a question. */
export function lawOf({ month, situation, yearToDate, reading }: Question): BoundLaw {
  return bindLaw(month, situation, yearToDate, reading);
}

/** The money and the payslip of a question, without what is said about them: what a payroll books, and a simulation shows. */
export function settle(
  question: Question,
  law: BoundLaw,
): Pick<Simulation, "waterfall" | "dailyRateCents" | "payslip"> {
  const { start, taxRate, owesMinimum } = question;
  const terms = termsOf(question);
  const { turnoverCents, dailyRateCents } = billed(question, law);
  const solved = owesMinimum ? solveOwed : solve;
  const waterfall = turnoverCents === null ? null : solved(law, { ...flowOf(question), turnoverCents }, terms);
  const grossCents = waterfall?.grossCents ?? (start.kind === "gross" ? start.grossCents : 0);
  return { waterfall, dailyRateCents, payslip: payslip(law, grossCents, taxRate) };
}

/** What was agreed, with the company's share of the month's meal vouchers among the charges. */
function termsOf({ terms, mealVouchers }: Question): Terms {
  return mealVouchers === null ? terms : { ...terms, charges: [...terms.charges, ...voucherCharges(mealVouchers)] };
}

function flowOf(question: Question): Omit<Flow, "turnoverCents"> {
  const { expensesCents, otherProvisionsCents, released = NO_PROVISIONS, feeCents } = question;
  return { expensesCents, otherProvisionsCents, released, ...(feeCents === undefined ? {} : { feeCents }) };
}

/** The last checked day that an answer goes past: by its month, or by the grid of the day on which it is paid. */
function estimateOf({ monthCheckedUntil, payDateCheckedUntil }: BoundLaw, taxRate: TaxRate): Day | null {
  return monthCheckedUntil ?? (taxRate === "neutral" ? payDateCheckedUntil : null);
}

/** Less than this apart, the two ways of a month that is not full are not worth a sentence. */
const SMALL_CENTS: Cents = 100;

/** Says what the other way of a month that is not full would pay, where that matters. */
function partialMonth(question: Question, slip: Payslip, lawFor: LawFor): Warning[] {
  const { presence, situation, month } = question;
  const whole = monthShare(month, situation.workTimePpm, { ...presence, mode: "calendar" });
  if (whole.presentDays === null || presence.paidDays === null) return [];
  const mode = presence.mode === "calendar" ? "none" : "calendar";
  const other = withPaidDays({ ...question, presence: { ...presence, mode } }, presence.paidDays);
  const otherNetPaidCents = orNull(["portage.nothing_left"], () => settle(other, lawFor(other)).payslip.netPaidCents);
  if (otherNetPaidCents !== null && Math.abs(otherNetPaidCents - slip.netPaidCents) < SMALL_CENTS) return [];
  return [{ code: "partial_month", mode: presence.mode, otherNetPaidCents }];
}

/** The same question with other days paid: the share of the month, its ceilings and its minimum follow them. */
export function withPaidDays(question: Question, paidDays: number): Question {
  const { month, situation, terms, reading } = question;
  const presence = { ...question.presence, paidDays: Math.min(question.presence.workingDays, paidDays) };
  const { workedPpm, ...share } = monthShare(month, situation.workTimePpm, presence);
  const change = presence.paidDays - (question.presence.paidDays ?? presence.paidDays);
  const mealVouchers = vouchersAfter(question.mealVouchers, change, month, (reading.law ?? LEGISLATION).domain);
  return { ...question, mealVouchers, presence, situation: { ...situation, ...share }, terms: { ...terms, workedPpm } };
}

/** A net under a twentieth of the turnover is tiny. */
const TINY_PART = 20;

/** Names what leaves nothing, or nearly, of a month. */
function lowNet(slip: Payslip, waterfall: Waterfall | null, { situation }: Question): Warning[] {
  const { netPaidCents, netBeforeTaxCents } = slip;
  const whole = waterfall?.turnoverCents ?? slip.grossCents;
  if (Math.min(netPaidCents, netBeforeTaxCents) >= whole / TINY_PART) return [];
  const charges = (waterfall?.charges ?? []).reduce((total, { cents }) => total + cents, 0);
  const causes = [
    { cause: "health-plan" as const, cents: situation.healthPlanCents },
    { cause: "charges" as const, cents: charges },
    { cause: "expenses" as const, cents: waterfall?.expensesCents ?? 0 },
  ].toSorted((one, other) => other.cents - one.cents);
  const [largest] = causes;
  const cause = largest !== undefined && largest.cents >= whole / TINY_PART ? largest.cause : "pay";
  return [{ code: "low_net", netPaidCents, cause }];
}

/** The turnover of a month: given, or the smallest that reaches the wish. */
function billed(question: Question, law: BoundLaw): { turnoverCents: Cents | null; dailyRateCents: Cents | null } {
  const { start, taxRate, released = NO_PROVISIONS, owesMinimum } = question;
  const terms = termsOf(question);
  if (start.kind === "gross") return { turnoverCents: null, dailyRateCents: null };
  if (start.kind === "turnover") {
    assertTurnover(start.turnoverCents, owesMinimum || sumProvisions(released) > 0 ? 0 : 1);
    return { turnoverCents: start.turnoverCents, dailyRateCents: null };
  }
  const { target, days } = start;
  const wish = { law, taxRate, terms, target, flow: flowOf(question) };
  if (days === null) return { turnoverCents: turnoverFor(wish), dailyRateCents: null };
  const dailyRateCents = dailyRateFor(wish, days);
  return { turnoverCents: turnoverOf(dailyRateCents, days), dailyRateCents };
}

function assertTurnover(cents: Cents, min: Cents): void {
  if (!Number.isInteger(cents) || cents < min || cents > MAX_GROSS_CENTS)
    throw new PorteError("input.amount_range", {
      value: plainEuros(Math.round(cents)),
      least: plainEuros(min),
      most: plainEuros(MAX_GROSS_CENTS),
    });
}

function belowMinimum(
  law: BoundLaw,
  { dueCents, minimumPayCents, reachesMinimum: isReached, turnoverCents: billedCents }: Waterfall,
  question: Question,
): Warning[] {
  if (isReached || billedCents === 0) return [];
  const terms = termsOf(question);
  const flow = flowOf(question);
  const reaches = minimumTest(law, terms);
  return [
    {
      code: "below_minimum",
      paidCents: dueCents,
      minimumCents: minimumPayCents,
      turnoverCents: orNull(["portage.unreachable"], () => smallestTurnover({ law, flow, terms }, 1, reaches)),
    },
  ];
}

/** What a month says that cannot be: nothing is left to pay, or its days or amounts are none of a month. */
export const NO_SUCH_MONTH = [
  "portage.nothing_left",
  "payroll.situation",
  "input.count",
  "input.amount_range",
] as const satisfies readonly FailureCode[];

/** Gives null for the failures that are answers; every other one passes. */
export function orNull<Value>(codes: readonly FailureCode[], find: () => Value): Value | null {
  try {
    return find();
  } catch (failure) {
    if (isFailure(failure, ...codes)) return null;
    throw failure;
  }
}

function unlikely({ start, terms, situation }: Question): Warning[] {
  const { feePpm } = terms;
  const { workAccidentPpm, healthPlanCents, healthPlanEmployerPpm } = situation;
  const warnings: Warning[] = [];
  if (start.kind !== "gross" && feePpm > 0 && feePpm < UNLIKELY_FEE_UNDER_PPM)
    warnings.push({ code: "unlikely_fee", ppm: feePpm });
  if (workAccidentPpm > UNLIKELY_WORK_ACCIDENT_OVER_PPM)
    warnings.push({ code: "unlikely_work_accident", ppm: workAccidentPpm });
  if (healthPlanCents > 0 && healthPlanEmployerPpm < MIN_HEALTH_PLAN_SHARE_PPM)
    warnings.push({ code: "thin_health_plan", ppm: healthPlanEmployerPpm });
  return [...warnings, ...providentWarnings(situation)];
}

/** The branch's cover is due for everybody, half each: the least that the law asks of a cadre is not it. */
function providentWarnings(situation: Situation): Warning[] {
  const { category, branch, providentPpm, providentEmployeePpm, providentT2Ppm, providentT2EmployeePpm } = situation;
  const min = category === "cadre" ? MIN_PROVIDENT_OF_CADRE : 0;
  const isThin = providentPpm < min;
  const isDefault = providentPpm === min && providentEmployeePpm + providentT2Ppm + providentT2EmployeePpm === 0;
  return [
    ...(isThin ? [{ code: "thin_provident" as const, ppm: providentPpm }] : []),
    ...(branch === "3219" && (isDefault || isThin) ? [{ code: "provident_not_branch" as const }] : []),
  ];
}

/**
 * Multiplies a daily rate by days.
 * @throws {PorteError} `input.count` unless the days are halves from 0.5 to 31, `input.amount_range` for a rate of nothing.
 */
export function turnoverOf(dailyRateCents: Cents, days: number): Cents {
  if (!Number.isInteger(days * 2) || days <= 0 || days > 31)
    throw new PorteError("input.count", { value: String(days), least: 0.5, most: 31 });
  if (dailyRateCents < 1)
    throw new PorteError("input.amount_range", { value: plainEuros(dailyRateCents), least: "0.01", most: "100000" });
  return Math.round(dailyRateCents * days);
}
