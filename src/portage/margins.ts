import type { Cents } from "../domain/money.ts";
import {
  NO_SUCH_MONTH,
  orNull,
  type Question,
  type Simulation,
  simulate,
  turnoverOf,
  withPaidDays,
} from "./simulate.ts";

/** The days and the rate that a turnover was made of. */
export interface Daily {
  readonly rateCents: Cents;
  readonly days: number;
}

/** A small change of a month, and what it brings or costs, cents; null where there is no such month, or nothing would be left to pay in it. */
export interface Margin {
  readonly change:
    | "one_day_more"
    | "one_day_less"
    | "one_euro_of_rate"
    | "hundred_of_turnover"
    | "hundred_of_expenses"
    | "one_point_of_fee";
  readonly turnoverCents: Cents | null;
  readonly netBeforeTaxCents: Cents | null;
  readonly netPaidCents: Cents | null;
  /** Whether the withholding rate is another one: a band of the neutral grid was crossed. */
  readonly changesRate: boolean;
  /** Net paid and expenses paid back: what reaches the bank. */
  readonly inHandCents: Cents | null;
}

const EURO: Cents = 100;
const HUNDRED: Cents = 10_000;
const POINT = 10_000;

/** Works out what each small change brings in net: both months are computed whole, so the figures are exact. @throws {PorteError} what `simulate` throws of the law. */
export function margins(question: Question, base: Simulation, daily: Daily | null): Margin[] {
  const turnover = base.waterfall?.turnoverCents ?? 0;
  const withTurnover = (turnoverCents: Cents, days: number | null): Question => {
    const asked: Question = { ...question, start: { kind: "turnover", turnoverCents } };
    return days === null || daily === null ? asked : withDays(asked, days - daily.days);
  };
  const ofDays = (daily: Daily): [Margin["change"], () => Question][] => [
    ["one_day_more", () => withTurnover(turnoverOf(daily.rateCents, daily.days + 1), daily.days + 1)],
    ["one_day_less", () => withTurnover(turnoverOf(daily.rateCents, daily.days - 1), daily.days - 1)],
    ["one_euro_of_rate", () => withTurnover(turnoverOf(daily.rateCents + EURO, daily.days), null)],
  ];
  const same = withTurnover(turnover, null);
  const changes: [Margin["change"], () => Question][] = [
    ...(daily === null ? [] : ofDays(daily)),
    ["hundred_of_turnover", () => withTurnover(turnover + HUNDRED, null)],
    ["hundred_of_expenses", () => ({ ...same, expensesCents: same.expensesCents + HUNDRED })],
    ["one_point_of_fee", () => ({ ...same, terms: { ...same.terms, feePpm: same.terms.feePpm + POINT } })],
  ];
  return changes.map(([change, changed]) => marginOf(change, changed, base));
}

/** The share of the month that is paid follows the days. */
function withDays(question: Question, change: number): Question {
  const { paidDays } = question.presence;
  return paidDays === null ? question : withPaidDays(question, paidDays + change);
}

function marginOf(change: Margin["change"], changed: () => Question, base: Simulation): Margin {
  const found = orNull(NO_SUCH_MONTH, (): Margin => {
    const question = changed();
    const { waterfall, payslip } = simulate(question);
    const net = payslip.netPaidCents - base.payslip.netPaidCents;
    return {
      change,
      turnoverCents: (waterfall?.turnoverCents ?? 0) - (base.waterfall?.turnoverCents ?? 0),
      netBeforeTaxCents: payslip.netBeforeTaxCents - base.payslip.netBeforeTaxCents,
      netPaidCents: net,
      changesRate: payslip.withholdingPpm !== base.payslip.withholdingPpm,
      inHandCents: net + question.expensesCents - (base.waterfall?.expensesCents ?? 0),
    };
  });
  const nothing = { turnoverCents: null, netBeforeTaxCents: null, netPaidCents: null, inHandCents: null };
  return found ?? { change, changesRate: false, ...nothing };
}
