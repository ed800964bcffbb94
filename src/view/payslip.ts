import { type Cents, type Ppm, toEuros, toFraction } from "../domain/money.ts";
import { SECTIONS } from "../payroll/contribution.ts";
import { type DetailedLine, detailedLines } from "../payroll/detail.ts";
import type { Payslip } from "../payroll/payslip.ts";
import type { Simulation } from "../portage/simulate.ts";
import type { RenderOptions } from "./look.ts";
import { table } from "./table.ts";

/** The figures of a payslip, whoever computed them. */
export type ShownPayslip = Omit<Payslip, "lines">;

/** A line as a payslip of any company has it: a company of an earlier contract says neither who makes it due nor its own name. */
type ShownLine = Omit<DetailedLine, "code" | "section" | "origin" | "label"> & {
  readonly code: string;
  readonly section: string;
  readonly origin?: DetailedLine["origin"];
  readonly label?: string | null;
};

/** A line's figures as scripts read them: euros, and rates as fractions. */
export function lineFigures(line: Omit<ShownLine, "code" | "section" | "label">) {
  return {
    base: toEuros(line.baseCents),
    employeeRate: toFraction(line.employeePpm),
    employeeAmount: toEuros(line.employeeCents),
    employerRate: toFraction(line.employerPpm),
    employerAmount: toEuros(line.employerCents),
    source: line.source,
    origin: line.origin ?? "law",
  };
}

/** The payslip of a JSON answer; `lines` are those of the law, in its order. */
export function payslipJson(look: Pick<RenderOptions, "say">, slip: ShownPayslip, lines: readonly ShownLine[]) {
  return {
    date: slip.month,
    gross: toEuros(slip.grossCents),
    lines: lines.map((line) => ({ code: line.code, label: labelOf(look, line), ...lineFigures(line) })),
    ...payslipTotals(slip),
  };
}

