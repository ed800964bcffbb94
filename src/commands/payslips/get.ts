import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { latestMonth } from "../../flows/papers/filed.ts";
import { payslipMonth } from "../../flows/papers/payslip-month.ts";
import { savePayslip } from "../../flows/payslips.ts";
import type { Session } from "../../flows/session.ts";
import { fileToWrite, type NamedFile } from "../../flows/tidy-file.ts";
import { paperJson, paperMonthJson, paperMonthText } from "../../view/papers.ts";
import { fullPayslipJson, fullPayslipText } from "../../view/payslips.ts";

interface Input {
  readonly month?: Month;
  readonly pdf?: NamedFile;
  readonly model?: "2027";
}

type Slice = Pick<Context, "say" | "look" | "session" | "wait" | "note" | "show">;

/** Shows a payslip, the latest where no month is named, or saves its PDF. @throws {PorteError} `usage.missing_option` for a model without a file. */
export async function run(context: Slice, { month, pdf, model }: Input): Promise<void> {
  if (model !== undefined && pdf === undefined)
    throw new PorteError("usage.missing_option", { option: "--pdf", command: "porte payslips get --model" });
  const session = await context.session();
  const of = month ?? (await context.wait(latestMonth(session)));
  if (pdf !== undefined) return save(context, session, of, { file: pdf, model });
  const found = await context.wait(payslipMonth(session, of));
  const { company, papers } = found;
  if (company === null) return context.show(paperMonthJson(found), () => paperMonthText(context.look, found));
  const beside = papers.length === 0 ? {} : { papers: papers.map(paperJson) };
  context.show({ ...fullPayslipJson(context.look, company), ...beside }, () => fullPayslipText(context.look, company));
  if (papers.length > 0) context.note(paperMonthText(context.look, found));
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
