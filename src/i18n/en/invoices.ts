import type { frInvoices } from "../fr/invoices.ts";

/** What is said of invoices, to the staff that issues them. */
export const enInvoices: typeof frInvoices = {
  summaries: {
    group: "bill clients, and remind them",
    list: "list invoices, when they are due and what is paid of them",
    issue: "bill an approved month of a mission",
    get: "save the PDF of an invoice",
    remind: "record a reminder to the client, or send it",
    cancel: "cancel an invoice that nobody has paid",
    terms: "set the payment term and automatic billing",
  },
  options: {
    days: "payment term in days, 60 at most; by default the company's, otherwise 30",
    vat: "VAT rate; by default the normal rate",
    channel: "how the client was reminded: mail, phone or letter; by default mail",
    sentOn: "day of the reminder; by default today",
    next: "day of the next reminder",
    send: "send the reminder by mail, with the invoice",
    reason: "reason for the cancellation, recorded with it",
    automatic: "bill each month as soon as it is approved: yes or no",
    lateRate: "yearly rate that a late client owes; by default the legal rate",
    invoice: "number of the invoice that was paid, instead of the porté, the mission and the month",
  },
  none: "No invoice.",
  states: {
    issued: "to be paid",
    "part-paid": "paid in part",
    paid: "paid",
    late: "late",
    cancelled: "cancelled",
  },
  number: "Invoice",
  client: "Client",
  month: "Month",
  porte: "Porté",
  amount: "Before VAT",
  due: "Due",
  paid: "Paid",
  state: "State",
  reminded: "Reminders",
  issued: (number, client, amount, due) =>
    `Invoice ${number} of ${amount} before VAT for ${client} recorded. To be paid by ${due}.`,
  remindedOn: (number, by, next) =>
    `Reminder for invoice ${number} recorded, sent by ${by}.${next === null ? "" : ` Next reminder: ${next}.`}`,
  remindedByMail: (number, next) =>
    `The reminder for invoice ${number} leaves by mail to the client, with the invoice.${next === null ? "" : ` Next reminder: ${next}.`}`,
  saved: (file) => `Invoice saved: ${file}`,
  cancelled: (number) => `Invoice ${number} cancelled. The month can be billed again.`,
  terms: (days, isAutomatic) =>
    `Clients have ${days} days to pay. Billing upon approval: ${isAutomatic ? "yes" : "no"}.`,
};
