import type { Context } from "../../cli/context.ts";
import { closest } from "../../domain/closest.ts";
import { PorteError } from "../../errors.ts";
import { machineLaw } from "../../flows/law.ts";
import { lawTables } from "../../payroll/legislation.ts";
import { lawJson, lawText, tableText } from "../../view/law.ts";
import { sayLeftOut } from "../left-out-law.ts";

/** Shows every table, or those of a name or of its family. @throws {PorteError} `law.unknown_table`. */
export async function run(
  context: Pick<Context, "say" | "look" | "machine" | "today" | "warn" | "words" | "show">,
  { table: name }: { readonly table?: string },
): Promise<void> {
  const read = machineLaw(context.machine().folders);
  sayLeftOut(context, read.leftOut);
  const tables = lawTables(read.law);
  const shown = name === undefined ? tables : tables.filter((one) => one.name === name || inFamily(one.name, name));
  if (name !== undefined && shown.length === 0) {
    const known = tables.map((one) => one.name);
    throw new PorteError("law.unknown_table", { name, names: closest(name, known) });
  }
  context.show(lawJson(read, shown), () =>
    name === undefined
      ? lawText(context.look, read, shown, context.today())
      : shown.map((one) => tableText(context.look, read, one)).join("\n\n"),
  );
}

/** `cet` is the family of `cet.employer` and `cet.employee`. */
function inFamily(table: string, family: string): boolean {
  return table.startsWith(`${family}.`);
}
