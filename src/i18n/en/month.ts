import { englishFormat } from "../format.ts";
import type { frMonth, frMonthHelp } from "../fr/month.ts";
import { nameOf } from "../names.ts";
import { englishForm as form } from "../plural.ts";

const steps = {
  declare: "declare",
  receipts: "receipts",
  send: "send",
  approval: "approvals",
  payslip: "payslip",
};

const euros = (plain: string) => englishFormat.euros(Math.round(Number(plain) * 100));
const step = (name: string) => nameOf(steps, name);

/** What is said of what is left to do, and of the end of a month. */
export const enMonth: typeof frMonth = {
  status: {
    todo: "To do",
    waiting: "Waiting on others",
    money: "Money",
    allDone: "You're all caught up.",
    reportDue: (month, day) => `report for ${month} to send before ${day}`,
    reportLate: (month, day) => `report for ${month} due since ${day}`,
    reportDraft: (month, day) => `draft for ${month} to send before ${day}`,
    reportDraftLate: (month, day) => `report for ${month} due since ${day}: draft, not sent yet`,
    reportRefused: (month, reason) => `report for ${month} refused${reason === "" ? "" : `: ${reason}`}`,
    expensesWaiting: (count, amount) => `${count} ${form(count, "expense", "expenses")} to send, ${amount}`,
    receiptsMissing: (count) => `${count} ${form(count, "expense", "expenses")} without a receipt`,
    expenseQuestioned: (amount, question) => `question from the company about an expense of ${amount}: ${question}`,
    expenseRefused: (amount, reason) => `expense of ${amount} refused${reason === "" ? "" : `: ${reason}`}`,
    reportQueued: (month) => `report for ${month} waiting to be sent`,
    reportWaits: (month) => `report for ${month} with the company`,
    reportApproved: (month) => `report for ${month} approved: payroll is next`,
    reportAtClient: (month) => `report for ${month} with the client`,
    expensesRead: (count, amount) => `${count} ${form(count, "expense", "expenses")} with the company, ${amount}`,
    transfer: (amount, day) => `transfer of ${amount} on ${day}`,
    transferred: (amount, day) => `last transfer: ${amount} on ${day}`,
    live: (instant: string) => `Live, as of ${instant}. To quit: Ctrl-C`,
    notLive: (instant: string) => `As of ${instant}; trying again. To quit: Ctrl-C`,
    calendar: (file: string, count: number) => `Calendar written: ${file} (${count} ${count === 1 ? "day" : "days"}).`,
    contractToSign: (mission: string) => `contract of mission ${mission} to sign`,
    contractAtOthers: (mission: string, who: "client" | "company") =>
      `contract of mission ${mission} waiting for the ${who === "client" ? "client" : "company"}'s signature`,
    invoiceLate: (number, mission, amount, state) =>
      `invoice ${number} of mission ${mission}, ${amount} before VAT: ${state}`,
    reminded: (day) => `last reminder on ${day}`,
    invoiceCancelled: (number, mission, amount) =>
      `invoice ${number} of mission ${mission} cancelled, ${amount} before VAT: not replaced`,
    invoiceDue: (number, mission, amount, day) =>
      `invoice ${number} of mission ${mission}, ${amount} before VAT: due on ${day}`,
    missionProposed: (mission, isToldLate) =>
      `mission ${mission} proposed to the company${isToldLate ? ", price told after 48 hours" : ""}`,
    amendmentProposed: (mission, isToldLate) =>
      `amendment to mission ${mission} proposed to the company${isToldLate ? ", price told after 48 hours" : ""}`,
    priceToTell: (mission, rate, day) =>
      `new price of mission ${mission} to tell the company: ${rate} a day, agreed on ${day}`,
    minimumOwed: (month, amount) => `minimum owed for ${month}: ${amount} gross, even if the client has not paid`,
    collected: (count, amount) =>
      `${count} ${form(count, "client payment", "client payments")} received by the company and not passed on yet, ${amount} before VAT`,
    complement: (amount, advance) =>
      `to come when clients pay: ${amount}, after the management fee${advance === null ? "" : ` and ${advance} of minimum pay that was advanced`}`,
    setup: "nothing is known of the company yet: five questions, all of them optional",
    missionMissing: "no mission saved: nothing to declare",
    documents: {
      report: (month) => `report for ${month}`,
      expenses: (month) => `expense file for ${month}`,
      client: (month) => `report for ${month} for the client`,
    },
    deliveries: {
      waiting: (document) => `${document} waiting to be sent`,
      sending: (document) => `${document}: sending was interrupted, arrival unknown`,
      prepared: (document) => `${document} ready: to be sent by yourself`,
      failed: (document) => `${document} did not arrive: it was refused`,
      unknown: (document) => `${document}: arrival unknown`,
    },
    payslipMissing: (month, day) => `payslip for ${month} expected since ${day}`,
    payExpected: (month, turnover, day) =>
      `pay for ${month} to come, ${turnover} before VAT declared, ${day === null ? "day unknown" : `due on ${day}`}`,
    since: (day: string) => `since ${day}`,
    promised: (day: string) => `promised by ${day}`,
    promisedLate: (day: string) => `promised by ${day}: late`,
    until: (day: string) => `before ${day}`,
    balance: (balance, reserve) => `balance ${balance}, of which reserve ${reserve}`,
  },
  reminder: {
    title: (count: number) => (count === 1 ? "porte: one thing to do" : `porte: ${count} things to do`),
    cron: "Line to add to your crontab (crontab -e)",
    systemd: "Files for systemd",
    install: "To write the systemd files: porte remind --install",
    written: (file: string) => `File written: ${file}`,
    removed: (file: string) => `File deleted: ${file}`,
    unchanged: "Nothing to change.",
    start: "To start the reminders: systemctl --user daemon-reload && systemctl --user enable --now porte-remind.timer",
    stop: "To stop the reminders: systemctl --user disable --now porte-remind.timer",
  },
  monthEnd: {
    title: (month) => `End of ${month}`,
    steps,
    states: { done: "done", skipped: "skipped", later: "later" },
    waitingOn: { me: "yours", machine: "to be sent from here", company: "with the company", client: "with the client" },
    since: (who, instant) => `${who} since ${instant}`,
    transfer: (day) => `transfer on ${day}`,
    ask: (step) => `Step "${step}"?`,
    take: "do it now",
    skip: "skip it this month",
    leave: "quit",
  },
  sync: {
    copyRead: (file) =>
      `Two machines wrote this synchronised folder at once: ${file} is read with the rest, nothing is lost.`,
    copyUnread: (file) =>
      `Two machines wrote this synchronised folder at once: ${file} is not read. To use it instead of the other, give it that name; otherwise delete it.`,
    draft: (month, code) =>
      `Report for ${month} is still a draft, so it was not sent. To finish it: porte declare ${code}`,
    nothingHere: "Nothing is waiting to be sent.",
    nothing: "Nothing to send: everything is already with the company.",
    sent: (month, version) => `Report for ${month} sent (version ${version}).`,
    waits: (month, reason) => `Report for ${month} still waiting to be sent: ${reason}`,
  },
  undo: {
    done: (act) => `Undone: ${act}.`,
    none: "Nothing to undo.",
    acts: {
      declare: (about) => `days declared for ${englishFormat.month(about)}`,
      restore: (about) => `earlier version for ${englishFormat.month(about)} made a draft again`,
      "expense-added": (about) => `expense saved (${euros(about)})`,
      "expense-changed": (about) => `expense changed (${euros(about)})`,
      "expense-removed": (about) => `expense deleted (${euros(about)})`,
      "receipt-attached": (about) => `receipt attached (${euros(about)})`,
      vehicle: (about) => `vehicle (${about})`,
      "refusal-noted": (about) => `refusal of the expense of ${euros(about)} noted`,
      "step-skipped": (about) => `step skipped (${step(about)})`,
      "step-resumed": (about) => `step restored (${step(about)})`,
      match: (about) => `reading rule (${about})`,
      "day-length": (about) => `length of a day (${about})`,
      sheet: (about) => `company sheet${about === "" ? "" : ` (${about})`} changed`,
      "mission-added": (about) => `mission ${about} saved`,
      "mission-changed": (about) => `mission ${about} changed`,
    },
  },
};

/** The help of what waits, and the end of a month. */
export const enMonthHelp: typeof frMonthHelp = {
  status: {
    check: "end with code 6 if you have something to do",
    watch: "show each change, until Ctrl-C",
    ics: "write a calendar of what is due (an .ics file, or - for standard output)",
  },
  remind: {
    notify: "show a notification (notify-send)",
    print: "show the cron line and the systemd files",
    install: "write the systemd files of your account",
    uninstall: "delete these files",
    quietHours:
      "hours without reminders, like weekends and public holidays; none: no such hours; by default: the setting remind.quiet",
  },
  month: {
    month: "month: 2026-11, 11/2026, current or last; by default: last month until the 15th, then the current month",
    skip: "skip a step of this month",
    resume: "restore a skipped step",
    unattended: "for cron: send what is pending; silent with exit code 0, unless something needs you (exit code 6)",
  },
  undo: { list: "see what can be undone" },
  export: {
    folder: "the folder, created if it does not exist",
    verify: "check every file of the folder, without asking the company",
  },
};
