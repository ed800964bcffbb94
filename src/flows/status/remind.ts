import type { StatusItem } from "../../domain/status/items.ts";
import type { QuietHours } from "../../domain/status/quiet-hours.ts";
import { digestOf, isQuiet } from "../../domain/status/reminder.ts";
import { Reminders } from "../../store/reminders.ts";
import { overview } from "../overview.ts";
import { type Machine, openSession } from "../session.ts";

/**
 * Tells what needs its person and was not told yet, if anything and if it is time to. What cannot be told is told the next time.
 * @param tell brings it to the person.
 */
export async function remind(
  machine: Machine,
  quiet: QuietHours | null,
  tell: (items: readonly StatusItem[]) => Promise<void>,
): Promise<readonly StatusItem[]> {
  if (isQuiet(machine.now(), quiet)) return [];
  /** How old it is does not matter here: what needs somebody is said by its day. */
  const session = await openSession({ ...machine, onRecorded: () => undefined });
  const { todo } = await overview(session);
  let told: readonly StatusItem[] = [];
  await new Reminders(session.folder).inTurn(async (before) => {
    const digest = digestOf(todo, before, machine.today());
    if (digest.items.length > 0) await tell(digest.items);
    told = digest.items;
    return digest.told;
  });
  return told;
}
