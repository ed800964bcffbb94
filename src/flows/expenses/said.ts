import { inEuros, type RateTable, rateOn, type UsedRate } from "../../domain/currency.ts";
import type { ExpenseFacts } from "../../domain/expense.ts";
import type { DomainLaw } from "../../domain/law-tables.ts";
import { type Cents, plainEuros } from "../../domain/money.ts";
import { parseVat, type VatLine } from "../../domain/vat.ts";
import { Rates } from "../../store/rates.ts";
import type { Machine } from "../session.ts";

/** The facts that are said by their own names. */
type OwnFacts = Omit<ExpenseFacts, "amountCents" | "vat" | "trip">;

/** What may be said of an expense, when it is added and when it is changed. */
export type SaidExpense = { readonly [Name in keyof OwnFacts]?: NonNullable<OwnFacts[Name]> } & {
  /** In euros, or in the currency that is said. */
  readonly amount?: Cents;
  readonly vat?: readonly VatLine[];
} & SaidCurrency;

/** The currency of an amount, and its units for one euro where somebody gives them. */
export interface SaidCurrency {
  readonly currency?: string;
  readonly rate?: number;
}

/** What is typed of an expense: its tax is read by the rates of the law. */
export type TypedExpense = Omit<SaidExpense, "vat"> & { readonly vat?: readonly string[] };

/** Reads a tax that was typed. @throws {PorteError} what `parseVat` throws. */
export function saidFrom({ vat, ...typed }: TypedExpense, law: DomainLaw): SaidExpense {
  return { ...typed, ...(vat === undefined ? {} : { vat: vat.flatMap((text) => parseVat(text, law)) }) };
}

/** Takes the facts that were said; the amount is as it was said, whatever its currency. */
export function factsSaid({ amount, currency: _currency, rate: _rate, ...said }: SaidExpense): Partial<ExpenseFacts> {
  return { ...said, ...(amount === undefined ? {} : { amountCents: amount }) };
}

/** An expense in euros, and how that was found; null where it was in euros. */
export interface InEuros {
  readonly facts: ExpenseFacts;
  readonly how: string | null;
}

/**
 * Takes an amount of another currency into euros, with how that was found in the note. The tax of another country is never got back here.
 * @throws {PorteError} `currency.no_rate`.
 */
export function takenToEuros(facts: ExpenseFacts, { currency, rate }: SaidCurrency, table: RateTable): InEuros {
  if (currency === undefined || currency === "EUR") return { facts, how: null };
  const used: UsedRate = rate === undefined ? rateOn(table, currency, facts.date) : { perEuro: rate, day: null };
  const day = used.day === null ? "" : ` (${used.day})`;
  const how = `${plainEuros(facts.amountCents)} ${currency}, 1 EUR = ${used.perEuro} ${currency}${day}`;
  const note = facts.note === null ? how : `${facts.note} · ${how}`;
  return { facts: { ...facts, amountCents: inEuros(facts.amountCents, used), vat: [], note }, how };
}

/** The rates that an amount may need: nothing is read for euros, or where a rate is given. */
export async function ratesFor({ folders }: Pick<Machine, "folders">, said: SaidCurrency): Promise<RateTable> {
  const { currency = "EUR", rate } = said;
  return currency === "EUR" || rate !== undefined ? {} : new Rates(folders).table();
}
