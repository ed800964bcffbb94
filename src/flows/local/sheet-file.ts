import { resolve } from "node:path";
import type { CompanySheet } from "../../domain/local/sheet.ts";
import { changeSheet, changesBetween } from "../../domain/local/sheet-facts.ts";
import { PorteError } from "../../errors.ts";
import { factsIn, type ReadDocument, SHEET_DOCUMENT, sharedDocument, wrongPart } from "../../portage/sheet-document.ts";
import { writeJsonFile } from "../../store/files.ts";
import { damagedAt, readKept } from "../../store/read.ts";
import type { Machine } from "../session.ts";

/** Writes a sheet to a file that may be given away. @throws {PorteError} `file.unwritable`. */
export async function exportSheet(
  file: string,
  sheet: CompanySheet,
  parts: { readonly delivery: boolean; readonly all: boolean },
): Promise<{ readonly file: string; readonly document: ReturnType<typeof sharedDocument> }> {
  const target = resolve(file);
  const document = sharedDocument(sheet, parts);
  await writeJsonFile(target, document);
  return { file: target, document };
}

/** What a file would change. */
export interface PlannedImport {
  readonly after: CompanySheet;
  readonly changes: readonly string[];
  /** Terms that only a later porte knows: they are left out. */
  readonly unknown: readonly string[];
}

/**
 * Reads a sheet that somebody gave, and says what it would change: it adds to what is known, and takes nothing away.
 * @throws {PorteError} `file.unreadable`, `file.damaged`, `file.newer`: nothing was changed, and a copy of the file is beside it.
 */
export function planImport(file: string, before: CompanySheet, { today }: Pick<Machine, "today">): PlannedImport {
  const target = resolve(file);
  const read = readKept<ReadDocument>(target, [SHEET_DOCUMENT]);
  if (read === null) throw new PorteError("file.unreadable", { file: target, reason: "ENOENT" });
  const wrong = wrongPart(read, today());
  if (wrong !== null) throw damagedAt(target, wrong);
  const { facts, terms, unknown } = factsIn(read);
  const after = changeSheet(before, facts, terms);
  return { after, changes: changesBetween(before, after), unknown };
}
