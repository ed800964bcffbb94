import { type Day, isInTerm } from "../../domain/calendar.ts";
import { parseCurrency } from "../../domain/currency.ts";
import {
  DEPARTMENT_SAMPLES,
  departmentFrom,
  EXPENSE_CATEGORIES,
  type ExpenseCategory,
  type ExpenseFacts,
  MAX_UNITS,
  MERCHANT_MAX,
  PLAIN_FACTS,
} from "../../domain/expense.ts";
import { exemptionOf, noDeductionOf } from "../../domain/expense-limits.ts";
import type { DomainLaw } from "../../domain/law-tables.ts";
import { type Cents, parseCount, parseEuros } from "../../domain/money.ts";
import { categoryFromMerchant, NO_GUESS, type ReceiptGuess } from "../../domain/receipt/guess.ts";
import { isSure } from "../../domain/receipt/reading.ts";
import { parseDay } from "../../domain/typed/day.ts";
import { choiceMeant } from "../../domain/typed/meaning.ts";
import { parseVat, type VatLine } from "../../domain/vat.ts";
import { PorteError } from "../../errors.ts";
import { noteOf, type Proposal, takenAmount } from "./proposal.ts";
import { factsSaid, type SaidExpense } from "./said.ts";

/** A mission that may pay for an expense. */
export interface PayingMission {
  readonly reference: string;
  readonly client: string;
  readonly start: Day;
  readonly end: Day | null;
}

/** A question about an expense, with what was read as a proposal. */
export type ExpenseQuestion =
  | { readonly name: "receipt" | "days" }
  | { readonly name: "category"; readonly proposal?: ExpenseCategory }
  | { readonly name: "meals" | "nights"; readonly proposal?: number }
  | { readonly name: "department"; readonly proposal?: string }
  /** Whether the expense that was stopped is taken up again: `yes` or `no`. */
  | {
      readonly name: "resume";
      readonly receipt: string | null;
      readonly amount: string | null;
      readonly category: string | null;
      readonly since: string;
    }
  | { readonly name: "currency"; readonly proposal: string }
  | { readonly name: "amount"; readonly proposal: Cents | null }
  | { readonly name: "date"; readonly proposal: Day | null }
  | { readonly name: "vat"; readonly proposal: readonly VatLine[] }
  | { readonly name: "mission"; readonly missions: readonly PayingMission[] };

/** What was answered, as it was typed or chosen. */
export type ExpenseAnswers = Readonly<Partial<Record<ExpenseQuestion["name"], string>>>;

/** All that is known of an expense that is being added. */
export interface ExpenseState {
  readonly said: SaidExpense;
  readonly proposal: Proposal;
  /** Days of telework, which have no receipt. */
  readonly isAllowance: boolean;
  /** Somebody is there to answer. */
  readonly isAsking: boolean;
  readonly today: Day;
  readonly law: DomainLaw;
  /** The missions that the company tells; null until they were asked for. */
  readonly missions: readonly PayingMission[] | null;
  readonly answers: ExpenseAnswers;
}

/** What is found of an expense so far. */
interface Found {
  readonly facts: Partial<ExpenseFacts>;
  /** Of the amount; undefined for euros. */
  readonly currency?: string;
  /** The day was taken from the receipt although nobody agreed to it. */
  readonly isDatedAsRead: boolean;
}

/** What is to be done next for an expense: ask, ask the company, or keep it. */
export type ExpenseStep =
  | { readonly kind: "ask"; readonly question: ExpenseQuestion }
  | { readonly kind: "missions" }
  | ({ readonly kind: "keep"; readonly facts: ExpenseFacts } & Omit<Found, "facts">);

type Decision =
  | Exclude<ExpenseStep, { kind: "keep" }>
  | { readonly found: Partial<ExpenseFacts> & Partial<Omit<Found, "facts">> };
type Decide = (state: ExpenseState, facts: Partial<ExpenseFacts>) => Decision;

/** What decides on an expense, in the order in which a person is asked: typed, else read from its receipt, else asked. */
const DECISIONS: readonly Decide[] = [currency, amount, category, date, vat, mission, merchant, note, meals, lodging];
/** The same for days of telework. */
const OF_ALLOWANCE: readonly Decide[] = [days, dayOfAllowance, allowance];

/**
 * Decides what is to be done next for an expense.
 * @throws {PorteError} `usage.missing_option` for what nobody says and nobody can be asked, and what the readers of answers throw.
 */
