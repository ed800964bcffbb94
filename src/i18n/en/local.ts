import { englishLists } from "../lists.ts";
import { englishForm } from "../plural.ts";
import type { Sentences } from "../sentences.ts";

const { and } = englishLists;

/** What is said of a profile without a company. */
export const enLocal: Pick<Sentences, "sheet"> = {
  sheet: {
    labels: {
      company: "company",
      siren: "SIREN",
      address: "address",
      contract: "contract",
      category: "status",
      level: "level",
      since: "start of the contract",
      until: "end of the contract",
      alsaceMoselle: "Alsace-Moselle",
      taxRate: "tax rate",
      fee: "management fee",
      feeCap: "cap of the management fee",
      feeBase: "base of the management fee",
      expenseCap: "cap of operating expenses",
      deliver: "how documents leave",
      deliverExpenses: "how expenses leave",
      reportDay: "report",
      payDay: "transfer",
      name: "your name",
      email: "your address",
    },
    questions: {
      company: "Name of your portage company?",
      contract: "Your contract? (CDI or CDD, cadre or non-cadre, level, start date)",
      fee: "Management fee? (rate, then monthly cap and base if there are any)",
      delivery: "How do your documents leave? (mail:<address>, folder:<folder> or print)",
      days: "Report due by which day of the month, and transfer on which day of the next month?",
    },
    howToAnswer: (mark) => `Enter: take the proposed answer · ${mark}: leave it unknown · Ctrl-C: stop`,
    readOn: (file, what) => `Read on ${file}, to be checked: ${what}.`,
    nothingRead: (file) => `Nothing of the company or the contract could be read on ${file}.`,
    mails: {
      "by-hand":
        "A message is prepared as an .eml file: open it, then send it. To send directly: porte company set --via smtp",
      "no-server": "For messages to leave: porte config set mail.host <server>, then mail.user and mail.password",
    },
    taxRead: (rate) => `tax rate ${rate}`,
    saved: (company) => (company === null ? "Company sheet saved." : `Company sheet saved: ${company}`),
    asBefore: "Nothing changed.",
    thenMission: "Save a mission: porte missions add <reference> --client <name> --tjm <euros> --from <day>",
    thenDeclare: "Declare the month: porte declare",
    unknown: (labels) =>
      `Unknown: ${and(labels)}. To complete: porte company set. Until then, simulations take the usual values.`,
    empty: "Nothing is known of the company. To save it: porte init",
    unread: (file, count) =>
      `${englishForm(count, "1 line", `${count} lines`)} of ${file} cannot be read or ${englishForm(count, "comes", "come")} from a newer version of porte: nothing was changed there, and the sheet shown is the last readable one. To start without this file: mv ${file} ${file}.bak`,
    missionAdded: (reference) => `Mission ${reference} saved.`,
    missionChanged: (reference) => `Mission ${reference} changed.`,
    missionEnded: (reference, day) => `Mission ${reference}: last day ${day}.`,
    declaredOutside: (reference, days) =>
      `Outside the dates of mission ${reference}, ${englishForm(days.length, "1 day is declared", `${days.length} days are declared`)}: ${and(days)}.`,
    unbilled: "Days not billed",
    nextFree: (day) => `First day without a mission: ${day}`,
    fact: "Fact",
    before: "Before",
    after: "After",
    none: "unknown",
    oddFee: (rate) =>
      `Management fee saved: ${rate}. This rate is unusual (most are 3 to 10%). To fix it: porte company set --fee 7`,
    oddMail: (address, likely) =>
      `Address saved: ${address}. If it is ${likely}, fix it: porte company set --deliver mail:${likely}`,
    noFolder: (folder) => `The folder ${folder} does not exist yet.`,
    capOf: {
      gross: (rate) => `${rate} of the gross pay`,
      turnover: (rate) => `${rate} of the turnover`,
    },
    reportDay: (day) => `by the ${ordinal(day)} of the month`,
    payDay: (day) => `on the ${ordinal(day)} of the next month`,
    ways: {
      mail: (address, via) => `by mail to ${address} (${via})`,
      via: { smtp: "SMTP server", eml: ".eml file", mailto: "mailto link, without attachment" },
      folder: (folder) => `to the folder ${folder}`,
      print: "to be printed",
    },
    exported: (file) => `Sheet saved in ${file}`,
    exportedShared: (isWithDelivery) =>
      isWithDelivery
        ? "It holds the company's terms and the delivery addresses; nothing about you or your contract."
        : "It holds the company's terms; nothing about you, your contract or the delivery addresses.",
    exportedAll: "It holds everything, your contract and your name included.",
    askImport: "Save these changes?",
    unknownTerms: (names) =>
      `${and(names)}: ${englishForm(names.length, "a fact that this version of porte does not know, skipped", "facts that this version of porte does not know, skipped")}.`,
    from: (company, day) => (company === null ? `from your sheet of ${day}` : `from the sheet of ${company} of ${day}`),
  },
};

const ENDINGS = new Map([
  [1, "st"],
  [2, "nd"],
  [3, "rd"],
]);

function ordinal(day: number): string {
  const isTeen = day > 10 && day < 14;
  return `${day}${isTeen ? "th" : (ENDINGS.get(day % 10) ?? "th")}`;
}

/** The help of a profile without a company. */
export const enLocalHelp: Pick<Sentences["help"], "sheet"> = {
  sheet: {
    company: "name of the portage company",
    contract: "employment contract",
    category: "status",
    level: "level of the agreement",
    since: "first day of the contract",
    until: "last day of a CDD",
    fee: "management fee, in percent: 7",
    feeCap: "cap of the management fee per month; none if there is none",
    feeBase: "base of the management fee",
    deliver: "how documents leave: mail:<address>, folder:<folder> or print",
    via: "how a mail leaves: by an SMTP server, as an .eml file to open, or by a mailto link",
    deliverExpenses: "how expenses leave, if otherwise",
    reportDay: "day of the month by which the company wants the report",
    payDay: "day of the next month on which pay is transferred",
    name: "your name, which signs the documents",
    email: "your email address",
    siren: "SIREN of the company",
    address: "address of the company",
    taxRate: "personal tax rate",
    expenseCap: "monthly cap of operating expenses: 30%:gross or 15%:turnover",
    clear: "fact to leave unknown",
    payslip: "a payslip as PDF, on which the company, the contract, the fee and the tax rate are read",
    from: "folder of an export of porte that the profile is made from",
    yes: "ask nothing",
    show: "show what is known of the company",
    set: "change a part of the sheet",
    export: "save the sheet to a file, with nothing personal",
    exportFile: "file to write",
    withDelivery: "with the delivery addresses",
    withAll: "with everything, your contract and your name included",
    import: "take the sheet of a file",
    importFile: "file of a sheet",
    importYes: "save without asking",
    schema: "show the format of a company sheet, as JSON Schema",
  },
};
