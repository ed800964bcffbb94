import type { components } from "../../contract/types.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { inOneLine } from "../../i18n/printable.ts";

/** Invoices, one a line: number, client and month, amounts, due day, state, who reminded when. */
export function invoicesText(
  { invoices: words, format, labelled }: Catalogue,
  invoices: readonly components["schemas"]["OwnedInvoice"][],
): string {
  const lines = invoices.map(({ owner, invoice }) => {
    const { number, client, month, amountCents, paidCents, dueOn, state, reminders } = invoice;
    const parts = [
      `${number}  ${owner.name}, ${client}, ${format.month(month)}`,
      labelled(words.amount, format.euros(amountCents)),
      labelled(words.due, format.day(dueOn)),
      words.states[state] ?? state,
      ...(paidCents === 0 || paidCents >= amountCents ? [] : [labelled(words.paid, format.euros(paidCents))]),
      ...(reminders.length === 0
        ? []
        : [labelled(words.reminded, reminders.map(({ sentOn, by }) => `${format.day(sentOn)} (${by})`).join(", "))]),
    ];
    return inOneLine(parts.join(" · "));
  });
  return lines.length === 0 ? words.none : lines.join("\n");
}
