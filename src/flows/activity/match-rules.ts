import { type MatchRule, parseMatch } from "../../domain/time-intervals.ts";
import { Settings } from "../../store/settings.ts";
import { LocalActs } from "../../store/undo-log.ts";
import type { Owner } from "../session.ts";

/** What changes of the rules that calendars and trackers are read by. */
export interface RuleChange {
  /** A rule to keep: `word=what`. */
  readonly rule?: string;
  /** The word of a rule to forget. */
  readonly forget?: string;
}

/**
 * Keeps a rule, forgets one, or neither; gives those that are then kept. A change can be undone.
 * @throws {PorteError} `import.match` for what is no rule: nothing is changed.
 */
export async function changeRules(
  { machine, folder }: Owner,
  { rule, forget }: RuleChange,
): Promise<readonly MatchRule[]> {
  const settings = new Settings(machine.folders);
  const act = { kind: "match", about: rule ?? forget ?? "", now: machine.now() } as const;
  const kept = rule === undefined ? null : parseMatch(rule);
  if (forget !== undefined || kept !== null)
    await settings.inTurn((held) =>
      new LocalActs(folder).record(act, [settings.file], async () => {
        if (forget !== undefined) held.keepMatch(forget, null);
        if (kept !== null) held.keepMatch(kept.pattern, kept.what);
      }),
    );
  return settings.matches();
}
