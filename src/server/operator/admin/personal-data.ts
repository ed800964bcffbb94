import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answer, RECEIPT_CONTENT } from "../../../client/answer.ts";
import { call } from "../../../client/call.ts";
import { RECEIPT_TYPES } from "../../../domain/expense.ts";
import { PorteError } from "../../../errors.ts";
import type { Schemas } from "../../deps.ts";
import { act, type Office } from "../act.ts";
import type { Desk } from "../commands.ts";
import { receiptContent } from "../receipt.ts";

/** A working life of rows. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The content of a receipt, and the name that it is given here. */
interface HeldReceipt {
  readonly id: string;
  readonly sha256: string;
  readonly file: string;
}

/**
 * Writes what the company holds about a person, receipts included, into a new folder.
 * @throws {PorteError} `file.unwritable`; `server.answer` for a receipt that is not what the company says of it.
 */
export async function exportTo(desk: Desk, office: Office, personId: string, folder: string): Promise<void> {
  const data = (await call(office.line, "exportPerson", { params: { personId }, mostBytes: MOST_BYTES })).value;
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
  desk.show({ folder, receipts: receipts.length, tables: countsOf(data) }, [
    desk.say.administration.exported(folder, receipts.length),
  ]);
}

/** The names of the files come from the company: nothing but a hash and a known extension is taken, so that none leads elsewhere. */
function receiptsOf({ line: { url } }: Office, { tables }: Schemas["PersonExport"]): HeldReceipt[] {
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

function countsOf({ tables }: Schemas["PersonExport"]): Record<string, number> {
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]));
}

/** Erases of a person who has left what may be erased, and says what is kept, until when, and by which text. */
export async function erase(desk: Desk, office: Office, personId: string): Promise<void> {
  const erasure = await act(office, "erasePerson", { params: { personId } });
  const { administration, format } = desk.say;
  const named = (what: string) => administration.dataNames[what] ?? what;
  desk.show(erasure, [
    administration.erased(erasure.erased.map(named)),
    ...erasure.kept.map(({ what, until, text }) => administration.kept(named(what), format.day(until), text)),
  ]);
}
