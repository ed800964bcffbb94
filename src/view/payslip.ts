import { type Cents, type Ppm, toEuros, toFraction } from "../domain/money.ts";
import { SECTIONS } from "../payroll/contribution.ts";
import type { DetailedLine } from "../payroll/detail.ts";
import type { Payslip } from "../payroll/payslip.ts";
import type { Simulation } from "../portage/simulate.ts";
import type { Look } from "./look.ts";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

/** The figures of a payslip, whoever computed them. */
export type ShownPayslip = Omit<Payslip, "lines">;

type ShownLine = Omit<DetailedLine, "code" | "section"> & { readonly code: string; readonly section: string };

/** A line's figures as scripts read them: euros, and rates as fractions. */
export function lineFigures(line: Omit<ShownLine, "code" | "section">) {
  return {
    base: toEuros(line.baseCents),
    employeeRate: toFraction(line.employeePpm),
    employeeAmount: toEuros(line.employeeCents),
    employerRate: toFraction(line.employerPpm),
    employerAmount: toEuros(line.employerCents),
    source: line.source,
  };
}

/** The payslip of a JSON answer; `lines` are those of the law, in its order. */
export function payslipJson(look: Pick<Look, "say">, slip: ShownPayslip, lines: readonly ShownLine[]): object {
  return {
    date: slip.month,
    gross: toEuros(slip.grossCents),
    lines: lines.map((line) => ({
      code: line.code,
      label: labelOf(look, line.code),
      ...lineFigures(line),
    })),
    generalReduction: toEuros(slip.generalReductionCents),
    employeeContributions: toEuros(slip.employeeCents),
    employerContributions: toEuros(slip.employerCents),
    employerCost: toEuros(slip.costCents),
    netBeforeTax: toEuros(slip.netBeforeTaxCents),
    netSocial: toEuros(slip.netSocialCents),
    netTaxable: toEuros(slip.netTaxableCents),
    withholdingRate: toFraction(slip.withholdingPpm),
    withholding: toEuros(slip.withholdingCents),
    netPaid: toEuros(slip.netPaidCents),
  };
}

/** Shows each line under its section, with what the employee and the employer pay. */
export function linesText(look: Look, slip: ShownPayslip, lines: readonly ShownLine[]): string {
  const { say, paint } = look;
  const { pay, format } = say;
  const columns = [
    { title: "" },
    { title: pay.base, isRight: true },
    { title: pay.employeeShare, isRight: true },
    { title: pay.employerShare, isRight: true },
  ];
  const amount = (cents: Cents) => (cents === 0 ? "" : format.euros(cents));
  const rows = SECTIONS.flatMap((section) => {
    const held = lines.filter((line) => line.section === section && line.employeeCents + line.employerCents !== 0);
    const shown = held.map(({ code, baseCents, employeeCents, employerCents }) => [
      `  ${labelOf(look, code)}`,
      format.euros(baseCents),
      amount(employeeCents),
      amount(employerCents),
    ]);
    return held.length === 0 ? [] : [[paint.soft(say.sections[section]), "", "", ""], ...shown];
  });
  const reduction = [`  ${pay.reduction}`, "", "", format.euros(-slip.generalReductionCents)];
  const total = [pay.total, "", format.euros(slip.employeeCents), format.euros(slip.employerCents)].map(paint.strong);
  return table(look, columns, [...rows, ...(slip.generalReductionCents === 0 ? [] : [reduction]), total]);
}

/** Explains each line: its base, its rates, what they give, and under it the text of law. */
export function explainedText(
  look: Look,
  { payslip, lines, law }: Pick<Simulation, "payslip" | "lines" | "law">,
): string {
  const { say, paint } = look;
  const { pay, format } = say;
  const columns = [
    { title: "" },
    { title: pay.base, isRight: true },
    { title: pay.rate, isRight: true },
    { title: pay.employeeShare, isRight: true },
    { title: pay.rate, isRight: true },
    { title: pay.employerShare, isRight: true },
  ];
  const figure = (ppm: Ppm, cents: Cents) => (cents === 0 ? ["", ""] : [format.percent(ppm), format.euros(cents)]);
  const held = lines.filter(({ employeeCents, employerCents }) => employeeCents !== 0 || employerCents !== 0);
  const rows = SECTIONS.flatMap((section) => {
    const inSection = held.filter((line) => line.section === section);
    const shown = inSection.map((line) => [
      `  ${labelOf(look, line.code)}`,
      format.euros(line.baseCents),
      ...figure(line.employeePpm, line.employeeCents),
      ...figure(line.employerPpm, line.employerCents),
    ]);
    return inSection.length === 0 ? [] : [[paint.soft(say.sections[section]), "", "", "", "", ""], ...shown];
  });
  const reduction = [`  ${pay.reduction}`, "", "", "", "", format.euros(-payslip.generalReductionCents)];
  const total = [pay.total, "", "", format.euros(payslip.employeeCents), "", format.euros(payslip.employerCents)];
  const hasReduction = payslip.generalReductionCents !== 0;
  const sources = [
    ...held.map((line): [string, string] => [labelOf(look, line.code), line.source]),
    ...(hasReduction ? [[pay.reduction, law.reduction.source] as [string, string]] : []),
  ];
  return [
    table(look, columns, [...rows, ...(hasReduction ? [reduction] : []), total.map(paint.strong)]),
    `\n${paint.soft(pay.texts)}`,
    ...sources.map(([name, source]) =>
      look.width === null ? `${name}\t${source}` : wrap(look, `${name} : ${source}`, 2),
    ),
  ].join("\n");
}

/** The way from gross pay to what is paid. */
export function netRows({ say, paint }: Look, slip: ShownPayslip): [string, string][] {
  const { pay, format } = say;
  return [
    [pay.gross, format.euros(slip.grossCents)],
    [pay.employee, format.euros(-slip.employeeCents)],
    [pay.netBeforeTax, format.euros(slip.netBeforeTaxCents)],
    [pay.withholding(format.percent(slip.withholdingPpm)), format.euros(-slip.withholdingCents)],
    [paint.strong(pay.netPaid), paint.strong(format.euros(slip.netPaidCents))],
    [paint.soft(pay.netSocial), paint.soft(format.euros(slip.netSocialCents))],
    [paint.soft(pay.netTaxable), paint.soft(format.euros(slip.netTaxableCents))],
  ];
}

function labelOf({ say }: Pick<Look, "say">, code: string): string {
  return (say.lines as Readonly<Record<string, string>>)[code] ?? code;
}
