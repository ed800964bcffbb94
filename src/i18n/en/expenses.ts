import type { ReceiptDifference } from "../../domain/receipt/from-invoice.ts";
import type { ReceiptReading } from "../../domain/receipt/reading.ts";
import { englishFormat } from "../format.ts";
import type { frExpenses, frExpensesHelp } from "../fr/expenses.ts";
import { englishForm as form } from "../plural.ts";

/** What a receipt says, each part as it is written; what is not sure has a question mark. */
function readParts({ date, totalCents, vat, merchant, number, currency, confidence }: ReceiptReading): string[] {
  const unsure = (of: "total" | "date") => (confidence[of] === "doubtful" ? "?" : "");
  const total = totalCents === null ? null : `${moneyOf(totalCents, currency)}${unsure("total")}`;
  const day = date === null ? null : `${englishFormat.day(date)}${unsure("date")}`;
  return [merchant, number, total, day, ...vat.map(taxOf)].filter((part) => part !== null);
}

function taxOf({ ratePpm, vatCents }: ReceiptReading["vat"][number]): string {
  return `VAT ${ratePpm === null ? "" : `${ratePpm / 10_000}% `}${englishFormat.euros(vatCents)}`;
}

function moneyOf(cents: number, currency: string | null): string {
  const euros = englishFormat.euros(cents);
  return currency === null || currency === "EUR" ? euros : euros.replace("€", `${currency} `);
}

function readField({ totalCents, date, currency, vat }: ReceiptReading, field: ReceiptDifference): string {
  if (field === "total") return totalCents === null ? "no total" : moneyOf(totalCents, currency);
  if (field === "date") return date === null ? "no day" : englishFormat.day(date);
  if (field === "currency") return currency ?? "no currency";
  return vat.length === 0 ? "no VAT" : vat.map(taxOf).join(" + ");
}

const bankReasons = {
  currency: "another currency than the euro",
  declined: "a payment that was declined or cancelled",
  pending: "a payment that is pending",
  amount: "its amount cannot be read",
  date: "its day cannot be read",
  both: "a debit and a credit at once",
  future: "a day to come",
  range: "an amount beyond the limits",
  balance: "a balance or a total, no payment",
};

