import { type Cents, type Ppm, toEuros, toFraction } from "../domain/money.ts";
import type { Question, Simulation, Warning } from "../portage/simulate.ts";
import type { Waterfall } from "../portage/waterfall.ts";
import type { Look } from "./look.ts";
import { linesText, netRows, payslipJson } from "./payslip.ts";
import { pairs, table } from "./table.ts";

/** A simulation with what a reader must know of its question. */
export interface ShownSimulation {
  readonly question: Question;
  readonly answer: Simulation;
  /** Set where the turnover was asked as days at a rate. */
  readonly daily: { readonly rateCents: Cents; readonly days: number; readonly isWorkingDays: boolean } | null;
  /** Names of the options that were given: the rest are defaults. */
  readonly given: ReadonlySet<string>;
}

/** One value that the answer rests on, where it came from, and how it reads. */
interface Assumption {
  readonly name: keyof Look["say"]["simulate"]["names"];
  readonly value: number | string | boolean | null;
  readonly text: string;
}

/** The one JSON document that answers a simulation. */
export function simulationJson(look: Pick<Look, "say">, shown: ShownSimulation): object {
  const { question, answer, daily, given } = shown;
  const { start } = question;
  const listed = assumptionsOf(look, question);
  return {
    input: {
      date: question.month,
      tjm: daily === null ? null : toEuros(daily.rateCents),
      days: daily?.days ?? null,
      turnover: start.kind === "turnover" ? toEuros(start.turnoverCents) : null,
      gross: start.kind === "gross" ? toEuros(start.grossCents) : null,
      expenses: toEuros(question.expensesCents),
      contract: question.situation.contract,
      ...Object.fromEntries(listed.map(({ name, value }) => [name, value])),
    },
    waterfall: answer.waterfall === null ? null : waterfallJson(answer.waterfall),
    payslip: payslipJson(look, answer.payslip, answer.lines),
    assumptions: listed.map(({ name, value }) => ({ name, value, origin: given.has(name) ? "option" : "default" })),
    warnings: answer.warnings.map((warning) => ({ code: warning.code, message: warningText(look, warning) })),
  };
}

function waterfallJson(waterfall: Waterfall): object {
  const { turnoverCents, managementFeeCents, expensesCents, reserveCents, otherProvisionsCents } = waterfall;
  return {
    turnover: toEuros(turnoverCents),
    managementFee: toEuros(managementFeeCents),
    expenses: toEuros(expensesCents),
    reserve: toEuros(reserveCents),
    otherProvisions: toEuros(otherProvisionsCents),
    envelope: toEuros(waterfall.envelopeCents),
    remainder: toEuros(waterfall.remainderCents),
  };
}

