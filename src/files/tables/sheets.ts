import { type Head, headOf, type KnownLayouts, SAMPLE_ROWS, type SplitRow } from "./head.ts";
import type { TableKind } from "./kind.ts";
import { titleWord } from "./titles.ts";
import type { WorkbookSheet } from "./workbook.ts";

/** The sheets of a workbook that are one table, read one after the other, and those that are left. */
export interface JoinedSheets<Column extends string> {
  /** Of all of them; lines go on counting from one sheet to the next. */
  readonly rows: readonly SplitRow[];
  readonly head: Head<Column> | null;
  /** The names of those that are read. */
  readonly read: readonly string[];
  /** The names of the others that hold something: they have another header, or none that is known. */
  readonly left: readonly string[];
}

interface HeadedSheet<Column extends string> {
  readonly name: string;
  readonly rows: readonly SplitRow[];
  readonly head: Head<Column> | null;
}

/** Joins the sheets that are laid out as the first one whose columns are known. @returns null where no sheet holds anything. */
export function joinedSheets<Column extends string>(
  sheets: readonly WorkbookSheet[],
  kind: TableKind<Column>,
  known: KnownLayouts,
): JoinedSheets<Column> | null {
  const filled = sheets.flatMap(({ name, rows: all }): HeadedSheet<Column>[] => {
    const rows = all.map((cells, index) => ({ cells, line: index + 1 }));
    return rows.length === 0 ? [] : [{ name, rows, head: headOf(rows.slice(0, SAMPLE_ROWS), kind, known) }];
  });
  const main = filled.find(({ head }) => head !== null) ?? filled[0];
  if (main === undefined) return null;
  const alike = filled.filter((one) => one === main || isAlike(one.head, main.head));
  return {
    rows: alike.reduce<SplitRow[]>(
      (before, one) => joined(before, one.rows, one === main ? 1 : firstOf(one, kind)),
      [],
    ),
    head: main.head,
    read: alike.map(({ name }) => name),
    left: filled.filter((one) => !alike.includes(one)).map(({ name }) => name),
  };
}

/** What stands above the header of a further sheet is of its letterhead, and no row; a header is known again by the column of the days. */
function firstOf<Column extends string>({ head }: HeadedSheet<Column>, { anchor }: TableKind<Column>): number {
  return (anchor === null ? null : head?.headerLine) ?? head?.firstLine ?? 1;
}

function joined(before: SplitRow[], rows: readonly SplitRow[], first: number): SplitRow[] {
  const start = before.at(-1)?.line ?? 0;
  for (const { cells, line } of rows) if (line >= first) before.push({ cells, line: start + line });
  return before;
}

function isAlike<Column extends string>(one: Head<Column> | null, main: Head<Column> | null): boolean {
  if (one === null || main === null) return false;
  const titles = ({ header, width }: Head<Column>) => header?.map(titleWord).join("\n").trimEnd() ?? String(width);
  return (one.header === null) === (main.header === null) && titles(one) === titles(main);
}
