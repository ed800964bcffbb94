import { extname } from "node:path";
import { RECEIPT_MOST_BYTES } from "../../domain/expense.ts";
import type { FiledDocument } from "../../domain/local/filed.ts";
import { PorteError } from "../../errors.ts";
import { readPlain } from "../../files/plain.ts";
import type { Area, AreaValues, Fact } from "../../store/records/areas.ts";
import { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import { filedPayslips } from "../papers/filed.ts";
import type { Session } from "../session.ts";
import type { DocumentToTake } from "./documents.ts";
import { plainName } from "./folder.ts";
import type { ExportedList } from "./lists.ts";

/** What a porté says without a company, each area as the records have it. */
export const OWN_AREAS = [
  "sheet",
  "missions",
  "expenses",
  "filed-reports",
  "dossiers",
  "filed-payslips",
  "deliveries",
  "movements",
] as const satisfies readonly Area[];
export type OwnArea = (typeof OWN_AREAS)[number];

type Kept = Pick<Session, "folder" | "isLocal">;

/** Where the facts of an area lie in an export. */
export function factsPath(area: OwnArea): string {
  return `records/${area}.jsonl`;
}

/** Lists what was said here, fact by fact, in the order in which it was said: a profile is made again of it. Nothing of an area that has none. */
export function ownFacts({ folder }: Kept): readonly ExportedList[] {
  const records = new Records(folder);
  return OWN_AREAS.flatMap((area) => {
    const facts = saidHere(records, area);
    const name = factsPath(area).replace(/\.jsonl$/, "");
    return facts.length === 0 ? [] : [{ name, isSheet: false, read: async () => facts }];
  });
}

function saidHere<Name extends Area>(records: Records, area: Name): Fact<Name>[] {
  return records.facts(area).filter(({ source }) => source === OWN.source);
}

/**
 * Every file that what was said here names: once each. The month's own and the payslip that stands lie where a company's would; in a profile
 * that has a company those are the company's.
 */
export function ownDocuments(kept: Kept): readonly DocumentToTake[] {
  const records = new Records(kept.folder);
  const named = OWN_AREAS.flatMap((area) => saidHere(records, area).flatMap(({ value }) => documentsIn(value)));
  const taken = new Map<string, DocumentToTake>();
  const take = (document: FiledDocument, path: string) => {
    if (taken.has(path)) return;
    const fetch = () => fetched(records, document);
    taken.set(path, { path, of: document.sha256, isCompanyOnly: false, fetch });
  };
  if (kept.isLocal) {
    for (const { value } of records.latest("filed-reports", OWN)) if (value !== null) takeReport(value, take);
    for (const { month, document } of filedPayslips(kept)) take(document, `payslips/${month}${endOf(document)}`);
  }
  for (const receipt of ownReceipts(records)) taken.set(receipt.path, receipt);
  const hashes = new Set([...taken.values()].map(({ of }) => of));
  for (const one of named) if (!hashes.has(one.sha256)) take(one, besidePath(one));
  return [...taken.values()];
}

/** The receipts of expenses that were sent without a company: each was kept under a name of its own. */
function ownReceipts(records: Records): DocumentToTake[] {
  return records.latest("expenses", OWN).flatMap(({ value }) => {
    if (value === null || value.receiptId === null) return [];
    const { id, date, merchant, receiptId } = value;
    const path = `receipts/${date}-${plainName(merchant ?? "")}-${plainName(id)}${endOf({ file: receiptId })}`;
    const fetch = async () => readPlain(records.documentFile(receiptId), RECEIPT_MOST_BYTES);
    return [{ path, of: receiptId, isCompanyOnly: false, fetch }];
  });
}

function takeReport(
  { month, documents, proof }: AreaValues["filed-reports"],
  take: (document: FiledDocument, path: string) => void,
): void {
  for (const one of documents) take(one, `reports/${month}${endOf(one)}`);
  if (proof !== null) take(proof, `reports/${month}.answer${endOf(proof)}`);
}

/** Enough of a hash to tell files of one name apart. */
const HASH_LETTERS = 8;

function besidePath(document: FiledDocument): string {
  const end = endOf(document);
  const stem = document.file.slice(0, document.file.length - extname(document.file).length);
  return `documents/${plainName(stem)}-${document.sha256.slice(0, HASH_LETTERS)}${end}`;
}

function endOf({ file }: Pick<FiledDocument, "file">): string {
  const end = extname(file).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(end) ? end : "";
}

async function fetched(records: Records, document: FiledDocument): Promise<Uint8Array> {
  const bytes = await records.document(document);
  if (bytes !== null) return bytes;
  throw new PorteError("file.unreadable", { file: records.documentFile(document.file), reason: "ENOENT" });
}

/** Finds the files that a value names, wherever it does. */
export function documentsIn(value: unknown): FiledDocument[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value) && isDocument(value)) return [value];
  return Object.values(value).flatMap(documentsIn);
}

function isDocument(value: object): value is FiledDocument {
  const { file, sha256 } = value as Partial<FiledDocument>;
  return typeof file === "string" && typeof sha256 === "string";
}
