import { dayCount, lastDay } from "../../domain/calendar.ts";
import { type Cents, type Ppm, toEuros, toFraction } from "../../domain/money.ts";
import { RESERVE_BASE_TEXTS } from "../../portage/terms.ts";
import type { Look } from "../look.ts";
import { pairs } from "../table.ts";
import { wrap } from "../wrap.ts";
import type { ShownSimulation } from "./shown.ts";

/** One value that the answer rests on, where it came from, and how it reads. */
export interface Assumption {
  readonly name: keyof Look["say"]["simulate"]["names"];
  readonly value: number | string | boolean | null;
  /** Put into words where somebody reads it. */
  readonly text: () => string;
  /** The text behind it, where it is one reading among several. */
  readonly source?: string;
}

type Say = Pick<Look, "say">;

/** Lists every value that a simulation rests on, in the order it is read. */
export function assumptionsOf(look: Say, { question }: Pick<ShownSimulation, "question">): Assumption[] {
  const { situation, start, yearToDate, presence } = question;
  const { simulate, format } = look.say;
  const { rate, plain, money } = makers(look);
  return [
    ...(start.kind === "gross" ? [] : companyTerms(look, question)),
    plain("category", situation.category),
    plain("contract", situation.contract),
    ...(situation.contract === "cdd" ? [yesNo(look, "shortContract", situation.isShort)] : []),
    { ...plain("branch", situation.branch), text: () => simulate.branches[situation.branch] },
    rate("workTime", situation.workTimePpm),
    ...(situation.forfaitDays === null ? [] : [plain("forfaitDays", situation.forfaitDays)]),
    plain("presentDays", situation.presentDays ?? dayCount(question.month)),
    ...(situation.fullPayCents === null ? [] : [money("fullPay", situation.fullPayCents)]),
    { ...plain("partialMonth", presence.mode), text: () => simulate.partialModes[presence.mode] },
    plain("headcount", situation.headcount),
    rate("workAccidentRate", situation.workAccidentPpm),
    rate("mobilityRate", situation.mobilityPpm),
    rate("apprenticeShare", situation.apprenticeSharePpm),
    money("healthPlan", situation.healthPlanCents),
    rate("healthPlanEmployerShare", situation.healthPlanEmployerPpm),
    rate("providentRate", situation.providentPpm),
    rate("providentEmployeeRate", situation.providentEmployeePpm),
    rate("providentT2Rate", situation.providentT2Ppm),
    rate("providentT2EmployeeRate", situation.providentT2EmployeePpm),
    yesNo(look, "alsaceMoselle", situation.alsaceMoselle),
    taxTerm(look, question),
    { ...plain("taxZone", situation.taxZone), text: () => simulate.taxZones[situation.taxZone] },
    payDateTerm(look, question),
    yearToDate.month === null
      ? { name: "grossToDate", value: null, text: () => simulate.monthAlone }
      : {
          name: "grossToDate",
          value: toEuros(yearToDate.grossCents),
          text: () => simulate.grossToDate(format.euros(yearToDate.grossCents), format.month(yearToDate.month ?? "")),
        },
  ];
}

type Asked = ShownSimulation["question"];

function taxTerm(look: Say, { taxRate }: Asked): Assumption {
  const { simulate } = look.say;
  if (typeof taxRate === "number") return makers(look).rate("taxRate", taxRate);
  return { name: "taxRate", value: taxRate, text: () => simulate.taxRates[taxRate] };
}

function payDateTerm({ say }: Say, { situation, month }: Asked): Assumption {
  const day = situation.payDate ?? lastDay(month);
  return { name: "payDate", value: day, text: () => say.format.day(day) };
}

/** The two figures that are said of the year so far are the company's whenever they are there. */
function originOf({ originOf: of, question }: ShownSimulation, name: Assumption["name"]): ReturnType<typeof of> {
  if (name === "grossToDate") return question.yearToDate.month === null ? "default" : "company";
  if (name === "payDate") return of("payDate") === "option" ? "option" : of("transferDay");
  return name === "shortContract" ? of("contractMonths") : of(name);
}

