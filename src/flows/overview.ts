import { reportMonths, type StatusFacts } from "../domain/status/facts.ts";
import type { Overview } from "../domain/status/items.ts";
import { overviewOf } from "../domain/status/kinds.ts";
import { Refusals } from "../store/refusals.ts";
import { ReportDrafts } from "../store/report-drafts.ts";
import { lacksReceipt, storedExpenses } from "./expenses/drafts.ts";
import { draftRecurring } from "./expenses/recurring.ts";
import { tellOthers } from "./others.ts";
import type { Session } from "./session.ts";

/** Reads all that `porte status` shows. */
export async function overview(session: Session): Promise<Overview> {
  return overviewOf(await statusFacts(session));
}

/** Reads what a status is made of: what the company says, and what is kept here. */
export async function statusFacts(session: Session): Promise<StatusFacts> {
  const { reader, machine, folder } = session;
  await Promise.all([draftRecurring(session), tellOthers(session)]);
  const [said, kept, noted] = await Promise.all([
    reader.overview(),
    storedExpenses(session),
    new Refusals(folder).noted(),
  ]);
  const reports = new ReportDrafts(folder);
  const today = machine.today();
  const months = reportMonths(today, said.me.contract?.start ?? null);
  const typed = (await Promise.all(months.map((month) => reports.find(month)))).filter((draft) => draft !== null);
  const drafts = kept.map((draft) => ({ ...draft, lacksReceipt: lacksReceipt(draft) }));
  return { today, said, drafts, typed, noted };
}