export function planExpense(state: ExpenseState): ExpenseStep {
  const { currency: ofAmount } = state.said;
  let facts: Partial<ExpenseFacts> = { ...PLAIN_FACTS, ...factsSaid(state.said) };
  let beside: Omit<Found, "facts"> = {
    ...(ofAmount === undefined ? {} : { currency: ofAmount }),
    isDatedAsRead: false,
  };
  for (const decide of state.isAllowance ? OF_ALLOWANCE : DECISIONS) {
    const decision = decide(state, facts);
    if ("kind" in decision) return decision;
    const { currency: read, isDatedAsRead, ...found } = decision.found;
    facts = { ...facts, ...found };
    beside = {
      ...beside,
      ...(read === undefined ? {} : { currency: read }),
      ...(isDatedAsRead === undefined ? {} : { isDatedAsRead }),
    };
  }
  return { kind: "keep", facts: facts as ExpenseFacts, ...beside };
}

/** Asks a person. @throws {PorteError} `usage.missing_option` where nobody can be asked. */
function ask({ isAsking }: ExpenseState, option: string, question: ExpenseQuestion): Decision {
  if (!isAsking) throw new PorteError("usage.missing_option", { option, command: "porte expenses add" });
  return { kind: "ask", question };
}

/** The currency of the amount that was read, which a person may change; euros where none is named, and of what was typed. */
function currency({ said, proposal, isAsking, answers }: ExpenseState): Decision {
  const { currency: read, isTaken, confidence } = proposal;
  const isSaid = said.currency !== undefined || said.amount !== undefined;
  if (isSaid || read === null || read === "EUR") return { found: {} };
  if (!isAsking || (isTaken && isSure(confidence.total))) return { found: { currency: parseCurrency(read) } };
  if (answers.currency === undefined) return { kind: "ask", question: { name: "currency", proposal: read } };
  return { found: { currency: parseCurrency(answers.currency) } };
}

function amount(state: ExpenseState): Decision {
  const { said, proposal, answers } = state;
  const known = said.amount ?? takenAmount(proposal);
  if (known !== null) return { found: { amountCents: known } };
  if (answers.amount !== undefined) return { found: { amountCents: parseEuros(answers.amount) } };
  return ask(state, "--amount", { name: "amount", proposal: proposal.totalCents });
}

function category(state: ExpenseState): Decision {
  const { said, answers, proposal } = state;
  const told = said.merchant === undefined ? null : categoryFromMerchant(said.merchant);
  const guessed = told ?? guessOf(proposal).category;
  /** A script that names a merchant everybody knows has said what it bought. */
  const taken = proposal.isTaken || (told !== null && !state.isAsking) ? guessed : null;
  const chosen = said.category ?? choiceMeant(answers.category ?? "", EXPENSE_CATEGORIES) ?? taken;
  return chosen === null
    ? ask(state, "--category", { name: "category", ...proposed(guessed) })
    : { found: { category: chosen } };
}

/** What the words of a receipt let one guess, as far as it was read. */
function guessOf({ read }: Proposal): ReceiptGuess {
  return read?.guess ?? NO_GUESS;
}

/** A proposal, where there is one. */
function proposed<Value>(proposal: Value | null): { readonly proposal?: Value } {
  return proposal === null ? {} : { proposal };
}

/** Several meals on one receipt make one limit each: a person is asked how many, where the receipt counts them. */
function meals({ said, proposal, isAsking, answers }: ExpenseState, { category: of }: Partial<ExpenseFacts>): Decision {
  const { category: guessed, units } = guessOf(proposal);
  const isMeal = of === "restaurant" || of === "meal-away";
  if (!isMeal || guessed !== "restaurant" || units === null || units === 1 || said.units !== undefined)
    return { found: {} };
  if (!isAsking) return { found: proposal.isTaken ? { units } : {} };
  if (answers.meals === undefined) return { kind: "ask", question: { name: "meals", proposal: units } };
  return { found: { units: parseCount(answers.meals, 1, MAX_UNITS) } };
}

/** The receipt's own day where it is sure, and agreed to by whoever can be asked; else asked for: never today. */
function date(state: ExpenseState): Decision {
  const { said, proposal, isAsking, answers, today } = state;
  const sure = isSure(proposal.confidence.date) ? proposal.date : null;
  if (said.date !== undefined) return { found: {} };
  if (proposal.isTaken && sure !== null) return { found: { date: sure } };
  if (answers.date !== undefined) return { found: { date: parseDay(answers.date, today) } };
  if (!isAsking && sure !== null) return { found: { date: sure, isDatedAsRead: true } };
  return ask(state, "--date", { name: "date", proposal: proposal.date });
}

