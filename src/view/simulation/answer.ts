import { stripVTControlCharacters } from "node:util";
import { type Cents, toEuros, toFraction } from "../../domain/money.ts";
import { inOneLine } from "../../i18n/printable.ts";
import { detailedLines } from "../../payroll/detail.ts";
import type { Warning } from "../../portage/simulate.ts";
import type { SimulatedMonth } from "../../portage/simulated.ts";
import { sumProvisions } from "../../portage/waterfall.ts";
import type { RenderOptions } from "../look.ts";
import { explainedText, payslipJson } from "../payslip.ts";
import { aligned } from "../table.ts";
import { assumptionsBrief, assumptionsJson, assumptionsOf, assumptionsText } from "./assumptions.ts";
import { type FlowStep, flowSteps, wholeOf } from "./flow-steps.ts";
import { lawUsedJson, lawUsedText } from "./law-used.ts";

/** The one JSON document that answers a simulation. */
export function simulationJson(look: Pick<RenderOptions, "say">, shown: SimulatedMonth) {
  const { payslip, law } = shown.answer;
  const assumptions = assumptionsOf(look, shown);
  return {
    input: withAssumptions(inputJson(shown), assumptions),
    waterfall: waterfallJson(shown),
    payslip: payslipJson(look, payslip, detailedLines(law, payslip)),
    law: lawUsedJson([shown.answer]),
    assumptions: assumptionsJson(shown, assumptions),
    ...saidJson(look, shown),
  };
}

/** Puts what a simulation rests on beside what was asked, each under its name. */
function withAssumptions<Asked extends object>(
  asked: Asked,
  assumptions: ReturnType<typeof assumptionsOf>,
): Asked & Readonly<Record<string, unknown>> {
  return { ...asked, ...Object.fromEntries(assumptions.map(({ name, value }) => [name, value])) };
}

/** What a simulation was asked, its assumptions apart. */
export function inputJson({ question, answer, daily }: SimulatedMonth) {
  const { start } = question;
  const rateCents = answer.dailyRateCents ?? daily?.rateCents ?? null;
  const wished = start.kind === "wish" ? start.target : null;
  const of = (figure: string) => (wished?.figure === figure ? toEuros(wished.cents) : null);
  return {
    date: question.month,
    tjm: rateCents === null ? null : toEuros(rateCents),
    days: start.kind === "wish" ? start.days : (daily?.days ?? null),
    turnover: answer.waterfall === null ? null : toEuros(answer.waterfall.turnoverCents),
    gross: start.kind === "gross" ? toEuros(start.grossCents) : null,
    net: of("netBeforeTaxCents"),
    paid: of("netPaidCents"),
    expenses: toEuros(question.expensesCents),
  };
}

/** What is said beside the figures. */
export function saidJson(look: Pick<RenderOptions, "say">, shown: SimulatedMonth) {
  return {
    flattering: shown.flattering.map(({ name, ppm, netBeforeTaxCents }) => ({
      name,
      value: toFraction(ppm),
      netBeforeTax: toEuros(netBeforeTaxCents),
    })),
    warnings: shown.answer.warnings.map((warning) => ({ code: warning.code, message: warningText(look, warning) })),
  };
}

/** The way of the money as scripts read it; null where a gross pay was given. */
export function waterfallJson({ answer: { waterfall, inHandCents } }: SimulatedMonth) {
  if (waterfall === null) return null;
  const { parts, kept, released } = waterfall;
  return {
    turnover: toEuros(waterfall.turnoverCents),
    managementFee: toEuros(waterfall.managementFeeCents),
    charges: waterfall.charges.map(({ name, cents }) => ({ name, amount: toEuros(cents) })),
    expenses: toEuros(waterfall.expensesCents),
    reserve: toEuros(waterfall.reserveCents),
    otherProvisions: toEuros(waterfall.otherProvisionsCents + sumProvisions(kept)),
    kept: { leave: toEuros(kept.leaveCents), endOfContract: toEuros(kept.endOfContractCents) },
    released: { leave: toEuros(released.leaveCents), endOfContract: toEuros(released.endOfContractCents) },
    envelope: toEuros(waterfall.envelopeCents),
    remainder: toEuros(waterfall.remainderCents),
    parts: {
      basePay: toEuros(parts.basePayCents),
      complement: toEuros(parts.complementCents),
      businessContribution: toEuros(parts.businessContributionCents),
      endOfContract: toEuros(parts.endOfContractCents),
      paidLeave: toEuros(parts.paidLeaveCents),
    },
    basePay: toEuros(waterfall.basePayMostCents),
    minimumPay: toEuros(waterfall.minimumPayCents),
    inHand: toEuros(inHandCents),
  };
}

