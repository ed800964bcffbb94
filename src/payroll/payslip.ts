import type { Month } from "../domain/calendar.ts";
import { type Cents, type Ppm, plainEuros, share } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import type { LineCode } from "./contribution.ts";
import type { BoundLaw } from "./law.ts";
import { reductionPpm } from "./reduction.ts";
import { withholdingPpm } from "./withholding.ts";

/** One line of a payslip, rounded to the cent, half away from zero. */
export interface Line {
  readonly code: LineCode;
  readonly baseCents: Cents;
  readonly employeeCents: Cents;
  readonly employerCents: Cents;
}

/** A month's payslip. Every total is the sum of the lines as printed. */
export interface Payslip {
  readonly month: Month;
  readonly grossCents: Cents;
  /** One line for each contribution of the bound law, in its order. */
  readonly lines: readonly Line[];
  readonly generalReductionCents: Cents;
  readonly employeeCents: Cents;
  /** Employer contributions, net of the general reduction. */
  readonly employerCents: Cents;
  readonly costCents: Cents;
  readonly netBeforeTaxCents: Cents;
  /** Montant net social (arrêté du 31 janvier 2023). */
  readonly netSocialCents: Cents;
  readonly netTaxableCents: Cents;
  readonly withholdingPpm: Ppm;
  readonly withholdingCents: Cents;
  readonly netPaidCents: Cents;
}

/** A personal rate in ppm, or the neutral rate of the grid. */
export type TaxRate = Ppm | "neutral";

/** One million euros a month: past it, the exact range of the kernel ends and so does sense. */
export const MOST_GROSS_CENTS: Cents = 100_000_000;

/** Bases are held in ten-thousandths of a cent, so that 98.25 % of a cent is exact. */
const FINE = 10_000;

/**
 * Computes the payslip of one month taken alone.
 * @throws {PorteError} `payroll.gross_range` unless the gross pay is whole cents from 0.01 to 1 000 000 €.
 */
export function payslip(law: BoundLaw, grossCents: Cents, taxRate: TaxRate): Payslip {
  if (!Number.isInteger(grossCents) || grossCents < 1 || grossCents > MOST_GROSS_CENTS) {
    throw new PorteError("payroll.gross_range", {
      value: plainEuros(Math.round(grossCents)),
      least: "0.01",
      most: plainEuros(MOST_GROSS_CENTS),
    });
  }
  const bases = fineBases(law, grossCents);
  const lines: Line[] = [];
  let employeeCents = 0;
  let employerGrossCents = 0;
  let csgNonDeductibleCents = 0;
  for (const { code, baseIndex, employeePpm, employerPpm } of law.contributions) {
    const base = bases[baseIndex] as number;
    const employer = fineShare(base, employerPpm);
    const employee = code === "healthPlan" ? law.situation.healthPlanCents - employer : fineShare(base, employeePpm);
    employeeCents += employee;
    employerGrossCents += employer;
    if (code === "csgCrdsNonDeductible") csgNonDeductibleCents += employee;
    lines.push({ code, baseCents: Math.round(base / FINE), employeeCents: employee, employerCents: employer });
  }
  const generalReductionCents = share(grossCents, reductionPpm(law, grossCents));
  const employerCents = employerGrossCents - generalReductionCents;
  const netBeforeTaxCents = grossCents - employeeCents;
  const netTaxableCents = netBeforeTaxCents + csgNonDeductibleCents + law.healthPlanEmployerCents;
  const rate = taxRate === "neutral" ? withholdingPpm(law, netTaxableCents) : taxRate;
  const withholdingCents = Math.max(0, share(netTaxableCents, rate));
  return {
    month: law.month,
    grossCents,
    lines,
    generalReductionCents,
    employeeCents,
    employerCents,
    costCents: grossCents + employerCents,
    netBeforeTaxCents,
    netSocialCents: netBeforeTaxCents,
    netTaxableCents,
    withholdingPpm: rate,
    withholdingCents,
    netPaidCents: netBeforeTaxCents - withholdingCents,
  };
}

/** What an employer pays for a gross pay: the payslip's own cost, without its lines. */
export function costOf(law: BoundLaw, grossCents: Cents): Cents {
  const bases = fineBases(law, grossCents);
  let cost = grossCents - share(grossCents, reductionPpm(law, grossCents));
  for (const { baseIndex, employerPpm } of law.contributions)
    cost += fineShare(bases[baseIndex] as number, employerPpm);
  return cost;
}

/** The bases of a gross pay, in the order of `BASES`. */
function fineBases({ pmssCents, situation, healthPlanEmployerCents }: BoundLaw, grossCents: Cents): number[] {
  const t1 = Math.min(grossCents, pmssCents);
  const t2 = Math.min(Math.max(grossCents - pmssCents, 0), 7 * pmssCents);
  const t4 = Math.min(grossCents, 4 * pmssCents);
  const t8AbovePmss = grossCents > pmssCents ? Math.min(grossCents, 8 * pmssCents) : 0;
  const employerCover = healthPlanEmployerCents * FINE + (t1 * situation.providentPpm) / 100;
  const csg = 9_825 * t4 + (grossCents - t4) * FINE + employerCover;
  return [
    grossCents * FINE,
    t1 * FINE,
    t2 * FINE,
    t4 * FINE,
    t8AbovePmss * FINE,
    situation.healthPlanCents * FINE,
    employerCover,
    csg,
  ];
}

const FINE_WHOLE = FINE * 1_000_000;

/** Takes a rate of a base held in ten-thousandths of a cent, rounded half up to the cent; exact for every base of a payslip. */
function fineShare(base: number, ppm: Ppm): Cents {
  if (ppm === 0) return 0;
  const product = base * ppm;
  if (product <= Number.MAX_SAFE_INTEGER - FINE_WHOLE) return Math.floor((product + FINE_WHOLE / 2) / FINE_WHOLE);
  return Number((BigInt(base) * BigInt(ppm) + BigInt(FINE_WHOLE / 2)) / BigInt(FINE_WHOLE));
}
