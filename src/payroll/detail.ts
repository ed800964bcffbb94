import type { Origin } from "../domain/line-code.ts";
import type { Ppm } from "../domain/money.ts";
import { fineBases } from "./bases.ts";
import type { Section } from "./contribution.ts";
import type { BoundLaw, BoundLine } from "./law.ts";
import type { Payslip, PayslipLine } from "./payslip.ts";

/** A payslip line with what explains it: its section, its rates and the texts of law they come from. */
export interface DetailedLine extends PayslipLine {
  readonly section: Section;
  readonly origin: Origin;
  /** The company's own name for its line; null for those that have a code of the law or the branch. */
  readonly label: string | null;
  readonly employeePpm: Ppm;
  readonly employerPpm: Ppm;
  readonly source: string;
}

/** Explains each line of a payslip by the law it was computed from. */
export function detailedLines(law: BoundLaw, { grossCents, lines }: Payslip): DetailedLine[] {
  const bases = fineBases(law, grossCents);
  return lines.map(({ code, baseCents, employeeCents, employerCents }, index) => {
    const bound = law.contributions[index] as BoundLine;
    const { section, origin, label, source } = bound;
    /** A fixed amount has no rate. */
    const isAmount = bound.base === "cent";
    return {
      code,
      baseCents,
      employeeCents,
      employerCents,
      section,
      origin,
      label,
      employeePpm: isAmount ? 0 : bound.employeePpm,
      employerPpm: isAmount ? 0 : bound.complementPpm === 0 ? bound.employerPpm : employerPpm(bound, bases),
      source,
    };
  });
}

/** The employer's rate on the line's base: with its complement as far as the complement is due. */
function employerPpm({ employerPpm: ppm, complementPpm, baseIndex, complementIndex }: BoundLine, bases: number[]): Ppm {
  const base = bases[baseIndex] as number;
  if (base === 0) return ppm;
  return ppm + Math.round(((bases[complementIndex] as number) / base) * complementPpm);
}
