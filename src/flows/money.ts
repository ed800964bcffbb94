import { type Day, type Month, monthOf } from "../domain/calendar.ts";
import { type Cents, sum } from "../domain/money.ts";
import { isFailure, PorteError } from "../errors.ts";
import { LEGISLATION } from "../payroll/legislation.ts";
import { type Exposure, exposureOf } from "../portage/exposure.ts";
import { type Parcel, parcels, stageSums } from "../portage/parcel.ts";
import { lawInUse } from "./law-in-use.ts";
import { minimumOf } from "./minimum-pay.ts";
import type { KnownPayslip } from "./records/reader.ts";
import type { Session } from "./session.ts";

/** What a month's pay is owed whatever the client does. */
export interface MonthOwed {
  readonly month: Month;
  /** The least gross pay of the month (agreement, art. 21.3); null where it is not known: no contract, or a month that it covers in part. */
  readonly minimumCents: Cents | null;
  /** The day of the transfer of the month's pay; null until there is a payslip. */
  readonly transferDate: Day | null;
}

/** Where a porté's money is. */
export interface TrackedMoney {
  readonly today: Day;
  readonly parcels: readonly Parcel[];
  readonly months: readonly MonthOwed[];
  /** What the company has advanced of minimum pays, and takes back from what is to come. */
  readonly advanceCents: Cents;
}

/** All that is asked of a company to say where a porté's money is, once. */
async function readMoney({ reader, machine }: Pick<Session, "reader" | "machine">) {
  const today = machine.today();
  const [me, company, reports, missions, invoices, payments, payslips, account] = await Promise.all([
    reader.me(),
    reader.profile(),
    reader.reports(),
    reader.missions(),
    reader.invoices(),
    reader.clientPayments(),
    reader.payslips(),
    reader.account(monthOf(today)).catch(unknownFee),
  ]);
  const { law = LEGISLATION } = (await lawInUse(machine)).reading;
  const facts = {
    today,
    reports,
    missions,
    invoices,
    payments,
    payslips: payslips.flatMap(paid),
    feePpm: company.fee?.ratePpm ?? 0,
  };
  const found = parcels({ ...facts, latePayment: law.claims.latePayment });
  return { today, me, company, payslips: facts.payslips, account, law, found };
}

/** An account that cannot be worked out for want of the fee is not known; the rest is. */
function unknownFee(failure: unknown): null {
  if (isFailure(failure, "local.unknown")) return null;
  throw failure;
}

/** A payslip of which it is known what is paid, and when. */
function paid({ month, transferCents, transferDate }: KnownPayslip) {
  return transferCents === null || transferDate === null ? [] : [{ month, transferCents, transferDate }];
}

/** Follows the money of each month, or of one. */
export async function trackMoney(session: Session, month: Month | undefined): Promise<TrackedMoney> {
  const { today, me, company, payslips, account, law, found } = await readMoney(session);
  if (company.fee === undefined) throw new PorteError("local.unknown", { what: "fee" });
  const shown = month === undefined ? found : found.filter((one) => one.month === month);
  const months = [...new Set(shown.map((one) => one.month))];
  return {
    today,
    parcels: shown,
    months: months.map((one) => ({
      month: one,
      minimumCents: minimumOf(me.contract, one, law.minimumPay),
      transferDate: payslips.find((slip) => slip.month === one)?.transferDate ?? null,
    })),
    advanceCents: account?.advanceCents ?? 0,
  };
}

const APPROVED: ReadonlySet<string> = new Set(["approved"]);
const OWED: ReadonlySet<string> = new Set(["submitted", "questioned", "approved"]);

/** Says what of a porté's lies at the company, and what would pay it if the company failed. */
export async function findExposure(session: Session): Promise<Exposure> {
  const [money, expenses] = await Promise.all([readMoney(session), session.reader.expenses()]);
  const { today, me, company, payslips, account, law, found } = money;
  const stages = stageSums(found);
  const unpaid = payslips.filter(({ transferDate }) => transferDate > today);
  /** Where nobody approves them, what was claimed and neither refused nor paid back is owed. */
  const isOwed = session.isLocal ? OWED : APPROVED;
  const owed = expenses.filter(({ state }) => isOwed.has(state));
  return exposureOf({
    today,
    held: {
      activity: account?.activityCents ?? null,
      reserve: account?.reserveCents ?? null,
      provision: account?.provisionCents ?? null,
      "unpaid-pay": sum(unpaid.map(({ transferCents }) => transferCents)),
      expenses: sum(owed.map(({ amountCents }) => amountCents)),
      unbilled: stages.declared + stages.approved,
      "unpaid-invoices": stages.invoiced + stages.late,
    },
    guarantee: company.guarantee ?? null,
    contractStart: me.contract?.start ?? null,
    law,
  });
}
