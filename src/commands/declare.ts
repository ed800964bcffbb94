import type { Command } from "commander";
import type { Context } from "../cli/context.ts";
import { type Month, monthOf, parseMonth } from "../domain/calendar.ts";
import { PorteError } from "../errors.ts";
import type { MonthAtHand, Prepared } from "../flows/declare.ts";
import type { Session } from "../flows/session.ts";
import { reportJson, reportsText, reportText, sentText } from "../view/report.ts";
import { type DaysOptions, daysGiven } from "./declare-days.ts";

interface DeclareOptions extends DaysOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** `porte declare [month]`, `declare list`, `declare show <month>`. */
export function register(declare: Command, context: Context): void {
  const { help } = context.say;
  const month = (text: string) => parseMonth(text, context.today());
  declare
    .argument("[month]", help.declare.month, month)
    .option("--csv <file>", help.declare.csv)
    .option("--days <days>", help.declare.days)
    .option("--mission <reference>", help.declare.mission)
    .option("--empty", help.declare.empty)
    .option("--rest-days", help.declare.restDays)
    .option("--dry-run", help.declare.dryRun)
    .option("-y, --yes", help.declare.yes)
    .action((asked: Month | undefined, options: DeclareOptions) => run(context, asked, options));
  declare
    .command("list")
    .description(help.declare.list)
    .action(() => list(context));
  declare
    .command("show")
    .description(help.declare.show)
    .argument("<month>", help.declare.month, month)
    .action((asked: Month) => show(context, asked));
}

/** Declares a month: reads what was worked, checks it by the company's rules, keeps it here, sends it. */
export async function run(context: Context, asked: Month | undefined, options: DeclareOptions): Promise<void> {
  const [flow, session] = await Promise.all([import("../flows/declare.ts"), context.session()]);
  const month = asked ?? (await askedMonth(context));
  const atHand = await context.wait(flow.readMonth(session, month));
  const days = await daysGiven({ context, session, atHand }, options);
  const restDays = flow.workedRestDays(atHand, days);
  const restDaysConfirmed = restDays.length > 0 && (options.restDays === true || (await confirmed(context, restDays)));
  const prepared: Prepared = { month, days, restDaysConfirmed };
  flow.check(atHand, prepared);
  if (options.dryRun) {
    const body = flow.submissionOf(prepared);
    context.note(context.say.declare.dryRun);
    context.show(body, () => JSON.stringify(body, null, 2));
    return;
  }
  await send(context, session, atHand, prepared, options.yes === true);
}

async function send(
  context: Context,
  session: Session,
  atHand: MonthAtHand,
  prepared: Prepared,
  isAgreed: boolean,
): Promise<void> {
  const [flow, { draftReport, heldReport }] = await Promise.all([
    import("../flows/declare.ts"),
    import("../flows/reports.ts"),
  ]);
  const { declare } = context.say;
  const prompt = isAgreed ? null : await context.prompt();
  if (!isAgreed && prompt === null)
    throw new PorteError("usage.missing_option", { option: "--yes", command: "porte declare" });
  const { file, key } = await flow.keepDraft(session, prepared);
  context.keeps();
  if (prompt !== null) {
    context.note(reportText(context.look, draftReport(prepared, atHand.missions)));
    if (!(await prompt.confirm(declare.askSend))) throw new PorteError("run.interrupted", { kept: true });
  }
  const { report, isNew } = await context.wait(flow.sendMonth(session, atHand, prepared, key)).catch((failure) => {
    context.note(declare.draftKept(file));
    throw failure;
  });
  const shown = heldReport(report);
  context.show({ ...reportJson(shown), sent: isNew }, () => sentText(context.look, shown, isNew));
}

/** Lists the reports. */
export async function list(context: Context): Promise<void> {
  const [{ listReports }, session] = await Promise.all([import("../flows/reports.ts"), context.session()]);
  const reports = await context.wait(listReports(session));
  if (reports.length === 0) context.note(context.say.declare.none);
  context.show({ reports: reports.map(reportJson) }, () =>
    reports.length === 0 ? "" : reportsText(context.look, reports),
  );
}

/** Shows one month's report. */
export async function show(context: Context, month: Month): Promise<void> {
  const [{ findReport }, session] = await Promise.all([import("../flows/reports.ts"), context.session()]);
  const report = await context.wait(findReport(session, month));
  context.show(reportJson(report), () => reportText(context.look, report));
}

async function askedMonth(context: Context): Promise<Month> {
  const current = monthOf(context.today());
  const prompt = await context.prompt();
  return prompt === null
    ? current
    : parseMonth(await prompt.text(context.say.declare.askMonth, current), context.today());
}

async function confirmed(context: Context, restDays: readonly string[]): Promise<boolean> {
  const prompt = await context.prompt();
  const { declare, format } = context.say;
  return (await prompt?.confirm(declare.askRestDays(restDays.map(format.day).join(", ")))) ?? false;
}
