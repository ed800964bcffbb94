import type { Day } from "../calendar.ts";
import type { Cents, Ppm } from "../money.ts";
import { allAt, textAt, type XmlElement } from "./element.ts";
import { exactCents, exactDay, exactPpm } from "./exact.ts";
import type { InvoiceTax } from "./invoice.ts";

/** The types of document that give money back (UNTDID 1001, as EN 16931 lists them). */
export const CREDIT_TYPES: ReadonlySet<string> = new Set([
  "81",
  "83",
  "261",
  "262",
  "296",
  "308",
  "381",
  "396",
  "420",
  "458",
  "532",
]);

/** The country of a seller's tax: that of its number of VAT, which begins with it, else of its address. */
export function countryOf(numbers: readonly XmlElement[], address: string | null): string | null {
  const country = /^[A-Z]{2}/i.exec(numbers[0]?.text ?? "")?.[0] ?? address;
  return country === null ? null : country.toUpperCase();
}

/** Where the parts of a tax stand in its element. */
interface TaxPaths {
  readonly rate: string;
  readonly base: string;
  readonly vat: string;
}

/** Reads the amounts of one invoice, and notes which of them are written and say nothing. */
export class Amounts {
  readonly unread: string[] = [];
  isSeveral = false;
  private readonly currency: string | null;

  constructor(currency: string | null) {
    this.currency = currency;
  }

  /** The one amount at a path in the invoice's currency: a tax may be said in that of the seller's books too. */
  centsAt(from: readonly XmlElement[], path: string): Cents | null {
    const texts = new Set(
      allAt(from, path)
        .filter((one) => this.isOwn(one))
        .map(({ text }) => text),
    );
    if (texts.size > 1) this.isSeveral = true;
    const [text] = texts;
    return this.kept(path, text, exactCents);
  }

  dayAt(from: readonly XmlElement[], path: string): Day | null {
    return this.kept(path, textAt(from, path) ?? undefined, exactDay);
  }

  /** The taxes by rate, in the invoice's currency; one that is no VAT is left out. */
  taxes(from: readonly XmlElement[], paths: TaxPaths): InvoiceTax[] {
    const found = from
      .filter((one) => isVat(one) && allAt([one], paths.vat).every((amount) => this.isOwn(amount)))
      .map((one) => ({
        ratePpm: this.kept(paths.rate, textAt([one], paths.rate) ?? undefined, exactPpm),
        baseCents: this.kept(paths.base, textAt([one], paths.base) ?? undefined, exactCents),
        vatCents: this.kept(paths.vat, textAt([one], paths.vat) ?? undefined, exactCents),
      }));
    return [...new Set(found.map(({ ratePpm }) => ratePpm))].map((ratePpm) => merged(ratePpm, found));
  }

  private isOwn({ attributes: { currencyID } }: XmlElement): boolean {
    return currencyID === undefined || this.currency === null || currencyID === this.currency;
  }

  private kept<Value>(path: string, text: string | undefined, read: (text: string) => Value | null): Value | null {
    if (text === undefined || text === "") return null;
    const value = read(text);
    if (value === null) this.unread.push(`${path.split("/").at(-1)?.split("|")[0]} ${text.slice(0, 40)}`);
    return value;
  }
}

/** One rate may stand in several lines, by reason. */
function merged(ratePpm: Ppm | null, taxes: readonly InvoiceTax[]): InvoiceTax {
  const own = taxes.filter((one) => one.ratePpm === ratePpm);
  const sumOf = (amounts: readonly (Cents | null)[]) =>
    amounts.reduce((total, one) => (one === null || total === null ? null : total + one), 0);
  return {
    ratePpm,
    baseCents: sumOf(own.map(({ baseCents }) => baseCents)),
    vatCents: sumOf(own.map(({ vatCents }) => vatCents)),
  };
}

function isVat(tax: XmlElement): boolean {
  const type = textAt([tax], "TypeCode") ?? textAt([tax], "TaxCategory/TaxScheme/ID");
  return type === null || type === "VAT";
}
