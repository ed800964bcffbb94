import { BANK_TITLES, type BankColumn } from "../../domain/bank-titles.ts";
import type { TableKind } from "../../files/tables/kind.ts";
import { bankByContent } from "./bank-content.ts";

/** A bank's file, as tables are read. */
export const BANK_TABLE: TableKind<BankColumn> = {
  name: "bank",
  titles: BANK_TITLES,
  needed: [["date"], ["label"], ["amount", "debit"]],
  anchor: "date",
  byContent: bankByContent,
};
