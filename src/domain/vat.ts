import { PorteError } from "../errors.ts";
import type { Day } from "./calendar.ts";
import { type Dated, type LegalText, stepIfAny } from "./dated.ts";
import { CHECKED_UNTIL, VAT_LAW_1982, VAT_LAW_1985, VAT_LAW_2012, VAT_OVERSEAS } from "./law-texts.ts";
import { type Cents, type Ppm, parseEuros, plainEuros, sum } from "./money.ts";

/** The value added tax of one rate on a receipt; a null rate where nobody said how the tax is split. */
export interface VatLine {
  readonly ratePpm: Ppm | null;
  /** Above zero. */
  readonly vatCents: Cents;
}

const rate = (name: string, value: Ppm, text: LegalText): Dated<Ppm> => ({
  name,
  unit: "ppm",
  checkedUntil: CHECKED_UNTIL,
  steps: [{ from: "2014-01-01", value, text }],
});

/** The rates that a French receipt may show, each from the first day that this table speaks of. */
export const VAT_RATES: readonly Dated<Ppm>[] = [
  rate("vatNormal", 200_000, VAT_LAW_2012("art. 278")),
  rate("vatIntermediate", 100_000, VAT_LAW_2012("art. 278 bis et 279")),
  rate("vatOverseas", 85_000, VAT_OVERSEAS),
  rate("vatReduced", 55_000, VAT_LAW_1982),
  rate("vatSpecial", 21_000, VAT_LAW_1985),
];

/** The tables that say which rates of tax there are. */
export interface VatLaw {
  readonly vatRates: readonly Dated<Ppm>[];
}

/** Every rate that was ever in use, highest first. */
export function vatPpms({ vatRates }: VatLaw): readonly Ppm[] {
  return [...new Set(vatRates.flatMap(({ steps }) => steps.map(({ value }) => value)))].sort((a, b) => b - a);
}

function ratesOn(day: Day, { vatRates }: VatLaw): Ppm[] {
  return vatRates.flatMap((one) => stepIfAny(one, day)?.value ?? []);
}

/** Adds up the tax of all rates. */
export function vatCentsOf(vat: readonly VatLine[]): Cents {
  return sum(vat.map(({ vatCents }) => vatCents));
}

/** A tax whose split is not known; none for zero. */
export function unsplitVat(vatCents: Cents): VatLine[] {
  return vatCents === 0 ? [] : [{ ratePpm: null, vatCents }];
}

/** Till receipts round each article: what a rate's tax may be off by. */
const MAX_OFF_CENTS = 2;

/**
 * Checks the tax of an expense against the amount that it is in.
 * @throws {PorteError} `expense.vat_rate` for a rate that is not in use on its day or comes twice, `expense.vat` for a tax that is not above
 * zero, passes what the highest rate is of the amount (a sixth for 20 %), or stands for more than the amount at the rates that it says.
 */
export function assertVat(vat: readonly VatLine[], amountCents: Cents, date: Day, law: VatLaw): void {
  const inUse = ratesOn(date, law);
  const seen = new Set<Ppm | null>();
  for (const { ratePpm } of vat) {
    const isKnown = ratePpm === null ? vat.length === 1 : inUse.includes(ratePpm) && !seen.has(ratePpm);
    if (!isKnown) throw new PorteError("expense.vat_rate", { rate: rateText(ratePpm), rates: inUse.map(rateText) });
    seen.add(ratePpm);
  }
  const total = vatCentsOf(vat);
  const isPositive = vat.every(({ vatCents }) => vatCents > 0);
  if (
    !isPositive ||
    total > maxVat(amountCents, inUse.length === 0 ? vatPpms(law) : inUse) ||
    minAmount(vat) > amountCents
  )
    throw new PorteError("expense.vat", { vat: plainEuros(total), amount: plainEuros(amountCents) });
}

/** The tax of the highest rate in an amount. */
function maxVat(amountCents: Cents, ratesPpm: readonly Ppm[]): Cents {
  const highest = Math.max(0, ...ratesPpm);
  return Math.ceil((amountCents * highest) / (1_000_000 + highest));
}

/** The least amount that can hold a tax: of each rate, its base and itself. */
function minAmount(vat: readonly VatLine[]): Cents {
  const parts = vat.map(({ ratePpm, vatCents }) =>
    ratePpm === null ? 0 : (Math.max(0, vatCents - MAX_OFF_CENTS) * (1_000_000 + ratePpm)) / ratePpm,
  );
  return Math.floor(sum(parts));
}

function rateText(ratePpm: Ppm | null): string {
  return ratePpm === null ? "?" : String(ratePpm / 10_000);
}

/**
 * Reads a tax as it is typed: `3,64`, or by rate `10=3,64 20=1,20`. Zero is none.
 * @throws {PorteError} `expense.vat_rate` for what is no rate in use, and what `parseEuros` throws.
 */
export function parseVat(text: string, law: VatLaw): VatLine[] {
  if (!text.includes("=")) return unsplitVat(text.trim() === "" ? 0 : parseEuros(text));
  return partsOf(text)
    .map((part) => {
      const [rate = "", amount = ""] = part.split("=");
      return { ratePpm: parseVatRate(rate, vatPpms(law)), vatCents: parseEuros(amount.replace(/;$/, "")) };
    })
    .filter(({ vatCents }) => vatCents > 0);
}

/** Parts a text before each rate: what stands between two belongs to the first. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const word of text.split(/[\s;]/).filter((one) => one !== "")) {
    if (parts.length === 0 || word.indexOf("=") > 0) parts.push(word);
    else parts.push(`${parts.pop()} ${word}`);
  }
  return parts;
}

/** Reads a rate in percent (`5,5`, `20 %`). @throws {PorteError} `expense.vat_rate` for what is no rate in use. */
function parseVatRate(text: string, ratesPpm: readonly Ppm[]): Ppm {
  const percent = Number(text.replace("%", "").trim().replace(",", "."));
  const known = ratesPpm.find((ratePpm) => ratePpm === Math.round(percent * 10_000));
  if (known !== undefined) return known;
  throw new PorteError("expense.vat_rate", {
    rate: text.trim(),
    rates: ratesPpm.map(rateText),
  });
}

/** Writes a tax as `parseVat` reads it. */
export function typedVat(vat: readonly VatLine[]): string {
  return vat
    .map(({ ratePpm, vatCents }) =>
      ratePpm === null ? plainEuros(vatCents) : `${rateText(ratePpm)}=${plainEuros(vatCents)}`,
    )
    .join(" ");
}
