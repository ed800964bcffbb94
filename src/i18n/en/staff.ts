import type { frStaff } from "../fr/staff.ts";

/** The sentences of the staff's program as a client: what it keeps, what was seen, what is taken back. */
export const enStaff: typeof frStaff = {
  summaries: {
    show: "show the whole of it, as it now stands",
    receipt: "save the receipt of an expense",
    payments: "list clients' payments and what became of them",
    reverse: "take a payment back by entries that are its opposite",
    showRun: "show a payroll run: how far it is, who is paid, who is not and why",
    resumeRun: "take up a run that stopped, and follow it to its end",
    reversePayslip: "reverse a porté's newest payslip, so that its month can be paid again",
  },
  options: {
    token: "operator's token; everybody on this machine can read it there: rather PORTE_COMPANY_TOKEN or --token-file",
    tokenFile: "file of the token, - for standard input (or PORTE_COMPANY_TOKEN_FILE)",
    sendAnew:
      "send again, as another act, what was sent a month ago and never answered: look first that it was not done",
    timeout: "seconds to wait for an answer",
    seen: "version to decide on, the etag of the list",
    yes: "decide on what is read now, and show it",
    output: "file to write",
    reversalReason: "why it is taken back, kept with it",
  },
  answeredBefore: (at) => `The answer to what was sent on ${at} and had not come back: nothing was done twice.`,
  clientDecisions: { approve: "has approved", reject: "has rejected", "…": "has not answered yet" },
  facts: {
    version: "version",
    turnover: "turnover",
    clients: "clients",
    date: "day",
    amount: "amount",
    category: "category",
    taxable: "taxable part",
    mission: "mission",
    note: "note",
    trip: "trip",
    receipt: "receipt",
    question: "question",
    answer: "answer",
  },
  changes: "What has changed since:",
  ask: { approve: "Approve?", reject: "Refuse?", question: "Ask it?" },
  receiptSaved: (file) => `Receipt written: ${file}`,
  noPayment: "No payment.",
  runFollowed: (run) =>
    `Payroll run ${run} under way. Leaving it loses nothing: porte-company payroll show ${run} says how far it is.`,
  runAt: (paid, leftOut, waiting) => `Paid: ${paid} · left out: ${leftOut} · waiting: ${waiting}`,
  runStopped: (run) => `The run has stopped: porte-company payroll resume ${run} takes it up.`,
  payslipReversed: (name, month, balance) =>
    `Payslip of ${name} for ${month} reversed, balance ${balance}. The month can be paid again.`,
  paymentStates: { received: "received", "paid-out": "paid out", reversed: "reversed" },
  payment: ({ id, name, client, amount, day, state, reason }) =>
    `${id}  ${name}  ${client}, ${amount} on ${day}: ${state}${reason === null ? "" : ` (${reason})`}`,
  reversed: (amount, fee, balance) =>
    `Payment of ${amount} reversed, management fee given back ${fee}, balance ${balance}.`,
};
