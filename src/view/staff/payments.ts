import type { components } from "../../contract/types.ts";
import { shortIds } from "../../domain/short-id.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { inOneLine } from "../../i18n/printable.ts";

/** What clients have paid, one payment a line. */
export function paymentsText(
  { staff, format }: Catalogue,
  payments: readonly components["schemas"]["OwnedPayment"][],
): string {
  const short = shortIds(payments.map(({ id }) => id));
  const lines = payments.map((one) =>
    inOneLine(
      staff.payment({
        id: short(one.id),
        name: one.owner.name,
        client: one.client,
        amount: format.euros(one.amountCents),
        day: format.day(one.receivedOn),
        state: staff.paymentStates[one.state] ?? one.state,
        reason: one.reversal?.reason ?? null,
      }),
    ),
  );
  return lines.length === 0 ? staff.noPayment : lines.join("\n");
}
