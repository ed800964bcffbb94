import { Eta } from "eta";
import type { Cents } from "../../domain/money.ts";
import { SECTIONS } from "../../payroll/contribution.ts";
import { detailedLines } from "../../payroll/detail.ts";
import type { SimulatedMonth } from "../../portage/simulated.ts";
import { PLAIN, type RenderOptions } from "../look.ts";
import { labelOf } from "../payslip.ts";
import { assumptionRows } from "./assumptions.ts";
import { type FlowStep, flowSteps, wholeOf } from "./flow-steps.ts";
import { lawUsedText } from "./law-used.ts";

/** A bar of the drawing, in the units of its box. */
interface Bar {
  readonly name: string;
  readonly amount: string;
  readonly share: string;
  readonly kind: FlowStep["kind"];
  readonly x: number;
  readonly width: number;
}

const BOX = 420;

/** Writes a simulation as one page that holds all it needs, from the template of the package. */
export function reportHtml(
  look: RenderOptions,
  shown: SimulatedMonth,
  { template, lang, today, version }: ReportTerms,
): string {
  const { say } = look;
  const { simulate, format, pay } = say;
  const { question, answer } = shown;
  const bars = barsOf(look, shown);
  return new Eta({ autoEscape: true }).renderString(template, {
    lang,
    words: {
      ...simulate.report,
      base: pay.base,
      label: pay.label,
      rate: pay.rate,
      employeeRate: pay.rateOf(pay.employeeShare),
      employerRate: pay.rateOf(pay.employerShare),
      employee: pay.employeeShare,
      employer: pay.employerShare,
    },
    title: simulate.title(format.month(question.month), workText(look, shown)),
    law: lawUsedText({ ...look, paint: PLAIN }, [answer]),
    paid: { name: pay.netPaid, amount: format.euros(answer.payslip.netPaidCents) },
    bars,
    box: { width: BOX },
    sections: sectionsOf(look, shown),
    total: {
      name: pay.total,
      employee: format.euros(answer.payslip.employeeCents),
      employer: format.euros(answer.payslip.employerCents),
    },
    sources: sourcesOf(look, shown),
    assumptions: assumptionRows(look, shown),
    made: simulate.report.made(format.day(today), version),
  });
}

/** What a report needs beside its simulation. */
export interface ReportTerms {
  readonly template: string;
  readonly lang: string;
  readonly today: string;
  readonly version: string;
}

function workText({ say: { simulate, format } }: RenderOptions, { daily }: SimulatedMonth): string {
  if (daily === null) return simulate.noDays;
  return `${simulate.workingDays(daily.days, daily.isWorkingDays)} × ${format.euros(daily.rateCents)}`;
}

function barsOf(look: RenderOptions, { answer }: SimulatedMonth): Bar[] {
  const { format } = look.say;
  const whole = wholeOf(answer);
  const at = (cents: Cents) => Math.round((Math.max(0, cents) / whole) * BOX * 10) / 10;
  return flowSteps(look, answer).map(({ name, cents, kind, fromCents, toCents }) => ({
    name,
    kind,
    amount: format.euros(cents),
    share: format.percent(Math.round((Math.abs(cents) * 1_000) / whole) * 1_000),
    x: at(fromCents),
    width: Math.max(1.5, at(toCents) - at(fromCents)),
  }));
}

function sectionsOf({ say }: RenderOptions, { answer }: SimulatedMonth): object[] {
  const { format, pay } = say;
  const amount = (cents: Cents) => (cents === 0 ? "" : format.euros(cents));
  const rate = (ppm: number, cents: Cents) => (cents === 0 ? "" : format.percent(ppm));
  const lines = detailedLines(answer.law, answer.payslip);
  const sections = SECTIONS.map((section) => ({
    name: say.sections[section],
    lines: lines
      .filter((line) => line.section === section && (line.employeeCents !== 0 || line.employerCents !== 0))
      .map((line) => ({
        name: labelOf({ say }, line),
        base: amount(line.baseCents),
        employeeRate: rate(line.employeePpm, line.employeeCents),
        employee: amount(line.employeeCents),
        employerRate: rate(line.employerPpm, line.employerCents),
        employer: amount(line.employerCents),
      })),
  })).filter(({ lines }) => lines.length > 0);
  const reduction = answer.payslip.generalReductionCents;
  const line = {
    name: pay.reduction,
    base: "",
    employeeRate: "",
    employee: "",
    employerRate: "",
    employer: format.euros(-reduction),
  };
  return reduction === 0 ? sections : [...sections, { name: "", lines: [line] }];
}

function sourcesOf({ say }: RenderOptions, { answer }: SimulatedMonth): object[] {
  const held = detailedLines(answer.law, answer.payslip).filter(
    ({ employeeCents, employerCents }) => employeeCents !== 0 || employerCents !== 0,
  );
  const rows = held.map((line) => ({ name: labelOf({ say }, line), source: line.source }));
  return answer.payslip.generalReductionCents === 0
    ? rows
    : [...rows, { name: say.pay.reduction, source: answer.law.reduction.source }];
}
