import type { BankColumn } from "../../domain/bank-titles.ts";
import { amountFrom } from "../../domain/written-amount.ts";
import type { ColumnContent } from "../../files/tables/contents.ts";

type Found = Readonly<Partial<Record<BankColumn, number>>>;

/**
 * Finds the columns of a bank's file without a header by what they hold: the first that is days, the longest that is words, and the
 * amounts. Null where the file does not show which amounts left the account.
 */
export function bankByContent(columns: readonly ColumnContent[]): Found | null {
  const date = columns.find(({ isDays, filled, rows }) => isDays && filled * 2 > rows);
  const words = columns.filter(
    ({ isDays, isAmounts, isTimes, filled }) => !isDays && !isAmounts && !isTimes && filled > 0,
  );
  const label = words.toSorted((a, b) => b.letters - a.letters)[0];
  const money = columns
    .filter(({ isAmounts, isDays, cells }) => isAmounts && !isDays && cells.some(isMoney))
    .map(numbers);
  if (date === undefined || label === undefined) return null;
  const amounts = amountsOf(money);
  return amounts === null ? null : { date: date.place, label: label.place, ...amounts };
}

/** Cents, and not a number of something else: decimals or a sign. */
function isMoney(cell: string): boolean {
  return /[.,]\d{1,2}\D*$|^\s*-/.test(cell);
}

interface Numbers {
  readonly place: number;
  readonly cents: readonly number[];
}

function numbers({ place, cells }: ColumnContent): Numbers {
  return {
    place,
    cents: cells.map((cell) => {
      const written = amountFrom(cell);
      return written === null || written === "ambiguous" ? 0 : written.cents;
    }),
  };
}

function amountsOf(money: readonly Numbers[]): Found | null {
  const pairs = money.flatMap((one, index) => money.slice(index + 1).map((other) => [one, other] as const));
  const sides = pairs.find(([one, other]) => areSides(one, other));
  if (sides !== undefined) {
    const [one, other] = sides;
    const isTurned = other.cents.some((cents) => cents < 0);
    return isTurned ? { debit: other.place, credit: one.place } : { debit: one.place, credit: other.place };
  }
  const [only] = money;
  if (only !== undefined && money.length === 1)
    return only.cents.some((cents) => cents < 0) ? { amount: only.place } : null;
  const followed = pairs
    .flatMap(([one, other]) => [
      { amount: one, balance: other },
      { amount: other, balance: one },
    ])
    .find(({ amount, balance }) => isBalance(amount, balance));
  if (followed !== undefined) return { amount: followed.amount.place };
  const signed = money.filter(({ cents }) => cents.some((one) => one < 0));
  const [first] = signed;
  return first !== undefined && signed.length === 1 ? { amount: first.place } : null;
}

/** Two columns of which each row uses one, and that are both used. */
function areSides(one: Numbers, other: Numbers): boolean {
  const isUsed = ({ cents }: Numbers) => cents.some((amount) => amount !== 0);
  return isUsed(one) && isUsed(other) && one.cents.every((cents, row) => (cents === 0) !== (other.cents[row] === 0));
}

/** Whether a column is what remains after each row of another, from the top down or from the bottom up. */
function isBalance(amount: Numbers, balance: Numbers): boolean {
  const steps = balance.cents.slice(1).map((cents, row) => cents - (balance.cents[row] ?? 0));
  if (steps.length === 0) return false;
  const isDown = steps.every((step, row) => step === amount.cents[row + 1]);
  return isDown || steps.every((step, row) => -step === amount.cents[row]);
}
