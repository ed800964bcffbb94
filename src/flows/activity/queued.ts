import type { Month } from "../../domain/calendar.ts";
import { type ReportDraft, ReportDrafts } from "../../store/report-drafts.ts";
import type { Owner, Session } from "../session.ts";

/** Says whether anything is queued on this machine, without asking anybody. */
export async function hasQueued(owner: Owner): Promise<boolean> {
  return (await monthsHere(owner, "queued")).length > 0;
}

/**
 * Sends what is queued on this machine; null where nothing is, and then nothing of sending is loaded. What is to leave as a document waits
 * for `sync`: only what was interrupted is looked at, and nothing of it leaves again.
 */
export async function deliverQueued(session: Session) {
  const queued = session.isLocal ? await interrupted(session) : await monthsHere(session, "queued");
  if (queued.length === 0) return null;
  const { deliverMonths } = await import("./outbox.ts");
  return deliverMonths(session, queued);
}

/** Lists the months whose document was about to leave when something stopped it. */
async function interrupted(session: Session): Promise<Month[]> {
  const queued = (await new ReportDrafts(session.folder).waiting()).filter(({ state }) => state === "queued");
  if (queued.length === 0) return [];
  const { deliveryOf } = await import("../local/deliver.ts");
  return queued.filter(({ key }) => LEFT.has(deliveryOf(session, key)?.state ?? "")).map(({ month }) => month);
}

/** What may have left already. */
const LEFT: ReadonlySet<string> = new Set(["sending", "prepared", "delivered", "unknown"]);

/** Lists the months that are queued on this machine, or drafts that nothing sends before they are finished; oldest first. */
export async function monthsHere({ folder }: Owner, asked: Exclude<ReportDraft["state"], "sent">): Promise<Month[]> {
  const waiting = await new ReportDrafts(folder).waiting();
  return waiting.filter(({ state }) => state === asked).map(({ month }) => month);
}
