import type { Payslip } from "../../src/payroll/payslip.ts";
import type { Situation } from "../../src/payroll/situation.ts";
import { type LinesByHand, linesByHand, reductionByHand, totalsByHand } from "./by-hand.ts";

/** A payslip worked out apart: its lines, its reduction and its totals. */
export interface ByHand {
  readonly lines: LinesByHand;
  readonly codes: readonly string[];
  readonly generalReductionCents: number;
  readonly totals: ReturnType<typeof totalsByHand>;
}

/** Works out a month taken alone. */
export function workedOut(month: string, gross: number, situation: Situation): ByHand {
  const lines = linesByHand(month, gross, situation);
  const generalReductionCents = reductionByHand(month, gross, situation);
  return {
    lines,
    codes: Object.keys(lines),
    generalReductionCents,
    totals: totalsByHand(gross, lines, generalReductionCents),
  };
}

/** What is wrong between two figures; nothing where they are equal. */
function unequal(name: string, ours: number, theirs: number): string[] {
  return ours === theirs ? [] : [`${name}: ${ours} for ${theirs}`];
}

function sameTotals(slip: Payslip, { totals }: ByHand): boolean {
  return (
    slip.employeeCents === totals.employeeCents &&
    slip.employerCents === totals.employerCents &&
    slip.costCents === totals.costCents &&
    slip.netBeforeTaxCents === totals.netBeforeTaxCents &&
    slip.netSocialCents === totals.netSocialCents &&
    slip.netTaxableCents === totals.netTaxableCents
  );
}

function isSame(slip: Payslip, byHand: ByHand): boolean {
  const { lines, codes, generalReductionCents } = byHand;
  if (slip.lines.length !== codes.length || slip.generalReductionCents !== generalReductionCents) return false;
  for (const { code, employeeCents, employerCents } of slip.lines) {
    const pair = lines[code];
    if (pair === undefined || pair[0] !== employeeCents || pair[1] !== employerCents) return false;
  }
  return new Set(slip.lines.map(({ code }) => code)).size === codes.length && sameTotals(slip, byHand);
}

/** Says all that a payslip and one worked out apart do not share: the codes of both, every amount, and every total. */
export function differences(slip: Payslip, byHand: ByHand): string[] {
  if (isSame(slip, byHand)) return [];
  const { lines, totals, codes } = byHand;
  const printed = slip.lines.map(({ code }) => String(code));
  return [
    ...slip.lines.flatMap(({ code, employeeCents, employerCents }) => {
      const [employee, employer] = lines[code] ?? [Number.NaN, Number.NaN];
      return [
        ...unequal(`${code}, employee`, employeeCents, employee),
        ...unequal(`${code}, employer`, employerCents, employer),
      ];
    }),
    ...codes.filter((code) => !printed.includes(code)).map((code) => `${code}: not printed`),
    ...printed.filter((code, index) => printed.indexOf(code) !== index).map((code) => `${code}: printed twice`),
    ...unequal("reduction", slip.generalReductionCents, byHand.generalReductionCents),
    ...Object.entries(totals).flatMap(([name, cents]) => unequal(name, slip[name as keyof typeof totals], cents)),
  ];
}

/** @throws {Error} where a payslip is not the one worked out apart. */
export function assertSame(name: string, slip: Payslip, byHand: ByHand): void {
  const found = differences(slip, byHand);
  if (found.length > 0) throw new Error(`${name}: ${found.join(" ; ")}`);
}