/** What is said of expenses. */
export const enExpenses: typeof frExpenses = {
  expenses: {
    removed: (amount) => `Expense of ${amount} forgotten.`,
    stay: (count) => `${count} ${form(count, "expense", "expenses")} refused: kept here, nothing is lost.`,
    kept: (amount, category) => `Expense kept: ${amount}, ${category}. Nothing is sent yet.`,
    sendHint: "porte expenses submit to send it",
    sent: (count, total) =>
      `${count} ${form(count, "expense", "expenses")} sent, ${total}. The company reads them; porte expenses list will tell.`,
    alreadyKept: "This receipt is kept already for the same expense: nothing is added.",
    none: "No expense yet.",
    date: "Date",
    category: "Category",
    expense: "Expense",
    note: "Merchant, note",
    verdict: "Verdict",
    amount: "Amount",
    state: "State",
    mission: "Mission",
    reason: "Reason",
    read: (reading, syntax) =>
      `${syntax === null ? "Read on the receipt, to be checked" : `Read in the electronic invoice (${syntax})`}: ${readParts(reading).join(" · ")}`,
    readOtherwise: (page, differences) =>
      `The page says otherwise: ${differences.map((field) => readField(page, field)).join(", ")}. The electronic invoice is taken.`,
    invoiceDoubts: {
      several: "This electronic invoice holds several documents or several totals: which one counts is not sure.",
      unread: "This electronic invoice holds an amount or a day that cannot be read.",
      "no-total": "This electronic invoice does not say its total: its page alone can.",
      sums: "The amounts of this electronic invoice do not add up.",
    },
    foreignVat: "The VAT of this invoice is not French: it is not got back here, and nothing of it is kept.",
    vatUnsure: "The VAT is not surely read, and nothing of it is kept: --vat 20=2.00 says it.",
    isCredit: "This receipt is a credit note: it gives money back.",
    datedAsRead: (day) => `Dated ${day}, as read on the receipt.`,
    askCurrency: "Currency of the receipt",
    receiptToCome: (id) => `Its receipt is missing: porte expenses attach ${id} receipt.jpg`,
    pageToCome: (id) => `porte expenses attach ${id} <invoice.pdf>: an invoice of XML alone is no receipt.`,
    notRead: {
      "no-text": "Nothing can be read on this receipt.",
      "no-tesseract": "To read pictures: install tesseract and its French data (tesseract-ocr-fra).",
    },
    askDate: "Day of the receipt",
    recurring: (name, category, amount, day) => `${name} · ${category} · ${amount}, on day ${day} of each month`,
    noRecurring: "No recurring expense.",
    exported: (count, file) => `${count} ${form(count, "expense", "expenses")} saved: ${file}`,
    converted: (how, euros) => `${how}: ${euros}`,
    dossier: {
      title: (month) => `Expenses of ${month}`,
      person: "Employee",
      company: "Company",
      month: "Month",
      count: "Number of expenses",
      number: "No.",
      vat: "VAT",
      vatTotal: "of which VAT",
      totalLessRefused: "Total, refused expenses left out",
      missingTitle: "What is missing",
      nothingMissing: "Nothing: each expense has its receipt.",
      noReceipt: (number, amount) => `No. ${number}, ${amount}: the receipt is to be attached.`,
      questioned: (number, question) => `No. ${number}: the company asks: ${question}`,
    },
    total: "Total",
    notDrawn: "This receipt cannot be drawn here: its file is attached to this one.",
    noRate: "No rate is kept.",
    bankAside: ({ line, reason, text }) => `Line ${line} is left aside (${bankReasons[reason]}): ${text}`,
    bankAsides: (count) => `${count} other ${form(count, "line", "lines")} left aside.`,
    bankRefund: (line, amount, { line: other, date, amount: back }) =>
      `Line ${line}, ${amount}: ${back} came back on ${date} (line ${other}). A refund is no expense; what came back is not to be claimed.`,
    bankNothing: "No payment to take.",
    bankChoose: (others) =>
      `Nothing is kept: --lines or --take choose.${others === 0 ? "" : ` ${others} ${form(others, "other payment", "other payments")} not shown.`}`,
    bankKept: (added, known, sent) =>
      `${added} ${form(added, "expense", "expenses")} kept${known === 0 ? "" : `, ${known} already here`}${sent === 0 ? "" : `, ${sent} already sent`}. Receipts are to be attached.`,
    askLines: "Which payments?",
    id: "Identifier",
    attached: (amount) => `Receipt attached to the expense of ${amount}.`,
    noneMissing: "No receipt is missing.",
    receiptMissing: "receipt to attach",
    answered: "Answer sent: the company reads on.",
    stays: (day, amount, reason) => `  ${day}, ${amount}: ${reason}`,
    paidBack: (month) => `paid back on the payslip of ${month}`,
    kilometres: (count) => `${count} km`,
    tripsKept: (count, total) => `${count} ${form(count, "drive", "drives")} kept, ${total}. Nothing is sent yet.`,
    eventsAside: (count) => `${count} ${form(count, "event", "events")} left aside: no distance, or still to come.`,
    noDrive: "No drive in this calendar for the month.",
    noVehicle: "No vehicle: porte expenses vehicle clio --power 5 keeps one.",
    vehicle: ({ name, kind, power, electric }) =>
      [name, kind, ...(kind === "moped" ? [] : [`${power} CV`]), ...(electric ? ["electric"] : [])].join(" · "),
    nothingToCheck: "No expense waits here.",
    verdicts: {
      accepted: "should pass",
      taxable: "taxable in part",
      capped: "capped",
      "likely-refused": "likely refused",
    },
    noted: (count, text) => `  ${count} ${form(count, "expense", "expenses")}: ${text}`,
    notes: {
      "trip-from-home": (source) => `the trip starts at home, as there is no habitual place of work · ${source}`,
      "law-unchecked": (day) =>
        `law checked until ${day}; after it, this is an estimate by the last amounts that are known`,
    },
    rules: {
      receipt: () => "its receipt is missing",
      contract: () => "its day is before your contract",
      duplicate: () => "the company holds the same expense already",
      "refused-before": () => "an expense of this kind was refused",
      vat: () => "this VAT is never got back",
      cap: (over) => `${over} over the month's cap of operating expenses`,
      limit: (over) => `${over} over the limit of exemption, paid as salary`,
      none: () => "",
    },
    bases: { gross: "of gross pay", turnover: "of turnover" },
    cap: (month, left, most, rate, basis) =>
      `Operating expenses of ${month}: ${left} left of ${most} (${rate}% ${basis}).`,
    capUnknown: (month, basis) =>
      `Operating expenses of ${month}: the cap is a share ${basis}, which is not known yet.`,
    noRule: "No refusal met.",
    rule: (id, category, since, reason) => `${category}, since ${since}: ${reason} (${id})`,
    askReceipt: "Receipt (file; Enter: later)",
    askAmount: "Amount with tax",
    askVat: "VAT (10=3.64 20=1.20; 0: none)",
    askMission: "Re-invoiced to which mission?",
    noMission: "none: an operating expense",
    missionLater:
      "The company cannot be reached: porte expenses edit <id> --mission <reference> will name the mission.",
    askNights: "Number of nights",
    askDays: "Days of telework",
    askDepartment: "Department of the nights",
    askSend: "Send all the same?",
    ruleMet: (which, why) => `  ${which}: ${why}`,
    edited: (amount, category) => `Expense changed: ${amount}, ${category}. Nothing is sent yet.`,
    monthOf: (month, count, total) => `${month} · ${count} ${form(count, "expense", "expenses")} · ${total}`,
    askCategory: "Category",
  },
};

