import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { MailRead } from "../../channels/read-mail.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import type { FiledDocument } from "../../domain/local/filed.ts";
import { MONTH_NAMES } from "../../domain/typed/words.ts";
import { PorteError } from "../../errors.ts";
import { Records } from "../../store/records/records.ts";
import type { Session } from "../session.ts";

/** A file that shows what became of a month. */
export interface Evidence {
  readonly file: string;
  readonly bytes: Buffer;
  /** What a mail says at its head; null for a page. */
  readonly read: MailRead | null;
}

/**
 * Reads the file that shows something of a month; of a folder, the one file that names the month.
 * @throws {PorteError} `file.unreadable`; `delivery.evidence` for what is no PDF and no mail, for a folder that holds none or several.
 */
export async function evidenceIn(path: string, month: Month): Promise<Evidence> {
  const given = resolve(path);
  const { isFolder, file } = isDirectory(given)
    ? { isFolder: true, file: await fileOf(given, month) }
    : { isFolder: false, file: given };
  const found = await opened(file);
  if (found === null)
    throw new PorteError("delivery.evidence", { file: isFolder ? given : file, month, fault: "kind" });
  return found;
}

/** Reads a PDF, or a mail; null for what is neither. */
async function opened(file: string): Promise<Evidence | null> {
  const bytes = bytesOf(file);
  if (bytes.subarray(0, PDF.length).toString("latin1") === PDF) return { file, bytes, read: null };
  if (!/\.eml$/i.test(file)) return null;
  const { readMail } = await import("../../channels/read-mail.ts");
  const read = await readMail(bytes);
  return read === null ? null : { file, bytes, read };
}

const PDF = "%PDF-";

/** Keeps what shows something of a month beside it, under its hash. @throws {PorteError} `file.unwritable`. */
export async function keptProof(
  { folder }: Pick<Session, "folder">,
  month: Month,
  { file, bytes }: Pick<Evidence, "file" | "bytes">,
): Promise<FiledDocument> {
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, HASH_LETTERS);
  return new Records(folder).keepDocument(`${month}-${name}_${basename(file)}`, bytes);
}

/** Enough of a hash to tell the proofs of a month apart. */
const HASH_LETTERS = 8;

/** The instant of what is said: the day that is named, which is taken at noon, that of a mail, or now. */
export function momentOf(on: Day | undefined, read: Evidence["read"], now: Date): string {
  return on === undefined ? (read?.date ?? now.toISOString()) : `${on}T12:00:00.000Z`;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new PorteError("file.unreadable", { file, reason: (cause as NodeJS.ErrnoException).code ?? "" }, { cause });
  }
}

/** Finds the one file of a folder whose name, or whose mail's subject, names the month. */
async function fileOf(folder: string, month: Month): Promise<string> {
  const names = readdirSync(folder).filter((name) => /\.(pdf|eml)$/i.test(name));
  const files = names.map((name) => join(folder, name));
  const titled = await Promise.all(files.map(async (file) => `${basename(file)} ${await subjectOf(file)}`));
  const found = files.filter((_file, index) => namesMonth(titled[index] ?? "", month));
  const [only, ...others] = found;
  if (only === undefined) throw new PorteError("delivery.evidence", { file: folder, month, fault: "none" });
  if (others.length > 0) throw new PorteError("delivery.evidence", { file: folder, month, fault: "several" });
  return only;
}

async function subjectOf(file: string): Promise<string> {
  return /\.eml$/i.test(file) ? ((await opened(file))?.read?.subject ?? "") : "";
}

/** Says whether a text names a month: `2026-11`, `11-2026`, `novembre 2026`. */
function namesMonth(text: string, month: Month): boolean {
  const [year = "", number = ""] = month.split("-");
  const said = plain(text);
  const names = [...(MONTH_NAMES[Number(number) - 1]?.fr ?? []), number].map(plain);
  const orders = names.map((name) => `\\b${name}[^a-z0-9]?${year}|${year}[^a-z0-9]?${name}(?![0-9])`);
  return orders.some((order) => new RegExp(order).test(said));
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
