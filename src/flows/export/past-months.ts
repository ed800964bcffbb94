import type { components } from "../../contract/types.ts";
import type { ReportDay } from "../../domain/activity.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import type { FiledDocument } from "../../domain/local/filed.ts";
import { AREAS, type Area, type AreaValues, type Fact, lineShape, ONLY } from "../../store/records/areas.ts";
import { lastOfEach, OWN } from "../../store/records/told.ts";
import type { ExportedFile } from "./manifest.ts";
import type { OpenedExport } from "./opened.ts";
import { factsPath, type OwnArea } from "./own-facts.ts";

type Schemas = components["schemas"];
type Submission = Schemas["ImportedMonthSubmission"];
type ImportedReport = NonNullable<Submission["report"]>;

/** A file of an export, and what it is called where it goes. */
export interface PastPaper {
  readonly file: ExportedFile;
  readonly name: string;
}

/** A month that was lived before, as an export tells it; its papers are files of the export, or missing there. */
export interface PastMonth {
  readonly month: Month;
  /** Whom it was lived with. */
  readonly company: string;
  readonly report:
    | (Omit<ImportedReport, "papers" | "days"> & {
        readonly days: readonly ReportDay[];
        readonly papers: readonly PastPaper[];
      })
    | null;
  readonly payslips: readonly (Omit<Submission["payslips"][number], "paper"> & { readonly paper: PastPaper | null })[];
  readonly expenses: readonly (Omit<Submission["expenses"][number], "paper"> & {
    readonly paper: PastPaper | null;
    /** All that was said of it; null for one of which a company kept only this. */
    readonly whole: Schemas["Expense"] | null;
  })[];
}

type PastReport = NonNullable<PastMonth["report"]>;
type PastPayslip = PastMonth["payslips"][number];
type PastExpense = PastMonth["expenses"][number];

/** What one source of an export tells of a month. */
interface Told {
  readonly month: Month;
  readonly company: string;
  readonly report?: PastReport;
  readonly payslip?: PastPayslip;
  readonly expense?: PastExpense;
}

/**
 * Lists the months that an export tells of, oldest first: those that were taken over from before, those that a company held, and those that
 * were filed without one. Of a month that several tell of, the first of these counts; the same payslip is one.
 */
export function pastMonths(opened: OpenedExport): PastMonth[] {
  return monthsOf(opened, [...ofCompany(opened), ...ofOwnFacts(opened)]);
}

/** The same, of what a company with an API says alone. */
export function heldMonths(opened: OpenedExport): PastMonth[] {
  return monthsOf(opened, ofCompany(opened));
}

function monthsOf(opened: OpenedExport, all: readonly Told[]): PastMonth[] {
  const imported = importedBefore(opened);
  const taken = new Set(imported.map(({ month }) => month));
  const told = all.filter(({ month }) => !taken.has(month));
  const months = [...new Set(told.map(({ month }) => month))].map((month) => gathered(month, told));
  return [...imported, ...months].sort((one, other) => one.month.localeCompare(other.month));
}

function gathered(month: Month, all: readonly Told[]): PastMonth {
  const told = all.filter((one) => one.month === month);
  const report = told.find((one) => one.report !== undefined);
  const payslips = told.flatMap(({ payslip }) => payslip ?? []);
  const expenses = told.flatMap(({ expense }) => expense ?? []);
  return {
    month,
    company: (report ?? told[0])?.company ?? "",
    report: report?.report ?? null,
    payslips: payslips.filter((one, index) => payslips.findIndex((other) => isSamePaper(one, other)) === index),
    expenses: expenses.filter((one, index) => expenses.findIndex(({ id }) => id === one.id) === index),
  };
}

function isSamePaper(one: PastPayslip, other: PastPayslip): boolean {
  return one === other || (one.paper !== null && one.paper.file.sha256 === other.paper?.file.sha256);
}

/** What a company of before took over from one before it. */
function importedBefore(opened: OpenedExport): PastMonth[] {
  const paperOf = (id: string, name?: string): PastPaper | null => named(opened.ofIn("history", id), name);
  return opened
    .lines<Schemas["ImportedMonth"]>("history.jsonl", { named: "ImportedMonth" })
    .map(({ month, company, report, payslips, expenses }) => ({
      month,
      company,
      report: report === null ? null : { ...report, papers: report.papers.flatMap((paper) => paperOf(paper) ?? []) },
      payslips: payslips.map((one) => ({ ...one, paper: paperOf(one.paper, one.name) })),
      expenses: expenses.map((one) => ({
        ...one,
        paper: one.paper === null ? null : paperOf(one.paper),
        whole: null,
      })),
    }));
}

function named(file: ExportedFile | null, name = ""): PastPaper | null {
  if (file === null) return null;
  return { file, name: name === "" ? (file.path.split("/").at(-1) ?? file.path) : name };
}

