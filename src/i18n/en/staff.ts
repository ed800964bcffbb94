import type { frStaff } from "../fr/staff.ts";

/** The sentences of the staff's program as a client: what it keeps, what was seen, what is taken back. */
export const enStaff: typeof frStaff = {
  summaries: {
    show: "show in detail, in its current state",
    receipt: "save the receipt of an expense",
    payments: "list clients' payments, with their state",
    reverse: "reverse a payment, by opposite entries",
    showRun: "show how far a payroll run is: who is paid, who is not and why",
    resumeRun: "resume a stopped payroll run, and follow it to its end",
    reversePayslip: "reverse a porté's newest payslip, so that its month can be paid again",
  },
  options: {
    token: "operator's token; other users of this machine can see it: prefer PORTE_COMPANY_TOKEN or --token-file",
    tokenFile: "file of the token, - for standard input (or PORTE_COMPANY_TOKEN_FILE)",
    sendAnew: "send again what was not answered for more than 30 days; check first that it was not done",
    timeout: "longest wait for an answer, in seconds",
    seen: "version to decide on (field etag of the list)",
    yes: "decide on the current version without confirmation",
    output: "file to write",
    reversalReason: "reason of the reversal, saved with it",
  },
  answeredBefore: (at) => `Answer to what was sent on ${at}, unanswered until now: nothing was done twice.`,
  clientDecisions: { approve: "has approved", reject: "has refused", "…": "has not answered yet" },
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
    vat: "VAT",
    units: "count",
    department: "department",
    reason: "reason",
  },
  noReceipt: "none",
  changes: "What has changed since:",
  ask: { approve: "Approve?", reject: "Refuse?", question: "Ask the question?" },
  receiptSaved: (file) => `Receipt saved: ${file}`,
  noPayment: "No payment.",
  runFollowed: (run) =>
    `Payroll run ${run} in progress. It goes on if you leave. To follow it: porte-company payroll show ${run}`,
  runAt: (paid, leftOut, waiting) => `Paid: ${paid} · not paid: ${leftOut} · pending: ${waiting}`,
  runStopped: (run) => `The run has stopped. To resume it: porte-company payroll resume ${run}`,
  payslipReversed: (name, month, balance) =>
    `Payslip of ${name} for ${month} reversed. Balance: ${balance}. The month can be paid again.`,
  paymentStates: { received: "received", "paid-out": "paid out", reversed: "reversed" },
  payment: ({ id, name, client, amount, day, state, reason }) =>
    `${id}  ${name}  ${client}, ${amount} on ${day}: ${state}${reason === null ? "" : ` (${reason})`}`,
  reversed: (amount, fee, balance) =>
    `Payment of ${amount} reversed. Management fee returned: ${fee}. Balance: ${balance}.`,
};
