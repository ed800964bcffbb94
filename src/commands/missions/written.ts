import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { daysOutside } from "../../flows/local/missions.ts";
import { readMissions } from "../../flows/missions.ts";
import type { Session } from "../../flows/session.ts";
import { shownMissionJson } from "../../view/missions.ts";
import { watchText } from "../../view/watches.ts";

/** What showing a mission that was written down uses of a run. */
export type ShowsWritten = Pick<Context, "say" | "look" | "note" | "warn" | "show">;

/** Shows a mission as it now stands on this machine, the days that were declared outside of its dates, and what speaks against it. */
export async function showWritten(
  context: ShowsWritten,
  session: Session,
  { reference }: { readonly reference: string },
  sentence: string,
): Promise<void> {
  const shown = (await readMissions(session)).find(({ mission }) => mission.reference === reference);
  if (shown === undefined) throw new TypeError("a mission that was not written down");
  context.show(shownMissionJson(shown), () => context.look.paint.good(`✓ ${sentence}`));
  const outside = await daysOutside(session, shown.mission);
  const { format, sheet } = context.say;
  if (outside.length > 0)
    context.warn(
      sheet.declaredOutside(
        reference,
        outside.map((day) => format.day(day)),
      ),
      "declared-outside",
    );
  for (const watch of shown.watches) context.note(watchText(context.look, watch, reference));
}

/** @throws {PorteError} `local.to_amend` for a profile that has a company: the company must be told. */
export function assertWritable({ isLocal }: Session, reference: string): void {
  if (!isLocal) throw new PorteError("local.to_amend", { reference: reference.toUpperCase() });
}
