import type { Command } from "commander";
import type { Context } from "../../cli/context.ts";
import { type Month, parseMonth } from "../../domain/calendar.ts";
import { parseCount } from "../../domain/money.ts";
import { parseMatch } from "../../domain/stretches.ts";

/** `porte declare history|restore|withdraw|get <month>`: what became of a month, and how to take it back. */
export function registerVersions(declare: Command, context: Context): void {
  const { declare: help } = context.say.help;
  const month = (text: string) => parseMonth(text, context.today());
  const on = (name: string, about: string) =>
    declare.command(name).description(about).argument("<month>", help.month, month);
  on("history", help.history).action((asked: Month) => history(context, asked));
  on("restore", help.restore)
    .argument("<version>", help.version, (text: string) => parseCount(text, 1, 1_000_000))
    .action((asked: Month, version: number) => restore(context, asked, version));
  on("withdraw", help.withdraw).action((asked: Month) => takeBack(context, asked));
  on("get", help.get)
    .requiredOption("--pdf <file>", help.pdf)
    .action((asked: Month, { pdf }: { pdf: string }) => get(context, asked, pdf));
}

/** `porte declare match [word=what]`: the rules by which calendars and trackers are read. */
export function registerMatches(declare: Command, context: Context): void {
  const { declare: help } = context.say.help;
  declare
    .command("match")
    .description(help.matches)
    .argument("[rule]", help.match)
    .option("--forget <word>", help.forget)
    .action((rule: string | undefined, { forget }: { forget?: string }) => matches(context, rule, forget));
}

async function matches(context: Context, rule: string | undefined, forget: string | undefined): Promise<void> {
  const [{ Settings }, { LocalActs }, { ownerOf }] = await Promise.all([
    import("../../store/settings.ts"),
    import("../../store/local-acts.ts"),
    import("../../flows/session.ts"),
  ]);
  const { machine, profile } = ownerOf(context.machine());
  const settings = new Settings(machine.folders);
  const act = { kind: "match", about: rule ?? forget ?? "", now: machine.now() } as const;
  const said = rule === undefined ? null : parseMatch(rule);
  if (forget !== undefined || said !== null)
    await settings.inTurn((held) =>
      new LocalActs(machine.folders, profile).record(act, [settings.file], async () => {
        if (forget !== undefined) held.keepMatch(forget, null);
        if (said !== null) held.keepMatch(said.pattern, said.what);
      }),
    );
  const kept = settings.matches();
  if (kept.length === 0) context.note(context.say.imports.noMatches);
  context.show({ matches: kept }, () => kept.map(({ pattern, what }) => `${pattern} = ${what}`).join("\n"));
}

const flow = () => import("../../flows/activity/versions.ts");
const view = () => import("../../view/report.ts");

async function history(context: Context, month: Month): Promise<void> {
  const [{ versionsOf }, { versionsJson, versionsText }, session] = await Promise.all([
    flow(),
    view(),
    context.session(),
  ]);
  const versions = await context.wait(versionsOf(session, month));
  context.show({ month, versions: versionsJson(versions) }, () => versionsText(context.look, month, versions));
}

async function restore(context: Context, month: Month, version: number): Promise<void> {
  const [{ restoreVersion }, { versionJson }, session] = await Promise.all([flow(), view(), context.session()]);
  const restored = await context.wait(restoreVersion(session, month, version));
  const { declare, format } = context.say;
  context.show({ month, state: "draft", ...versionJson(restored) }, () =>
    declare.restored(format.month(month), version),
  );
}

export async function takeBack(context: Context, month: Month): Promise<void> {
  const [{ withdraw }, { heldReport }, { reportJson }, session] = await Promise.all([
    flow(),
    import("../../flows/activity/reports.ts"),
    view(),
    context.session(),
  ]);
  const report = await context.wait(withdraw(session, month));
  const { declare, format } = context.say;
  context.show(reportJson(heldReport(report)), () => declare.withdrawn(format.month(month)));
}

async function get(context: Context, month: Month, file: string): Promise<void> {
  const [{ saveReport }, session] = await Promise.all([flow(), context.session()]);
  const saved = await context.wait(saveReport(session, month, file));
  context.show({ month, ...saved }, () => context.say.declare.saved(saved.file));
}
