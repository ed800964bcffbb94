import type { Month } from "../../domain/calendar.ts";
import { type ReportDraft, ReportDrafts } from "../../store/report-drafts.ts";
import type { Owner, Session } from "../session.ts";

/** Says whether anything is queued on this machine, without asking anybody. */
export async function hasQueued(owner: Owner): Promise<boolean> {
  return (await monthsHere(owner, "queued")).length > 0;
}

/** Sends what is queued on this machine; null where nothing is, and then nothing of sending is loaded. */
export async function deliverQueued(session: Session) {
  if (session.isLocal || !(await hasQueued(session))) return null;
  const { deliverAll } = await import("./outbox.ts");
  return deliverAll(session);
}

/** Lists the months that are queued on this machine, or drafts that nothing sends before they are finished; oldest first. */
export async function monthsHere({ folder }: Owner, asked: Exclude<ReportDraft["state"], "sent">): Promise<Month[]> {
  const waiting = await new ReportDrafts(folder).waiting();
  return waiting.filter(({ state }) => state === asked).map(({ month }) => month);
}
