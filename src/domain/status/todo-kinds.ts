import { monthOf } from "../calendar.ts";
import { watchDays, watchPrice, watchTrial } from "../contracts/watches.ts";
import { sum } from "../money.ts";
import { askedFrom, earliestDay, expensesDueDay, reportDueDay } from "./facts.ts";
import { isUnsigned, type KindRows, lacking, monthsOf, remote, typedState } from "./found.ts";

const declareIt = ({ month }: { readonly month: string }) => `porte declare ${month}`;
/** By which everything that had to be told is late. */
const LAST_INSTANT = "2999-12-31T00:00:00Z";

/** What is to do, in the order of what it costs to leave it. */
export const TODO_KINDS: KindRows<
  | "contract-to-sign"
  | "report-refused"
  | "report-late"
  | "report-draft"
  | "report-due"
  | "report-queued"
  | "price-to-tell"
  | "expense-questioned"
  | "receipts-missing"
  | "expenses-to-send"
  | "expense-refused"
  | "days-left"
  | "trial-end"
> = {
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
  "price-to-tell": {
    section: "todo",
    find: ({ untold }) =>
      untold.map(({ mission, agreedOn, dailyRateCents, savedAt }) => {
        const [day] = watchPrice(agreedOn, LAST_INSTANT).map((one) => one.day);
        return {
          ...{ kind: "price-to-tell", mission, agreedOn, dailyRateCents },
          ...(day === undefined ? {} : { due: day }),
          ...earliestDay([savedAt]),
        };
      }),
    command: ({ mission, agreedOn, dailyRateCents }) =>
      `porte missions amend ${mission} ${agreedOn} --tjm ${(dailyRateCents / 100).toFixed(2).replace(/\.00$/, "")}`,
  },
  "days-left": {
    section: "todo",
    find: ({ said: { missions }, daysUsed, today }) =>
      missions.flatMap((mission) =>
        watchDays(mission, daysUsed.get(mission.reference) ?? 0, today).map(({ day, isLate, left = 0 }) => ({
          ...{ kind: "days-left", id: mission.id, mission: mission.reference, left, day, isPast: isLate, due: day },
        })),
      ),
    command: ({ mission }) => `porte missions show ${mission}`,
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
};
