import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { savePayslip } from "../../flows/payslips.ts";
import { fullPayslipJson, fullPayslipText } from "../../view/payslips.ts";

interface Input {
  readonly month: Month;
  readonly pdf?: string;
  readonly model?: "2027";
}

type Slice = Pick<Context, "say" | "look" | "session" | "wait" | "show">;

/** Shows a payslip, or saves its PDF. @throws {PorteError} `usage.missing_option` for a model without a file. */
export async function run(context: Slice, { month, pdf, model }: Input): Promise<void> {
  if (pdf !== undefined) return save(context, month, { file: pdf, model });
  if (model !== undefined)
    throw new PorteError("usage.missing_option", { option: "--pdf", command: "porte payslips get --model" });
  const { reader } = await context.session();
  const payslip = await context.wait(reader.payslip(month));
  context.show(fullPayslipJson(context.look, payslip), () => fullPayslipText(context.look, payslip));
}

/** Saves a payslip's PDF: whole, or not at all. @throws {PorteError} `file.unwritable`. */
async function save(context: Slice, month: Month, asked: { file: string; model: "2027" | undefined }): Promise<void> {
  const saved = await context.wait(savePayslip(await context.session(), month, asked));
  context.show({ month, ...saved }, () => context.say.payslips.saved(saved.file));
}
