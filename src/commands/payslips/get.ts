import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { latestPayslipMonth, savePayslip } from "../../flows/payslips.ts";
import type { Session } from "../../flows/session.ts";
import { fileToWrite, type NamedFile } from "../../flows/tidy-file.ts";
import { fullPayslipJson, fullPayslipText } from "../../view/payslips.ts";

interface Input {
  readonly month?: Month;
  readonly pdf?: NamedFile;
  readonly model?: "2027";
}

type Slice = Pick<Context, "say" | "look" | "session" | "wait" | "show">;

/** Shows a payslip, the latest where no month is named, or saves its PDF. @throws {PorteError} `usage.missing_option` for a model without a file. */
export async function run(context: Slice, { month, pdf, model }: Input): Promise<void> {
  if (model !== undefined && pdf === undefined)
    throw new PorteError("usage.missing_option", { option: "--pdf", command: "porte payslips get --model" });
  const session = await context.session();
  const of = month ?? (await context.wait(latestPayslipMonth(session)));
  if (pdf !== undefined) return save(context, session, of, { file: pdf, model });
  const payslip = await context.wait(session.reader.payslip(of));
  context.show(fullPayslipJson(context.look, payslip), () => fullPayslipText(context.look, payslip));
}

/** Saves a payslip's PDF: whole, or not at all. @throws {PorteError} `file.unwritable`. */
async function save(
  context: Slice,
  session: Session,
  month: Month,
  asked: { file: NamedFile; model: "2027" | undefined },
): Promise<void> {
  const kind = { month, word: context.say.payslips.fileWord, end: "pdf" } as const;
  const file = await context.wait(fileToWrite(session, asked.file, kind));
  const saved = await context.wait(savePayslip(session, month, { ...asked, file }));
  context.show({ month, ...saved }, () => context.say.payslips.saved(saved.file));
}
