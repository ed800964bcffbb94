import fc from "fast-check";
import type { components } from "../../src/contract/types.ts";
import { addMonths, lastDay } from "../../src/domain/calendar.ts";
import { opposite, type Posting, paymentPostings, payrollPostings } from "../../src/portage/account.ts";

type Entry = components["schemas"]["AccountEntry"];
type Cause = components["schemas"]["EntryCause"];

const cents = (max: number) => fc.integer({ min: 0, max });
const label = fc.constantFrom("Acme Conseil", 'Café "du Port"; & fils', "Nord\\Sud | été", "bulletin");

const payment = fc.record({ paidCents: cents(2_000_000), feeCents: cents(100_000), late: cents(40), label });
const pay = fc.record({
  employerCents: cents(300_000),
  employeeCents: cents(200_000),
  withholdingCents: cents(100_000),
  netPaidCents: cents(500_000),
  reserveCents: fc.integer({ min: -50_000, max: 50_000 }),
  expensesCents: cents(80_000),
  chargeCents: cents(5_000),
  leaveCents: fc.integer({ min: -40_000, max: 40_000 }),
  isReversed: fc.boolean(),
});
const month = fc.record({ payments: fc.array(payment, { maxLength: 3 }), pays: fc.array(pay, { maxLength: 2 }) });

/** Two years of an account, as a company books them: payments that come late, payslips that are reversed and paid again, months with nothing. */
export const histories: fc.Arbitrary<Entry[]> = fc
  .array(month, { minLength: 24, maxLength: 24 })
  .map((months) => booked(months));

function booked(months: readonly { payments: PaymentDraw[]; pays: PayDraw[] }[]): Entry[] {
  let count = 0;
  const id = (kind: string) => {
    count += 1;
    return `${kind}-${String(count).padStart(5, "0")}`;
  };
  const entries: Entry[] = [];
  const book = (
    day: string,
    of: string,
    cause: Cause,
    name: string,
    postings: readonly Posting[],
    reverses?: string,
  ) => {
    for (const { kind, fund, amountCents, label: own } of postings)
      entries.push({
        ...{ id: id("entry"), day, month: of, kind, fund, amountCents, label: own ?? name, cause },
        ...(reverses === undefined ? {} : { reverses }),
        ...{ recordedAt: `${day}T10:00:00.000Z`, recordedBy: "Alice" },
      });
  };
  months.forEach(({ payments, pays }, index) => {
    const of = addMonths("2025-01", index);
    for (const one of payments) {
      const cause: Cause = { kind: "payment", id: id("payment"), reference: "ACME" };
      book(dayAfter(of, one.late), of, cause, one.label, paymentPostings(one.paidCents, one.feeCents));
    }
    for (const { chargeCents, leaveCents, isReversed, ...one } of pays) {
      const cause: Cause = { kind: "payslip", id: id("payslip"), reference: of };
      const kept = { leaveCents: Math.max(0, leaveCents), endOfContractCents: 0 };
      const released = { leaveCents: Math.max(0, -leaveCents), endOfContractCents: 0 };
      const postings = payrollPostings(one, {
        ...one,
        charges: [{ name: "médecine du travail", cents: chargeCents }],
        kept,
        released,
      });
      book(lastDay(of), of, cause, `Bulletin ${of}`, postings);
      if (isReversed) book(lastDay(addMonths(of, 1)), of, cause, `Bulletin ${of} annulé`, opposite(postings), cause.id);
    }
  });
  /** As the company lists them: the newest first. */
  return entries.toReversed();
}

type PaymentDraw = {
  readonly paidCents: number;
  readonly feeCents: number;
  readonly late: number;
  readonly label: string;
};
type PayDraw = {
  readonly [Name in
    | "employerCents"
    | "employeeCents"
    | "withholdingCents"
    | "netPaidCents"
    | "reserveCents"
    | "expensesCents"
    | "chargeCents"
    | "leaveCents"]: number;
} & { readonly isReversed: boolean };

/** A day so many days after the middle of a month. */
function dayAfter(of: string, days: number): string {
  return new Date(Date.parse(`${of}-15T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
