import type { Context } from "../cli/context.ts";
import type { Session } from "../flows/session.ts";
import { conflictCopies } from "../store/conflicts.ts";

/** Says which copies a synchronised folder made where two machines wrote at once, and whether what they hold is read. */
export function tellConflicts({ say, remark }: Pick<Context, "say" | "remark">, { folder, isLocal }: Session): void {
  if (!isLocal) return;
  const { read, unread } = conflictCopies(folder);
  for (const file of read) remark(say.sync.copyRead(file), "conflict_copy");
  for (const file of unread) remark(say.sync.copyUnread(file), "conflict_copy");
}
