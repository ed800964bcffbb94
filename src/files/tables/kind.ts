import type { DayOrder } from "../../domain/written-day.ts";
import type { ColumnContent } from "./contents.ts";
import type { Places, Titles } from "./titles.ts";

/** What tables are read for; a layout that was shown is kept for one of them. */
export const TABLE_NAMES = ["bank", "timesheet", "tracker", "trips", "rates", "administration"] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** A kind of table: which columns it may have, what they are called, and which ones it cannot do without. */
export interface TableKind<Column extends string> {
  readonly name: TableName;
  readonly titles: Titles<Column>;
  /** Of each list, one column must be there. */
  readonly needed: readonly (readonly Column[])[];
  /** The column of days that every row has: a row without it that is only sums, or that says so, is a total. Null for no such column. */
  readonly anchor: Column | null;
  /** Finds the columns of a table without a header by what they hold; null where that is not sure. */
  readonly byContent?: (columns: readonly ColumnContent[]) => Places<Column> | null;
}

/** The lists of columns that a table lacks, each by its first. */
export function missingOf<Column extends string>({ needed }: TableKind<Column>, places: Places<Column>): Column[] {
  return needed.flatMap((ways) => {
    const [first] = ways;
    return first === undefined || ways.some((column) => places[column] !== undefined) ? [] : [first];
  });
}

/** A layout that somebody showed once, and that is kept under a name. */
export interface StoredLayout {
  readonly name: string;
  readonly kind: TableName;
  /** The titles of the files that it is for, as `titleWord` writes them; null for those without a header. */
  readonly header: readonly string[] | null;
  /** How many columns they have. */
  readonly width: number;
  readonly columns: Readonly<Record<string, number>>;
  readonly dates: DayOrder | null;
  readonly decimal: "," | "." | null;
}
