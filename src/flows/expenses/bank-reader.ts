import { createHash } from "node:crypto";
import { type AsideReason, type BankEntry, type BankReaders, readEntry } from "../../domain/bank-entry.ts";
import { AlikePayments, type LineBefore, paidWords } from "../../domain/bank-identity.ts";
import type { KnownLine } from "../../domain/bank-refunds.ts";
import type { BankPlaces } from "../../domain/bank-titles.ts";

/** One payment of a bank's file: money that left. */
export interface BankLine extends KnownLine {
  /** How the column of debits writes it; null for a column of amounts. */
  readonly debitSign: -1 | 1 | null;
  /** Made from its day, its amount and its words, with its place among those that are alike: the same in every export. */
  source(): string;
  /** How an earlier porte knew it. */
  before(): LineBefore;
}

/** A line that is no payment to take, by name. */
export interface BankAside {
  readonly line: number;
  readonly reason: AsideReason;
  readonly text: string;
}

/** What is kept of lines that are not taken: a file may have as many as it likes. */
const MAX_KEPT = 10_000;
const MAX_NOTE = 200;

type Payment = Extract<BankEntry, { kind: "payment" }>;

/** Reads the rows of one bank's file, one after the other, and knows which of them are alike. */
export class BankReader {
  /** Those that are named, the first of them; `asideCount` counts all. */
  readonly asides: BankAside[] = [];
  readonly incomes: KnownLine[] = [];
  asideCount = 0;
  private readonly alike = new AlikePayments();
  private readonly alikeOtherwise = new AlikePayments();
  private readonly debits = { above: 0, below: 0 };
  private readonly places: BankPlaces;
  private readonly readers: BankReaders;

  constructor(places: BankPlaces, readers: BankReaders) {
    this.places = places;
    this.readers = readers;
  }

  /** The header stands there again: another export begins. */
  nextPart(): void {
    this.alike.nextPart();
    this.alikeOtherwise.nextPart();
  }

  /** Gives the payment of a row; null where it is none, or was read already. */
  read(cells: readonly string[], line: number): BankLine | null {
    const entry = readEntry(cells, this.places, this.readers);
    if (entry?.kind === "payment") return this.payment(entry, cells, line);
    if (entry?.kind === "income") this.keepIncome({ ...entry, line });
    if (entry?.kind === "aside") this.setAside({ line, reason: entry.reason, text: entry.text });
    return null;
  }

  /** The sign of the debits that are rather money that came back: the one that fewer of them have. Null where all are alike. */
  reversedSign(): -1 | 1 | null {
    const { above, below } = this.debits;
    if (above === 0 || below === 0) return null;
    return above >= below ? -1 : 1;
  }

  private keepIncome({ line, date, label, amountCents }: KnownLine): void {
    if (this.incomes.length < MAX_KEPT) this.incomes.push({ line, date, label, amountCents });
  }

  private setAside(aside: BankAside): void {
    this.asideCount += 1;
    if (this.asides.length < MAX_KEPT) this.asides.push(aside);
  }

  private payment(entry: Payment, cells: readonly string[], line: number): BankLine | null {
    const { date, label, otherLabel, amountCents, feeCents, debitSign } = entry;
    if (debitSign === 1) this.debits.above += 1;
    if (debitSign === -1) this.debits.below += 1;
    const id = cells[this.places.at.id ?? -1]?.trim() ?? "";
    const words = paidWords({ date, label, amountCents });
    const place = this.alike.placeOf(words, id);
    const otherWords = otherLabel === "" ? "" : paidWords({ date, label: otherLabel, amountCents });
    const otherPlace = otherWords === "" ? null : this.alikeOtherwise.placeOf(otherWords, id);
    if (place === null) return null;
    const paid = { date, label: label.slice(0, MAX_NOTE), amountCents: amountCents - feeCents };
    return {
      line,
      date,
      label,
      amountCents,
      debitSign,
      source: () => sourceOf(place, words),
      before: () => ({
        sources: [earlierSource(place, cells), ...(otherPlace === null ? [] : [sourceOf(otherPlace, otherWords)])],
        paid,
        place,
      }),
    };
  }
}

function sourceOf(place: number, words: string): string {
  return `bank ${hashed(`${place} ${words}`)}`;
}

/** How an earlier porte named a line: by all of its cells. */
function earlierSource(place: number, cells: readonly string[]): string {
  return hashed(`bank ${place} ${cells.join("\u001f")}`);
}

function hashed(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
