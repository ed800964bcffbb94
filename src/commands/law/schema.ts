import type { Context } from "../../cli/context.ts";
import { lawSchema } from "../../domain/law/schema.ts";
import { LEGISLATION, openTables } from "../../payroll/legislation.ts";

/** Writes how a file of law is written, as JSON Schema. */
export async function run(context: Pick<Context, "show">): Promise<void> {
  const described = lawSchema(openTables(LEGISLATION));
  context.show(described, () => JSON.stringify(described, null, 2));
}
