import type { Context } from "../../cli/context.ts";
import { sheetSchema } from "../../portage/sheet-document.ts";

/** Writes how a company's sheet is written, as JSON Schema. */
export async function run(context: Pick<Context, "show">): Promise<void> {
  const described = sheetSchema();
  context.show(described, () => JSON.stringify(described, null, 2));
}
