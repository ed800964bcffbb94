import type { Command } from "commander";
import type { Context } from "../cli/context.ts";

/** `porte undo`: takes back the last act of this machine. */
export function register(undo: Command, context: Context): void {
  undo
    .option("--list", context.say.help.undo.list)
    .action(({ list }: { list?: boolean }) => run(context, list === true));
}

/** Takes the last local act back, or lists those that can be. @throws {PorteError} `undo.nothing`, `undo.changed`. */
export async function run(context: Context, isList: boolean): Promise<void> {
  const [{ LocalActs }, { ownerOf }] = await Promise.all([
    import("../store/local-acts.ts"),
    import("../flows/session.ts"),
  ]);
  const { machine, profile } = ownerOf(context.machine());
  const acts = new LocalActs(machine.folders, profile);
  const { undo, format } = context.say;
  if (!isList) {
    const undone = await acts.undo();
    return context.show({ undone }, () => undo.done(undo.acts[undone.kind](undone.about)));
  }
  const known = await acts.list();
  if (known.length === 0) context.note(undo.none);
  context.show({ acts: known }, () =>
    known.map(({ kind, about, at }) => `${format.instant(at)}\t${undo.acts[kind](about)}`).join("\n"),
  );
}
