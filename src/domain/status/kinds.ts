import { payTransferDay } from "../banking-days.ts";
import { addDays, type Day, daysBetween, monthOf } from "../calendar.ts";
import { signedOn } from "../contracts/state.ts";
import { type Watch, watchClient, watchConclusion, watchLevel, watchTrial } from "../contracts/watches.ts";
import { invoiceState } from "../invoicing.ts";
import { sum } from "../money.ts";
import {
  askedFrom,
  type ContractFact,
  earliestDay,
  expensesDueDay,
  type MissionFact,
  type ReportFact,
  reportDueDay,
  reportMonths,
  type StatusFacts,
} from "./facts.ts";
import type { ItemOf, Overview, StatusItem, StatusKind } from "./items.ts";

/** One kind: in which section it stands, what of the facts makes it appear, and the command that ends or shows it. */
interface KindRow<Kind extends StatusKind> {
  readonly section: keyof Overview;
  readonly find: (facts: StatusFacts) => readonly ItemOf<Kind>[];
  /** @param short gives how an identifier is typed. */
  readonly command: (item: ItemOf<Kind>, short: (id: string) => string) => string;
}

const declareIt = ({ month }: { readonly month: string }) => `porte declare ${month}`;
const showIt = ({ month }: { readonly month: string }) => `porte declare show ${month}`;

/**
 * Every kind, in the order of what it costs to leave it: a month without a report brings no pay, an expense that waits is paid back later, a
 * refusal that is not looked at is a loss. In a section items stand in this order, and those of one kind by the day on which they become late.
 */
