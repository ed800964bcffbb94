import { readFileSync } from "node:fs";
import type { Schemas } from "../../client/company.ts";
import { RECEIPT_ENDS } from "../../domain/expense.ts";
import { dayInParis } from "../../domain/paris.ts";
import type { ExpenseDraft } from "../../store/expense-drafts.ts";
import { evidenceBeside, evidenceOf } from "../contracts.ts";
import type { Session } from "../session.ts";
import { plainName } from "./folder.ts";
import { ownDocuments } from "./own-facts.ts";

/** A file to take: where it goes, the version of what it is, and how it is fetched. */
export interface DocumentToTake {
  readonly path: string;
  readonly of: string;
  /** Whether the company alone gives it: nothing on this machine stands in. */
  readonly isCompanyOnly: boolean;
  /** Whether only its content says what kind of file it is: its name then ends as that does. */
  readonly hasNoEnd?: true;
  readonly fetch: () => Promise<Uint8Array | string>;
}

type ListedReport = Pick<Schemas["ActivityReport"], "month" | "version" | "state">;

/** The lists that documents belong to. */
interface Listed {
  readonly payslips: readonly Schemas["PayslipSummary"][];
  readonly contracts: readonly Schemas["ContractDocument"][];
  readonly reports: readonly ListedReport[];
  readonly invoices: readonly Schemas["Invoice"][];
  readonly expenses: readonly Schemas["Expense"][];
  readonly history: readonly Schemas["ImportedMonth"][];
  readonly typed: readonly ExpenseDraft[];
}

/** Every file that belongs to what was listed: payslips, contracts, reports and their versions, receipts, and what was filed here. */
export function documentsOf(
  session: Pick<Session, "reader" | "folder" | "isLocal">,
  listed: Listed,
): readonly DocumentToTake[] {
  const { reader, isLocal } = session;
  return [
    ...(isLocal ? [] : heldDocuments(reader, listed)),
    ...listed.reports.map((report) => versionsFile(reader, report)),
    ...ownDocuments(session),
    ...listed.typed.flatMap(({ id, date, merchant, receipt }) =>
      receipt === null
        ? []
        : {
            path: `receipts/${date}-${plainName(merchant ?? "")}-${plainName(id)}.${RECEIPT_ENDS[receipt.mediaType] ?? "bin"}`,
            of: receipt.sha256,
            isCompanyOnly: false,
            fetch: async () => readFileSync(receipt.file),
          },
    ),
  ];
}

/** Every file that the company gives. */
function heldDocuments(reader: Session["reader"], listed: Omit<Listed, "typed">): readonly DocumentToTake[] {
  return [
    ...listed.payslips.map(({ id, month }) => ({
      path: `payslips/${month}.pdf`,
      of: id,
      isCompanyOnly: false,
      fetch: () => reader.payslipPdf(month),
    })),
    ...listed.payslips.map(({ id, month }) => ({
      path: `payslips/${month}.json`,
      of: id,
      isCompanyOnly: false,
      fetch: async () => `${JSON.stringify(await reader.payslip(month), null, 2)}\n`,
    })),
    ...listed.contracts.flatMap(evidenceFile),
    ...listed.contracts.map(({ id, kind, mission, sha256, drawnAt }) => ({
      path: `contracts/${plainName(`${kind} ${mission}`)}-${plainName(id)}.pdf`,
      of: sha256,
      isCompanyOnly: false,
      fetch: () => reader.contractPdf(id, dayInParis(new Date(drawnAt))),
    })),
    ...listed.reports.map((report) => ({
      path: `reports/${report.month}.pdf`,
      of: versionOf(report),
      isCompanyOnly: true,
      fetch: () => reader.reportPdf(report.month),
    })),
    ...listed.invoices.map(({ id, number, state }) => ({
      path: `invoices/${plainName(number)}.pdf`,
      of: state === "cancelled" ? `${id} cancelled` : id,
      isCompanyOnly: true,
      fetch: () => reader.invoicePdf(id),
    })),
    ...listed.expenses.flatMap((expense) => receiptOf(reader, expense)),
    ...listed.history.flatMap((month) => papersOf(reader, month)),
  ];
}

/** What proves the signatures of a contract, where somebody has signed. */
function evidenceFile(contract: Schemas["ContractDocument"]): DocumentToTake[] {
  const { id, kind, mission, sha256 } = contract;
  const evidence = evidenceOf(contract);
  if (evidence.signatures.length === 0) return [];
  return [
    {
      path: evidenceBeside(`contracts/${plainName(`${kind} ${mission}`)}-${plainName(id)}.pdf`),
      of: `${sha256} ${evidence.signatures.length}`,
      isCompanyOnly: false,
      fetch: async () => `${JSON.stringify(evidence, null, 2)}\n`,
    },
  ];
}

/** How each kind of receipt begins, as the bytes of Latin-1. */
const BEGINNINGS = [
  [".pdf", /^%PDF-/],
  [".jpg", /^\xff\xd8\xff/],
  [".png", /^\x89PNG/],
  [".webp", /^RIFF[\s\S]{4}WEBP/],
] as const;

/** The end of a file's name by what it holds; none for what is of another kind. */
export function endOf(content: Uint8Array | string): string {
  const start = Buffer.from(content).subarray(0, 12).toString("latin1");
  return BEGINNINGS.find(([, beginning]) => beginning.test(start))?.[0] ?? "";
}

/** The papers of a month that was taken over from before. */
function papersOf(
  reader: Session["reader"],
  { month, report, payslips, expenses }: Schemas["ImportedMonth"],
): DocumentToTake[] {
  const ids = [
    ...(report?.papers ?? []),
    ...payslips.map(({ paper }) => paper),
    ...expenses.flatMap(({ paper }) => paper ?? []),
  ];
  return [...new Set(ids)].map((id) => {
    const fetch = async () => (await reader.receiptContent(id)).bytes;
    return { path: `history/${month}-${plainName(id)}`, of: id, isCompanyOnly: true, hasNoEnd: true, fetch };
  });
}

function versionsFile(reader: Session["reader"], report: ListedReport): DocumentToTake {
  const { month } = report;
  const fetch = async () => jsonLines(await reader.reportVersions(month));
  return { path: `reports/${month}.versions.jsonl`, of: versionOf(report), isCompanyOnly: false, fetch };
}

function versionOf({ version, state }: ListedReport): string {
  return `${version} ${state}`;
}

function receiptOf(
  reader: Session["reader"],
  { id, date, merchant, receiptId }: Schemas["Expense"],
): DocumentToTake | [] {
  if (receiptId === null) return [];
  const path = `receipts/${date}-${plainName(merchant ?? "")}-${plainName(id)}`;
  const fetch = async () => (await reader.receiptContent(receiptId)).bytes;
  return { path, of: receiptId, isCompanyOnly: true, hasNoEnd: true, fetch };
}

/** Writes a list as JSON Lines. */
export function jsonLines(items: readonly object[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join("");
}
