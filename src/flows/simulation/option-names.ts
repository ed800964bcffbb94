import { kebabCase } from "../../domain/kebab.ts";
import { PorteError } from "../../errors.ts";
import { clashOf, type InputMention } from "../../portage/input-checks.ts";
import { INPUT_ROWS, type InputValues, type Known } from "../../portage/inputs.ts";

/** Writes the name of an option as it is typed: `feeCap` is `--fee-cap`, and an input that may be given again has its own. */
export function optionName(name: string): string {
  return `--${kebabCase(EACH.get(name) ?? name)}`;
}

/** The inputs of which several may be given, with what one of them is called. */
const EACH: ReadonlyMap<string, string> = new Map(
  INPUT_ROWS.flatMap(([name, { each }]) => (each === undefined ? [] : [[name, each] as const])),
);

function mention({ name, value }: InputMention): string {
  return value === undefined ? optionName(name) : `${optionName(name)} ${value}`;
}

/** @throws {PorteError} `usage.one_of`, `usage.conflict` for inputs that do not make one question, as they are typed. */
export function assertNoClash(asked: InputValues, known: Known, today: string): void {
  const clash = clashOf(asked, known, today);
  if (clash !== null) throw new PorteError(clash.code, { options: clash.inputs.map(mention) });
}
