import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { assertLocal, keepSheet, readSheet } from "../../flows/local/sheet.ts";
import { planImport } from "../../flows/local/sheet-file.ts";
import { sheetDocument } from "../../portage/sheet-document.ts";
import { sheetChangesText } from "../../view/sheet.ts";

/**
 * Takes what a file says of the company, once it is agreed: what is known and not in it stays.
 * @throws {PorteError} `local.connected`, `file.*`, `usage.missing_option` where nobody can agree; `run.interrupted` where somebody does not.
 */
export async function run(
  context: Pick<Context, "say" | "look" | "machine" | "ownSession" | "confirm" | "announce" | "warn" | "show">,
  { file, yes = false }: { readonly file: string; readonly yes?: boolean },
): Promise<void> {
  const session = await context.ownSession();
  assertLocal(session);
  const { sheet: before } = await readSheet(session);
  const { after, changes, unknown } = planImport(file, before, context.machine());
  const { sheet: words } = context.say;
  const shown = () => sheetChangesText(context.look, { before, after, changes });
  if (changes.length > 0 && !yes) {
    const agreed = await context.confirm(`${shown()}\n${words.askImport}`);
    if (agreed === null)
      throw new PorteError("usage.missing_option", { option: "--yes", command: "porte company import" });
    if (!agreed) throw new PorteError("run.interrupted", { kept: false, isLeft: false, resume: null });
  }
  if (changes.length > 0) await keepSheet(session, after);
  context.show({ ...sheetDocument(after), changed: changes }, () =>
    changes.length === 0 ? words.asBefore : [words.saved(after.company.name), ...(yes ? [shown()] : [])].join("\n"),
  );
  if (unknown.length > 0) context.warn(words.unknownTerms(unknown), "unknown-terms");
}
