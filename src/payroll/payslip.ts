import type { Month } from "../domain/calendar.ts";
import type { CompanyLineCode, LineCode } from "../domain/line-code.ts";
import { type Cents, type Ppm, plainEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { BASES, FINE, fineBases } from "./bases.ts";
import type { BoundLaw, BoundLine, Compiled } from "./law.ts";
import { generalReduction } from "./reduction.ts";
import { type TaxRate, withholding } from "./withholding.ts";

/** One line of a payslip, rounded to the cent, half away from zero. */
export interface PayslipLine {
  readonly code: LineCode | CompanyLineCode;
  readonly baseCents: Cents;
  readonly employeeCents: Cents;
  readonly employerCents: Cents;
}

/** A month's payslip. Every total is the sum of the lines as printed. */
export interface Payslip {
  readonly month: Month;
  readonly grossCents: Cents;
  /** One line for each contribution of the bound law, in its order. */
  readonly lines: readonly PayslipLine[];
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

const CENT_INDEX = BASES.indexOf("cent");

/** One million euros a month: past it, the exact range of the kernel ends and so does sense. */
export const MAX_GROSS_CENTS: Cents = 100_000_000;

/**
 * Computes the payslip of a month: alone, or after the year to date that the law was bound with.
 * @throws {PorteError} `payroll.gross_range` unless the gross pay is whole cents from 0.01 to 1 000 000 €.
 */
export function payslip(law: BoundLaw, grossCents: Cents, taxRate: TaxRate): Payslip {
  if (!Number.isInteger(grossCents) || grossCents < 1 || grossCents > MAX_GROSS_CENTS) {
    throw new PorteError("payroll.gross_range", {
      value: plainEuros(Math.round(grossCents)),
      least: "0.01",
      most: plainEuros(MAX_GROSS_CENTS),
    });
  }
  const bases = fineBases(law, grossCents);
  const { contributions, compiled, healthPlanIndex } = law;
  const lines = new Array<PayslipLine>(contributions.length);
  let employeeCents = 0;
  let employerGrossCents = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const { code } = contributions[index] as BoundLine;
    const base = bases[compiled.bases[index] as number] as number;
    const employer = employerShare(compiled, bases, index);
    const employee =
      index === healthPlanIndex
        ? law.healthPlanCents - employer
        : toCents(base, compiled.employeePpms[index] as number, 0, 0);
    employeeCents += employee;
    employerGrossCents += employer;
    /** A fixed amount has no base. */
    const baseCents = compiled.bases[index] === CENT_INDEX ? 0 : Math.round(base / FINE);
    lines[index] = { code, baseCents, employeeCents: employee, employerCents: employer };
  }
  const csgNonDeductibleCents = lines[law.csgNonDeductibleIndex]?.employeeCents ?? 0;
  const generalReductionCents = generalReduction(law.reduction, grossCents);
  const employerCents = employerGrossCents - generalReductionCents;
  const netBeforeTaxCents = grossCents - employeeCents;
  const netTaxableCents = netBeforeTaxCents + csgNonDeductibleCents + law.healthPlanEmployerCents;
  const tax = withholding(law.tax, netTaxableCents, taxRate);
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
    withholdingPpm: tax.ppm,
    withholdingCents: tax.cents,
    netPaidCents: netBeforeTaxCents - tax.cents,
  };
}

/** What an employer pays for a gross pay: the payslip's own cost, without its lines. */
export function costOf(law: BoundLaw, grossCents: Cents): Cents {
  const bases = fineBases(law, grossCents);
  const { compiled } = law;
  const count = compiled.bases.length;
  let cost = grossCents - generalReduction(law.reduction, grossCents);
  for (let index = 0; index < count; index += 1) cost += employerShare(compiled, bases, index);
  return cost;
}

/** What the employer pays of one contribution. */
function employerShare(compiled: Compiled, bases: readonly number[], index: number): Cents {
  return toCents(
    bases[compiled.bases[index] as number] as number,
    compiled.employerPpms[index] as number,
    bases[compiled.complementBases[index] as number] as number,
    compiled.complementPpms[index] as number,
  );
}

const MILLION = 1_000_000;
const WHOLE = FINE * MILLION;
const HALF = WHOLE / 2;
const MAX_EXACT = Number.MAX_SAFE_INTEGER - WHOLE;

/** Takes two rates of two bases held in ten-thousandths of a cent, rounded once to the cent, half away from zero; exact for every base. */
function toCents(base: number, ppm: Ppm, second: number, secondPpm: Ppm): Cents {
  const product = base * ppm + second * secondPpm;
  if (product < 0) return -toCents(-base, ppm, -second, secondPpm);
  return product <= MAX_EXACT ? Math.floor((product + HALF) / WHOLE) : largeToCents(base, ppm, second, secondPpm);
}

/** The same past the whole numbers that a double holds: each base is cut in millions and a rest, whose products are exact. */
function largeToCents(base: number, ppm: Ppm, second: number, secondPpm: Ppm): Cents {
  const millions = Math.floor(base / MILLION);
  const secondMillions = Math.floor(second / MILLION);
  const high = millions * ppm + secondMillions * secondPpm;
  const rest = (base - millions * MILLION) * ppm + (second - secondMillions * MILLION) * secondPpm;
  const highCents = Math.floor(high / FINE);
  return highCents + Math.floor(((high - highCents * FINE) * MILLION + rest + HALF) / WHOLE);
}
