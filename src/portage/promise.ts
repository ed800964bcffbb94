import type { Cents, Ppm } from "../domain/money.ts";
import type { Simulation } from "./simulate.ts";

/** The figures of a month's pay that a promise can be held against, in the order they are read. */
export const PROMISED = [
  "turnover",
  "managementFee",
  "expenses",
  "reserve",
  "employerContributions",
  "gross",
  "employeeContributions",
  "netBeforeTax",
  "netTaxable",
  "withholding",
  "netPaid",
] as const;
export type PromisedFigure = (typeof PROMISED)[number];

/** What was promised, cents: the figures that were given, and what each contribution takes where it was computed. */
export interface Figures {
  readonly figures: Readonly<Partial<Record<PromisedFigure, Cents>>>;
  readonly lines: readonly { readonly code: string; readonly employeeCents: Cents; readonly employerCents: Cents }[];
}

/** One figure beside another; null where one side does not say it. */
export interface Drift {
  readonly figure: PromisedFigure | null;
  /** The code of a contribution, and who pays it. */
  readonly line: { readonly code: string; readonly payer: "employee" | "employer" } | null;
  readonly promisedCents: Cents | null;
  readonly actualCents: Cents | null;
  readonly driftCents: Cents | null;
}

/** The figures of a payslip, with those of its account where they are known. */
export interface Payable {
  readonly turnoverCents?: Cents;
  readonly managementFeeCents?: Cents;
  readonly expensesCents?: Cents;
  readonly reserveCents?: Cents;
  readonly employerCents: Cents;
  readonly grossCents: Cents;
  readonly employeeCents: Cents;
  readonly netBeforeTaxCents: Cents;
  readonly netTaxableCents: Cents;
  readonly withholdingCents: Cents;
  readonly netPaidCents: Cents;
  readonly lines: Figures["lines"];
}

/** Takes the figures of a payslip: a simulated one or the company's own. */
export function figuresOf(slip: Payable): Figures {
  const all: Record<PromisedFigure, Cents | undefined> = {
    turnover: slip.turnoverCents,
    managementFee: slip.managementFeeCents,
    expenses: slip.expensesCents,
    reserve: slip.reserveCents,
    employerContributions: slip.employerCents,
    gross: slip.grossCents,
    employeeContributions: slip.employeeCents,
    netBeforeTax: slip.netBeforeTaxCents,
    netTaxable: slip.netTaxableCents,
    withholding: slip.withholdingCents,
    netPaid: slip.netPaidCents,
  };
  const known = Object.entries(all).filter(([, cents]) => cents !== undefined);
  const lines = slip.lines.map(({ code, employeeCents, employerCents }) => ({ code, employeeCents, employerCents }));
  return { figures: Object.fromEntries(known), lines };
}

/** Takes the figures of a simulation. */
export function figuresOfSimulation({ payslip, waterfall }: Pick<Simulation, "payslip" | "waterfall">): Figures {
  return figuresOf({ ...waterfall, ...payslip });
}

/** The rate of the fee that a promise says: what it takes of its turnover; null where it does not say both. Rounded to a hundredth of a percent. */
export function promisedFee({ turnover, managementFee }: Figures["figures"]): Ppm | null {
  return turnover === undefined || turnover === 0 || managementFee === undefined
    ? null
    : Math.round((managementFee / turnover) * 10_000) * 100;
}

/** Holds a promise against what came: each figure that either side says, then each contribution that differs. */
export function drifts(promised: Figures, actual: Figures): Drift[] {
  const figures = PROMISED.filter(
    (name) => promised.figures[name] !== undefined || actual.figures[name] !== undefined,
  ).map((figure) => driftOf({ figure, line: null }, promised.figures[figure], actual.figures[figure]));
  if (promised.lines.length === 0 || actual.lines.length === 0) return figures;
  const codes = [...new Set([...promised.lines, ...actual.lines].map(({ code }) => code))];
  const lines = codes.flatMap((code) =>
    (["employee", "employer"] as const).map((payer) =>
      driftOf({ figure: null, line: { code, payer } }, paid(promised, code, payer), paid(actual, code, payer)),
    ),
  );
  return [...figures, ...lines.filter(({ driftCents }) => driftCents !== 0)];
}

function paid({ lines }: Figures, code: string, payer: "employee" | "employer"): Cents {
  return lines
    .filter((line) => line.code === code)
    .reduce((total, line) => total + (payer === "employee" ? line.employeeCents : line.employerCents), 0);
}

function driftOf(of: Pick<Drift, "figure" | "line">, promised: Cents | undefined, actual: Cents | undefined): Drift {
  const driftCents = promised === undefined || actual === undefined ? null : actual - promised;
  return { ...of, promisedCents: promised ?? null, actualCents: actual ?? null, driftCents };
}
