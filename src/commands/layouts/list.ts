import type { Context } from "../../cli/context.ts";
import { TableLayouts } from "../../store/table-layouts.ts";

/** Lists the layouts that are kept on this machine. */
export async function run(context: Pick<Context, "say" | "machine" | "note" | "show">): Promise<void> {
  const layouts = await new TableLayouts(context.machine().folders).list();
  if (layouts.length === 0) context.note(context.say.tables.noLayout);
  context.show({ layouts }, () => layouts.map(context.say.tables.layout).join("\n"));
}
