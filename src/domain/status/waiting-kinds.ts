import { addDays, daysBetween } from "../calendar.ts";
import { watchClient, watchConclusion, watchLevel } from "../contracts/watches.ts";
import { sum } from "../money.ts";
import { earliestDay, promisedPay, stateOf } from "./facts.ts";
import { concludedOn, isUnsigned, type KindRows, remote, watched } from "./found.ts";

const showIt = ({ month }: { readonly month: string }) => `porte declare show ${month}`;

/** What others do. */
export const WAITING_KINDS: KindRows<
  | "contract-at-others"
  | "first-level"
  | "invoice-late"
  | "invoice-cancelled"
  | "contract-late"
  | "client-months"
  | "proposal-waits"
  | "report-at-client"
  | "report-waits"
  | "report-approved"
  | "expenses-read"
> = {
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
      invoices
        .filter((one) => stateOf(one, today) === "late")
        .map(({ id, number, mission, month, amountCents, paidCents, dueOn, nextReminderOn, reminders }) => ({
          ...{ kind: "invoice-late", id, number, mission, month, amountCents: amountCents - paidCents },
          ...{ daysLate: daysBetween(dueOn, today), remindedOn: reminders.at(-1)?.sentOn ?? null, nextReminderOn },
          ...{ since: addDays(dueOn, 1), waitingOn: "client" },
        })),
    command: ({ month }) => `porte account track ${month}`,
  },
  "contract-late": {
    section: "waiting",
    find: (facts) =>
      watched(facts, "contract-late", (mission) => watchConclusion(mission, concludedOn(facts, mission), facts.today)),
    command: () => "porte contracts list",
  },
  "invoice-cancelled": {
    section: "waiting",
    find: ({ invoices }) =>
      invoices.flatMap(({ id, number, mission, month, amountCents, paidCents, state, cancellation }) => {
        const isBilledAgain = invoices.some(
          (one) => one.state !== "cancelled" && one.mission === mission && one.month === month,
        );
        if (state !== "cancelled" || isBilledAgain) return [];
        /** The last one that was cancelled stands for those before it. */
        const [latest] = invoices
          .filter((one) => one.mission === mission && one.month === month)
          .toSorted((one, other) => (one.number < other.number ? 1 : -1));
        if (latest?.id !== id) return [];
        const since = earliestDay([cancellation?.recordedAt ?? ""].filter((at) => at !== ""));
        return [
          {
            ...{ kind: "invoice-cancelled", id, number, mission, month, amountCents: amountCents - paidCents },
            ...{ waitingOn: "company", ...since },
          },
        ];
      }),
    command: ({ month }) => `porte account track ${month}`,
  },
  "proposal-waits": {
    section: "waiting",
    find: ({ proposals }) =>
      proposals.flatMap(({ id, kind, reference, state, submittedAt, warnings }) =>
        state === "proposed"
          ? [
              {
                ...{ kind: "proposal-waits", id, mission: reference, proposes: kind, waitingOn: "company" },
                isToldLate: warnings.some(({ code }) => code === "price-late"),
                ...earliestDay([submittedAt]),
              },
            ]
          : [],
      ),
    command: ({ mission }) => `porte missions show ${mission}`,
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
        ...promisedPay(facts, month),
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
};
