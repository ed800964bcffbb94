import { type Day, dayCount, lastDay } from "../domain/calendar.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import { LEVELS } from "../payroll/parameters/agreement.ts";
import { TAX_ZONES } from "../payroll/parameters/neutral-rate.ts";
import {
  BRANCHES,
  CATEGORIES,
  CONTRACTS,
  type CompanyLine,
  type Situation,
  WHOLE_FORFAIT,
} from "../payroll/situation.ts";
import { type CompanyFacts, type ContractFacts, coverOf } from "./company-facts.ts";
import { monthsBetween } from "./contract-months.ts";
import * as kinds from "./input-kinds.ts";
import type { VoucherTerms } from "./meal-vouchers.ts";
import { PARTIAL_MONTHS } from "./presence.ts";
import type { Question } from "./simulate.ts";
import { FEE_BASES, LEAVE_MODES, RESERVE_BASE_TEXTS } from "./terms.ts";

/** What may be said of a month to simulate: how it is written, where it goes, and who else says it. */
export interface Input<Value> {
  readonly kind: kinds.Kind<Value>;
  /** What stands for the value in a page of help; nothing for a flag. */
  readonly unit: string;
  /** What one of them is called, where several may be given. */
  readonly each?: string;
  /** A month is asked from one of these, and only one. */
  readonly isStart?: true;
  /** It says nothing where a gross pay is given. */
  readonly isOfTurnover?: true;
  /** Least amount; the most is that of a gross pay. */
  readonly minCents?: Cents;
  /** Rates are whole multiples of this. */
  readonly stepPpm?: Ppm;
  /** The fact of the situation that it is. */
  readonly situation?: keyof Situation;
  /** What a company and a contract say where nobody does; undefined where they say nothing. */
  readonly known?: (company: CompanyFacts, contract: ContractFacts | null) => Value | undefined;
  /** The value that an answer rests on; undefined where it does not count. */
  readonly assumed?: (question: Question) => Value | null | undefined;
  /** The assumption before which it is listed; its own place where nothing is said. */
  readonly listedBefore?: string;
  /** Where the catalogues have the words of its values. */
  readonly words?:
    | "contracts"
    | "statuses"
    | "levels"
    | "feeBases"
    | "reserveBases"
    | "leaveModes"
    | "branches"
    | "partialModes"
    | "taxRates"
    | "taxZones";
  /** The text behind a value, where it is one reading among several. */
  readonly source?: (value: Value) => string;
}

type About<Value> = Omit<Input<Value>, "kind" | "unit">;

function input<Value, const Row extends About<Value>>(kind: kinds.Kind<Value>, unit: string, row: Row) {
  return { kind, unit, ...row };
}

/** A fact of the situation, listed among the assumptions where it is known. */
function ofSituation<Key extends keyof Situation>(situation: Key) {
  return { situation, assumed: (question: Question) => question.situation[situation] ?? undefined };
}

/** A cover is taken in hundredths of a percent. */
const COVER = { stepPpm: 100 } as const;
const START = { isStart: true, minCents: 1 } as const;
const OF_TURNOVER = { isOfTurnover: true } as const;
const MAX_HEADCOUNT = 1_000_000;
const MAX_MONTHS = 36;

