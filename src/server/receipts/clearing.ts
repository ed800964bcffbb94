import type { Db, Deps } from "../deps.ts";
import { actAs } from "../trail/actor.ts";
import { holdContent } from "./commands.ts";
import { adoptedAt } from "./place.ts";

/** A receipt that no expense names, an upload that nobody goes on with and a file of neither are kept so long. */
const KEPT_MS = 7 * 86_400_000;
/** So many at a time: the next round goes on. */
const MAX_A_ROUND = 500;
const HASH = /^[0-9a-f]{64}$/;

/** What was cleared away. */
export interface Cleared {
  readonly receipts: number;
  readonly uploads: number;
  readonly files: number;
}

/**
 * Clears away what was sent and never used: receipts without an expense, unfinished uploads, files that no row names.
 * @param stopping ends it between two of them.
 */
export async function clearReceipts(deps: Deps, stopping: AbortSignal): Promise<Cleared> {
  const before = new Date(deps.now().getTime() - KEPT_MS);
  return {
    receipts: await clearOrphans(deps, before, stopping),
    uploads: await clearUploads(deps, before, stopping),
    files: await clearFiles(deps, before, stopping),
  };
}

async function clearOrphans({ db, receipts, now }: Deps, before: Date, stopping: AbortSignal): Promise<number> {
  const orphans = await orphansOf(db, before).select(["receipts.id", "receipts.sha256"]).limit(MAX_A_ROUND).execute();
  for (const { id, sha256 } of orphans) {
    if (stopping.aborted) break;
    await db.transaction().execute(async (trx) => {
      await actAs(trx, "housekeeping", now());
      await holdContent(trx, sha256);
      await trx
        .deleteFrom("receipts")
        .where("id", "in", orphansOf(trx, before).select("receipts.id").where("receipts.id", "=", id))
        .execute();
      if (!(await isNamed(trx, sha256))) await receipts.remove(sha256);
    });
  }
  return orphans.length;
}

function orphansOf(db: Db, before: Date) {
  return db
    .selectFrom("receipts")
    .where("receipts.recorded_at", "<", before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("expenses").select("id").whereRef("expenses.receipt_id", "=", "receipts.id"))),
    );
}

async function isNamed(db: Db, sha256: string): Promise<boolean> {
  const select = db.selectFrom("receipts").select("id").where("sha256", "=", sha256).limit(1);
  return (await select.executeTakeFirst()) !== undefined;
}

async function clearUploads({ db, receipts }: Deps, before: Date, stopping: AbortSignal): Promise<number> {
  if (stopping.aborted) return 0;
  const left = await db
    .deleteFrom("receipt_uploads")
    .where("recorded_at", "<", before)
    .returning(["person_id", "sha256"])
    .execute();
  for (const { person_id, sha256 } of left) await receipts.forget(`pieces/${person_id}/${sha256}`);
  return left.length;
}

/**
 * Files of uploads that failed after their last piece, and of programs that were killed before a name was given. A receipt that was in the
 * store before this database had it stays: another database may name it, or this one before it was brought back to an earlier day.
 */
async function clearFiles({ db, receipts }: Deps, before: Date, stopping: AbortSignal): Promise<number> {
  const since = await adoptedAt(db);
  let cleared = 0;
  for await (const name of receipts.names()) {
    if (cleared >= MAX_A_ROUND || stopping.aborted) break;
    if (HASH.test(name)) cleared += Number(await clearContent(db, receipts, name, { since, before }));
    else if (/^(unfinished|pieces)\//.test(name) && (await receipts.writtenAt(name)) < before) {
      await receipts.remove(name);
      cleared += 1;
    }
  }
  return cleared;
}

async function clearContent(
  db: Db,
  receipts: Deps["receipts"],
  sha256: string,
  { since, before }: { since: Date | null; before: Date },
): Promise<boolean> {
  if (since === null || (await isNamed(db, sha256))) return false;
  const writtenAt = await receipts.writtenAt(sha256);
  if (writtenAt <= since || writtenAt >= before) return false;
  return db.transaction().execute(async (trx) => {
    await holdContent(trx, sha256);
    if (await isNamed(trx, sha256)) return false;
    await receipts.remove(sha256);
    return true;
  });
}
