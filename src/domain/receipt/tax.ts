import type { Cents, Ppm } from "../money.ts";
import { type VatLine, vatCentsOf } from "../vat.ts";
import { amountsOf } from "./amounts.ts";
import type { Confidence } from "./reading.ts";
import { folded } from "./words.ts";

const RATE = /(\d{1,2}(?:[.,]\d{1,2})?)\s*%/;
const TAX = /\bt\.?v\.?a\b|\bvat\b/;
const MAX_OFF_CENTS = 2;

/** Finds the tax of a receipt by rate: it is believed where it is its rate's share of an amount beside it, or of the total. */
export function taxOf(
  lines: readonly string[],
  totalCents: Cents | null,
  ratesPpm: readonly Ppm[],
): { vat: readonly VatLine[]; confidence: Confidence } {
  const found = new Map<Ppm, Cents>();
  let isNamed = false;
  for (const line of lines) {
    const amounts = amountsOf(line);
    if (TAX.test(folded(line)) && amounts.some((one) => one > 0)) isNamed = true;
    const tax = taxIn(line, amounts, totalCents, ratesPpm);
    if (tax !== null && !found.has(tax.ratePpm)) found.set(tax.ratePpm, tax.vatCents);
  }
  const vat = [...found].map(([ratePpm, vatCents]) => ({ ratePpm, vatCents }));
  if (vat.length === 0) return { vat, confidence: isNamed ? "doubtful" : "none" };
  return { vat, confidence: totalCents === null || vatCentsOf(vat) >= totalCents ? "doubtful" : "likely" };
}

function taxIn(
  line: string,
  amounts: readonly Cents[],
  totalCents: Cents | null,
  ratesPpm: readonly Ppm[],
): { ratePpm: Ppm; vatCents: Cents } | null {
  const all = [...amounts, ...(totalCents === null ? [] : [totalCents])];
  const [, rate] = RATE.exec(line) ?? [];
  if (rate !== undefined) {
    const ratePpm = ratesPpm.find((one) => one === Math.round(Number(rate.replace(",", ".")) * 10_000));
    const vatCents = ratePpm === undefined ? undefined : amounts.find((one) => agrees(one, ratePpm, all));
    return ratePpm === undefined || vatCents === undefined ? null : { ratePpm, vatCents };
  }
  /** A tax whose rate is not written is that of the total, where one rate alone gives it. */
  if (!TAX.test(folded(line)) || totalCents === null || amounts.length !== 1) return null;
  const [vatCents = 0] = amounts;
  const rates = ratesPpm.filter((one) => agrees(vatCents, one, [totalCents]));
  return rates.length === 1 && rates[0] !== undefined ? { ratePpm: rates[0], vatCents } : null;
}

function agrees(tax: Cents, ratePpm: Ppm, others: readonly Cents[]): boolean {
  return (
    tax > 0 &&
    others.some((other) => {
      const ofNet = (other * ratePpm) / 1_000_000;
      const ofGross = (other * ratePpm) / (1_000_000 + ratePpm);
      return other !== tax && [ofNet, ofGross].some((share) => Math.abs(share - tax) <= MAX_OFF_CENTS);
    })
  );
}