/** The assumptions of a JSON answer. */
export function assumptionsJson(shown: ShownSimulation, assumptions: readonly Assumption[]): object[] {
  return assumptions.map(({ name, value, source }) => ({
    name,
    value,
    origin: originOf(shown, name),
    ...(source === undefined ? {} : { source }),
  }));
}

/** What the answer rests on in words: each value with where it came from. */
export function assumptionRows(look: Say, shown: ShownSimulation): { name: string; value: string; origin: string }[] {
  const { names, origins } = look.say.simulate;
  return assumptionsOf(look, shown).map(({ name, text, source }) => ({
    name: names[name],
    value: source === undefined ? text() : `${text()} – ${source}`,
    origin: origins[originOf(shown, name)],
  }));
}

/** The same in few lines, by origin: what was typed, what the company said, what is a default. */
export function assumptionsBrief(look: Look, shown: ShownSimulation): string {
  const { names, origins } = look.say.simulate;
  const listed = assumptionsOf(look, shown).map(({ name, text }) => ({
    origin: originOf(shown, name),
    words: `${names[name]} ${text()}`,
  }));
  return (["option", "company", "default"] as const)
    .map((origin) => ({ origin, held: listed.filter((one) => one.origin === origin).map(({ words }) => words) }))
    .filter(({ held }) => held.length > 0)
    .map(({ origin, held }) => wrap(look, `${origins[origin]} : ${held.join(" · ")}`, 2))
    .join("\n");
}

/** Shows what the answer rests on, each with where it came from. */
export function assumptionsText(look: Look, shown: ShownSimulation): string {
  const rows = assumptionRows(look, shown).map(({ name, value, origin }): [string, string] => [
    `  ${name}`,
    `${value} (${origin})`,
  ]);
  return pairs(look, rows);
}

function companyTerms(look: Say, { terms, situation }: ShownSimulation["question"]): Assumption[] {
  const { simulate } = look.say;
  const { rate, plain, money } = makers(look);
  const cap: Assumption =
    terms.feeCapCents === null
      ? { name: "feeCap", value: null, text: () => simulate.none }
      : money("feeCap", terms.feeCapCents);
  return [
    rate("fee", terms.feePpm),
    cap,
    { ...plain("feeBase", terms.feeBase), text: () => simulate.feeBases[terms.feeBase] },
    chargesTerm(look, terms.charges),
    ...(situation.contract === "cdd" ? [] : [rate("reserve", terms.reservePpm)]),
    reserveBaseTerm(look, terms.reserveBase),
    { ...plain("leave", terms.leave), text: () => simulate.leaveModes[terms.leave] },
    plain("level", terms.level),
  ];
}

function chargesTerm({ say }: Say, charges: Asked["terms"]["charges"]): Assumption {
  const { simulate, format } = say;
  const worded = charges.map(
    ({ name, ratePpm, amountCents }) =>
      `${name} ${ratePpm === undefined ? format.euros(amountCents) : format.percent(ratePpm)}`,
  );
  const text = charges.length === 0 ? simulate.none : worded.join(", ");
  return { name: "charges", value: charges.length === 0 ? null : worded.join(", "), text: () => text };
}

function reserveBaseTerm({ say }: Say, base: Asked["terms"]["reserveBase"]): Assumption {
  const { simulate, format } = say;
  return typeof base === "number"
    ? { name: "reserveBase", value: toEuros(base), text: () => format.euros(base), source: RESERVE_BASE_TEXTS.amount }
    : { name: "reserveBase", value: base, text: () => simulate.reserveBases[base], source: RESERVE_BASE_TEXTS[base] };
}

function makers({ say: { format } }: Say) {
  type Name = Assumption["name"];
  return {
    rate: (name: Name, ppm: Ppm): Assumption => ({ name, value: toFraction(ppm), text: () => format.percent(ppm) }),
    money: (name: Name, cents: Cents): Assumption => ({ name, value: toEuros(cents), text: () => format.euros(cents) }),
    plain: (name: Name, value: string | number): Assumption => ({ name, value, text: () => String(value) }),
  };
}

function yesNo({ say }: Say, name: Assumption["name"], value: boolean): Assumption {
  return { name, value, text: () => (value ? say.words.yes : say.words.no) };
}