/** The help of expenses. */
export const enExpensesHelp: typeof frExpensesHelp = {
  expenses: {
    add: "keep an expense and its receipt, to be sent later",
    remove: "forget an expense that is only kept here",
    id: "identifier of the expense",
    list: "list your expenses",
    submit: "say what the company will make of the expenses kept, then send them",
    submitYes: "send without asking what may be refused, capped or taxed",
    onlyMonth: "only those of this month",
    edit: "change a kept expense; what is not said stays",
    operating: "re-invoice it no more: an operating expense",
    receipt: "receipt: PDF, JPEG, PNG or WebP, 10 MiB at most",
    addWords: "in any order: receipt (PDF, JPEG, PNG or WebP, 10 MiB at most), amount, category, day",
    amount: "amount with tax, such as 21.40",
    date: "the receipt's date",
    category: "category",
    vat: "VAT within the amount: 4.84, or by rate 10=3.64 (once for each rate)",
    mission: "mission it is re-invoiced to",
    note: "note",
    units: "meals, nights or days of telework that the expense is for (1 by default)",
    department: "department of the nights, for example 75",
    import: "take payments of a bank's CSV, receipts to come",
    bankFile: "the bank's CSV, as it is",
    layout: "layout that is kept to follow: porte expenses layouts",
    lines: "lines to take: 3,7-9",
    take: "take the labels that hold this word: sncf=transport (as often as needed)",
    read: "take from the receipt what is not said: amount, day, VAT",
    recurring: "see the expenses that come back each month, keep one, or forget it",
    recurringName: "its name: mobile plan",
    recurringDay: "day of the month on which it is paid (1 by default, 28 at most)",
    forgetRecurring: "forget this recurring expense; what it drafted stays",
    export: "save a month's expenses for yourself",
    exportMonth: "month: 2026-11, 11/2026, current or last",
    exportCsv: "CSV file to write",
    exportPdf: "PDF dossier to write: a summary, then the receipts",
    rates: "see the rates that are kept, or import a table; nothing is asked of the internet",
    ratesFile: "the ECB's CSV or XML (Date,USD,GBP… or SDMX), or date,currency,rate; - for standard input",
    currency: "currency of the amount: USD, GBP…",
    rate: "units of that currency for 1 €; without it, the imported table",
    attach: "attach its receipt to a kept expense",
    missing: "those that lack a receipt",
    answer: "answer a question of the company",
    answerText: "the answer",
    check: "see beforehand what the company will make of them, and by which rule",
    rules: "the refusals that were met, which warn of the next ones",
    forgetRule: "forget this rule",
    mileage: "keep one drive or several, by the mileage scale",
    kilometres: "kilometres: 42 or 42.5",
    vehicleName: "name of the vehicle",
    tripDate: "day of the drive",
    return: "there and back: twice the distance",
    from: "where from",
    to: "where to",
    tripsIcs:
      'calendar whose events are drives: "Grenoble 106 km A/R", or with --match those of one distance; - for standard input',
    tripsMonth: "month of the calendar (the current one by default)",
    tripsMatch: "word of the events to take, all of the kilometres given",
    tripsCsv: "several drives: date, km, and where needed from, to, return, mission, note; - for standard input",
    vehicle: "see the vehicles kept, keep one, or forget it",
    power: "fiscal horsepower (P.6 of the registration)",
    vehicleKind: "car, motorcycle or moped",
    electric: "electric vehicle",
    forgetVehicle: "forget this vehicle",
  },
};
