import type { Ppm } from "../domain/money.ts";
import type { Section } from "./contribution.ts";
import type { BoundLaw } from "./law.ts";
import type { Line, Payslip } from "./payslip.ts";

/** A payslip line with what explains it: its section, its rates and the text of law they come from. */
export interface DetailedLine extends Line {
  readonly section: Section;
  readonly employeePpm: Ppm;
  readonly employerPpm: Ppm;
  readonly source: string;
}

/** Explains each line of a payslip by the law it was computed from. */
export function detailedLines({ contributions }: BoundLaw, { lines }: Payslip): DetailedLine[] {
  return lines.map((line, index) => {
    const { section, employeePpm, employerPpm, source } = contributions[index] as BoundLaw["contributions"][number];
    return { ...line, section, employeePpm, employerPpm, source };
  });
}
