import type { Context } from "../../cli/context.ts";
import { parseMatch } from "../../domain/stretches.ts";
import { ownerOf } from "../../flows/session.ts";
import { LocalActs } from "../../store/local-acts.ts";
import { Settings } from "../../store/settings.ts";

interface Input {
  /** A rule to keep: `word=what`. */
  readonly rule?: string;
  /** The word of a rule to forget. */
  readonly forget?: string;
}

/** Lists the rules by which calendars and trackers are read; keeps one, or forgets it. */
export async function run(
  context: Pick<Context, "say" | "machine" | "note" | "show">,
  { rule, forget }: Input,
): Promise<void> {
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