/** What the lines of a payslip add up to, as scripts read it. */
export function payslipTotals(slip: ShownPayslip) {
  return {
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
export function linesText(look: RenderOptions, slip: ShownPayslip, lines: readonly ShownLine[]): string {
  const { say, paint } = look;
  const { pay, format } = say;
  const columns = [
    { title: pay.label },
    { title: pay.base, isRight: true, drops: 1 },
    { title: pay.employeeShare, isRight: true },
    { title: pay.employerShare, isRight: true },
  ];
  const amount = (cents: Cents) => (cents === 0 ? "" : format.euros(cents));
  /** A section that only a later company knows comes last. */
  const sections = new Set([...SECTIONS, ...lines.map(({ section }) => section as (typeof SECTIONS)[number])]);
  const rows = [...sections].flatMap((section) => {
    const held = lines.filter((line) => line.section === section && line.employeeCents + line.employerCents !== 0);
    const shown = held.map((line) => [
      `  ${markedLabel(look, line)}`,
      amount(line.baseCents),
      amount(line.employeeCents),
      amount(line.employerCents),
    ]);
    return held.length === 0 ? [] : [[paint.soft(say.sections[section])], ...shown];
  });
  const reduction = [`  ${pay.reduction}`, "", "", format.euros(-slip.generalReductionCents)];
  const total = [pay.total, "", format.euros(slip.employeeCents), format.euros(slip.employerCents)].map(paint.strong);
  return table(look, columns, [...rows, ...(slip.generalReductionCents === 0 ? [] : [reduction]), total]);
}

/** Explains each line: its base, its rates, what they give, and under it the text of law. */
export function explainedText(look: RenderOptions, { payslip, law }: Pick<Simulation, "payslip" | "law">): string {
  const { say, paint } = look;
  const { pay, format } = say;
  const columns = [
    { title: pay.label },
    { title: pay.base, isRight: true, drops: 1 },
    { title: pay.rate, isRight: true },
    { title: pay.employeeShare, isRight: true },
    { title: pay.rate, isRight: true },
    { title: pay.employerShare, isRight: true },
  ];
  const figure = (ppm: Ppm, cents: Cents) => (cents === 0 ? ["", ""] : [format.percent(ppm), format.euros(cents)]);
  const held = detailedLines(law, payslip).filter(
    ({ employeeCents, employerCents }) => employeeCents !== 0 || employerCents !== 0,
  );
  const rows = SECTIONS.flatMap((section) => {
    const inSection = held.filter((line) => line.section === section);
    const shown = inSection.map((line) => [
      `  ${markedLabel(look, line)}`,
      line.baseCents === 0 ? "" : format.euros(line.baseCents),
      ...figure(line.employeePpm, line.employeeCents),
      ...figure(line.employerPpm, line.employerCents),
    ]);
    return inSection.length === 0 ? [] : [[paint.soft(say.sections[section])], ...shown];
  });
  const reduction = [`  ${pay.reduction}`, "", "", "", "", format.euros(-payslip.generalReductionCents)];
  const total = [pay.total, "", "", format.euros(payslip.employeeCents), "", format.euros(payslip.employerCents)];
  const hasReduction = payslip.generalReductionCents !== 0;
  const sources = [
    ...held.map((line): Explained => [labelOf(look, line), whyOf(look, line), line.source]),
    ...(hasReduction ? [[pay.reduction, say.why.reduction, law.reduction.source] as Explained] : []),
  ];
  return [
    table(look, columns, [...rows, ...(hasReduction ? [reduction] : []), total.map(paint.strong)]),
    `\n${paint.soft(pay.texts)}`,
    ...sources.map(([name, why, source]) =>
      look.width === null ? [name, why, source].join("\t") : `  ${say.labelled(name, `${why} ${source}.`)}`,
    ),
  ].join("\n");
}

/** The way from gross pay to what is paid, and from there to the transfer, where that is another sum. */
export function netRows({ say, paint }: RenderOptions, slip: ShownPayslip & Partial<Transferred>): [string, string][] {
  const { pay, format } = say;
  return [
    [pay.gross, format.euros(slip.grossCents)],
    [pay.employee, format.euros(-slip.employeeCents)],
    [pay.netBeforeTax, format.euros(slip.netBeforeTaxCents)],
    [pay.withholding(format.percent(slip.withholdingPpm)), format.euros(-slip.withholdingCents)],
    [paint.strong(pay.netPaid), paint.strong(format.euros(slip.netPaidCents))],
    ...transferRows({ say, paint }, slip),
    [paint.soft(pay.netSocial), paint.soft(format.euros(slip.netSocialCents))],
    [paint.soft(pay.netTaxable), paint.soft(format.euros(slip.netTaxableCents))],
  ];
}

/** What is transferred beside the net. */
interface Transferred {
  readonly expensesCents: Cents;
  readonly transferCents: Cents;
  readonly mealVouchers?: { readonly employeeCents: Cents } | undefined;
}

function transferRows(
  { say: { pay, format }, paint }: Pick<RenderOptions, "say" | "paint">,
  { netPaidCents, expensesCents = 0, mealVouchers, transferCents = netPaidCents }: ShownPayslip & Partial<Transferred>,
): [string, string][] {
  const vouchersCents = mealVouchers?.employeeCents ?? 0;
  if (transferCents === netPaidCents && expensesCents === 0) return [];
  return [
    ...(expensesCents === 0 ? [] : [[pay.paidBack, `+${format.euros(expensesCents)}`] as [string, string]]),
    ...(vouchersCents === 0 ? [] : [[pay.vouchers, format.euros(-vouchersCents)] as [string, string]]),
    [paint.strong(pay.transfer), paint.strong(format.euros(transferCents))],
  ];
}

/** A line's name, why it is due, and its text. */
type Explained = readonly [string, string, string];

type Named = Pick<ShownLine, "code" | "label" | "origin">;

/** The name of a line: the company's own for its lines. */
export function labelOf({ say }: Pick<RenderOptions, "say">, { code, label }: Named): string {
  return label ?? (say.lines as Readonly<Record<string, string>>)[code] ?? code;
}

/** The name of a line, with who makes it due where that is not the law. */
function markedLabel(look: Pick<RenderOptions, "say">, line: Named): string {
  const { origin = "law" } = line;
  return `${labelOf(look, line)}${origin === "law" ? "" : ` (${look.say.lineOrigins[origin]})`}`;
}

function whyOf({ say }: Pick<RenderOptions, "say">, { code, origin }: Named): string {
  if (origin === "company") return say.why.company;
  return (say.why as Readonly<Record<string, string>>)[code] ?? "";
}
