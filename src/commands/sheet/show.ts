import type { Context } from "../../cli/context.ts";
import { factsOf, SHEET_FACTS } from "../../domain/local/sheet-facts.ts";
import { readSheet } from "../../flows/local/sheet.ts";
import { sheetDocument } from "../../portage/sheet-document.ts";
import { sheetText } from "../../view/sheet.ts";

/** Shows what is known of the company: what its porté said, or what a connected company says of itself. */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "note" | "warn" | "show">,
): Promise<void> {
  const session = await context.session();
  const { sheet, unread } = await context.wait(readSheet(session));
  const { sheet: words } = context.say;
  const facts = factsOf(sheet);
  const isEmpty = SHEET_FACTS.every((name) => facts[name] === null) && Object.keys(sheet.terms).length === 0;
  context.show(sheetDocument(sheet), () => (isEmpty ? "" : sheetText(context.look, sheet)));
  for (const { file, count } of unread) context.warn(words.unread(file, count), "unread-lines");
  if (isEmpty) context.note(words.empty);
}
