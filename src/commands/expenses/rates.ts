import type { Context } from "../../cli/context.ts";
import { readRates } from "../../flows/expenses/rates-table.ts";
import { Rates } from "../../store/rates.ts";
import { type ReadsTables, tableReader } from "../tables.ts";

/** Imports a table of rates, or says which are kept. */
export async function run(
  context: ReadsTables & Pick<Context, "show">,
  { file, layout }: { readonly file?: string; readonly layout?: string },
): Promise<void> {
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
