import type { Deps } from "../deps.ts";
import { type ClientMonth, daysOfMission, openLinks } from "./queries.ts";

/** A link whose mail is to leave. */
export interface LinkToMail extends ClientMonth {
  readonly id: string;
  readonly recipient: string;
  readonly language: "fr" | "en";
  readonly expires_at: Date;
}

const FIRST_RETRY_S = 15;
const LAST_RETRY_S = 3_600;

/** When a mail that was tried so often before is tried again, should it not leave now. */
export function nextTry(now: Date, tries: number): Date {
  return new Date(now.getTime() + Math.min(FIRST_RETRY_S * 2 ** tries, LAST_RETRY_S) * 1000);
}

/** Takes the next link to mail for this process; the others leave it alone until it would be tried again. */
export async function takeLinkToMail({ db, now }: Deps): Promise<LinkToMail | null> {
  return db.transaction().execute(async (trx) => {
    const row = await openLinks(trx)
      .where("link.mailed_at", "is", null)
      .where("link.next_try_at", "<=", now())
      .where("link.expires_at", ">", now())
      .orderBy("link.next_try_at")
      .limit(1)
      .forUpdate("link")
      .skipLocked()
      .executeTakeFirst();
    if (row === undefined) return null;
    await trx
      .updateTable("client_links")
      .set({ tries: row.tries + 1, next_try_at: nextTry(now(), row.tries) })
      .where("id", "=", row.id)
      .execute();
    return { ...row, days: daysOfMission(row.days, row.mission) };
  });
}

/** Notes that a link's mail has left. */
export async function noteMailed({ db, now }: Deps, id: string): Promise<void> {
  await db.updateTable("client_links").set({ mailed_at: now() }).where("id", "=", id).execute();
}
