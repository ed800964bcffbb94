import type { Schemas } from "../../client/company.ts";
import type { Month } from "../../domain/calendar.ts";
import type { FiledPayslip, Movement } from "../../domain/local/filed.ts";
import { type Cents, sum } from "../../domain/money.ts";
import { isFailure, PorteError } from "../../errors.ts";
import type { Reading } from "../../payroll/law.ts";
import { payslip as payslipOf } from "../../payroll/payslip.ts";
import type { ExplainingPayslip, KnownCauses } from "../../portage/account-causes.ts";
import { pursesOf } from "../../portage/account-headings.ts";
import { questionFrom } from "../../portage/asked.ts";
import type { InputValues, Known } from "../../portage/inputs.ts";
import {
  type OwnEntry,
  type OwnPay,
  type OwnTerms,
  ownEntries,
  type StatementGap,
  statementGap,
} from "../../portage/own-account.ts";
import { yearToDateOf } from "../../portage/run.ts";
import { lawOf, settle } from "../../portage/simulate.ts";
import { NO_PROVISIONS, reserveFor } from "../../portage/waterfall.ts";
import { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import type { ShownAccount } from "../account.ts";
import { lawInUse } from "../law-in-use.ts";
import { isStanding } from "../papers/expectation.ts";
import { filedPayslips } from "../papers/filed.ts";
import type { Session } from "../session.ts";
import { termsByMonth } from "./terms-of-month.ts";

type Own = Pick<Session, "reader" | "machine" | "folder">;

/** An account that is worked out here: what should be there, what a statement says, and what is not known. */
export interface OwnAccount {
  readonly entries: readonly OwnEntry[];
  readonly statement: StatementGap | null;
  /** The months whose payslips say neither gross nor net: their pay is not booked. */
  readonly unknownPays: readonly Month[];
  /** The lines that the law makes of each payslip, and the expenses that were paid back: what lies behind the entries. */
  readonly causes: KnownCauses;
}

/**
 * Works out what a company's account should hold from what is known here.
 * @param until the last month that counts; all of them where none is named.
 * @throws {PorteError} `local.unknown` where the fee is not known and nobody noted what was taken.
 */
export async function ownAccount(own: Own, until?: Month): Promise<OwnAccount> {
  const { reader, machine, folder } = own;
  const movements = movementsOf(folder);
  const [reports, expenses] = await Promise.all([reader.reports(), reader.expenses()]);
  const knownOf = termsByMonth(new Records(folder), reports, machine.today());
  const papers = standing(filedPayslips({ folder }));
  const { reading } = await lawInUse(machine);
  const isCounted = ({ month }: { readonly month: Month }) => until === undefined || month <= until;
  const paidBack = expenses.flatMap(({ id, payslipMonth, amountCents, taxableCents, state }) =>
    state === "reimbursed" && payslipMonth !== null
      ? [{ id, month: payslipMonth, cents: amountCents - taxableCents }]
      : [],
  );
  const paid = paysOf(papers, knownOf, { reading, today: machine.today() });
  const entries = ownEntries({
    declared: reports.filter(isStanding).filter(isCounted),
    termsOf: (month) => takenBy(knownOf(month)),
    pays: paid.pays.filter(isCounted),
    expenses: paidBack.filter(isCounted),
    movements: movements.filter(isCounted),
  });
  if (entries === null) throw new PorteError("local.unknown", { what: "fee" });
  const statement = movements.filter(({ source }) => source === "statement").filter(isCounted);
  return {
    entries,
    statement: statementGap(entries, statement),
    causes: {
      payslips: paid.slips.filter(({ id }) => isCounted({ month: id })),
      expenses: expenses.filter(({ state }) => state === "reimbursed"),
    },
    unknownPays: paid.unknown.filter((month) => isCounted({ month })),
  };
}

function takenBy({ fee, feeCap = null, feeBase = "turnover", charges = [] }: Known): OwnTerms {
  return { fee: fee === undefined ? null : { feePpm: fee, feeCapCents: feeCap, feeBase }, charges };
}

/** Lists the money that was noted, latest first. */
export function movementsOf(folder: string): Movement[] {
  return new Records(folder)
    .latest("movements", OWN)
    .flatMap(({ value }) => value ?? [])
    .sort((one, other) => other.day.localeCompare(one.day));
}

/** The paper that counts of each month, the earliest first. */
function standing(papers: readonly FiledPayslip[]): FiledPayslip[] {
  return papers
    .filter(({ month }, index) => papers.findIndex((one) => one.month === month) === index)
    .toSorted((one, other) => one.month.localeCompare(other.month));
}

interface Terms {
  readonly reading: Reading;
  readonly today: string;
}

/** What each payslip took from the account: its own figures where it says them, and what the law makes of its gross pay for the rest. */
function paysOf(
  papers: readonly FiledPayslip[],
  knownOf: (month: Month) => Known,
  terms: Terms,
): { pays: OwnPay[]; slips: ExplainingPayslip[]; unknown: Month[] } {
  const pays: OwnPay[] = [];
  const slips: ExplainingPayslip[] = [];
  const unknown: Month[] = [];
  const before: { month: Month; grossCents: Cents }[] = [];
  for (const paper of papers) {
    const pay = payOf(paper, knownOf(paper.month), before, terms);
    if (pay === null) unknown.push(paper.month);
    else {
      const { lines, generalReductionCents, ...own } = pay;
      pays.push(own);
      slips.push({ id: paper.month, lines, generalReductionCents });
      before.push({ month: paper.month, grossCents: pay.netPaidCents + pay.employeeCents + pay.withholdingCents });
    }
  }
  return { pays, slips, unknown };
}

function payOf(
  { month, grossCents, netPaidCents, transferDate }: FiledPayslip,
  known: Known,
  before: readonly { readonly month: Month; readonly grossCents: Cents }[],
  { reading, today }: Terms,
): (OwnPay & Omit<ExplainingPayslip, "id">) | null {
  const asked = askedOf({ grossCents, netPaidCents });
  if (asked === null) return null;
  try {
    const moment = {
      today,
      reading,
      yearToDate: (of: Month, situation: Parameters<typeof yearToDateOf>[2]) =>
        yearToDateOf(before, of, situation, reading),
    };
    const { question } = questionFrom({ ...asked, date: month }, known, moment);
    const law = lawOf(question);
    const gross = grossCents ?? settle(question, law).payslip.grossCents;
    const slip = payslipOf(law, gross, question.taxRate);
    const net = netPaidCents ?? slip.netPaidCents;
    return {
      month,
      day: transferDate,
      employerCents: slip.employerCents,
      employeeCents: slip.employeeCents,
      withholdingCents: gross - slip.employeeCents - net,
      netPaidCents: net,
      reserveCents: reserveFor(law, question.terms)(gross),
      kept: NO_PROVISIONS,
      released: NO_PROVISIONS,
      lines: slip.lines,
      generalReductionCents: slip.generalReductionCents,
    };
  } catch (failure) {
    if (isFailure(failure, "portage.unreachable", "portage.nothing_left", "law.not_covered", "payroll.gross_range"))
      return null;
    throw failure;
  }
}

function askedOf({ grossCents, netPaidCents }: Pick<FiledPayslip, "grossCents" | "netPaidCents">): InputValues | null {
  if (grossCents !== null && grossCents > 0) return { gross: grossCents };
  return netPaidCents !== null && netPaidCents > 0 ? { paid: netPaidCents } : null;
}

/** The balances of a month of an account that is worked out here. */
export function balancesOf(entries: readonly OwnEntry[], month: Month): Schemas["Account"] {
  const until = entries.filter((one) => one.month <= month);
  const { activity, reserve, provision } = pursesOf(until);
  const before = pursesOf(entries.filter((one) => one.month < month));
  const own = entries.filter((one) => one.month === month);
  const kinds = [...new Set(own.map(({ kind, fund }) => `${kind} ${fund}`))];
  const totals = kinds.map((name) => {
    const same = own.filter(({ kind, fund }) => `${kind} ${fund}` === name);
    return { kind: same[0]?.kind, fund: same[0]?.fund, amountCents: sum(same.map(({ amountCents }) => amountCents)) };
  });
  return {
    month,
    balanceCents: activity + reserve + provision,
    activityCents: activity,
    reserveCents: reserve,
    provisionCents: provision,
    advanceCents: 0,
    opening: { activityCents: before.activity, reserveCents: before.reserve, provisionCents: before.provision },
    totals: totals as Schemas["Account"]["totals"],
    businessContributionCents: 0,
  };
}

/** Entries that are worked out here, as a company tells its own: nobody booked them, so each bears the noon of its day, today as tomorrow. */
export function asEntries(entries: readonly OwnEntry[]): Schemas["AccountEntry"][] {
  return entries.map(({ isNoted: _noted, label = "", ...entry }) => ({
    ...entry,
    kind: entry.kind as Schemas["AccountEntry"]["kind"],
    label,
    recordedAt: `${entry.day}T12:00:00.000Z`,
    recordedBy: "porte",
  }));
}

/** The account as it is shown: the balances of a month, and its entries or those of every month. */
export async function shownOwnAccount(
  own: Own,
  { month, isWhole, explains }: { readonly month: Month; readonly isWhole: boolean; readonly explains: boolean },
): Promise<ShownAccount> {
  const found = await ownAccount(own, isWhole ? undefined : month);
  const shown = isWhole ? found.entries : found.entries.filter((one) => one.month === month);
  const { statement, unknownPays } = found;
  const account = balancesOf(found.entries, month);
  const entries = asEntries(shown);
  const computed = new Set(shown.flatMap(({ id, isNoted }) => (isNoted ? [] : [id])));
  return {
    account,
    entries: explains ? entries.map((one) => (computed.has(one.id) ? withCause(one) : one)) : entries,
    causes: explains ? found.causes : null,
    own: { statement, unknownPays, computed },
  };
}

/** An entry that was worked out of its month's payslip, with that as its cause. */
function withCause(entry: Schemas["AccountEntry"]): Schemas["AccountEntry"] {
  const { month, kind } = entry;
  return OF_PAYSLIP.has(kind) ? { ...entry, cause: { kind: "payslip", id: month, reference: month } } : entry;
}

const OF_PAYSLIP: ReadonlySet<string> = new Set([
  ...["employer-contributions", "employee-contributions", "withholding", "net-pay", "expense-reimbursement"],
]);
