import type { Context } from "../cli/context.ts";
import type { StatusItem } from "../domain/status/items.ts";
import { NIGHT, parseQuietHours, type QuietHours } from "../domain/status/quiet-hours.ts";
import { notify } from "../flows/status/notify.ts";
import { remind } from "../flows/status/remind.ts";
import { cronLine, installUnits, uninstallUnits, unitFiles, unitFolder } from "../flows/status/timer.ts";
import type { Folders } from "../store/folders.ts";
import { preferencesIn } from "../store/preferences.ts";
import { remindedJson, remindedText, timerText } from "../view/reminder.ts";

/** What is typed. */
interface RemindOptions {
  readonly notify?: true;
  readonly print?: true;
  readonly install?: true;
  readonly uninstall?: true;
  readonly quietHours?: string;
}

type Slice = Pick<
  Context,
  "machine" | "say" | "look" | "show" | "note" | "env" | "nodePath" | "packageFolder" | "wait"
>;

/** Tells what needs its person and was not told yet, or has that done every working day. Where there is nothing, it says nothing. */
export async function run(context: Slice, options: RemindOptions): Promise<void> {
  const typed = parseQuietHours(options.quietHours ?? NIGHT);
  if (options.print === true || options.install === true || options.uninstall === true) return setUp(context, options);
  const machine = context.machine();
  const quiet = options.quietHours === undefined ? quietHoursSet(machine.folders) : typed;
  const tell = async (items: readonly StatusItem[]) => {
    if (options.notify !== true) return;
    await notify(
      context.say.reminder.title(items.length),
      remindedText(context.look, items, machine.today(), false),
      context.env,
    );
  };
  const told = await context.wait(remind(machine, quiet, tell));
  const isSilent = told.length === 0 || options.notify === true;
  context.show(remindedJson(told), () => (isSilent ? "" : remindedText(context.look, told, machine.today(), true)));
}

/** The quiet hours that are set on this machine; the night where none are, or where what is set cannot be read. */
function quietHoursSet(folders: Folders): QuietHours | null {
  const { remindQuiet = NIGHT } = preferencesIn(folders);
  return parseQuietHours(remindQuiet, "remind.quiet");
}

async function setUp(context: Slice, { install, uninstall, quietHours }: RemindOptions): Promise<void> {
  const { reminder } = context.say;
  /** What is not typed is read each time: what is set later is in force at once. */
  const words = quietHours === undefined ? [] : ["--quiet-hours", quietHours];
  const calling = { ...context, words };
  const files = unitFiles(calling, unitFolder(context.env));
  if (install !== true && uninstall !== true) {
    const cron = cronLine(calling);
    return context.show({ cron, units: files }, () => timerText(context.look, cron, files));
  }
  const changed = install === true ? await installUnits(files) : uninstallUnits(files);
  const said = install === true ? reminder.written : reminder.removed;
  context.show({ [install === true ? "written" : "removed"]: changed }, () =>
    changed.length === 0 ? reminder.unchanged : changed.map((file) => said(file)).join("\n"),
  );
  context.note(install === true ? reminder.start : reminder.stop);
}
