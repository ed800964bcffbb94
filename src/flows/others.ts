import { PorteError } from "../errors.ts";
import { ExpenseDrafts } from "../store/expense-drafts.ts";
import { People } from "../store/people.ts";
import { ReportDrafts } from "../store/report-drafts.ts";
import { UnfinishedExpenses } from "../store/unfinished-expense.ts";
import type { Owner } from "./session.ts";

/** Tells the machine how many things typed for other people lie in the profile in use. */
export async function tellOthers(owner: Owner): Promise<void> {
  const count = await othersCount(owner);
  if (count > 0) owner.machine.onOthers(count);
}

/** Counts what others of the profile in use have typed and not sent: months, expenses, one that was being added. */
export async function othersCount({ machine, profile, folder }: Owner): Promise<number> {
  const counts = await Promise.all(new People(machine.folders, profile).others(folder).map(waitingIn));
  return counts.reduce((total, count) => total + count, 0);
}

async function waitingIn(folder: string): Promise<number> {
  const counts = await Promise.all([
    counted(async () => (await new ReportDrafts(folder).waiting()).length),
    counted(async () => (await new ExpenseDrafts(folder).list()).length),
    counted(async () => ((await new UnfinishedExpenses(folder).find()) === null ? 0 : 1)),
  ]);
  return counts.reduce((total, count) => total + count, 0);
}

/** What cannot be read is something still; whose it is will be told of it. */
function counted(work: () => Promise<number>): Promise<number> {
  return work().catch((failure: unknown) => {
    if (failure instanceof PorteError) return 1;
    throw failure;
  });
}
