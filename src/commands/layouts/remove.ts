import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { TableLayouts } from "../../store/table-layouts.ts";

/** Forgets a layout. @throws {PorteError} `table.no_layout`. */
export async function run(
  context: Pick<Context, "say" | "machine" | "show">,
  { name }: { readonly name: string },
): Promise<void> {
  const layouts = new TableLayouts(context.machine().folders);
  const names = (await layouts.list()).map((one) => one.name);
  if ((await layouts.forget(name)) === null) throw new PorteError("table.no_layout", { name, names });
  context.show({ name, removed: true }, () => context.say.tables.layoutForgotten(name));
}
