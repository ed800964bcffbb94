import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { TableLayouts } from "../../store/table-layouts.ts";

/** Shows one layout. @throws {PorteError} `table.no_layout`. */
export async function run(
  context: Pick<Context, "say" | "machine" | "show">,
  { name }: { readonly name: string },
): Promise<void> {
  const layouts = await new TableLayouts(context.machine().folders).list();
  const found = layouts.find((one) => one.name === name);
  if (found === undefined) throw new PorteError("table.no_layout", { name, names: layouts.map((one) => one.name) });
  context.show(found, () => [context.say.tables.layout(found), found.header?.join(" | ") ?? ""].join("\n").trim());
}
