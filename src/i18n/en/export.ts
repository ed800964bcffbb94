import type { frExport } from "../fr/export.ts";
import { englishLists } from "../lists.ts";
import { englishForm as form } from "../plural.ts";

/** What is said of an export of everything about a porté. */
export const enExport: typeof frExport = {
  exported: {
    saved: (folder, files, written) =>
      `Export saved in ${folder}: ${files} ${form(files, "file", "files")}, of which ${written} new or changed.`,
    missing: (count) => `${count} ${form(count, "item", "items")} could not be saved:`,
    verified: (folder, files) =>
      `Export verified in ${folder}: ${files} ${form(files, "file matches", "files match")} the manifest.`,
    notWhole: "The export was interrupted. To finish it: porte export",
    faults: {
      missing: "the file is missing",
      changed: "the content has changed",
      link: "it is not a regular file",
      path: "this path leads out of the folder",
      line: "a line cannot be read",
    },
  },
  history: {
    taken: (name, added, known, refused) =>
      `History of ${name}: ${added} ${form(added, "month", "months")} taken over${
        known === 0 ? "" : `, ${known} taken over before, just the same`
      }${refused === 0 ? "" : `, ${refused} refused`}.`,
    counted: (payslips, expenses, papers) =>
      [
        ...(payslips === 0 ? [] : [`${payslips} ${form(payslips, "payslip", "payslips")}`]),
        ...(expenses === 0 ? [] : [`${expenses} ${form(expenses, "expense", "expenses")}`]),
        `${papers} ${form(papers, "document", "documents")}`,
      ].join(", "),
    locked: "These months are locked and said to be imported: they are neither paid nor billed a second time.",
    left: (count) => `${count} ${form(count, "document was", "documents were")} not taken over:`,
    reasons: {
      missing: "it is not in the export",
      type: "the company takes PDFs and images",
      size: "it is larger than 10 MB",
      refused: "the company cannot open it",
    },
  },
  restored: {
    done: (folder, months) => `Profile made from ${folder}: ${months} new ${form(months, "month", "months")}.`,
    nothingNew: (folder) => `All that ${folder} holds is here already: nothing changed.`,
    added: "New here",
    counts: {
      sheet: () => "the company's sheet",
      missions: (count) => `${count} ${form(count, "mission", "missions")}`,
      expenses: (count) => `${count} ${form(count, "expense", "expenses")}`,
      "filed-reports": (count) => `${count} declared ${form(count, "month", "months")}`,
      dossiers: (count) => `${count} expense ${form(count, "dossier", "dossiers")}`,
      "filed-payslips": (count) => `${count} ${form(count, "payslip", "payslips")}`,
      deliveries: (count) => `${count} ${form(count, "delivery", "deliveries")}`,
      movements: (count) => `${count} account ${form(count, "movement", "movements")}`,
      typed: (count) => `${count} ${form(count, "draft", "drafts")}`,
      documents: (count) => `${count} ${form(count, "document", "documents")}`,
    },
    and: (items) => englishLists.and(items),
    differing: "Saved differently here, and left as it is",
    areas: {
      sheet: "company's sheet",
      missions: "mission",
      expenses: "expense",
      "filed-reports": "declared month",
      dossiers: "expense dossier",
      "filed-payslips": "payslip",
      deliveries: "delivery",
      movements: "movement",
    },
    faults: (count) =>
      `${count} ${form(count, "file of the export", "files of the export")} could not be taken; the rest was:`,
    left: (lists) => `Left in the export, with no place in a profile without a company: ${lists}.`,
    lists: {
      contracts: "contracts",
      events: "events",
      invoices: "invoices",
      leave: "leave",
      payments: "payments",
      proposals: "mission proposals",
    },
  },
};