/** Every input of a simulation, in the order of the pages of help. */
export const INPUTS = {
  tjm: input(kinds.MONEY, "euros", START),
  days: input(kinds.HALF_DAYS, "days", OF_TURNOVER),
  turnover: input(kinds.MONEY, "euros", START),
  gross: input(kinds.MONEY, "euros", START),
  net: input(kinds.MONEY, "euros", START),
  paid: input(kinds.MONEY, "euros", START),
  fee: input(kinds.RATE, "percent", {
    ...OF_TURNOVER,
    known: ({ fee }) => fee.ratePpm,
    assumed: ({ terms }) => terms.feePpm,
  }),
  feeCap: input(kinds.MONEY_OR_NONE, "euros", {
    ...OF_TURNOVER,
    minCents: 0,
    known: ({ fee }) => fee.monthlyCapCents,
    assumed: ({ terms }) => terms.feeCapCents,
  }),
  feeBase: input(kinds.choice(FEE_BASES), "base", {
    ...OF_TURNOVER,
    words: "feeBases",
    assumed: ({ terms }) => terms.feeBase,
  }),
  charges: input(kinds.CHARGES, "name=rate", {
    ...OF_TURNOVER,
    each: "charge",
    known: ({ payroll }) => payroll.charges ?? [],
    assumed: ({ terms }) => terms.charges,
  }),
  expenses: input(kinds.MONEY, "euros", { ...OF_TURNOVER, minCents: 0 }),
  reserve: input(kinds.RATE_OR_NONE, "percent", {
    ...OF_TURNOVER,
    known: ({ payroll }) => payroll.reservePpm,
    assumed: ({ terms, situation }) => (situation.contract === "cdd" ? undefined : terms.reservePpm),
  }),
  reserveBase: input(kinds.RESERVE_BASE, "base", {
    ...OF_TURNOVER,
    words: "reserveBases",
    known: ({ payroll }) => payroll.reserveBase,
    assumed: ({ terms }) => terms.reserveBase,
    source: (base) => RESERVE_BASE_TEXTS[typeof base === "number" ? "amount" : base],
  }),
  leave: input(kinds.choice(LEAVE_MODES), "mode", {
    ...OF_TURNOVER,
    words: "leaveModes",
    known: ({ payroll }) => payroll.leave,
    assumed: ({ terms }) => terms.leave,
  }),
  date: input(kinds.MONTH, "month", {}),
  category: input(kinds.choice(CATEGORIES), "category", {
    words: "statuses",
    known: (_company, contract) => contract?.category,
    ...ofSituation("category"),
  }),
  contract: input(kinds.choice(CONTRACTS), "contract", {
    words: "contracts",
    known: (_company, contract) => contract?.kind,
    ...ofSituation("contract"),
  }),
  contractMonths: input(kinds.count(1, MAX_MONTHS), "months", {
    known: (_company, contract) =>
      contract?.kind === "cdd" && contract.end !== null ? monthsBetween(contract.start, contract.end) : undefined,
  }),
  level: input(kinds.choice(LEVELS), "level", {
    words: "levels",
    ...OF_TURNOVER,
    known: (_company, contract) => contract?.level,
    assumed: ({ terms }) => terms.level,
    listedBefore: "category",
  }),
  branch: input(kinds.choice(BRANCHES), "branch", { words: "branches", ...ofSituation("branch") }),
  workTime: input(kinds.PART, "percent", {
    known: (_company, contract) => contract?.workTimePpm,
    ...ofSituation("workTimePpm"),
  }),
  presentDays: input(kinds.count(1, 31), "days", {
    situation: "presentDays",
    assumed: ({ situation, month }) => situation.presentDays ?? dayCount(month),
  }),
  fullPay: input(kinds.MONEY, "euros", { minCents: 1, ...ofSituation("fullPayCents") }),
  partialMonth: input(kinds.choice(PARTIAL_MONTHS), "mode", {
    words: "partialModes",
    known: ({ payroll }) => payroll.partialMonth,
    assumed: ({ presence }) => presence.mode,
  }),
  forfaitDays: input(kinds.count(1, WHOLE_FORFAIT), "days", {
    known: (_company, contract) => reducedForfait(contract?.forfaitDays),
    ...ofSituation("forfaitDays"),
    listedBefore: "presentDays",
  }),
  headcount: input(kinds.count(1, MAX_HEADCOUNT), "number", {
    known: ({ payroll }) => payroll.headcount,
    ...ofSituation("headcount"),
  }),
  workAccidentRate: input(kinds.RATE, "percent", {
    known: ({ payroll }) => payroll.workAccidentPpm,
    ...ofSituation("workAccidentPpm"),
  }),
  mobilityRate: input(kinds.RATE, "percent", {
    known: ({ payroll }) => payroll.mobilityPpm,
    ...ofSituation("mobilityPpm"),
  }),
  apprenticeShare: input(kinds.RATE, "percent", {
    known: ({ payroll }) => payroll.apprenticeSharePpm,
    ...ofSituation("apprenticeSharePpm"),
  }),
  healthPlan: input(kinds.MONEY, "euros", {
    minCents: 0,
    known: ({ payroll }) => payroll.healthPlanCents,
    ...ofSituation("healthPlanCents"),
  }),
  healthPlanEmployerShare: input(kinds.RATE, "percent", {
    known: ({ payroll }) => payroll.healthPlanEmployerPpm,
    ...ofSituation("healthPlanEmployerPpm"),
  }),
  providentRate: input(kinds.RATE, "percent", {
    ...COVER,
    known: (company, contract) => coverOf(company, contract).employerPpm,
    ...ofSituation("providentPpm"),
  }),
  providentEmployeeRate: input(kinds.RATE, "percent", {
    ...COVER,
    known: (company, contract) => coverOf(company, contract).employeePpm,
    ...ofSituation("providentEmployeePpm"),
  }),
  providentT2Rate: input(kinds.RATE, "percent", {
    ...COVER,
    known: (company, contract) => coverOf(company, contract).employerT2Ppm,
    ...ofSituation("providentT2Ppm"),
  }),
  providentT2EmployeeRate: input(kinds.RATE, "percent", {
    ...COVER,
    known: (company, contract) => coverOf(company, contract).employeeT2Ppm,
    ...ofSituation("providentT2EmployeePpm"),
  }),
  alsaceMoselle: input(kinds.FLAG, "", {
    known: (_company, contract) => contract?.alsaceMoselle,
    ...ofSituation("alsaceMoselle"),
  }),
  taxRate: input(kinds.TAX_RATE, "rate", {
    words: "taxRates",
    known: (_company, contract) => (contract === null ? undefined : (contract.taxRatePpm ?? "neutral")),
    assumed: ({ taxRate }) => taxRate,
  }),
  taxZone: input(kinds.choice(TAX_ZONES), "zone", {
    words: "taxZones",
    known: (_company, contract) => contract?.taxZone,
    ...ofSituation("taxZone"),
  }),
  payDate: input(kinds.DAY, "day", {
    situation: "payDate",
    assumed: ({ situation, month }) => situation.payDate ?? lastDay(month),
  }),
};

