import { toEuros, toFraction } from "../../domain/money.ts";
import { inOneLine } from "../../i18n/printable.ts";
import { DAY } from "../../portage/input-kinds.ts";
import { INPUT_ROWS, type Input, type InputName } from "../../portage/inputs.ts";
import type { Origin, SimulatedMonth } from "../../portage/simulated.ts";
import type { Charge } from "../../portage/terms.ts";
import type { RenderOptions } from "../look.ts";
import { pairs } from "../table.ts";
import { wrapParts } from "../wrap.ts";

/** One value that the answer rests on, where it came from, and how it reads. */
export interface Assumption {
  readonly name: keyof RenderOptions["say"]["simulate"]["names"];
  readonly value: number | string | boolean | null;
  /** Put into words where somebody reads it. */
  readonly text: () => string;
  /** The text behind it, where it is one reading among several. */
  readonly source?: string;
}

type Say = Pick<RenderOptions, "say">;

/** The rows that an answer may rest on, in the order they are read. */
const ASSUMED = assumedRows();

function assumedRows(): (readonly [InputName, Input<unknown>])[] {
  const rows = INPUT_ROWS.filter(([, row]) => row.assumed !== undefined);
  const moved = rows.filter(([, row]) => row.listedBefore !== undefined);
  const still = rows.filter((row) => !moved.includes(row));
  return still.flatMap((row) => [...moved.filter(([, { listedBefore }]) => listedBefore === row[0]), row]);
}

/** Lists every value that a simulation rests on, in the order it is read. */
export function assumptionsOf(look: Say, { question }: Pick<SimulatedMonth, "question">): Assumption[] {
  const { situation, start } = question;
  const list: Assumption[] = [];
  for (const [name, row] of ASSUMED) {
    if (row.isOfTurnover && start.kind === "gross") continue;
    const value = row.assumed?.(question) as Written | undefined;
    if (value === undefined) continue;
    list.push(written(look, name as Assumption["name"], row as Input<Written>, value));
    if (name === "contract" && situation.contract === "cdd") list.push(yesNo(look, "shortContract", situation.isShort));
  }
  list.push(grossToDate(look, question));
  return list;
}

/** A value as a question has it: amounts in cents, rates in ppm. */
type Written = number | string | boolean | null | readonly Charge[];

/** Writes a value by what it is, with the text behind it where there is one. */
function written(look: Say, name: Assumption["name"], row: Input<Written>, value: Written): Assumption {
  const { simulate, format } = look.say;
  if (value === null) return { name, value, text: () => simulate.none };
  if (typeof value === "boolean") return yesNo(look, name, value);
  if (typeof value === "object") return chargesTerm(look, name, value);
  const source = row.source === undefined ? {} : { source: row.source(value) };
  if (typeof value === "string") return { name, value, text: () => wordsOf(look, row, value), ...source };
  switch (row.kind.numbers) {
    case "cents":
      return { name, value: toEuros(value), text: () => format.euros(value), ...source };
    case "ppm":
      return { name, value: toFraction(value), text: () => format.percent(value), ...source };
    default:
      return { name, value, text: () => String(value), ...source };
  }
}

/** A value of an input in words: amounts in cents, rates in ppm, as they are read. */
export function inputText(look: Say, name: string, value: unknown): string {
  const row = INPUT_ROWS.find(([known]) => known === name)?.[1];
  if (row === undefined) return JSON.stringify(value);
  return written(look, name as Assumption["name"], row as Input<Written>, value as Written).text();
}

/** The words of a value that is a day, or one of a list; the value itself where the catalogues have none. */
function wordsOf({ say }: Say, { kind, words }: Input<Written>, value: string): string {
  if (kind === DAY) return say.format.day(value);
  const known: Readonly<Record<string, string>> = words === undefined ? {} : say.simulate[words];
  return known[value] ?? value;
}

function grossToDate({ say }: Say, { yearToDate: { month, grossCents } }: SimulatedMonth["question"]): Assumption {
  const { simulate, format } = say;
  if (month === null) return { name: "grossToDate", value: null, text: () => simulate.monthAlone };
  return {
    name: "grossToDate",
    value: toEuros(grossCents),
    text: () => simulate.grossToDate(format.euros(grossCents), format.month(month)),
  };
}

