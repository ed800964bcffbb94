import type { BankColumn } from "../../src/domain/bank-titles.ts";
import { fileSource } from "../../src/files/tables/source.ts";
import { openTable, type Table } from "../../src/files/tables/table.ts";
import { workerIn } from "../../src/files/workers.ts";
import { BANK_TABLE } from "../../src/flows/expenses/bank.ts";
import { ROOT } from "./programs.ts";

/** Opens a bank's file as the command does, with no layout that was shown before. */
export function openBank(file: string): Promise<Table<BankColumn>> {
  return openTable(fileSource(file), BANK_TABLE, { worker: workerIn(ROOT), kept: [], layout: null });
}
