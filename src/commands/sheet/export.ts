import type { Context } from "../../cli/context.ts";
import { readSheet } from "../../flows/local/sheet.ts";
import { exportSheet } from "../../flows/local/sheet-file.ts";

interface Input {
  readonly file: string;
  /** Whether where documents go is in it too. */
  readonly delivery?: boolean;
  /** Whether the person and their contract are in it too. */
  readonly all?: boolean;
}

/** Writes the company's sheet to a file that a colleague can use. @throws {PorteError} `file.unwritable`. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { file, delivery = false, all = false }: Input,
): Promise<void> {
  const { sheet } = await context.wait(readSheet(await context.session()));
  const written = await exportSheet(file, sheet, { delivery, all });
  const { sheet: words } = context.say;
  context.show({ file: written.file, sheet: written.document }, () =>
    [words.exported(written.file), all ? words.exportedAll : words.exportedShared(delivery)].join("\n"),
  );
}
