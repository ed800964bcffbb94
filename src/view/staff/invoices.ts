import type { components } from "../../contract/types.ts";
import type { RenderOptions } from "../look.ts";
import { table } from "../table.ts";

/** Lists invoices, newest first: number, client and month, amounts, due day, state, who reminded when. */
export function invoicesText(look: RenderOptions, invoices: readonly components["schemas"]["OwnedInvoice"][]): string {
  const { invoices: words, format } = look.say;
  if (invoices.length === 0) return words.none;
  const columns = [
    { title: words.number, gives: "never" as const },
    { title: words.porte, drops: 4 },
    { title: words.client },
    { title: words.month, drops: 2 },
    { title: words.amount, isRight: true },
    { title: words.paid, isRight: true, drops: 3 },
    { title: words.due, gives: "never" as const },
    { title: words.state },
    { title: words.reminded, drops: 1 },
  ];
  const rows = invoices.map(({ owner, invoice }) => [
    invoice.number,
    owner.name,
    invoice.client,
    format.month(invoice.month),
    format.euros(invoice.amountCents),
    format.euros(invoice.paidCents),
    format.day(invoice.dueOn),
    words.states[invoice.state] ?? invoice.state,
    invoice.reminders.map(({ sentOn, by }) => `${format.day(sentOn)} (${by})`).join(", "),
  ]);
  return table(look, columns, rows, { keepsTitles: true });
}
