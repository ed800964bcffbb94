import { englishFormat } from "../format.ts";
import type { frMonth, frMonthHelp } from "../fr/month.ts";
import { englishForm as form } from "../plural.ts";

/** What is said of what waits, and the end of a month. */
export const enMonth: typeof frMonth = {
  status: {
    todo: "To do",
    waiting: "With others",
    money: "Money",
    allDone: "Nothing waits for you.",
    reportDue: (month, day) => `report of ${month} to send before ${day}`,
    reportLate: (month, day) => `report of ${month} due since ${day}`,
    reportDraft: (month) => `draft of ${month} not sent yet`,
    reportRefused: (month, reason) => `report of ${month} refused: ${reason}`,
    expensesWaiting: (count, amount) => `${count} ${form(count, "expense", "expenses")} to send, ${amount}`,
    receiptsMissing: (count) => `${count} ${form(count, "expense", "expenses")} without a receipt`,
    expenseQuestioned: (amount, question) => `The company asks of an expense of ${amount}: ${question}`,
    expenseRefused: (amount, reason) => `expense of ${amount} refused: ${reason}`,
    reportQueued: (month) => `report of ${month} queued: it leaves as soon as the company answers`,
    reportWaits: (month) => `report of ${month}: the company is reading it`,
    reportApproved: (month) => `report of ${month} approved: pay comes next`,
    reportAtClient: (month) => `report of ${month}: the client is reading it`,
    expensesRead: (count, amount) =>
      `${count} ${form(count, "expense", "expenses")}, ${amount}: the company is reading them`,
    transfer: (amount, day) => `transfer of ${amount} on ${day}`,
    transferred: (amount, day) => `last transfer: ${amount} on ${day}`,
    balance: (balance, reserve) => `balance ${balance}, of which reserve ${reserve}`,
  },
  monthEnd: {
    title: (month) => `The end of ${month}`,
    steps: {
      declare: "declare",
      receipts: "receipts",
      send: "send",
      approval: "approvals",
      payslip: "payslip",
    },
    states: { done: "done", skipped: "left aside", later: "later" },
    waitingOn: { me: "yours", machine: "leaves from here", company: "with the company", client: "with the client" },
    since: (who, instant) => `${who} since ${instant}`,
    transfer: (day) => `transfer on ${day}`,
    ask: (step) => `Step "${step}"?`,
    take: "take it",
    skip: "leave it aside this month",
    leave: "stop here",
    askDate: "Date of the expense",
  },
  sync: {
    draft: (month, code) =>
      `Report for ${month} is a draft: it is not sent before it is finished (porte declare ${code}).`,
    nothing: "Nothing waits: all of it is with the company.",
    sent: (month, version) => `Report of ${month} sent (version ${version}).`,
    waits: (month, reason) => `Report of ${month} still queued: ${reason}`,
  },
  undo: {
    done: (act) => `Undone: ${act}.`,
    none: "Nothing to undo.",
    acts: {
      declare: (about) => `days declared for ${englishFormat.month(about)}`,
      restore: (about) => `version of ${englishFormat.month(about)} brought back`,
      "expense-added": (about) => `expense kept (€${about})`,
      "expense-changed": (about) => `expense changed (€${about})`,
      "expense-removed": (about) => `expense forgotten (€${about})`,
      "receipt-attached": (about) => `receipt attached (€${about})`,
      vehicle: (about) => `vehicle (${about})`,
      "step-skipped": (about) => `step left aside (${about})`,
      "step-resumed": (about) => `step taken up again (${about})`,
      match: (about) => `reading rule (${about})`,
      "day-length": (about) => `length of a day (${about})`,
    },
  },
};

/** The help of what waits, and the end of a month. */
export const enMonthHelp: typeof frMonthHelp = {
  month: {
    month: "month: 2026-11, 11/2026, current or last; without it, the one before until the 15th, then this one",
    skip: "leave a step of this month aside",
    resume: "take up a step left aside",
    unattended: "for cron: send what is queued; silent and 0, unless you are waited for (exit code 6)",
  },
  undo: { list: "see what can be undone" },
};
