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

/** What is said of expenses. */
export const enExpenses: typeof frExpenses = {
  expenses: {
    fileWord: "expenses",
    removed: (amount) => `Expense of ${amount} deleted.`,
    refusalNoted: (amount) => `Refusal of the expense of ${amount} noted: nothing is left to do.`,
    stay: (count) =>
      `${count} ${form(count, "expense was not sent: it stays", "expenses were not sent: they stay")} saved here.`,
    lacking: (count) =>
      `${count} ${form(count, "expense was not sent: its receipt is", "expenses were not sent: their receipts are")} missing.`,
    attachTo: (id) => `To attach it: porte expenses attach ${id} <file>`,
    seeLacking: "To see which: porte expenses list --missing",
    kept: (amount, category) => `Expense saved: ${amount}, ${category}. Nothing was sent yet.`,
    sendHint: "To send it: porte expenses submit",
    sent: (count, total) =>
      `${count} ${form(count, "expense", "expenses")} sent, ${total}. To follow them: porte expenses list`,
    dossierSent: (month: string, count: number, total: string) =>
      `Expense file of ${month} sent: ${count} ${form(count, "expense", "expenses")}, ${total}`,
    dossierReady: (month: string, count: number, total: string) =>
      `Expense file of ${month} is ready (${count} ${form(count, "expense", "expenses")}, ${total}): it still has to be sent.`,
    dossierWaits: (month: string, reason: string) =>
      `Expense file of ${month} waiting to be sent. ${reason} To send it: porte sync`,
    dossierStands: (month: string, how: string) => `Expense file of ${month}: ${how}`,
    nextSent: (month: string) => `Once it is sent: porte expenses mark ${month} sent`,
    nextPaid: (month: string) => `Once it is paid back: porte expenses mark ${month} paid`,
    resent: (month: string) => `The expense file of ${month} was sent again, under the same message identifier.`,
    marked: {
      sent: (count: number, total: string, _payslip: string) =>
        `${count} ${form(count, "expense", "expenses")} (${total}) saved as sent.`,
      paid: (count: number, total: string, payslip: string) =>
        `${count} ${form(count, "expense", "expenses")} (${total}) saved as paid back with the payslip of ${payslip}.`,
      refused: (count: number, total: string, _payslip: string) =>
        `${count} ${form(count, "expense", "expenses")} (${total}) saved as refused.`,
    },
    alreadyKept: "The same expense is already saved with this receipt: nothing was added.",
    none: (month) => (month === null ? "No expense yet." : `No expense in ${month}.`),
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
      `${syntax === null ? "Read on the receipt (please check)" : `Read in the electronic invoice (${syntax})`}: ${readParts(reading).join(" · ")}`,
    amountDiffers: (typed, read) =>
      `The receipt says ${read}, and the amount entered is ${typed}: check the amount and the receipt.`,
    readOtherwise: (page, differences) =>
      `The page shows something else: ${differences.map((field) => readField(page, field)).join(", ")}. The electronic invoice is what counts.`,
    invoiceDoubts: {
      several: "This electronic invoice has several documents or several totals: check the amount.",
      unread: "This electronic invoice has an amount or a date that cannot be read.",
      "no-total": "This electronic invoice shows no total: check the amount on the page.",
      sums: "The amounts of this electronic invoice do not add up to its total: check them.",
    },
    foreignVat: "The VAT of this invoice is not French: it cannot be reclaimed in France and is not recorded.",
    vatUnsure: "The VAT could not be read with certainty and is not recorded. To give it: --vat 20=2.00",
    isCredit: "This receipt is a credit note (a refund).",
    datedAsRead: (day) => `Date read on the receipt: ${day}.`,
    askCurrency: "Currency of the receipt",
    receiptToCome: (id) => `Its receipt is missing. To attach it: porte expenses attach ${id} receipt.jpg`,
    pageToCome: (id) =>
      `An XML file alone is not a receipt. Attach the PDF of the invoice: porte expenses attach ${id} <invoice.pdf>`,
    notRead: {
      "no-text": "No text could be read on this receipt.",
      "no-tesseract": "To read pictures, install tesseract and its French data (tesseract-ocr-fra).",
    },
    askDate: "Date of the receipt",
    recurring: (name, category, amount, day) => `${name} · ${category} · ${amount}, on day ${day} of each month`,
    noRecurring: "No recurring expense.",
    exported: (count, file) => `${count} ${form(count, "expense", "expenses")} exported: ${file}`,
    converted: (how, euros) => `${how}: ${euros}`,
    dossier: {
      title: (month) => `Expenses for ${month}`,
      person: "Employee",
      company: "Company",
      month: "Month",
      count: "Number of expenses",
      number: "No.",
      vat: "VAT",
      vatTotal: "of which VAT",
      totalLessRefused: "Total, without refused expenses",
      missingTitle: "What is missing",
      nothingMissing: "Nothing: each expense has its receipt.",
      noReceipt: (number, amount) => `No. ${number}, ${amount}: the receipt has to be attached.`,
      questioned: (number, question) => `No. ${number}: the company asks: ${question}`,
    },
    sheet: {
      heads: {
        date: "date",
        category: "category",
        amount: "amount",
        vat: "vat",
        mission: "mission",
        merchant: "merchant",
        state: "state",
        note: "note",
        kilometres: "kilometres",
        from: "from",
        to: "to",
        payslip: "payslip",
        id: "id",
      },
      vatHead: (ratePpm) => `vat ${ratePpm / 10_000} %`,
    },
    total: "Total",
    notDrawn: "This receipt cannot be shown here: its file is attached to this document.",
    noRate: "No exchange rate is saved.",
    number: "No.",
    id: "Identifier",
    attached: (amount) => `Receipt attached to the expense of ${amount}.`,
    noneMissing: "No receipt is missing.",
    receiptMissing: "receipt to attach",
    answered: "Answer sent to the company.",
    stays: (day, amount, reason) => `  ${day}, ${amount}:${reason === null ? "" : ` ${reason}`}`,
    receiptAgain: (day, amount, isSent) =>
      isSent
        ? `This receipt was already sent with another expense, of ${day} (${amount}).`
        : `This receipt is already attached to another expense saved here, of ${day} (${amount}).`,
    expenseAgain: (day, amount, isSent, id) =>
      `A similar expense ${isSent ? "was already sent" : "is already saved here"}, of ${day} (${amount}). If it is the same, delete this one: porte expenses remove ${id}`,
    paidBack: (month) => `reimbursed on the payslip for ${month}`,
    kilometres: (count) => `${count} km`,
    tripsKept: (count, total) => `${count} ${form(count, "trip", "trips")} saved, ${total}. Nothing was sent yet.`,
    eventsAside: (count) => `${count} ${form(count, "event", "events")} skipped: no distance, or in the future.`,
    noDrive: "No trip in this calendar for the month.",
    noVehicle: "No vehicle is saved. To add one: porte expenses vehicle clio --power 5",
    vehicle: ({ name, kind, power, electric }) =>
      [name, kind, ...(kind === "moped" ? [] : [`${power} CV`]), ...(electric ? ["electric"] : [])].join(" · "),
    nothingToCheck: "No expense to check.",
    verdicts: {
      accepted: "should be accepted",
      taxable: "partly taxable",
      capped: "capped",
      "likely-refused": "likely to be refused",
    },
    noted: (count, text) => `  ${count} ${form(count, "expense", "expenses")}: ${text}`,
    notes: {
      "trip-from-home": (source) => `trip counted from home, as there is no usual place of work · ${source}`,
      "same-receipt": (day) => `the same receipt is also used for another expense, on ${day}`,
      "law-unchecked": (day) => `legal amounts checked until ${day}; after that, an estimate with the last known ones`,
    },
    rules: {
      receipt: () => "the receipt is missing",
      contract: () => "its date is before the start of your contract",
      duplicate: () => "the company already has the same expense",
      "duplicate-here": () => "the same expense is already saved here",
      "refused-before": () => "an expense of this kind was refused before",
      vat: () => "this VAT cannot be reclaimed",
      cap: (over) => `${over} over the month's limit for operating expenses`,
      limit: (over) => `${over} over the tax-free limit, treated as salary`,
      none: () => "",
    },
    bases: { gross: "of gross pay", turnover: "of turnover" },
    cap: (month, left, most, rate, basis) =>
      `Operating expenses for ${month}: ${left} left of ${most} (${rate}% ${basis}).`,
    capUnknown: (month, basis) =>
      `Operating expenses for ${month}: the limit is not known yet (it is a share ${basis}).`,
    noRule: "No refusal recorded.",
    rule: (id, category, since, reason) => `${category}, since ${since}: ${reason} (${id})`,
    askResume: (what, since) => `Take up the expense begun on ${since}${what === "" ? "" : ` (${what})`} again?`,
    askReceipt: "Receipt (file; Enter: later)",
    askAmount: "Amount including VAT",
    askVat: "VAT (for example 10=3.64 20=1.20; 0 if there is none)",
    askMission: "Which mission is it charged to?",
    noMission: "none: an operating expense",
    missionLater:
      "The company does not answer. To give the mission later: porte expenses edit <id> --mission <reference>",
    askNights: "Number of nights",
    askDays: "Days of telework",
    askMeals: "Number of meals",
    proposed: (category) => `${category} (by the receipt)`,
    guessed: {
      category: (category) => `category ${category}`,
      units: (count) => `count ${count}`,
      department: (department) => `department ${department}`,
      all: (what) => `Read on the receipt: ${what}. porte expenses edit changes it.`,
    },
    askDepartment: "Department of the nights (-: not said)",
    askSend: "Send anyway?",
    ruleMet: (which, why) => `  ${which}: ${why}`,
    edited: (amount, category) => `Expense changed: ${amount}, ${category}. Nothing was sent yet.`,
    monthOf: (month, count, total) => `${month} · ${count} ${form(count, "expense", "expenses")} · ${total}`,
    askCategory: "Category",
  },
};

