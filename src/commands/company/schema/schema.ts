import { showSchema } from "../../program/schema.ts";
import type { StaffContext } from "../context.ts";

/** Shows the JSON Schema of what a command of the staff answers, or which ones there are: no company is asked. @throws {PorteError} `usage.no_answer`. */
export function run(
  context: Pick<StaffContext, "packageFolder" | "show">,
  { command = [] }: { readonly command?: readonly string[] },
): Promise<void> {
  return showSchema(context, "porte-company", command.join(" "));
}
