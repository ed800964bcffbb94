import { type KnownLine, refundsOf } from "../../domain/bank-refunds.ts";
import { BANK_TITLES, type BankColumn, type BankPlaces, bankPlaces } from "../../domain/bank-titles.ts";
import type { Day } from "../../domain/calendar.ts";
import { amountFrom } from "../../domain/written-amount.ts";
import { type DayOrder, dayFrom } from "../../domain/written-day.ts";
import type { TableKind } from "../../files/tables/kind.ts";
import type { Table, TableLayout } from "../../files/tables/table.ts";
import { bankByContent } from "./bank-content.ts";
import { type BankAside, type BankLine, BankReader } from "./bank-reader.ts";

/** What was found in a bank's file beside the payments that were taken. */
export interface BankRead {
  /** Those that were taken and did leave the account. */
  readonly payments: readonly BankLine[];
  /** How many more there are than were kept. */
  readonly others: number;
  /** Lines that are no payment to take, the first of them. */
  readonly asides: readonly BankAside[];
  readonly asideCount: number;
  /** Money that came back of a payment that was taken. */
  readonly refunds: ReadonlyMap<BankLine, KnownLine>;
}

/** A bank's file, as tables are read. */
export const BANK_TABLE: TableKind<BankColumn> = {
  name: "bank",
  titles: BANK_TITLES,
  needed: [["date"], ["label"], ["amount", "debit"]],
  anchor: "date",
  byContent: bankByContent,
};

/** A file has the same days again and again. */
const MAX_DAYS = 5_000;

/** Which payments of a file are taken: those that are chosen, no more than that. */
export interface Choice {
  readonly isChosen: (line: BankLine) => boolean;
  readonly most: number;
}

/**
 * Reads every payment of a bank's file, one after the other, however many there are: nothing is kept of those that are not chosen.
 * A line that cannot be read is set aside, and the others are read.
 * @throws {PorteError} what reading its table throws.
 */
export async function readBank(
  table: Table<BankColumn>,
  order: DayOrder,
  { isChosen, most }: Choice,
): Promise<BankRead> {
  const reader = new BankReader(placesOf(table.layout), readersOf(table, order));
  const found: BankLine[] = [];
  let others = 0;
  await table.read(
    ({ cells, line }) => {
      const payment = reader.read(cells, line);
      if (payment === null || !isChosen(payment)) return;
      if (found.length < most) found.push(payment);
      else others += 1;
    },
    ({ why }) => {
      if (why === "header") reader.nextPart();
    },
  );
  const reversed = reader.reversedSign();
  const isBack = ({ debitSign }: BankLine) => debitSign !== null && debitSign === reversed;
  const payments = found.filter((line) => !isBack(line));
  const refunds = refundsOf(payments, [...reader.incomes, ...found.filter(isBack)]);
  const { asides, asideCount } = reader;
  return { payments, others, asides, asideCount, refunds };
}

function placesOf({ places, columns, headerLine }: TableLayout<BankColumn>): BankPlaces {
  return bankPlaces(places, headerLine === null ? {} : columns);
}

function readersOf(table: Table<BankColumn>, order: DayOrder): ConstructorParameters<typeof BankReader>[1] {
  const mark = table.decimalMark("amount", "debit", "credit");
  const amount = (text: string) => {
    const written = amountFrom(text, mark);
    return written === "ambiguous" ? null : written;
  };
  const days = new Map<string, Day | null>();
  const day = (text: string) => {
    const known = days.get(text);
    if (known !== undefined) return known;
    const read = dayFrom(text, order);
    if (days.size < MAX_DAYS) days.set(text, read);
    return read;
  };
  return { amount, day };
}
