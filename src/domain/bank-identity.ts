import { plainWord } from "./columns.ts";
import type { Cents } from "./money.ts";
import { NumberCounts } from "./number-counts.ts";

/** A payment, by what its bank never changes from one export to the next: no balance, no category, no comment. */
interface Paid {
  readonly date: string;
  readonly label: string;
  readonly amountCents: Cents;
}

/** Writes what makes a payment itself: its day, its amount, and the letters and digits of what the bank calls it. */
export function paidWords({ date, label, amountCents }: Paid): string {
  return `${date} ${amountCents} ${plainWord(label)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()}`;
}

/**
 * Counts the payments of one file that are alike, so that two coffees of one day are two, in whatever order they stand. A file that
 * holds several exports, each under its header, has each payment as often as the one of them that has it most. What is counted is kept
 * as a number, because a file may have a million payments.
 */
export class AlikePayments {
  private here = new NumberCounts();
  private readonly before = new NumberCounts();
  private readonly ids = new Set<number>();

  /** Another header: what follows may have been read above it. */
  nextPart(): void {
    for (const [key, count] of this.here) this.before.set(key, Math.max(count, this.before.get(key)));
    this.here = new NumberCounts();
  }

  /**
   * Gives a payment's place among those that are alike, from 1; null for one that was read already.
   * @param id the bank's own number of it, which tells it from others that are alike; empty where there is none.
   */
  placeOf(words: string, id: string): number | null {
    const key = numberOf(words);
    if (id !== "") return this.placeOfNumbered(key, numberOf(`${id} ${words}`));
    const place = this.here.get(key) + 1;
    this.here.set(key, place);
    return place > this.before.get(key) ? place : null;
  }

  private placeOfNumbered(key: number, id: number): number | null {
    if (this.ids.has(id)) return null;
    this.ids.add(id);
    const place = Math.max(this.here.get(key), this.before.get(key)) + 1;
    this.here.set(key, place);
    return place;
  }
}

/** Two texts of a million share one of its 2^53 numbers once in ten thousand files (two FNV-1a hashes side by side). */
function numberOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x050c5d1f];
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charCodeAt(place);
    low = Math.imul(low ^ sign, 0x01000193);
    high = Math.imul(high ^ sign, 0x85ebca6b);
  }
  high = Math.imul(high ^ (high >>> 15), 0xc2b2ae35);
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** How else a line of a file may have been known. */
export interface LineBefore {
  /**
   * To an earlier porte, by the hash of the whole line, its balance and its category with it; in an export that had fewer columns, by
   * what another column says.
   */
  readonly sources: readonly string[];
  /** What an earlier porte kept of a payment: its amount had no fee; null for what is known by its names only. */
  readonly paid: Paid | null;
  /** Its place among the payments of its file that are alike, from 1. */
  readonly place: number;
}

/** An expense that was kept from a line. */
interface Taken {
  readonly source: string | null;
  readonly date: string;
  readonly amountCents: Cents;
  readonly note: string | null;
  readonly trip: object | null;
}

/** A hash alone is how an earlier porte named a line: it changed with the balance, so what was kept of the line is looked at too. */
const EARLIER = /^[0-9a-f]{64}$/;

/** Finds the expense that was kept from a line, by this porte or an earlier one. */
export function lineAmong<One extends Taken>(
  known: readonly One[],
  source: string,
  before?: LineBefore,
): One | undefined {
  const names: readonly (string | null)[] = [source, ...(before?.sources ?? [])];
  const named = known.find((one) => one.source === source) ?? known.find((one) => names.includes(one.source));
  if (named !== undefined || before === undefined || before.paid === null) return named;
  const words = paidWords(before.paid);
  const alike = known.filter(
    ({ source: earlier, date, amountCents, note, trip }) =>
      trip === null && EARLIER.test(earlier ?? "") && paidWords({ date, amountCents, label: note ?? "" }) === words,
  );
  return alike[before.place - 1];
}
