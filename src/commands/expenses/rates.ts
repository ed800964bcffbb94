import type { Command } from "commander";
import type { Context } from "../../cli/context.ts";
import { inEuros, rateOn, type UsedRate } from "../../domain/currency.ts";
import { type Cents, plainEuros } from "../../domain/money.ts";
import { tableReader } from "../tables.ts";

/** `porte expenses rates [file]`. */
export function registerRates(expenses: Command, context: Context): void {
  const { expenses: help } = context.say.help;
  expenses
    .command("rates")
    .description(help.rates)
    .argument("[file]", help.ratesFile)
    .option("--layout <name>", context.say.help.tables.layout)
    .action((file: string | undefined, { layout }: { layout?: string }) => rates(context, file, layout));
}

/** Imports a table of rates, or says which are kept. */
async function rates(context: Context, file: string | undefined, layout: string | undefined): Promise<void> {
  const [{ Rates }, { readRates }] = await Promise.all([
    import("../../store/rates.ts"),
    import("../../flows/expenses/rates-table.ts"),
  ]);
  const kept = new Rates(context.machine().folders);
  const table =
    file === undefined ? await kept.table() : await kept.add(await readRates(await tableReader(context, file, layout)));
  const spans = Object.entries(table).map(([currency, days]) => {
    const all = Object.keys(days).sort();
    return { currency, first: all[0] ?? "", last: all.at(-1) ?? "", days: all.length };
  });
  if (spans.length === 0) context.note(context.say.expenses.noRate);
  context.show({ rates: spans }, () =>
    spans.map(({ currency, first, last, days }) => `${currency}\t${first} → ${last}\t${days}`).join("\n"),
  );
}

/** What an amount of another currency is in euros, and how that was found, for its note. */
export async function converted(
  context: Context,
  units: Cents,
  { currency, rate, date }: { currency: string; rate: number | undefined; date: string },
): Promise<{ amountCents: Cents; how: string }> {
  const { Rates } = await import("../../store/rates.ts");
  const used: UsedRate =
    rate === undefined
      ? rateOn(await new Rates(context.machine().folders).table(), currency, date)
      : { perEuro: rate, day: null };
  const how = `${plainEuros(units)} ${currency}, 1 EUR = ${used.perEuro} ${currency}${used.day === null ? "" : ` (${used.day})`}`;
  return { amountCents: inEuros(units, used), how };
}
