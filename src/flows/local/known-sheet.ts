import { type CompanySheet, EMPTY_SHEET } from "../../domain/local/sheet.ts";
import { ONLY } from "../../store/records/areas.ts";
import type { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";

/** A sheet, and what of it could not be read. */
export interface KnownSheet {
  readonly sheet: CompanySheet;
  /** When it was last said; null where nobody said anything, or a company says it each time. */
  readonly at: string | null;
  /** Lines that are damaged, or of a later porte: they stay where they are. */
  readonly unread: readonly { readonly file: string; readonly count: number }[];
}

/** Gives what the porté said of the company. */
export function sheetIn(records: Records): Pick<KnownSheet, "sheet" | "at"> {
  const found = records.find("sheet", ONLY, OWN);
  return { sheet: found?.value ?? EMPTY_SHEET, at: found?.at ?? null };
}