/** The tax by rate: what was read, agreed to. What a company never gets back is not asked for. */
function vat({ said, proposal, isAsking, answers, law }: ExpenseState, facts: Partial<ExpenseFacts>): Decision {
  if (said.vat !== undefined) return { found: {} };
  const { category: of, date: on } = facts as ExpenseFacts;
  const { isTaken, vat: read, confidence } = proposal;
  if (noDeductionOf(of, on, law) !== null) return { found: { vat: [] } };
  if (isTaken || !isAsking) return { found: { vat: isTaken && confidence.vat !== "doubtful" ? read : [] } };
  if (answers.vat === undefined) return { kind: "ask", question: { name: "vat", proposal: read } };
  return { found: { vat: parseVat(answers.vat, law) } };
}

/** A person says which mission under way pays for it, or none; a script that names none means none. */
function mission({ said, isAsking, missions, answers }: ExpenseState, facts: Partial<ExpenseFacts>): Decision {
  if (said.mission !== undefined || !isAsking) return { found: {} };
  if (answers.mission !== undefined) return { found: { mission: answers.mission === "" ? null : answers.mission } };
  if (missions === null) return { kind: "missions" };
  const underWay = missions.filter((one) => isInTerm(one, (facts as ExpenseFacts).date));
  if (underWay.length === 0) return { found: {} };
  return { kind: "ask", question: { name: "mission", missions: underWay } };
}

/** Who was paid, as it was read with the rest of the receipt, where nobody says it. */
function merchant({ said, proposal }: ExpenseState): Decision {
  const read = proposal.merchant?.slice(0, MERCHANT_MAX) ?? null;
  return { found: said.merchant === undefined ? { merchant: read } : {} };
}

function note({ said, proposal }: ExpenseState): Decision {
  return { found: said.note === undefined ? { note: noteOf(proposal) } : {} };
}

/** The nights and their place decide a limit: a person is asked for them where the expense is for lodging. */
function lodging(state: ExpenseState, facts: Partial<ExpenseFacts>): Decision {
  const { said, isAsking, answers, proposal } = state;
  if (facts.category !== "lodging" || said.units !== undefined) return { found: {} };
  const guess = guessOf(proposal);
  if (!isAsking) return { found: proposal.isTaken ? nightsRead(guess, said) : {} };
  if (answers.nights === undefined) return { kind: "ask", question: { name: "nights", ...proposed(guess.units) } };
  const units = parseCount(answers.nights, 1, MAX_UNITS);
  const place = said.department ?? answers.department;
  if (place === undefined) return { kind: "ask", question: { name: "department", ...proposed(guess.department) } };
  return { found: { units, department: NOWHERE.has(place.trim()) ? null : departmentNamed(place) } };
}

/** What is answered where the place of the nights is not said, although one is proposed. */
const NOWHERE: ReadonlySet<string> = new Set(["", "-"]);

function nightsRead({ units, department }: ReceiptGuess, said: SaidExpense): Partial<ExpenseFacts> {
  const place = said.department ?? department;
  return { ...(units === null ? {} : { units }), ...(place === null ? {} : { department: place }) };
}

/** @throws {PorteError} `usage.choice` for what is no department. */
function departmentNamed(place: string): string {
  const code = departmentFrom(place);
  if (code !== null) return code;
  throw new PorteError("usage.choice", { option: "--department", value: place, choices: DEPARTMENT_SAMPLES });
}

function days({ said, isAsking, answers }: ExpenseState): Decision {
  if (said.units !== undefined || !isAsking) return { found: {} };
  if (answers.days === undefined) return { kind: "ask", question: { name: "days" } };
  return { found: { units: parseCount(answers.days, 1, MAX_UNITS) } };
}

function dayOfAllowance(state: ExpenseState): Decision {
  if (state.said.date !== undefined) return { found: {} };
  return state.isAsking ? { found: { date: state.today } } : ask(state, "--date", { name: "date", proposal: null });
}

/** What is exempt of days of telework, where no amount is said. Their place is of no account. */
function allowance(state: ExpenseState, facts: Partial<ExpenseFacts>): Decision {
  const { said, answers, law } = state;
  const { date: on, units } = facts as ExpenseFacts;
  const limit = exemptionOf({ category: "telework", date: on, department: null, missionStart: null }, law);
  const exempt = limit === null ? null : Math.min(limit.mostCents * units, limit.monthCents ?? limit.mostCents * units);
  const known = said.amount ?? exempt;
  if (known !== null) return { found: { amountCents: known, department: null } };
  if (answers.amount !== undefined) return { found: { amountCents: parseEuros(answers.amount), department: null } };
  return ask(state, "--amount", { name: "amount", proposal: null });
}
