import type { Context } from "../cli/context.ts";
import { PorteError } from "../errors.ts";
import { exportAll } from "../flows/export/export.ts";
import { verifyExport } from "../flows/export/verify.ts";
import { exportedJson, exportedText, exportForms, verifiedJson, verifiedText } from "../view/export.ts";

interface Input {
  readonly folder: string;
  readonly verify?: boolean;
}

/**
 * Saves everything about the porté in a folder, or reads what was saved against its manifest.
 * @throws {PorteError} `check.found` for files that are not as they were written.
 */
export async function run(
  context: Pick<Context, "look" | "words" | "ownSession" | "wait" | "show">,
  { folder, verify = false }: Input,
): Promise<void> {
  if (verify) {
    const verified = await verifyExport(folder);
    context.show(verifiedJson(verified), () => verifiedText(context.look, verified));
    const count = verified.faults.length + (verified.isWhole ? 0 : 1);
    if (count > 0) throw new PorteError("check.found", { count });
    return;
  }
  const session = await context.ownSession();
  const forms = { ...exportForms(context.look), words: context.words };
  const exported = await context.wait(exportAll(session, folder, forms));
  context.show(exportedJson(exported), () => exportedText(context.look, exported));
}
