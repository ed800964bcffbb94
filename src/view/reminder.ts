import { shortIds } from "../domain/short-id.ts";
import type { StatusItem } from "../domain/status/items.ts";
import { commandFor } from "../domain/status/kinds.ts";
import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { itemsJson, statusLine } from "./status.ts";

/** Gives what was told as public data. */
export function remindedJson(items: readonly StatusItem[]) {
  return { reminded: itemsJson(items) };
}

/** Shows what is told: a line for each thing, with its command where there is room for it. */
export function remindedText(
  look: RenderOptions,
  items: readonly StatusItem[],
  today: string,
  hasCommands: boolean,
): string {
  const short = shortIds(items.flatMap((item) => ("id" in item ? [item.id] : [])));
  const lines = items.map((item) => {
    const line = inOneLine(statusLine(look, item, today));
    return hasCommands
      ? `● ${line}\n  ${look.paint.soft(inOneLine(look.say.proposed(commandFor(item, short))))}`
      : `• ${line}`;
  });
  return [...(hasCommands ? [look.paint.strong(look.say.reminder.title(items.length))] : []), ...lines].join("\n");
}

/** Shows what reminds on every working day: a line for cron, or two files for systemd. */
export function timerText(
  { say, paint }: RenderOptions,
  cron: string,
  files: readonly { readonly file: string; readonly text: string }[],
): string {
  const { reminder } = say;
  return [
    paint.strong(reminder.cron),
    cron,
    "",
    paint.strong(reminder.systemd),
    ...files.flatMap(({ file, text }) => [paint.soft(file), text.trimEnd(), ""]),
    reminder.install,
  ].join("\n");
}
