import { amountFrom, isNoAmount } from "../../domain/written-amount.ts";
import { dayFrom } from "../../domain/written-day.ts";

/** What a column of a table holds, seen over its first rows. */
export interface ColumnContent {
  readonly place: number;
  /** How many of the rows that were seen have something there. */
  readonly filled: number;
  readonly rows: number;
  /** Whether all that is there are days; amounts or numbers; times of the day. */
  readonly isDays: boolean;
  readonly isAmounts: boolean;
  readonly isTimes: boolean;
  /** The mean length of its texts. */
  readonly letters: number;
  readonly cells: readonly string[];
}

/** Says whether a cell is written as a day; a number alone is none. */
export function isDayCell(cell: string): boolean {
  return /\D/.test(cell.trim()) && !/^\d+[.,]\d+$/.test(cell.trim()) && dayFrom(cell) !== null;
}

/** Looks at the columns of the first rows of a table. */
export function contentsOf(rows: readonly (readonly string[])[]): ColumnContent[] {
  const width = rows.reduce((max, row) => Math.max(max, row.length), 0);
  return Array.from({ length: width }, (_, place) => contentOf(rows, place));
}

function contentOf(rows: readonly (readonly string[])[], place: number): ColumnContent {
  const cells = rows.map((row) => row[place]?.trim() ?? "");
  const said = cells.filter((cell) => !isNoAmount(cell));
  const every = (holds: (cell: string) => boolean) => said.length > 0 && said.every(holds);
  return {
    place,
    filled: said.length,
    rows: rows.length,
    isDays: every(isDayCell),
    isAmounts: every((cell) => amountFrom(cell) !== null),
    isTimes: every((cell) => /^\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s*[AP]M)?$/i.test(cell)),
    letters: said.reduce((total, cell) => total + cell.length, 0) / Math.max(1, said.length),
    cells,
  };
}
