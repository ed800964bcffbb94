import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { openGrid } from "../../domain/month-grid.ts";
import { type Declared, declare } from "../../flows/activity/declare/declare.ts";
import { previewText } from "../../view/month.ts";
import { reportJson, reportText, sentText } from "../../view/report.ts";
import { followUp } from "./follow-up.ts";
import { type AsksOfMonths, interviewOn } from "./interview.ts";
import { type DeclareOptions, inputOf, monthToWithdraw } from "./options.ts";
import { run as withdraw } from "./withdraw.ts";

/** Declares a month, and shows what came of it. */
export async function run(
  context: AsksOfMonths & Pick<Context, "session" | "show" | "openFile">,
  { month, ...options }: DeclareOptions & { readonly month?: Month },
): Promise<void> {
  if (options.withdraw === true) return withdraw(context, { month: monthToWithdraw(month, options) });
  const connection = { machine: context.machine(), open: () => context.session() };
  const asking = options.linear === true ? { ...context, prompt: () => context.prompt(true) } : context;
  const declared = await declare(connection, inputOf(month, options), interviewOn(asking));
  show(context, declared);
  if (declared.type === "sent") await followUp(context, declared.report.delivery);
}

function show(context: Pick<Context, "say" | "look" | "note" | "warn" | "show">, declared: Declared): void {
  const { declare: words, format } = context.say;
  if (declared.type === "preview") {
    context.note(words.dryRun);
    const { body, sheet } = declared;
    context.show(body, () =>
      previewText(context.look, body.restStatement ?? null, openGrid(sheet.terms, body.days), sheet.worth(body.days)),
    );
    return;
  }
  const { report, notices } = declared;
  if (declared.type === "sent") {
    const { isNew } = declared;
    context.show({ ...reportJson(report), sent: isNew, notices }, () => sentText(context.look, report, isNew));
    return;
  }
  const queued = declared.waitsFor === "me" ? words.queuedAlone : words.queued;
  context.warn(queued(format.month(report.month), declared.reason), "queued");
  context.show({ ...reportJson(report), sent: false, notices }, () => reportText(context.look, report));
}