/** The two figures that are said of the year so far are the company's whenever they are there. */
function originOf({ originOf: of, question }: SimulatedMonth, name: Assumption["name"]): ReturnType<typeof of> {
  if (name === "grossToDate") return question.yearToDate.month === null ? "default" : "company";
  if (name === "payDate") return of("payDate") === "option" ? "option" : of("transferDay");
  return name === "shortContract" ? of("contractMonths") : of(name);
}

/** One assumption of a JSON answer. */
interface AssumptionJson extends Pick<Assumption, "name" | "value" | "source"> {
  readonly origin: Origin;
}

/** The assumptions of a JSON answer. */
export function assumptionsJson(shown: SimulatedMonth, assumptions: readonly Assumption[]): AssumptionJson[] {
  return assumptions.map(({ name, value, source }) => ({
    name,
    value,
    origin: originOf(shown, name),
    ...(source === undefined ? {} : { source }),
  }));
}

/** What the answer rests on in words: each value with where it came from. */
export function assumptionRows(look: Say, shown: SimulatedMonth): { name: string; value: string; origin: string }[] {
  const { names, origins } = look.say.simulate;
  return assumptionsOf(look, shown).map(({ name, text, source }) => ({
    name: names[name],
    value: source === undefined ? text() : `${text()} – ${source}`,
    origin: origins[originOf(shown, name)],
  }));
}

/** What says nothing where it has such a value: it is left to `--explain`. */
const SAYS_NOTHING: Readonly<Partial<Record<Assumption["name"], number | boolean | null>>> = {
  charges: null,
  grossToDate: null,
  alsaceMoselle: false,
  shortContract: false,
  mobilityRate: 0,
  providentEmployeeRate: 0,
  providentT2Rate: 0,
  providentT2EmployeeRate: 0,
};

/** The same in few lines, by origin: what was typed, what the company said, what is a default. */
export function assumptionsBrief(look: RenderOptions, shown: SimulatedMonth): string {
  const { names, originTitles } = look.say.simulate;
  const listed = assumptionsOf(look, shown)
    .filter(({ name, value }) => SAYS_NOTHING[name] !== value)
    .map(({ name, text }) => ({ origin: originOf(shown, name), words: look.say.labelled(names[name], text()) }));
  return (["option", "company", "default"] as const)
    .map((origin) => ({ origin, held: listed.filter((one) => one.origin === origin).map(({ words }) => words) }))
    .filter(({ held }) => held.length > 0)
    .map(({ origin, held }) =>
      [`  ${originTitles[origin]}`, ...partsOf(look, held).map((line) => `    ${line}`)].join("\n"),
    )
    .join("\n");
}

/** A name stands beside its value, on as many lines as it takes. */
function partsOf({ width }: RenderOptions, parts: readonly string[]): readonly string[] {
  return width === null ? [parts.join(" · ")] : wrapParts(parts, width - "    ".length);
}

/** Shows what the answer rests on, each with where it came from. */
export function assumptionsText(look: RenderOptions, shown: SimulatedMonth): string {
  const rows = assumptionRows(look, shown).map(({ name, value, origin }): [string, string] => [
    `  ${name}`,
    `${value} (${origin})`,
  ]);
  return pairs(look, rows);
}

function chargesTerm({ say }: Say, name: Assumption["name"], charges: readonly Charge[]): Assumption {
  const { simulate, format } = say;
  if (charges.length === 0) return { name, value: null, text: () => simulate.none };
  const worded = charges.map(
    ({ name: of, ratePpm, amountCents }) =>
      `${of} ${ratePpm === undefined ? format.euros(amountCents) : format.percent(ratePpm)}`,
  );
  const text = worded.join(", ");
  return { name, value: text, text: () => inOneLine(text) };
}

function yesNo({ say }: Say, name: Assumption["name"], value: boolean): Assumption {
  return { name, value, text: () => (value ? say.words.yes : say.words.no) };
}
