import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { parse } from "csv-parse";
import { type Day, isDay } from "../../domain/calendar.ts";
import { columnsOf, delimiterOf, headerCells } from "../../domain/columns.ts";
import { type Cents, parseEuros } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { csvFault } from "../csv-rows.ts";

/** One payment of a bank's file: money that left. */
export interface BankLine {
  /** Its line in the file; the header's own is 1 where nothing stands before it. */
  readonly line: number;
  readonly date: Day;
  readonly label: string;
  readonly amountCents: Cents;
  /** Made from the whole line and its place among those of its day that are alike: it is the same in every reading. */
  source(): string;
}

/** How a bank's file is laid out, as its first lines show it. */
export interface BankLayout {
  readonly encoding: "utf-8" | "windows-1252";
  readonly delimiter: string;
  /** The line of the header: some banks write the account before it. */
  readonly headerLine: number;
  readonly columns: Readonly<Partial<Record<Column, string>>>;
}

const NAMES = {
  date: [
    "dateop",
    "date",
    "date operation",
    "date de l'operation",
    "date d'operation",
    "date comptable",
    "date de comptabilisation",
    "completed date",
    "booking date",
    "settlement date (utc)",
  ],
  label: [
    "label",
    "libelle",
    "libelle operation",
    "libelle simplifie",
    "description",
    "payee",
    "partner name",
    "counterparty name",
  ],
  amount: [
    "amount",
    "montant",
    "amount (eur)",
    "montant (eur)",
    "montant(euros)",
    "montant en euros",
    "total amount (incl. vat)",
  ],
  debit: ["debit", "debit euros", "debit (eur)", "montant debit"],
  currency: ["currency", "devise"],
} as const;
type Column = keyof typeof NAMES;

const HEAD_BYTES = 64 * 1024;
const MOST_HEAD_LINES = 30;

/**
 * Finds how a bank's file is laid out: its letters, its delimiter, its header and its columns.
 * @throws {PorteError} `file.unreadable`, `bank.unknown` where no line names a day and an amount.
 */
export function bankLayout(file: string): BankLayout {
  const head = headOf(file);
  const encoding = isUtf8(head) ? "utf-8" : "windows-1252";
  const lines = new TextDecoder(encoding).decode(head).split(/\r?\n/).slice(0, MOST_HEAD_LINES);
  for (const [index, line] of lines.entries()) {
    const columns = columnsOf(headerCells(line), NAMES);
    const hasAmount = columns.amount !== undefined || columns.debit !== undefined;
    if (columns.date !== undefined && columns.label !== undefined && hasAmount)
      return { encoding, delimiter: delimiterOf(line), headerLine: index + 1, columns };
  }
  throw new PorteError("bank.unknown", { file, value: (lines[0] ?? "").slice(0, 60) });
}

function headOf(file: string): Buffer {
  try {
    const opened = openSync(file, "r");
    const bytes = Buffer.alloc(HEAD_BYTES);
    const length = readSync(opened, bytes, 0, HEAD_BYTES, 0);
    closeSync(opened);
    return bytes.subarray(0, length);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new PorteError("file.unreadable", { file, reason: code ?? message }, { cause });
  }
}

/** A letter may be cut where the head ends: it is not judged by its last bytes. */
function isUtf8(head: Buffer): boolean {
  const whole = head.length < HEAD_BYTES ? head : head.subarray(0, head.lastIndexOf(10));
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(whole);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads every payment of a bank's file, one after the other, however many there are: nothing is kept of those that are not taken.
 * @throws {PorteError} `csv.malformed` naming the line and the column.
 */
export async function readBank(
  file: string,
  layout: BankLayout,
  take: (line: BankLine) => void,
): Promise<{ foreign: number }> {
  const { encoding, delimiter, headerLine, columns } = layout;
  const parser = parse({
    bom: true,
    delimiter,
    encoding: encoding === "utf-8" ? "utf8" : "latin1",
    from_line: headerLine,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
  });
  const reader = new RowReader(file, columns, take);
  await new Promise<void>((resolve, reject) => {
    const stop = (failure: Error) => {
      source.destroy();
      reject(failure);
    };
    const source = createReadStream(file).on("error", stop);
    parser.on("readable", () => {
      try {
        for (let found = parser.read(); found !== null; found = parser.read())
          reader.read(found.record, found.info.lines);
      } catch (failure) {
        stop(failure as Error);
      }
    });
    parser.on("error", (failure: Error) => stop(csvFault(file, failure)));
    parser.on("end", resolve);
    source.pipe(parser);
  });
  return { foreign: reader.foreign };
}

/** Reads the rows of one file, and knows the lines of the day it is at. */
class RowReader {
  private readonly file: string;
  private readonly columns: BankLayout["columns"];
  private readonly take: (line: BankLine) => void;
  private places: Partial<Record<Column, number>> | null = null;
  private day = "";
  private readonly alike = new Map<string, number>();
  /** Payments in another currency, which need their rate. */
  foreign = 0;

  constructor(file: string, columns: BankLayout["columns"], take: (line: BankLine) => void) {
    this.file = file;
    this.columns = columns;
    this.take = take;
  }

  read(record: readonly string[], line: number): void {
    if (this.places === null) {
      const cells = record.map((cell) => cell.trim());
      const places = Object.entries(this.columns).map(([column, name]) => [column, cells.indexOf(name)]);
      this.places = Object.fromEntries(places);
      return;
    }
    const cell = (column: Column) => record[this.places?.[column] ?? -1]?.trim() ?? "";
    const written = cell("debit") || cell("amount");
    /** Money that came in has no debit; what banks write under the last line has no day. */
    if (written === "" || cell("date") === "") return;
    const isDebit = cell("debit") !== "";
    const cents = this.centsOf(written, line, isDebit ? "debit" : "amount");
    if (!isDebit && cents >= 0) return;
    const date = this.dayOf(cell("date"), line);
    const currency = cell("currency");
    if (currency !== "" && currency.toUpperCase() !== "EUR") {
      this.foreign += 1;
      return;
    }
    const label = cell("label").replace(/\s+/g, " ");
    this.take({ line, date, label, amountCents: Math.abs(cents), source: this.sourceOf(date, record) });
  }

  private centsOf(text: string, line: number, column: Column): Cents {
    try {
      return parseEuros(text);
    } catch (failure) {
      if (failure instanceof PorteError) throw this.fault(line, column, text, "euros");
      throw failure;
    }
  }

  private dayOf(text: string, line: number): Day {
    const [, day = "", month = "", year = ""] = /^(\d{2})[/.-](\d{2})[/.-](\d{4})/.exec(text) ?? [];
    const civil = year === "" ? text.slice(0, 10) : `${year}-${month}-${day}`;
    if (!isDay(civil)) throw this.fault(line, "date", text, "day");
    return civil;
  }

  private sourceOf(date: Day, record: readonly string[]): () => string {
    if (date !== this.day) this.alike.clear();
    this.day = date;
    const written = record.join("\u001f");
    const place = (this.alike.get(written) ?? 0) + 1;
    this.alike.set(written, place);
    return () => createHash("sha256").update(`bank ${place} ${written}`).digest("hex");
  }

  private fault(line: number, column: Column, value: string, expected: "day" | "euros"): PorteError<"csv.malformed"> {
    return new PorteError("csv.malformed", {
      file: this.file,
      line,
      column: this.columns[column] ?? column,
      value,
      expected,
    });
  }
}
