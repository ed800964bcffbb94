import type { Day } from "../domain/calendar.ts";
import { PorteError } from "../errors.ts";
import type { BoundLaw } from "../payroll/law.ts";
import { INPUTS, type InputName, type InputValues } from "./inputs.ts";
import { type LawFor, lawOf } from "./simulate.ts";

/** So many situations stay bound: a batch usually has a few, and each costs as much to read as a hundred payslips. */
const MAX_BOUND = 512;

/**
 * Reads one row of a batch: an object with the names of the inputs, amounts in euros, rates as fractions.
 * @throws {PorteError} `usage.unknown_option` for a name that is none, `input.*`, `usage.choice`; a `SyntaxError` for no JSON.
 */
export function readRow(line: string, today: Day): InputValues {
  const row: unknown = JSON.parse(line);
  if (typeof row !== "object" || row === null || Array.isArray(row)) throw new SyntaxError("not an object");
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (!Object.hasOwn(INPUTS, name))
        throw new PorteError("usage.unknown_option", { option: name, suggestion: null });
      return [name, INPUTS[name as InputName].kind.read(value, name, today)];
    }),
  );
}

/** Reads the law once for each month, situation and year to date. */
export function boundLaws(): LawFor {
  const laws = new Map<string, BoundLaw>();
  return (question) => {
    const { month, situation, yearToDate } = question;
    const key = `${month} ${Object.values(situation).join(" ")} ${yearToDate.month}`;
    const known = laws.get(key);
    if (known !== undefined) return known;
    if (laws.size >= MAX_BOUND) laws.clear();
    const law = lawOf(question);
    laws.set(key, law);
    return law;
  };
}
