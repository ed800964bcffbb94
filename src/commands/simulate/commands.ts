import { kebabCase } from "../../domain/kebab.ts";
import { parseCount } from "../../domain/money.ts";
import { INPUT_ROWS, type Input, type InputName, type InputValues, type TypedName } from "../../portage/inputs.ts";
import { also, choice, command, flag, type InputSpec, month, repeated, text, value } from "../command.ts";
import { parseMonthDays } from "./readers.ts";

const MAX_MONTHS = 36;

/** The option of each input of a month. */
type InputOptions = {
  readonly [Name in InputName as TypedName<Name>]: InputSpec<
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

const ofMonth = Object.fromEntries(
  INPUT_ROWS.map(([name, row]) => [row.each ?? name, optionOf(name, row)]),
) as unknown as InputOptions;

/** `porte simulate`: the month itself, then how to answer. */
export const described = command({
  name: "simulate",
  help: "summaries.simulate",
  inputs: {
    ...ofMonth,
    national: flag("--national", "simulate.national"),
    law: text("--law <file>", "simulate.law"),
    explain: flag("--explain", "simulate.explain"),
    margins: flag("--margins", "simulate.margins"),
    plot: choice("--plot [axis]", "simulate.plot", ["tjm", "days"]),
    months: value("--months <number>", "simulate.months", (typed) => parseCount(typed, 1, MAX_MONTHS)),
    year: flag("--year", "simulate.year"),
    leaveDays: value("--leave-days <list>", "simulate.leaveDays", parseMonthDays),
    intermission: value("--intermission <list>", "simulate.intermission", parseMonthDays),
    report: text("--report <file>", "simulate.report"),
    csv: flag("--csv", "simulate.csv"),
    save: text("--save <name>", "simulate.save"),
    promise: flag("--promise", "simulate.promise"),
    compare: text("--compare <name>", "simulate.compare"),
    against: text("--against <name>", "simulate.against"),
    payslip: month("--payslip <month>", "simulate.payslip"),
    saved: flag("--saved", "simulate.saved"),
    batch: text("--batch <file>", "simulate.batch"),
  },
  load: () => import("./simulate.ts"),
});