export const STATUS_KINDS: { readonly [Kind in StatusKind]: KindRow<Kind> } = {
  "contract-to-sign": {
    section: "todo",
    find: ({ contracts }) =>
      contracts.flatMap(({ id, mission, ...one }) =>
        isUnsigned(one, "porte") ? [{ kind: "contract-to-sign", id, mission, ...earliestDay([one.sentAt ?? ""]) }] : [],
      ),
    command: ({ id }, short) => `porte contracts sign ${short(id)}`,
  },
  "report-refused": {
    section: "todo",
    find: (facts) =>
      remote(facts, "refused", ({ month, reason, decidedAt }) => ({
        ...{ kind: "report-refused", month, reason: reason ?? "", due: reportDueDay(facts, month) },
        ...earliestDay(decidedAt === null ? [] : [decidedAt]),
      })),
    command: declareIt,
  },
  "report-late": {
    section: "todo",
    find: (facts) =>
      lacking(facts).flatMap((month) => {
        const day = reportDueDay(facts, month);
        const isTold = facts.today > day && typedState(facts, month) !== "draft";
        return isTold ? [{ kind: "report-late", month, day, since: day, due: day }] : [];
      }),
    command: declareIt,
  },
  "report-draft": {
    section: "todo",
    find: (facts) =>
      lacking(facts).flatMap((month) => {
        if (typedState(facts, month) !== "draft") return [];
        const day = reportDueDay(facts, month);
        const saved = facts.typed.flatMap((one) => (one.month === month ? [one.savedAt] : []));
        return [{ kind: "report-draft", month, day, isLate: facts.today > day, due: day, ...earliestDay(saved) }];
      }),
    command: declareIt,
  },
  "report-due": {
    section: "todo",
    find: (facts) =>
      lacking(facts).flatMap((month) => {
        const [day, since] = [reportDueDay(facts, month), askedFrom(facts, month)];
        const isTold = facts.today >= since && facts.today <= day && typedState(facts, month) !== "draft";
        return isTold ? [{ kind: "report-due", month, day, since, due: day }] : [];
      }),
    command: declareIt,
  },
  "report-queued": {
    section: "todo",
    find: (facts) =>
      monthsOf(facts).flatMap((month) => {
        if (typedState(facts, month) !== "queued") return [];
        const saved = facts.typed.flatMap((one) => (one.month === month ? [one.savedAt] : []));
        return [{ kind: "report-queued", month, due: reportDueDay(facts, month), ...earliestDay(saved) }];
      }),
    command: () => "porte sync",
  },
  "expense-questioned": {
    section: "todo",
    find: (facts) =>
      facts.said.expenses
        .filter(({ state }) => state === "questioned")
        .map(({ id, amountCents, question }) => ({
          kind: "expense-questioned",
          ...{ id, amountCents, question: question ?? "", due: expensesDueDay(facts) },
        })),
    command: ({ id }, short) => `porte expenses answer ${short(id)}`,
  },
  "receipts-missing": {
    section: "todo",
    find: (facts) => {
      const missing = facts.drafts.filter(({ lacksReceipt }) => lacksReceipt);
      if (missing.length === 0) return [];
      const since = earliestDay(missing.map(({ savedAt }) => savedAt));
      return [{ kind: "receipts-missing", count: missing.length, due: expensesDueDay(facts), ...since }];
    },
    command: () => "porte expenses list --missing",
  },
  "expenses-to-send": {
    section: "todo",
    find: (facts) => {
      const drafts = facts.drafts.filter(({ lacksReceipt }) => !lacksReceipt);
      if (drafts.length === 0) return [];
      const amountCents = sum(drafts.map((draft) => draft.amountCents));
      const since = earliestDay(drafts.map(({ savedAt }) => savedAt));
      return [{ kind: "expenses-to-send", count: drafts.length, amountCents, due: expensesDueDay(facts), ...since }];
    },
    command: () => "porte expenses submit",
  },
  "expense-refused": {
    section: "todo",
    find: (facts) => {
      /** The refusals of this month and the last that nobody has taken note of: older ones are in the list. */
      const [first = monthOf(facts.today)] = monthsOf(facts);
      return facts.said.expenses.flatMap(({ id, state, amountCents, reason, decidedAt }) =>
        state === "refused" && (decidedAt ?? "") >= first && !facts.noted.has(id)
          ? [{ kind: "expense-refused", id, amountCents, reason: reason ?? "", ...earliestDay([decidedAt ?? ""]) }]
          : [],
      );
    },
    command: ({ id }, short) => `porte expenses remove ${short(id)}`,
  },
  "trial-end": {
    section: "todo",
    find: ({ said: { me }, today }) =>
      me.contract === null
        ? []
        : watchTrial(me.contract, today).map(({ day, isLate }) => ({
            kind: "trial-end",
            day,
            isPast: isLate,
            due: day,
          })),
    command: () => "porte contracts list",
  },
  "contract-at-others": {
    section: "waiting",
    find: ({ contracts }) =>
      contracts.flatMap(({ id, mission, ...one }) => {
        const waitingOn = (["client", "company"] as const).find((party) => isUnsigned(one, party));
        if (waitingOn === undefined || isUnsigned(one, "porte")) return [];
        return [{ kind: "contract-at-others", id, mission, waitingOn, ...earliestDay([one.sentAt ?? ""]) }];
      }),
    command: ({ id }, short) => `porte contracts show ${short(id)}`,
  },
  "first-level": {
    section: "waiting",
    find: ({ said: { me }, today }) =>
      me.contract === null
        ? []
        : watchLevel(me.contract, today).map(({ day, isLate }) => ({
            ...{ kind: "first-level", day, isPast: isLate, waitingOn: "company" },
          })),
    command: () => "porte contracts list",
  },
  "invoice-late": {
    section: "waiting",
    find: ({ invoices, today }) =>
      invoices.flatMap(({ id, number, mission, month, amountCents, paidCents, dueOn, nextReminderOn, state }) =>
        invoiceState({ amountCents, paidCents, dueOn, isCancelled: state === "cancelled" }, today) === "late"
          ? [
              {
                ...{ kind: "invoice-late", id, number, mission, month, amountCents: amountCents - paidCents },
                ...{
                  daysLate: daysBetween(dueOn, today),
                  nextReminderOn,
                  since: addDays(dueOn, 1),
                  waitingOn: "client",
                },
              },
            ]
          : [],
      ),
    command: ({ month }) => `porte account track ${month}`,
  },
  "contract-late": {
    section: "waiting",
    find: (facts) =>
      watched(facts, "contract-late", (mission) => watchConclusion(mission, concludedOn(facts, mission), facts.today)),
    command: () => "porte contracts list",
  },
  "client-months": {
    section: "waiting",
    find: (facts) =>
      watched(facts, "client-months", (mission) => watchClient(mission, facts.said.missions, facts.today)),
    command: () => "porte missions list",
  },
  "report-at-client": {
    section: "waiting",
    find: (facts) =>
      remote(facts, "awaiting-client", ({ month, receipt }) => ({
        ...{ kind: "report-at-client", month, waitingOn: "client" },
        ...earliestDay([receipt.submittedAt]),
      })),
    command: showIt,
  },
  "report-waits": {
    section: "waiting",
    find: (facts) =>
      remote(facts, "submitted", ({ month, receipt }) => ({
        ...{ kind: "report-waits", month, waitingOn: "company" },
        ...earliestDay([receipt.submittedAt]),
      })),
    command: showIt,
  },
  "report-approved": {
    section: "waiting",
    find: (facts) =>
      remote(facts, "approved", ({ month, decidedAt }) => ({
        ...{ kind: "report-approved", month, waitingOn: "company" },
        promisedBy: payTransferDay(month, facts.said.company.deadlines.transferDay),
        ...earliestDay(decidedAt === null ? [] : [decidedAt]),
      })),
    command: showIt,
  },
  "expenses-read": {
    section: "waiting",
    find: ({ said }) => {
      const read = said.expenses.filter(({ state }) => state === "submitted");
      if (read.length === 0) return [];
      const amountCents = sum(read.map((one) => one.amountCents));
      const since = earliestDay(read.map(({ submittedAt }) => submittedAt));
      return [{ kind: "expenses-read", count: read.length, amountCents, waitingOn: "company", ...since }];
    },
    command: () => "porte expenses list",
  },
  transfer: {
    section: "money",
    find: ({ said: { payslips }, today }) =>
      payslips
        .slice(0, 1)
        .flatMap(({ transferCents: amountCents, transferDate: day }) =>
          day >= today ? [{ kind: "transfer", amountCents, day }] : [],
        ),
    command: () => "porte payslips list",
  },
  transferred: {
    section: "money",
    find: ({ said: { payslips }, today }) =>
      payslips
        .slice(0, 1)
        .flatMap(({ transferCents: amountCents, transferDate: day }) =>
          day < today ? [{ kind: "transferred", amountCents, day }] : [],
        ),
    command: () => "porte payslips list",
  },
  balance: {
    section: "money",
    find: ({ said: { account } }) => [
      { kind: "balance", balanceCents: account.balanceCents, reserveCents: account.reserveCents },
    ],
    command: () => "porte account",
  },
};