/** A whole forfait jours, or none, is nothing to say. */
function reducedForfait(days: number | null | undefined): number | undefined {
  return days !== undefined && days !== null && days < WHOLE_FORFAIT ? days : undefined;
}

export type InputName = keyof typeof INPUTS;

/** What is typed for each input is called by its name, or by that of one of them. */
export type TypedName<Name extends InputName = InputName> = Name extends InputName
  ? (typeof INPUTS)[Name] extends { readonly each: infer Each extends string }
    ? Each
    : Name
  : never;

type ValueOf<Row> = Row extends { readonly kind: kinds.Kind<infer Value> } ? Value : never;

/** What somebody may say of a month to simulate: amounts in cents, rates in ppm; all of it optional. */
export type InputValues = { readonly [Name in InputName]?: ValueOf<(typeof INPUTS)[Name]> };

/** What only a company, its contract or a run of months says of a month. */
export interface Known extends InputValues {
  readonly companyLines?: readonly CompanyLine[];
  /** Day of the next month on which pay leaves. */
  readonly transferDay?: number;
  readonly contractStart?: Day;
  readonly contractEnd?: Day | null;
  readonly mealVoucher?: VoucherTerms;
  /** Whole days at work, a meal voucher each; those billed where nobody says them. */
  readonly daysAtWork?: number;
  /** Days of the month that are paid: those billed, those of leave, and all that a report says beside them. */
  readonly paidDays?: number;
}

/** The rows with what all of them have in common, in the order of the table. */
export const INPUT_ROWS = Object.entries(INPUTS) as unknown as readonly (readonly [InputName, Input<unknown>])[];
