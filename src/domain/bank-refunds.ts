import { addDays, type Day } from "./calendar.ts";
import { plainWord } from "./columns.ts";
import type { Cents } from "./money.ts";

/** A line of a bank's file, as it is known. */
export interface KnownLine {
  readonly line: number;
  readonly date: Day;
  readonly label: string;
  readonly amountCents: Cents;
}

/** Words of banks that name nobody. */
const BANK_WORDS = new Set(
  `achat annulation autre avoir card carte compte credit debit depuis det facture faveur vers fact frais from instantane internet motif
  paiement par payment pour prel prelevement prlv purchase recu recue ref refund rem remb remboursement rembt retour retrait sepa the trans
  transaction transfer vir virement virt virinst votre les des une sur chez`.split(/\s+/),
);
/** A refund that comes later than this is of another payment. */
const LATEST_DAYS = 180;

/** Who was paid, as far as the letters of a line say. */
function whoOf(label: string): string {
  const words = plainWord(label).match(/[a-z]{3,}/g) ?? [];
  return [...new Set(words)]
    .filter((word) => !BANK_WORDS.has(word))
    .sort()
    .join(" ");
}

/**
 * Finds for each payment the money that came back from whom it was paid to: on that day or later, and no more than it was. Each refund
 * is of one payment, the last before it of its amount, else the last.
 */
export function refundsOf<Payment extends KnownLine>(
  payments: readonly Payment[],
  incomes: readonly KnownLine[],
): ReadonlyMap<Payment, KnownLine> {
  const refunds = new Map<Payment, KnownLine>();
  if (payments.length === 0) return refunds;
  const paidTo = new Map<string, Payment[]>();
  for (const payment of payments) {
    const who = whoOf(payment.label);
    const others = paidTo.get(who);
    if (others !== undefined) others.push(payment);
    else if (who !== "") paidTo.set(who, [payment]);
  }
  for (const income of incomes) {
    const could = (paidTo.get(whoOf(income.label)) ?? []).filter(
      (payment) =>
        !refunds.has(payment) && payment.amountCents >= income.amountCents && isSoonAfter(income.date, payment.date),
    );
    const last = could.toSorted((a, b) => rank(b, income) - rank(a, income) || b.date.localeCompare(a.date))[0];
    if (last !== undefined) refunds.set(last, income);
  }
  return refunds;
}

function rank({ amountCents }: KnownLine, income: KnownLine): number {
  return amountCents === income.amountCents ? 1 : 0;
}

function isSoonAfter(date: Day, paid: Day): boolean {
  return date >= paid && date <= addDays(paid, LATEST_DAYS);
}