/** Says what is to do, in the order of what it costs to leave it, where the money stands, and what others do. */
export function overviewOf(facts: StatusFacts): Overview {
  const rows = Object.values(STATUS_KINDS) as KindRow<StatusKind>[];
  const found = rows.map(({ section, find }) => ({ section, items: [...find(facts)].sort(byDue) }));
  const of = (name: keyof Overview) => found.flatMap(({ section, items }) => (section === name ? items : []));
  return { todo: of("todo"), waiting: of("waiting"), money: of("money") };
}

/** The command that ends an item, or that shows it. */
export function commandFor(item: StatusItem, short: (id: string) => string): string {
  return (STATUS_KINDS[item.kind] as KindRow<StatusKind>).command(item, short);
}

/** Says whether a document that was sent waits for somebody's signature. */
function isUnsigned({ state, sentAt, signatures }: Pick<ContractFact, "state" | "sentAt" | "signatures">, who: string) {
  return state === "sent" && sentAt !== null && signatures.some(({ party, at }) => party === who && at === null);
}

/** What some watches say of each mission, as items of their kind. */
function watched<Kind extends "contract-late" | "client-months">(
  { said }: StatusFacts,
  kind: Kind,
  watchesOf: (mission: MissionFact) => readonly Watch[],
) {
  return said.missions.flatMap((mission) =>
    watchesOf(mission).map(({ day, isLate }) => ({
      ...{ kind, id: mission.id, mission: mission.reference, day, isPast: isLate },
      ...{ waitingOn: "company" as const },
    })),
  );
}

/** The day on which everybody had signed a mission's contract with its client; null before, undefined where no contract of it is known. */
function concludedOn({ contracts }: StatusFacts, { reference }: MissionFact): Day | null | undefined {
  const own = contracts.filter(({ mission, state }) => mission === reference && state !== "replaced");
  if (own.length === 0) return undefined;
  return own.flatMap((one) => (one.kind === "client" ? (signedOn(one) ?? []) : []))[0] ?? null;
}

function byDue(one: StatusItem, other: StatusItem): number {
  return (one.due ?? "9999").localeCompare(other.due ?? "9999");
}

function monthsOf({ today, said }: StatusFacts): string[] {
  return reportMonths(today, said.me.contract?.start ?? null);
}

function typedState({ typed }: StatusFacts, month: string): string | undefined {
  return typed.find((one) => one.month === month)?.state;
}

/** The months that the company holds no report of, and that are not on their way to it. */
function lacking(facts: StatusFacts): string[] {
  return monthsOf(facts).filter((month) => {
    const held = facts.said.activityReports.find((one) => one.month === month)?.state;
    return (held === undefined || held === "withdrawn") && typedState(facts, month) !== "queued";
  });
}

/** What is said of the reports that the company holds in a state, but for those that are sent again. */
function remote<Item>(facts: StatusFacts, state: string, tell: (report: ReportFact) => Item): Item[] {
  const months = monthsOf(facts);
  return facts.said.activityReports
    .filter((one) => one.state === state && months.includes(one.month) && typedState(facts, one.month) !== "queued")
    .map(tell)
    .toReversed();
}
