import type { Context } from "../cli/context.ts";
import { tellOthers } from "../flows/others.ts";
import { ownerOf } from "../flows/session.ts";
import { LocalActs } from "../store/undo-log.ts";

/** Takes the last local act back, or lists those that can be. @throws {PorteError} `undo.nothing`, `undo.changed`. */
export async function run(
  context: Pick<Context, "say" | "machine" | "note" | "show">,
  { list = false }: { readonly list?: boolean },
): Promise<void> {
  const owner = await ownerOf(context.machine());
  await tellOthers(owner);
  const acts = new LocalActs(owner.folder);
  const { undo, format } = context.say;
  if (!list) {
    const undone = await acts.undo();
    return context.show({ undone }, () => undo.done(undo.acts[undone.kind](undone.about)));
  }
  const known = await acts.list();
  if (known.length === 0) context.note(undo.none);
  context.show({ acts: known }, () =>
    known.map(({ kind, about, at }) => `${format.instant(at)}\t${undo.acts[kind](about)}`).join("\n"),
  );
}