/** What a company with an API held. A profile without one writes its lists alike, with what nobody said: its facts tell more. */
function ofCompany(opened: OpenedExport): Told[] {
  const { company } = opened.manifest;
  if (company.url === "") return [];
  const of = { company: company.name };
  const reports = opened.lines<Schemas["ActivityReport"]>("reports.jsonl", AREAS.reports.shape);
  const payslips = opened.lines<Schemas["PayslipSummary"]>("payslips.jsonl", AREAS.payslips.shape);
  const expenses = opened.lines<Schemas["Expense"]>("expenses.jsonl", AREAS.expenses.shape);
  return [
    ...reports
      .filter(({ importedAt }) => importedAt === undefined)
      .flatMap((held) => {
        const papers = [named(opened.at(`reports/${held.month}.pdf`))].flatMap((paper) => paper ?? []);
        const report = pastReport({ ...held, submittedAt: held.receipt.submittedAt }, papers);
        return report === null ? [] : [{ ...of, month: held.month, report }];
      }),
    ...payslips.map(({ month, netPaidCents, grossCents, transferDate }) => {
      const paper = named(opened.at(`payslips/${month}.pdf`), `bulletin-${month}.pdf`);
      return {
        ...of,
        month,
        payslip: { netPaidCents, grossCents, transferDate, name: `bulletin-${month}.pdf`, paper },
      };
    }),
    ...expenses.map((one) => ({ ...of, month: monthOf(one.date), expense: pastExpense(opened, one) })),
  ];
}

/** What was filed here, where no company held it. */
function ofOwnFacts(opened: OpenedExport): Told[] {
  const companies = opened
    .lines<Fact<"sheet">>(factsPath("sheet"), lineShape("sheet"))
    .flatMap(({ at, key, value }) => (key === ONLY && value !== null ? [{ at, name: value.company.name ?? "" }] : []));
  /** Whoever was the company when it was said; before anybody said who, the first that was named. */
  const companyAt = (instant: string) =>
    (companies.findLast(({ at }) => at <= instant) ?? companies[0])?.name || opened.manifest.company.name;
  const reports = latest(opened, "filed-reports").flatMap((filed) => {
    const papers = [...filed.documents, ...(filed.proof === null ? [] : [filed.proof])];
    const report = pastReport(
      filed,
      papers.flatMap((one) => paperOf(opened, one) ?? []),
    );
    return report === null ? [] : [{ month: filed.month, company: companyAt(filed.submittedAt), report }];
  });
  const payslips = latest(opened, "filed-payslips").map((filed) => {
    const { month, netPaidCents, grossCents, transferDate, name, document, addedAt } = filed;
    const payslip = { netPaidCents, grossCents, transferDate, name, paper: paperOf(opened, document, name) };
    return { month, company: companyAt(addedAt), payslip };
  });
  const expenses = latest(opened, "expenses").map((one) => {
    const company = companyAt(`${one.date}T23:59:59.999Z`);
    return { month: monthOf(one.date), company, expense: pastExpense(opened, one) };
  });
  return [...reports, ...payslips, ...expenses];
}

function latest<Name extends OwnArea & Area>(opened: OpenedExport, area: Name): AreaValues[Name][] {
  const facts = opened.lines<Fact<Name>>(factsPath(area), lineShape(area));
  return [...lastOfEach(facts, OWN).values()].flatMap(({ value }) => (value === null ? [] : [value]));
}

function paperOf(opened: OpenedExport, document: FiledDocument, name = document.file): PastPaper | null {
  return named(opened.byHash(document.sha256), name);
}

interface Said extends Omit<PastReport, "papers" | "state"> {
  readonly state: string;
}

/** A month as it stood; null for one that nobody declares any more. What a company paid, it had approved. */
function pastReport(said: Said, papers: readonly PastPaper[]): PastReport | null {
  const state = STATES[said.state];
  if (state === undefined) return null;
  const { version, days, restDaysConfirmed, restStatement, turnoverCents, submittedAt, decidedAt, reason } = said;
  const facts = {
    version,
    days: [...days],
    restDaysConfirmed,
    restStatement,
    turnoverCents,
    submittedAt,
    decidedAt,
    reason,
  };
  return { state, ...facts, papers: uniqueFiles(papers) };
}

const STATES: Readonly<Record<string, PastReport["state"]>> = {
  submitted: "submitted",
  "awaiting-client": "awaiting-client",
  approved: "approved",
  locked: "approved",
  refused: "refused",
};

function pastExpense(opened: OpenedExport, held: Schemas["Expense"]): PastExpense {
  const { id, date, category, amountCents, vat, note, mission, payslipMonth, receiptId } = held;
  const state = held.state === "questioned" ? "submitted" : held.state;
  const merchant = held.merchant ?? null;
  const paper = receiptId === null ? null : named(opened.ofIn("receipts", receiptId));
  return { id, date, category, amountCents, vat, merchant, note, mission, state, payslipMonth, paper, whole: held };
}

function uniqueFiles(papers: readonly PastPaper[]): PastPaper[] {
  const place = ({ file }: PastPaper) => papers.findIndex((other) => other.file.sha256 === file.sha256);
  return papers.filter((one, index) => place(one) === index);
}
