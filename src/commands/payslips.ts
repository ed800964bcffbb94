import { type Command, Option } from "commander";
import type { Context } from "../cli/context.ts";
import { type Month, parseMonth } from "../domain/calendar.ts";
import { PorteError } from "../errors.ts";
import { fullPayslipJson, fullPayslipText, summariesText, summaryJson } from "../view/payslips.ts";

interface GetOptions {
  readonly pdf?: string;
  readonly model?: "2027";
}

/** `porte payslips list|get|verify`. */
export function register(payslips: Command, context: Context): void {
  const { help } = context.say;
  const month = (text: string) => parseMonth(text, context.today());
  payslips
    .command("list", { isDefault: true })
    .description(help.payslips.list)
    .action(() => list(context));
  payslips
    .command("get")
    .description(help.payslips.get)
    .argument("<month>", help.payslips.month, month)
    .option("--pdf <file>", help.payslips.pdf)
    .addOption(new Option("--model <year>", help.payslips.model).choices(["2027"]))
    .action((asked: Month, options: GetOptions) => get(context, asked, options));
  payslips
    .command("verify")
    .description(help.payslips.verify)
    .argument("<file>", help.payslips.file)
    .option("--key <file>", help.payslips.key)
    .action((file: string, options: { key?: string }) => verify(context, file, options.key));
}

/** Lists the payslips, latest first. */
export async function list(context: Context): Promise<void> {
  const { company } = await context.session();
  const payslips = await context.wait(company.payslips());
  if (payslips.length === 0) context.note(context.say.payslips.none);
  context.show({ payslips: payslips.map(summaryJson) }, () =>
    payslips.length === 0 ? "" : summariesText(context.look, payslips),
  );
}

/** Shows one payslip, line by line. */
export async function show(context: Context, month: Month): Promise<void> {
  const { company } = await context.session();
  const payslip = await context.wait(company.payslip(month));
  context.show(fullPayslipJson(context.look, payslip), () => fullPayslipText(context.look, payslip));
}

/** @throws {PorteError} `usage.missing_option` for a model without a file. */
function get(context: Context, month: Month, { pdf, model }: GetOptions): Promise<void> {
  if (pdf !== undefined) return save(context, month, { file: pdf, model });
  if (model !== undefined)
    throw new PorteError("usage.missing_option", { option: "--pdf", command: "porte payslips get --model" });
  return show(context, month);
}

/** Saves a payslip's PDF: whole, or not at all. @throws {PorteError} `file.unwritable`. */
export async function save(
  context: Context,
  month: Month,
  asked: { file: string; model: "2027" | undefined },
): Promise<void> {
  const [{ savePayslip }, session] = await Promise.all([import("../flows/payslips.ts"), context.session()]);
  const saved = await context.wait(savePayslip(session, month, asked));
  context.show({ month, ...saved }, () => context.say.payslips.saved(saved.file));
}

/**
 * Verifies a payslip's file with nobody there; what its company says of it since is added, where it can be asked.
 * @throws {PorteError} `check.found` for what does not hold, and for a payslip that was reversed.
 */
export async function verify(context: Context, file: string, key: string | undefined): Promise<void> {
  const [{ payslipProof }, { sinceSigned }, words, { ownerOf }, { workerIn }] = await Promise.all([
    import("../flows/payslip-proof.ts"),
    import("../flows/payslip-since.ts"),
    import("../view/payslip-proof.ts"),
    import("../flows/session.ts"),
    import("../files/workers.ts"),
  ]);
  const by = { ...ownerOf(context.machine()), worker: workerIn(context.packageFolder) };
  const found = await payslipProof(by, file, key);
  const since = found.faults.length === 0 ? await context.wait(sinceSigned(context.machine(), found.facts)) : null;
  const proof = { ...found, since };
  context.show(words.payslipProofJson(file, proof), () => words.payslipProofText(context.look, proof));
  const count = found.faults.length + (since?.reversal == null ? 0 : 1);
  if (count > 0) throw new PorteError("check.found", { count });
}
