import { extname } from "node:path";
import type { Schemas } from "../../client/company.ts";
import type { FiledDocument, Movement, MovementKind } from "../../domain/local/filed.ts";
import { type CompanySheet, EMPTY_SHEET } from "../../domain/local/sheet.ts";
import { type Cents, sum } from "../../domain/money.ts";
import { AREAS, type Area, type AreaValues, type Fact, lineShape, ONLY } from "../../store/records/areas.ts";
import { sheetFrom } from "../local/company-sheet.ts";
import type { ExportedFile } from "./manifest.ts";
import type { OpenedExport } from "./opened.ts";
import { factsPath } from "./own-facts.ts";
import { heldMonths, type PastMonth, type PastPaper } from "./past-months.ts";

/** What a company with an API held, as a profile without one would have said it. */
export interface HeldFacts {
  readonly facts: readonly Fact[];
  /** The receipts of expenses, by the name that each has beside the facts. */
  readonly receipts: ReadonlyMap<string, ExportedFile>;
}

/**
 * Writes what an export of a profile with a company says as facts of one without: the company and the contract as a sheet, missions, months,
 * payslips, expenses, and the account's entries as the company's statement. Nothing where no company was.
 */
export function heldFacts(opened: OpenedExport): HeldFacts {
  const { manifest } = opened;
  if (manifest.company.url === "") return { facts: [], receipts: new Map() };
  const months = heldMonths(opened);
  const own = ownSaid(opened);
  const missions = opened.lines<Schemas["Mission"]>("missions.jsonl", AREAS.missions.shape);
  const entries = opened.lines<Schemas["AccountEntry"]>("account-entries.jsonl", { named: "AccountEntry" });
  const receipts = new Map<string, ExportedFile>();
  const expenses = months.flatMap((month) => month.expenses.map((one) => wholeExpense(month, one, receipts)));
  const { at } = manifest;
  return {
    facts: [
      ...sheets(opened, months, own.sheetAt),
      ...missions.map((value) => factOf("missions", value.reference, at, value)),
      ...months.flatMap(reportFacts),
      ...months.flatMap((month) => payslipFacts(month, at, own.payslips)),
      ...expenses.map((value) => factOf("expenses", value.id, at, value)),
      ...statementOf(entries).map((value) => factOf("movements", value.id, at, value)),
    ],
    receipts,
  };
}

function factOf<Name extends Area>(area: Name, key: string, at: string, value: AreaValues[Name]): Fact {
  return { schema: 1, area, key, source: "me", at, evidence: { kind: "typed" }, value } as unknown as Fact;
}

/** What was said in the profile before it had a company: payslips that were filed, and when the sheet was last said. */
function ownSaid(opened: OpenedExport) {
  const payslips = opened.lines<Fact<"filed-payslips">>(factsPath("filed-payslips"), lineShape("filed-payslips"));
  const sheets = opened.lines<Fact<"sheet">>(factsPath("sheet"), lineShape("sheet"));
  return { payslips: payslips.flatMap(({ value }) => value ?? []), sheetAt: sheets.at(-1)?.at ?? "" };
}

/** The companies, one after the other: each month is known again by whoever was the company when it was sent. */
function sheets(opened: OpenedExport, months: readonly PastMonth[], ownAt: string): Fact[] {
  const { company, at: savedAt } = opened.manifest;
  const momentOf = ({ month, report }: PastMonth) => report?.submittedAt ?? `${month}-28T00:00:00.000Z`;
  const before = months.filter((one) => one.company !== company.name);
  const own = months.filter((one) => one.company === company.name).map(momentOf);
  const told = [
    ...before.map((one): readonly [string, CompanySheet] => [
      momentOf(one),
      { ...EMPTY_SHEET, company: { ...EMPTY_SHEET.company, name: one.company } },
    ]),
    [own.toSorted()[0] ?? savedAt, lastSheet(opened)] as const,
  ];
  let last = ownAt;
  return told
    .filter(([, sheet], index) => index === 0 || told[index - 1]?.[1].company.name !== sheet.company.name)
    .map(([moment, sheet]) => {
      last = [last, moment].sort().at(-1) ?? moment;
      return factOf("sheet", ONLY, last, sheet);
    });
}

