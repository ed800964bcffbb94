import { kebabCase } from "../../domain/kebab.ts";
import { INPUT_ROWS, type Input, type InputName, type InputValues, type TypedName } from "../../portage/inputs.ts";
import { also, choice, flag, type InputSpec, repeated, value } from "../command.ts";

/** The option of each input of a month. */
export type InputOptions<Names extends InputName = InputName> = {
  readonly [Name in Names as TypedName<Name>]: InputSpec<
    TypedName<Name> extends Name ? NonNullable<InputValues[Name]> : readonly NonNullable<InputValues[Name]>[],
    false
  >;
};

function optionOf(name: InputName, { kind, unit, each }: Input<unknown>): InputSpec {
  const typed = (each ?? name) as TypedName;
  const help = `simulate.${typed}` as const;
  const option = `--${kebabCase(typed)}`;
  if (kind.isFlag) return flag(option, help);
  const term = `${option} <${unit}>`;
  if (kind.choices !== undefined) return choice(term, help, kind.choices);
  const typedAs = value(term, help, (text, today) => kind.parse(text, today())) as InputSpec<unknown, false>;
  const read = { ...typedAs, means: kind.means ?? null };
  if (name === "date") return also(read, "--month <month>");
  return kind.isRepeated ? repeated(read) : read;
}

/** Gives the options of some inputs, in the order of the table. */
export function inputOptions<const Names extends InputName>(names: readonly Names[]): InputOptions<Names> {
  const rows = INPUT_ROWS.filter(([name]) => (names as readonly InputName[]).includes(name));
  return Object.fromEntries(
    rows.map(([name, row]) => [row.each ?? name, optionOf(name, row)]),
  ) as unknown as InputOptions<Names>;
}
