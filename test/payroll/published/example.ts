import { type BoundLaw, bindLaw } from "../../../src/payroll/law.ts";
import type { Legislation } from "../../../src/payroll/legislation.ts";
import { type Payslip, type PayslipLine, payslip } from "../../../src/payroll/payslip.ts";
import { defaultSituation, type Situation } from "../../../src/payroll/situation.ts";
import type { TaxRate } from "../../../src/payroll/withholding.ts";
import { NEW_YEAR, type YearToDate } from "../../../src/payroll/year.ts";

/** Figures by name: cents, but where the name says another unit. */
export type Figures = Readonly<Record<string, number>>;

/** A worked example that somebody published, and how `porte` computes it. */
export interface Example {
  readonly publisher: string;
  /** What it is an example of, with its inputs in words. */
  readonly title: string;
  /** Where it can be read: an address, or a public repository and a path in it. */
  readonly where: string;
  readonly day: string | null;
  /** The publisher's own words, cut short. */
  readonly quote: string;
  readonly expected: Figures;
  /** Where the publisher errs: why, and the figures that the text gives instead. */
  readonly errs: { readonly why: string; readonly ours: Figures } | null;
  /** How far from the cent the publisher's own roundings leave it, and why. */
  readonly within?: { readonly cents: number; readonly why: string };
  /** Whether both totals are in it: then no line can be missing or too many. */
  readonly isWhole?: boolean;
  readonly ours: (law: Legislation) => Figures;
}

/** Says which figures of an example are not what is computed; a named divergence must be met exactly. */
export function unmet({ expected, errs, within, ours }: Example, law: Legislation): string[] {
  const found = ours(law);
  const wanted = { ...expected, ...errs?.ours };
  const most = within?.cents ?? 0;
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].flatMap((name) => {
    const apart = Math.abs((found[name] ?? Number.NaN) - (wanted[name] ?? Number.NaN));
    return apart <= most ? [] : [`${name}: ${found[name]} for ${wanted[name]}`];
  });
}

/** A situation without a branch, a health plan or a cover, but for what an example says. */
function situationOf(month: string, change: Partial<Situation>): Situation {
  const base = defaultSituation(month, change.category ?? "non-cadre");
  return { ...base, branch: "none", healthPlanCents: 0, providentPpm: 0, ...change };
}

/** The law of an example's month. */
export function boundOf(
  law: Legislation,
  month: string,
  change: Partial<Situation> = {},
  yearToDate: YearToDate = NEW_YEAR,
): BoundLaw {
  return bindLaw(month, situationOf(month, change), yearToDate, { law });
}

/** One month of an example, taken alone. */
export function slipOf(
  law: Legislation,
  month: string,
  grossCents: number,
  change: Partial<Situation> = {},
  taxRate: TaxRate = "neutral",
): Payslip {
  return payslip(boundOf(law, month, change), grossCents, taxRate);
}

/** What an employer, or an employee, pays under some codes. */
export function paid(
  { lines }: Payslip,
  payer: "employer" | "employee",
  ...codes: readonly PayslipLine["code"][]
): number {
  return lines
    .filter(({ code }) => codes.includes(code))
    .reduce((total, line) => total + (payer === "employer" ? line.employerCents : line.employeeCents), 0);
}
