import { type Cents, type Ppm, toEuros, toFraction } from "../../domain/money.ts";
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
}

type Say = Pick<Look, "say">;

/** Lists every value that a simulation rests on, in the order it is read. */
export function assumptionsOf(look: Say, { question }: Pick<ShownSimulation, "question">): Assumption[] {
  const { situation, taxRate, start, yearToDate } = question;
  const { simulate, format } = look.say;
  const { rate, plain, money } = makers(look);
  const tax: Assumption =
    taxRate === "neutral"
      ? { name: "taxRate", value: "neutral", text: () => simulate.neutral }
      : rate("taxRate", taxRate);
  return [
    ...(start.kind === "gross" ? [] : companyTerms(look, question)),
    plain("category", situation.category),
    plain("contract", situation.contract),
    ...(situation.contract === "cdd" ? [yesNo(look, "shortContract", situation.isShort)] : []),
    ...(situation.workTimePpm === 1_000_000 ? [] : [rate("workTime", situation.workTimePpm)]),
    ...(situation.presentDays === null ? [] : [plain("presentDays", situation.presentDays)]),
    plain("headcount", situation.headcount),
    rate("workAccidentRate", situation.workAccidentPpm),
    rate("mobilityRate", situation.mobilityPpm),
    rate("apprenticeShare", situation.apprenticeSharePpm),
    money("healthPlan", situation.healthPlanCents),
    rate("healthPlanEmployerShare", situation.healthPlanEmployerPpm),
    rate("providentRate", situation.providentPpm),
    yesNo(look, "alsaceMoselle", situation.alsaceMoselle),
    tax,
    yearToDate.month === null
      ? { name: "grossToDate", value: null, text: () => simulate.monthAlone }
      : {
          name: "grossToDate",
          value: toEuros(yearToDate.grossCents),
          text: () => simulate.grossToDate(format.euros(yearToDate.grossCents), format.month(yearToDate.month ?? "")),
        },
  ];
}

/** The two figures that are said of the year so far are the company's whenever they are there. */
function originOf({ originOf: of, question }: ShownSimulation, name: Assumption["name"]): ReturnType<typeof of> {
  if (name === "grossToDate") return question.yearToDate.month === null ? "default" : "company";
  return name === "shortContract" ? of("contractMonths") : of(name);
}

/** The assumptions of a JSON answer. */
export function assumptionsJson(look: Say, shown: ShownSimulation): object[] {
  return assumptionsOf(look, shown).map(({ name, value }) => ({ name, value, origin: originOf(shown, name) }));
}

/** What the answer rests on in words: each value with where it came from. */
export function assumptionRows(look: Say, shown: ShownSimulation): { name: string; value: string; origin: string }[] {
  const { names, origins } = look.say.simulate;
  return assumptionsOf(look, shown).map(({ name, text }) => ({
    name: names[name],
    value: text(),
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
    ...(situation.contract === "cdd" ? [] : [rate("reserve", terms.reservePpm)]),
    { ...plain("leave", terms.leave), text: () => simulate.leaveModes[terms.leave] },
    plain("level", terms.level),
  ];
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
