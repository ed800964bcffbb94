import { ReportDrafts } from "../../store/report-drafts.ts";
import type { Owner } from "./outbox.ts";

/** Says whether anything is queued on this machine, without asking anybody. */
export async function hasQueued({ machine, profile }: Owner): Promise<boolean> {
  const waiting = await new ReportDrafts(machine.folders, profile).waiting();
  return waiting.some(({ state }) => state === "queued");
}
