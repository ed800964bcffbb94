import { plainWord } from "../../domain/columns.ts";
import { amountFrom, isNoAmount } from "../../domain/written-amount.ts";
import { isDayCell } from "./contents.ts";
import type { Head } from "./head.ts";

/** A line of a table that is no row of it, and why. */
export interface TableAside {
  readonly line: number;
  readonly why: "total" | "note" | "header";
}

/** One row of a table. */
export class TableRow<Column extends string> {
  /** Its line in the file, from 1; its row in a workbook. */
  readonly line: number;
  readonly cells: readonly string[];
  private readonly head: Pick<Head<Column>, "columns" | "width">;

  constructor(line: number, cells: readonly string[], head: Pick<Head<Column>, "columns" | "width">) {
    this.line = line;
    this.cells = cells;
    this.head = head;
  }

  /** Whether it has more cells than the table has columns: a comma of its own cut one of them in two. */
  get isOver(): boolean {
    return this.cells.length > this.head.width && this.cells.slice(this.head.width).some((cell) => cell.trim() !== "");
  }

  /** The cell of a column, without the spaces around it; nothing where the table does not have that column. */
  cell(column: Column): string {
    const place = this.head.columns[column];
    return place === undefined ? "" : plainCell(this.cells[place] ?? "");
  }
}

/** Spreadsheets write `="0012"` for a text that looks like a number. */
function plainCell(cell: string): string {
  const trimmed = cell.trim();
  return trimmed.startsWith('="') && trimmed.endsWith('"') ? trimmed.slice(2, -1) : trimmed;
}

const TOTAL =
  /^(?:(?:grand |sous |sub)?tota(?:l|ux)|solde|balance|somme|sum|cumul|report|nombre d|ecart|moyenne|average)(?![a-z])/;

/** Says which lines of a table are rows. */
export class RowSieve<Column extends string> {
  readonly asides: TableAside[] = [];
  private readonly head: Head<Column>;
  private readonly anchor: number | undefined;
  private readonly title: string | undefined;
  private readonly tell: ((aside: TableAside) => void) | undefined;

  /** @param tell hears of each line that is set aside. */
  constructor(head: Head<Column>, anchor: Column | null, tell?: (aside: TableAside) => void) {
    this.head = head;
    this.tell = tell;
    this.anchor = anchor === null ? undefined : head.columns[anchor];
    this.title = this.anchor === undefined ? undefined : head.header?.[this.anchor]?.trim();
  }

  /** Gives a line as a row; null for a blank one, and for one that is set aside. */
  rowOf(cells: readonly string[], line: number): TableRow<Column> | null {
    if (line < this.head.firstLine || cells.every((cell) => cell === "" || cell.trim() === "")) return null;
    const why = this.whyNot(cells);
    if (why === null) return new TableRow(line, cells, this.head);
    this.asides.push({ line, why });
    this.tell?.({ line, why });
    return null;
  }

  /** What begins with a digit in the column of the days is a row, however wrong. */
  private whyNot(cells: readonly string[]): TableAside["why"] | null {
    if (this.anchor === undefined) return null;
    const anchor = cells[this.anchor]?.trim() ?? "";
    if (/^["=]*\d/.test(anchor) || (anchor !== "" && isDayCell(anchor))) return null;
    if (anchor !== "" && anchor === this.title) return "header";
    const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    if (said.some((cell) => TOTAL.test(plainWord(cell.slice(0, 40)).replace(/[-_]/g, " ")))) return "total";
    if (anchor === "" && said.every((cell) => isNoAmount(cell) || amountFrom(cell) !== null)) return "total";
    return said.length === 1 ? "note" : null;
  }
}