/** Shows the way of every euro, then the lines where they are asked for, then what it all rests on. */
export function simulationText(look: Look, shown: ShownSimulation, explain: boolean): string {
  const { say, paint } = look;
  const { question, answer } = shown;
  const money = [{ title: "" }, { title: "", isRight: true }];
  const parts = [
    paint.strong(say.simulate.title(say.format.month(question.month), daysText(look, shown))),
    table(look, money, [...waterfallRows(look, answer), ...netRows(look, answer.payslip)]),
    shareOfTurnover(look, answer),
    explain ? `\n${linesText(look, answer.payslip, answer.lines)}` : "",
    `\n${paint.soft(say.simulate.assumptions)}`,
    assumptionsText(look, shown),
    paint.soft(say.simulate.monthAlone),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** Words one warning. */
export function warningText({ say }: Pick<Look, "say">, warning: Warning): string {
  const { simulate, format } = say;
  if (warning.code === "below_minimum") {
    const { paidCents, minimumCents, turnoverCents } = warning;
    return simulate.belowMinimum(format.euros(paidCents), format.euros(minimumCents), format.euros(turnoverCents));
  }
  const rate = format.percent(warning.ppm);
  return warning.code === "unlikely_fee" ? simulate.unlikelyFee(rate) : simulate.unlikelyWorkAccident(rate);
}

function daysText({ say }: Look, { daily }: ShownSimulation): string {
  if (daily === null) return say.simulate.noDays;
  const { rateCents, days, isWorkingDays } = daily;
  return `${say.simulate.workingDays(say.format.days(days), isWorkingDays)} × ${say.format.euros(rateCents)}`;
}

function waterfallRows({ say }: Look, { waterfall, payslip }: Simulation): [string, string][] {
  const { pay, format } = say;
  const reduction: [string, string] = [`  ${pay.reduction}`, format.euros(payslip.generalReductionCents)];
  const employer: [string, string][] = [
    [pay.employer, format.euros(-payslip.employerCents)],
    ...(payslip.generalReductionCents === 0 ? [] : [reduction]),
  ];
  if (waterfall === null) return [[pay.cost, format.euros(payslip.costCents)], ...employer];
  const optional: [string, Cents][] = [
    [pay.expenses, waterfall.expensesCents],
    [pay.reserve, waterfall.reserveCents],
    [pay.otherProvisions, waterfall.otherProvisionsCents],
    [pay.remainder, waterfall.remainderCents],
  ];
  return [
    [pay.turnover, format.euros(waterfall.turnoverCents)],
    [pay.fee, format.euros(-waterfall.managementFeeCents)],
    ...optional
      .filter(([, cents]) => cents !== 0)
      .map(([name, cents]): [string, string] => [name, format.euros(-cents)]),
    ...employer,
  ];
}

function shareOfTurnover({ say, paint }: Look, { waterfall, payslip }: Simulation): string {
  if (waterfall === null) return "";
  const ppm = Math.round((payslip.netPaidCents * 1_000) / waterfall.turnoverCents) * 1_000;
  return paint.soft(`${say.pay.netPaid} : ${say.pay.ofTurnover(say.format.percent(ppm))}`);
}

function assumptionsText(look: Look, { question, given }: ShownSimulation): string {
  const { names, origins } = look.say.simulate;
  const rows = assumptionsOf(look, question).map(({ name, text }): [string, string] => [
    `  ${names[name]}`,
    `${text} (${given.has(name) ? origins.option : origins.default})`,
  ]);
  return pairs(look, rows);
}

function assumptionsOf({ say }: Pick<Look, "say">, { terms, situation, taxRate, start }: Question): Assumption[] {
  const { simulate, format } = say;
  const rate = (name: Assumption["name"], ppm: Ppm): Assumption => ({
    name,
    value: toFraction(ppm),
    text: format.percent(ppm),
  });
  const cap: Assumption =
    terms.feeCapCents === null
      ? { name: "feeCap", value: null, text: simulate.none }
      : { name: "feeCap", value: toEuros(terms.feeCapCents), text: format.euros(terms.feeCapCents) };
  const company = [
    rate("fee", terms.feePpm),
    cap,
    rate("reserve", terms.reservePpm),
    { name: "level" as const, value: terms.level, text: terms.level },
  ];
  const tax: Assumption =
    taxRate === "neutral" ? { name: "taxRate", value: "neutral", text: simulate.neutral } : rate("taxRate", taxRate);
  return [
    ...(start.kind === "gross" ? [] : company),
    { name: "category", value: situation.category, text: situation.category },
    { name: "headcount", value: situation.headcount, text: String(situation.headcount) },
    rate("workAccidentRate", situation.workAccidentPpm),
    rate("mobilityRate", situation.mobilityPpm),
    rate("apprenticeShare", situation.apprenticeSharePpm),
    { name: "healthPlan", value: toEuros(situation.healthPlanCents), text: format.euros(situation.healthPlanCents) },
    rate("healthPlanEmployerShare", situation.healthPlanEmployerPpm),
    rate("providentRate", situation.providentPpm),
    {
      name: "alsaceMoselle",
      value: situation.alsaceMoselle,
      text: situation.alsaceMoselle ? say.words.yes : say.words.no,
    },
    tax,
  ];
}