/** The help of expenses. */
export const enExpensesHelp: typeof frExpensesHelp = {
  expenses: {
    add: "save an expense and its receipt, to send later",
    remove: "delete an expense that is not sent yet, or note a refusal",
    id: "identifier of the expense",
    list: "list your expenses",
    submit: "check the saved expenses, then send them",
    mark: "save that the expenses of a month were sent, paid back or refused",
    markMonth: "the month of the expenses",
    markWhat: "sent, paid or refused",
    markFile: "what shows it: a PDF, a message (.eml), or the folder that holds it",
    markPayslip: "the month of the payslip that pays them back; by default that of the expenses",
    markOnly: "one expense alone, as the list names it; repeatable",
    resend: "send the expenses of a month again as they are, where nobody knows whether they arrived",
    submitYes: "send without confirmation what may be refused, capped or taxed",
    onlyMonth: "only those of this month",
    edit: "edit a saved expense; the rest does not change",
    operating: "operating expense, not charged to a mission",
    receipt: "receipt: PDF, JPEG, PNG or WebP, 10 MiB at most",
    addWords: "in any order: receipt (PDF, JPEG, PNG or WebP, 10 MiB at most), amount, category, day",
    amount: "amount including VAT, for example 21.40",
    date: "date of the receipt",
    category: "category",
    vat: "VAT included in the amount: 4.84, or by rate 10=3.64 (once for each rate)",
    mission: "mission it is charged to",
    merchant: "merchant: who was paid",
    note: "note",
    units: "meals, nights or days of telework that the expense is for (1 by default)",
    department: "department of the nights, for example 75",
    import: "import payments from a bank's CSV, receipts to be attached later",
    bankFile: "the bank's CSV, as it is",
    layout: "layout to use (porte expenses layouts lists them)",
    lines: "lines to import: 3,7-9",
    take: "import the labels that contain this word: sncf=transport (as often as needed)",
    read: "read from the receipt what is not given: amount, date, VAT",
    recurring: "show the expenses that come back each month, add one, or delete one",
    recurringName: "name of the expense: mobile plan",
    recurringDay: "day of the month on which it is paid (1 by default, 28 at most)",
    forgetRecurring: "delete this recurring expense; expenses already prepared stay",
    export: "save a month's expenses for yourself",
    exportMonth: "month: 2026-11, 11/2026, current or last",
    exportCsv: "CSV file to write, for a spreadsheet; without a name: expenses-2026-11-jeanne-martin.csv",
    exportPdf: "PDF dossier to write: a summary, then the receipts; without a name: expenses-2026-11-jeanne-martin.pdf",
    rates: "show the saved exchange rates, or import a table",
    ratesFile: "the ECB's CSV or XML (Date,USD,GBP… or SDMX), or date,currency,rate; - for standard input",
    currency: "currency of the amount: USD, GBP…",
    rate: "units of that currency for €1; by default: the imported table",
    attach: "attach a receipt to a saved expense",
    missing: "only those without a receipt",
    answer: "answer a question of the company",
    answerText: "the answer",
    check: "show beforehand what will be accepted, capped or refused, and why",
    rules: "show past refusals, used to warn about the next ones",
    forgetRule: "delete this rule",
    mileage: "save one or several trips, by the mileage scale",
    kilometres: "kilometres: 42 or 42.5",
    vehicleName: "name of the vehicle",
    tripDate: "day of the trip",
    return: "return trip: twice the distance",
    from: "start of the trip",
    to: "end of the trip",
    tripsIcs:
      'calendar whose events are trips: "Grenoble 106 km A/R", or with --match those of one distance; - for standard input',
    tripsMonth: "month of the calendar (the current one by default)",
    tripsMatch: "word of the events to import, all of the given distance",
    tripsCsv: "several trips: date, km, and where needed from, to, return, mission, note; - for standard input",
    vehicle: "show the saved vehicles, add one, or delete one",
    power: "fiscal horsepower (field P.6 of the registration certificate)",
    vehicleKind: "car, motorcycle or moped",
    electric: "electric vehicle",
    forgetVehicle: "delete this vehicle",
  },
};
