import { isAway } from "../client/unanswered.ts";
import { stateOn } from "../domain/contracts/state.ts";
import { reportMonths, type StatusFacts } from "../domain/status/facts.ts";
import type { Overview } from "../domain/status/items.ts";
import { overviewOf } from "../domain/status/kinds.ts";
import { isFailure } from "../errors.ts";
import { Refusals } from "../store/refusals.ts";
import { ReportDrafts } from "../store/report-drafts.ts";
import { lacksReceipt, storedExpenses } from "./expenses/drafts.ts";
import { draftRecurring } from "./expenses/recurring.ts";
import { tellOthers } from "./others.ts";
import { orNone } from "./records/or-none.ts";
import type { Session } from "./session.ts";

/** Reads all that `porte status` shows. */
export async function overview(session: Session): Promise<Overview> {
  return overviewOf(await statusFacts(session));
}

/** Reads what a status is made of: what the company says, and what is kept here. */
export async function statusFacts(session: Session): Promise<StatusFacts> {
  const { reader, machine, folder } = session;
  await Promise.all([draftRecurring(session), tellOthers(session)]);
  const [said, documents, invoices, kept, noted] = await Promise.all([
    reader.overview(),
    known(reader.contracts(), machine),
    known(reader.invoices(), machine),
    storedExpenses(session),
    new Refusals(folder).noted(),
  ]);
  const reports = new ReportDrafts(folder);
  const today = machine.today();
  const months = reportMonths(today, said.me.contract?.start ?? null);
  const typed = (await Promise.all(months.map((month) => reports.find(month)))).filter((draft) => draft !== null);
  const drafts = kept.map((draft) => ({ ...draft, lacksReceipt: lacksReceipt(draft) }));
  const contracts = documents.map((one) => ({ ...one, state: stateOn(one, today) }));
  return { today, said, contracts, invoices, drafts, typed, noted };
}

/** A list as far as it is known: a machine that was never told it, or a token that may not read it, says the rest all the same. */
async function known<Item>(list: Promise<Item[]>, { reads }: Session["machine"]): Promise<Item[]> {
  return orNone(list).catch((failure: unknown) => {
    if (isFailure(failure, "auth.forbidden") || (isAway(failure) && reads !== "fresh")) return [];
    throw failure;
  });
}
