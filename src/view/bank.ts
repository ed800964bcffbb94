import type { Look } from "./look.ts";

/** How a bank's file was found to be laid out. */
interface ShownLayout {
  readonly columns: Readonly<Partial<Record<string, string>>>;
  readonly headerLine: number | null;
  readonly delimiter: string | null;
  readonly encoding: string | null;
  readonly sheet: string | null;
}

const TOLD = ["date", "label", "amount", "debit", "credit", "fee"] as const;

/** Says how a bank's file is read, so that a wrong column is seen before it is believed. */
export function bankLayoutText({ expenses: words }: Look["say"], layout: ShownLayout): string {
  const { columns, headerLine, delimiter, encoding } = layout;
  const told = TOLD.flatMap((column) => {
    const name = columns[column];
    return name === undefined ? [] : [words.bankColumns[column](headerLine === null ? Number(name) : name)];
  });
  return words.bankRead({ columns: told, delimiter, encoding });
}

/** A payment of a bank's file. */
interface ShownLine {
  readonly line: number;
  readonly date: string;
  readonly label: string;
  readonly amountCents: number;
}

/** One line each: its number in the file, its day, its amount, what the bank says of it. */
export function bankLinesText({ format }: Look["say"], lines: readonly ShownLine[]): string {
  return lines
    .map(({ line, date, label, amountCents }) =>
      [String(line), format.day(date), format.euros(amountCents), label].join("\t"),
    )
    .join("\n");
}
