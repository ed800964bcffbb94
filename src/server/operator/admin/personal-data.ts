import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ask, send } from "../../../client/http.ts";
import { PorteError } from "../../../errors.ts";
import type { Schemas } from "../../deps.ts";
import type { Desk } from "../commands.ts";
import { act, type Office } from "../request.ts";

/** A working life of rows. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Writes what the company holds about a person, receipts included, into a new folder. @throws {PorteError} `file.unwritable`. */
export async function exportTo(desk: Desk, office: Office, path: string, folder: string): Promise<void> {
  const data = (
    await ask(office.line, "PersonExport", { method: "GET", path: `${path}/export`, mostBytes: MOST_BYTES })
  ).value;
  const receipts = (data.tables.receipts ?? []) as { id: string; sha256: string; media_type: string }[];
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, "data.json"), `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    for (const { id, sha256, media_type } of receipts) {
      const bytes = await contentOf(office, id);
      const file = join(folder, `${sha256}.${media_type.split("/")[1] ?? "bin"}`);
      await writeFile(file, bytes, { mode: 0o600, flag: "wx" });
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

async function contentOf({ line }: Office, receiptId: string): Promise<Uint8Array> {
  const path = `/receipts/${receiptId}/content`;
  return (await send(line, { method: "GET", path, headers: { accept: "*/*" } })).body;
}

function countsOf({ tables }: Schemas["PersonExport"]): Record<string, number> {
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]));
}

/** Erases of a person who has left what may be erased, and says what is kept, until when, and by which text. */
export async function erase(desk: Desk, office: Office, path: string): Promise<void> {
  const erasure = await act(office, "Erasure", `${path}/erasure`, undefined);
  const { administration, format } = desk.say;
  const named = (what: string) => administration.dataNames[what] ?? what;
  desk.show(erasure, [
    administration.erased(erasure.erased.map(named)),
    ...erasure.kept.map(({ what, until, text }) => administration.kept(named(what), format.day(until), text)),
  ]);
}
