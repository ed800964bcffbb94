import type { BankColumn } from "../../src/domain/bank-titles.ts";
import { bytesSource, fileSource, type TableSource } from "../../src/files/tables/source.ts";
import { openTable, type Table } from "../../src/files/tables/table.ts";
import { workerIn } from "../../src/files/workers.ts";
import { BANK_TABLE, type BankRead, readBank } from "../../src/flows/expenses/bank.ts";
import type { BankLine } from "../../src/flows/expenses/bank-reader.ts";
import { ROOT } from "./programs.ts";

/** Opens a bank's file as the command does, with no layout that was shown before. */
export function openBank(source: string | TableSource): Promise<Table<BankColumn>> {
  const given = typeof source === "string" ? fileSource(source) : source;
  return openTable(given, BANK_TABLE, { worker: workerIn(ROOT), kept: [], layout: null });
}

/** What a bank's file is made of: a text, bytes, or lines. */
export type Statement = string | Buffer | readonly string[];

/** Reads all that a bank's file says. */
export async function readStatement(statement: Statement): Promise<BankRead> {
  const text = typeof statement === "string" || Buffer.isBuffer(statement) ? statement : `${statement.join("\n")}\n`;
  const table = await openBank(bytesSource("statement.csv", Buffer.from(text as string)));
  return readBank(table, "day-first", { isChosen: () => true, most: 1_000 });
}

/** One line each: its number, its day, its words, its cents. */
export async function saidOf(statement: Statement): Promise<string[]> {
  return (await readStatement(statement)).payments.map(saidLine);
}

function saidLine({ line, date, label, amountCents }: BankLine): string {
  return `${line} ${date} ${label} ${amountCents}`;
}
