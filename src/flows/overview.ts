import type { Schemas } from "../client/company.ts";
import { isAway } from "../client/unanswered.ts";
import { stateOn } from "../domain/contracts/state.ts";
import { reportMonths, type StatusFacts, type UntoldPrice } from "../domain/status/facts.ts";
import type { Overview } from "../domain/status/items.ts";
import { overviewOf } from "../domain/status/kinds.ts";
import { isFailure } from "../errors.ts";
import { Refusals } from "../store/refusals.ts";
import { ReportDrafts } from "../store/report-drafts.ts";
import { UntoldPrices } from "../store/untold-prices.ts";
import { lacksReceipt, storedExpenses } from "./expenses/drafts.ts";
import { draftRecurring } from "./expenses/recurring.ts";
import { lawInUse } from "./law-in-use.ts";
import { minimumOf } from "./minimum-pay.ts";
import { tellOthers } from "./others.ts";
import { orNone } from "./records/or-none.ts";
import type { Session } from "./session.ts";
import { usedDays } from "./used-days.ts";

/** Reads all that `porte status` shows. */
export async function overview(session: Session): Promise<Overview> {
  return overviewOf(await statusFacts(session));
}

/** Reads what a status is made of: what the company says, and what is kept here. */
export async function statusFacts(session: Session): Promise<StatusFacts> {
  const { reader, machine, folder } = session;
  await Promise.all([draftRecurring(session), tellOthers(session)]);
  const local = session.isLocal ? await (await import("./local/local-status.ts")).localStatus(session) : null;
  const [said, documents, invoices, payments, proposals, kept, noted, prices] = await Promise.all([
    local?.said ?? reader.overview(),
    known(reader.contracts(), machine),
    known(reader.invoices(), machine),
    known(reader.clientPayments(), machine),
    known(reader.proposals(), machine),
    storedExpenses(session),
    new Refusals(folder).noted(),
    new UntoldPrices(folder).list(),
  ]);
  const reports = new ReportDrafts(folder);
  const today = machine.today();
  const months = reportMonths(today, said.me.contract?.start ?? null);
  const typed = (await Promise.all(months.map((month) => reports.find(month)))).filter((draft) => draft !== null);
  const drafts = kept.map((draft) => ({ ...draft, lacksReceipt: lacksReceipt(draft) }));
  const contracts = documents.map((one) => ({ ...one, state: stateOn(one, today) }));
  const [minimums, daysUsed] = await Promise.all([
    local === null ? minimumsOf(machine, said as Schemas["Overview"]) : [],
    usedDays(reader, local?.missions ?? (said as Schemas["Overview"]).missions),
  ]);
  const untold = prices.filter((price) => !proposals.some((one) => isTold(price, one)));
  const shown = { contracts, invoices, payments, proposals };
  return { today, said, ...shown, minimums, daysUsed, untold, drafts, typed, noted, own: local?.own ?? null };
}

/** States of a month that was worked and whose pay is still to be made. */
const TO_BE_PAID = ["submitted", "awaiting-client", "approved"];

/** The least gross pay of each month that was worked and has no payslip. The law is loaded where there is such a month. */
async function minimumsOf(machine: Session["machine"], { activityReports, payslips, me }: Schemas["Overview"]) {
  const months = activityReports
    .filter(({ month, state }) => TO_BE_PAID.includes(state) && payslips.every((slip) => slip.month !== month))
    .map(({ month }) => month)
    .toSorted();
  if (months.length === 0) return [];
  const { law } = (await lawInUse(machine)).reading;
  const table = law?.minimumPay ?? (await import("../payroll/parameters/agreement.ts")).MINIMUM_PAY;
  return months.flatMap((month) => {
    const amountCents = minimumOf(me.contract, month, table);
    return amountCents === null ? [] : [{ month, amountCents }];
  });
}

/** Says whether a proposal holds a price that is kept here, as where a command was cut off once it had arrived. */
function isTold({ mission, agreedOn, dailyRateCents }: UntoldPrice, one: Schemas["MissionProposal"]): boolean {
  return (
    one.reference === mission && one.amendment?.agreedOn === agreedOn && one.amendment.dailyRateCents === dailyRateCents
  );
}

/** A list as far as it is known: a machine that was never told it, or a token that may not read it, says the rest all the same. */
async function known<Item>(list: Promise<Item[]>, { reads }: Session["machine"]): Promise<Item[]> {
  return orNone(list).catch((failure: unknown) => {
    if (isFailure(failure, "auth.forbidden") || (isAway(failure) && reads !== "fresh")) return [];
    throw failure;
  });
}
