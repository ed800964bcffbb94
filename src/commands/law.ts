import type { Command } from "commander";
import type { Context } from "../cli/context.ts";
import { PorteError } from "../errors.ts";
import type { CheckedLaw } from "../flows/law.ts";
import { sayLeftOut } from "./left-out-law.ts";

/** `porte law show|check|add|remove|schema`: the rows of law, and the files that add some. */
export function register(law: Command, context: Context): void {
  const { help } = context.say;
  law
    .command("show", { isDefault: true })
    .description(help.law.show)
    .argument("[table]", help.law.table)
    .action((table: string | undefined) => show(context, table));
  law
    .command("check")
    .description(help.law.check)
    .argument("<file>", help.law.file)
    .action((file: string) => check(context, file));
  law
    .command("add")
    .description(help.law.add)
    .argument("<file>", help.law.file)
    .option("--force", help.law.force, false)
    .action((file: string, { force }: { force: boolean }) => add(context, file, force));
  law
    .command("remove")
    .description(help.law.remove)
    .argument("<name>", help.law.name)
    .action((name: string) => remove(context, name));
  law
    .command("schema")
    .description(help.law.schema)
    .action(() => schema(context));
}

/** Shows every table, or those of a name or of its family. @throws {PorteError} `law.unknown_table`. */
export async function show(context: Context, name: string | undefined): Promise<void> {
  const [{ machineLaw }, { lawTables }, { lawJson, lawText, tableText }] = await Promise.all([
    import("../flows/law.ts"),
    import("../payroll/legislation.ts"),
    import("../view/law.ts"),
  ]);
  const read = machineLaw(context.machine().folders);
  sayLeftOut(context, read.leftOut);
  const tables = lawTables(read.law);
  const shown = name === undefined ? tables : tables.filter((one) => one.name === name || inFamily(one.name, name));
  if (name !== undefined && shown.length === 0) {
    const { closest } = await import("../domain/law/closest.ts");
    const names = closest(
      name,
      tables.map((one) => one.name),
    );
    throw new PorteError("law.unknown_table", { name, names });
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

/** Says whether a file could be added, what it adds, and what would still be unchecked. @throws {PorteError} `law.file`. */
export async function check(context: Context, file: string): Promise<void> {
  const { checkLaw } = await import("../flows/law.ts");
  const found = checkLaw(context.machine().folders, file);
  context.show(checkedJson(found), () =>
    [context.say.law.fine(found.name, rowsOf(found), found.tables.length), ...lackingText(context, found)].join("\n"),
  );
}

/** Keeps a file on this machine. @throws {PorteError} `law.file`, `law.exists`. */
export async function add(context: Context, file: string, isForced: boolean): Promise<void> {
  const { keepLaw } = await import("../flows/law.ts");
  const found = await keepLaw(context.machine().folders, file, isForced);
  context.show({ state: found.state, ...checkedJson(found), file: found.kept }, () =>
    [context.say.law.kept[found.state](found.name, found.kept), ...lackingText(context, found)].join("\n"),
  );
}

/** Takes a file away. @throws {PorteError} `law.unknown`. */
export async function remove(context: Context, name: string): Promise<void> {
  const { removeLaw } = await import("../flows/law.ts");
  const file = await removeLaw(context.machine().folders, name);
  context.show({ removed: { name, file } }, () => context.say.law.removed(name));
}

/** Writes how a file of law is written, as JSON Schema. */
export async function schema(context: Context): Promise<void> {
  const [{ lawSchema }, { LEGISLATION, openTables }] = await Promise.all([
    import("../domain/law/schema.ts"),
    import("../payroll/legislation.ts"),
  ]);
  const described = lawSchema(openTables(LEGISLATION));
  context.show(described, () => JSON.stringify(described, null, 2));
}

function checkedJson({ name, tables, until, lacking, lackingRules }: CheckedLaw): object {
  return { name, tables, until, lacking, lackingRules };
}

function rowsOf({ tables }: CheckedLaw): number {
  return tables.reduce((total, { steps }) => total + steps, 0);
}

function lackingText({ say, look }: Context, { until, lacking, lackingRules }: CheckedLaw): string[] {
  const { law, format } = say;
  const day = format.day(until);
  return [
    lacking.length === 0 ? law.covers(day) : law.lacking(day, lacking),
    lackingRules.length === 0 ? law.coversRules(day) : law.lackingRules(day, lackingRules),
  ].map(look.paint.soft);
}
