import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answer, RECEIPT_CONTENT } from "../../client/answer.ts";
import type { components } from "../../contract/types.ts";
import { RECEIPT_TYPES } from "../../domain/expense.ts";
import { PorteError } from "../../errors.ts";
import { type Office, read } from "./act.ts";
import { receiptContent } from "./receipts.ts";

type PersonExport = components["schemas"]["PersonExport"];

/** What was written: where, how many receipts, and how many rows of each table. */
interface Exported {
  readonly folder: string;
  readonly receipts: number;
  readonly tables: Readonly<Record<string, number>>;
}

/** A working life of rows. */
const MAX_BYTES = 256 * 1024 * 1024;

/** The content of a receipt, and the name that it is given here. */
interface ExportedReceipt {
  readonly id: string;
  readonly sha256: string;
  readonly file: string;
}

/**
 * Writes what the company holds about a person, receipts included, into a new folder.
 * @throws {PorteError} `file.unwritable`; `server.answer` for a receipt that is not what the company says of it.
 */
export async function exportPerson(office: Office, personId: string, folder: string): Promise<Exported> {
  const data = await read(office, "exportPerson", { params: { personId }, maxBytes: MAX_BYTES });
  const receipts = receiptsOf(office, data);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, "data.json"), `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    for (const { id, sha256, file } of receipts) {
      const bytes = await receiptContent(office, id, (answer) => contentIn(answer, sha256));
      await writeFile(join(folder, file), bytes, { mode: 0o600, flag: "wx" });
    }
  } catch (cause) {
    if (cause instanceof PorteError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new PorteError("file.unwritable", { file: folder, reason: code ?? message }, { cause });
  }
  return { folder, receipts: receipts.length, tables: countsOf(data) };
}

/** The names of the files come from the company: nothing but a hash and a known extension is taken, so that none leads elsewhere. */
function receiptsOf({ connection: { url } }: Office, { tables }: PersonExport): ExportedReceipt[] {
  return (tables.receipts ?? []).map(({ id, sha256, media_type }, index) => {
    const isKnown = RECEIPT_TYPES.some((type) => type === media_type);
    if (typeof id !== "string" || typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256) || !isKnown)
      throw new PorteError("server.answer", { url, fault: "shape", at: `tables.receipts[${index}]` });
    return { id, sha256, file: `${sha256}.${String(media_type).split("/")[1]}` };
  });
}

/** @throws {PorteError} `server.answer` for bytes that are not those of the receipt. */
function contentIn(answer: Answer, sha256: string): Uint8Array {
  const { bytes } = RECEIPT_CONTENT.read(answer);
  if (createHash("sha256").update(bytes).digest("hex") === sha256) return bytes;
  throw new PorteError("server.answer", { url: answer.url, fault: "file", at: "" });
}

function countsOf({ tables }: PersonExport): Record<string, number> {
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]));
}
