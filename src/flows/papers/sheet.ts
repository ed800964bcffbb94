import { type CompanySheet, EMPTY_SHEET } from "../../domain/local/sheet.ts";
import { ONLY } from "../../store/records/areas.ts";
import { OWN, Records } from "../../store/records/records.ts";
import type { Owner } from "../session.ts";

/** What its porté knows of a company without an API. */
export function sheetOf({ folder }: Pick<Owner, "folder">): CompanySheet {
  return new Records(folder).find("sheet", ONLY, OWN)?.value ?? EMPTY_SHEET;
}