/** Shows the way of every euro, then the lines where they are asked for, then what it all rests on. */
export function simulationText(look: RenderOptions, shown: SimulatedMonth, explain: boolean): string {
  const { say, paint } = look;
  const { question, answer } = shown;
  const parts = [
    paint.strong(say.simulate.title(say.format.month(question.month), daysText(look, shown))),
    targetText(look, shown),
    ...lawUsedText(look, [answer]),
    flowText(look, shown),
    takenHome(look, shown),
    ...(explain ? [`\n${explainedText(look, answer)}`, partsText(look, shown)] : []),
    `\n${paint.soft(say.simulate.assumptions(saidBy(look, shown)))}`,
    explain ? assumptionsText(look, shown) : assumptionsBrief(look, shown),
    flatteringText(look, shown),
    lawText(look, shown),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** Who said what was not typed, and when; null where nobody did. */
function saidBy({ say }: RenderOptions, { company }: SimulatedMonth): string | null {
  if (company === null) return null;
  const name = company.name === null ? null : inOneLine(company.name);
  const day = say.format.day(company.day);
  return company.isSheet || name === null ? say.sheet.from(name, day) : say.simulate.saidBy(name, day);
}

/** Says what other values than the defaults would do to the net. */
function flatteringText(look: RenderOptions, { flattering }: SimulatedMonth): string {
  const { simulate, format } = look.say;
  if (flattering.length === 0) return "";
  const said = flattering.map(({ name, ppm, netBeforeTaxCents }) => {
    const difference = `${netBeforeTaxCents > 0 ? "+" : ""}${format.euros(netBeforeTaxCents)}`;
    return simulate.flatteringIf(simulate.names[name], format.percent(ppm), difference);
  });
  return look.paint.soft(`  ${look.say.labelled(simulate.flattering, said.join(" · "))}`);
}

/** Names the files of law that were used, where there are any. */
function lawText({ say, paint }: RenderOptions, { answer }: SimulatedMonth): string {
  return answer.law.added.length === 0 ? "" : paint.soft(say.simulate.lawFiles(answer.law.added.join(", ")));
}

/** Words one warning. */
export function warningText({ say }: Pick<RenderOptions, "say">, warning: Warning): string {
  const { simulate, format } = say;
  switch (warning.code) {
    case "below_minimum": {
      const { paidCents, minimumCents, turnoverCents } = warning;
      const turnover = turnoverCents === null ? null : format.euros(turnoverCents);
      return simulate.belowMinimum(format.euros(paidCents), format.euros(minimumCents), turnover);
    }
    case "partial_month": {
      const { mode, otherNetPaidCents: other } = warning;
      return simulate.partialMonth[mode](other === null ? null : format.euros(other));
    }
    case "low_net":
      return simulate.lowNet[warning.cause](format.euros(warning.netPaidCents));
    case "estimate":
      return simulate.estimate(format.day(warning.until));
    case "provident_not_branch":
      return simulate.providentNotBranch;
    default:
      return simulate.unlikely[warning.code](format.percent(warning.ppm));
  }
}

function daysText({ say }: RenderOptions, { daily, answer, question }: SimulatedMonth): string {
  const { simulate, format } = say;
  if (daily !== null)
    return `${simulate.workingDays(daily.days, daily.isWorkingDays)} × ${format.euros(daily.rateCents)}`;
  const { start } = question;
  if (start.kind === "wish" && start.days !== null && answer.dailyRateCents !== null)
    return `${simulate.workingDays(start.days, false)} × ${format.euros(answer.dailyRateCents)}`;
  return simulate.noDays;
}

/** The answer to a wish, first and in one sentence. */
function targetText({ say, paint }: RenderOptions, { question: { start }, answer }: SimulatedMonth): string {
  if (start.kind !== "wish" || answer.waterfall === null) return "";
  const { simulate, format } = say;
  const wish = simulate.wishes[start.target.figure](format.euros(start.target.cents));
  const turnover = format.euros(answer.waterfall.turnoverCents);
  const { dailyRateCents } = answer;
  return paint.strong(
    start.days === null || dailyRateCents === null
      ? simulate.wishTurnover(wish, turnover)
      : simulate.wishDailyRate(wish, format.euros(dailyRateCents), format.days(start.days), turnover),
  );
}

const SHORTEST_BAR = 6;
const LONGEST_BAR = 32;
const GAPS = 6;

/** The waterfall: a bar for what stands, a lighter one for what leaves, where it leaves. */
function flowText(look: RenderOptions, { answer }: SimulatedMonth): string {
  const { say, paint, width } = look;
  const whole = wholeOf(answer);
  const share = (cents: Cents) => say.format.percent(Math.round((Math.abs(cents) * 1_000) / whole) * 1_000);
  const rows = flowSteps(look, answer).map((step) => {
    const strong = step.kind === "whole" || step.kind === "paid" ? paint.strong : (text: string) => text;
    return { step, cells: [strong(step.name), strong(say.format.euros(step.cents)), paint.soft(share(step.cents))] };
  });
  const columns = [{}, { isRight: true }, { isRight: true }];
  if (width === null)
    return aligned(
      look,
      columns,
      rows.map(({ cells }) => cells),
    );
  const taken = columns.reduce(
    (total, _, index) =>
      total + Math.max(...rows.map(({ cells }) => stripVTControlCharacters(cells[index] ?? "").length)),
    GAPS,
  );
  const length = Math.min(LONGEST_BAR, Math.max(SHORTEST_BAR, width - taken));
  const drawn = rows.map(({ step, cells }) => [...cells, bar(look, step, whole, length)]);
  return aligned(look, [...columns, { gives: "never" }], drawn);
}

function bar({ paint }: RenderOptions, { kind, fromCents, toCents }: FlowStep, whole: Cents, length: number): string {
  const at = (cents: Cents) => Math.round((Math.max(0, cents) / whole) * length);
  const start = at(fromCents);
  const size = Math.max(kind === "leaves" || kind === "kept" ? 1 : 0, at(toCents) - start);
  const text = " ".repeat(Math.min(start, length - size));
  if (kind === "paid") return paint.good("█".repeat(size));
  if (kind === "whole") return "█".repeat(size);
  return `${text}${kind === "kept" ? paint.good("▒".repeat(size)) : paint.warn("░".repeat(size))}`;
}

/** What reaches the bank, and what is kept for the porté, of the turnover. */
function takenHome(
  { say, paint }: RenderOptions,
  { answer: { waterfall, payslip, inHandCents } }: SimulatedMonth,
): string {
  if (waterfall === null) return "";
  const { pay, format } = say;
  const ofTurnover = (cents: Cents) =>
    waterfall.turnoverCents === 0
      ? ""
      : pay.ofTurnover(format.percent(Math.round((cents * 1_000) / waterfall.turnoverCents) * 1_000));
  const shares =
    inHandCents === payslip.netPaidCents
      ? [say.labelled(pay.netPaid, ofTurnover(payslip.netPaidCents))]
      : [
          say.labelled(pay.netPaid, ofTurnover(payslip.netPaidCents)),
          say.labelled(pay.inHand, ofTurnover(inHandCents)),
        ];
  const social = `${pay.netSocial} ${format.euros(payslip.netSocialCents)} · ${pay.netTaxable} ${format.euros(payslip.netTaxableCents)}`;
  return paint.soft([...shares, social].join("\n"));
}

/** What the gross pay is made of. */
function partsText(look: RenderOptions, { answer: { waterfall } }: SimulatedMonth): string {
  if (waterfall === null) return "";
  const { pay, format } = look.say;
  const rows = Object.entries(waterfall.parts)
    .filter(([, cents]) => cents !== 0)
    .map(([name, cents]) => [`  ${pay.parts[name as keyof typeof pay.parts]}`, format.euros(cents)]);
  return [`\n${look.paint.soft(pay.grossParts)}`, aligned(look, [{}, { isRight: true }], rows)].join("\n");
}
