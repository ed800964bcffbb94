import type { Context } from "../../cli/context.ts";
import { inEuros, rateOn, type UsedRate } from "../../domain/currency.ts";
import type { ExpenseCategory, ExpenseFacts } from "../../domain/expense.ts";
import { type Cents, plainEuros } from "../../domain/money.ts";
import { parseVat } from "../../domain/vat.ts";
import { domainInUse } from "../../flows/law-in-use.ts";
import { Rates } from "../../store/rates.ts";

/** What may be said of an expense, when it is added and when it is changed. */
export interface SaidOptions {
  readonly amount?: Cents;
  readonly date?: string;
  readonly category?: ExpenseCategory;
  /** As typed: the rates in use are the law's. */
  readonly vat?: readonly string[];
  readonly mission?: string;
  readonly note?: string;
  readonly units?: number;
  readonly department?: string;
  readonly currency?: string;
  readonly rate?: number;
}

/** Reads a tax that was typed, by the rates of the law. @throws {PorteError} what `parseVat` throws. */
export async function withLaw<Options extends SaidOptions>(
  context: Pick<Context, "machine">,
  { vat, ...options }: Options,
) {
  const law = await domainInUse(context.machine());
  return { ...options, ...(vat === undefined ? {} : { vat: vat.flatMap((text) => parseVat(text, law)) }), law };
}

/** An amount of another currency in euros, with how that was found in the note. The tax of another country is never got back here. */
export async function inEuro(
  context: Pick<Context, "say" | "machine" | "note">,
  facts: ExpenseFacts,
  { currency, rate }: Pick<SaidOptions, "currency" | "rate">,
): Promise<ExpenseFacts> {
  if (currency === undefined || currency === "EUR") return facts;
  const { amountCents, how } = await converted(context, facts.amountCents, { currency, rate, date: facts.date });
  context.note(context.say.expenses.converted(how, context.say.format.euros(amountCents)));
  return { ...facts, amountCents, vat: [], note: [facts.note, how].filter((part) => part !== null).join(" · ") };
}

/** What an amount of another currency is in euros, and how that was found, for its note. */
async function converted(
  context: Pick<Context, "machine">,
  units: Cents,
  { currency, rate, date }: { currency: string; rate: number | undefined; date: string },
): Promise<{ amountCents: Cents; how: string }> {
  const used: UsedRate =
    rate === undefined
      ? rateOn(await new Rates(context.machine().folders).table(), currency, date)
      : { perEuro: rate, day: null };
  const how = `${plainEuros(units)} ${currency}, 1 EUR = ${used.perEuro} ${currency}${used.day === null ? "" : ` (${used.day})`}`;
  return { amountCents: inEuros(units, used), how };
}