function lastSheet(opened: OpenedExport): CompanySheet {
  const [me] = opened.lines<Schemas["Me"]>("me.jsonl", AREAS.person.shape);
  const [company] = opened.lines<Schemas["Company"]>("company.jsonl", AREAS.company.shape);
  const { name } = opened.manifest.company;
  if (me !== undefined && company !== undefined) return sheetFrom(me, company);
  const person = { name: me?.name ?? opened.manifest.person.name, email: me?.email ?? null };
  return { ...EMPTY_SHEET, company: { ...EMPTY_SHEET.company, name }, person };
}

/** Enough of a hash to tell files of one month apart. */
const HASH_LETTERS = 8;

function reportFacts({ month, report }: PastMonth): Fact[] {
  if (report === null) return [];
  const { papers, ...said } = report;
  const documents = papers.map(({ file }) => ({
    file: `cra-${month}-${file.sha256.slice(0, HASH_LETTERS)}${extname(file.path)}`,
    sha256: file.sha256,
  }));
  const value = { month, ...said, documents, proof: null, delivery: `from-${month}` };
  return [factOf("filed-reports", month, report.submittedAt, value)];
}

function payslipFacts(
  { month, payslips }: PastMonth,
  at: string,
  filed: readonly AreaValues["filed-payslips"][],
): Fact[] {
  const before = filed.filter((one) => one.month === month);
  const isFiled = ({ file }: PastPaper) => before.some(({ document }) => document.sha256 === file.sha256);
  const news = payslips.flatMap(({ paper, ...said }) => (paper === null || isFiled(paper) ? [] : [{ paper, said }]));
  return news.map(({ paper, said }, index) => {
    const count = before.length + index + 1;
    const key = count === 1 ? month : `${month}-${count}`;
    const document: FiledDocument = { file: `payslip-${key}.pdf`, sha256: paper.file.sha256 };
    /** The first one stands: it was added last. */
    const addedAt = new Date(Date.parse(at) - index).toISOString();
    const evidence = { kind: "document", url: null, ...document } as const;
    return { ...factOf("filed-payslips", key, at, { month, ...said, document, addedAt }), evidence };
  });
}

function wholeExpense(
  { month, report }: PastMonth,
  { paper, whole, ...said }: PastMonth["expenses"][number],
  receipts: Map<string, ExportedFile>,
): Schemas["Expense"] {
  const receiptId = paper === null ? null : receiptName(said.id, paper);
  if (paper !== null && receiptId !== null) receipts.set(receiptId, paper.file);
  if (whole !== null) return { ...whole, receiptId };
  return {
    ...{ ...said, receiptId, units: 1, department: null, trip: null, taxableCents: 0, question: null, answer: null },
    submittedAt: report?.submittedAt ?? `${month}-28T00:00:00.000Z`,
    ...{ decidedBy: null, decidedAt: null, reason: null },
  };
}

function receiptName(id: string, { file }: PastPaper): string {
  return `receipt-${id}${extname(file.path)}`;
}

const KINDS: Readonly<Partial<Record<string, MovementKind>>> = {
  "client-payment": "payment",
  "management-fee": "fee",
  "expense-reimbursement": "expense",
  "reserve-transfer": "reserve",
  "employer-contributions": "contributions",
  "employee-contributions": "contributions",
  withholding: "contributions",
  "net-pay": "pay",
  charge: "charge",
};

/** The company's own entries, as its statement: what it put in the reserve says so once, where the two sides of it are even. */
function statementOf(entries: readonly Schemas["AccountEntry"][]): Movement[] {
  const isReserve = ({ kind }: Schemas["AccountEntry"]) => kind === "reserve-transfer";
  const isEven = sum(entries.filter(isReserve).map(({ amountCents }): Cents => amountCents)) === 0;
  return entries
    .filter((one) => !(isEven && isReserve(one) && one.fund === "reserve"))
    .map(({ id, month, day, kind, amountCents, label }) => ({
      ...{ id, month, day, amountCents, label, source: "statement" },
      kind: kind === "reserve-transfer" && !isEven ? "other" : (KINDS[kind] ?? "other"),
    }));
}
