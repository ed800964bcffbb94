import { PorteError } from "../../errors.ts";
import type { KnownLayouts, SplitRow } from "./head.ts";
import { missingOf, type TableKind } from "./kind.ts";
import { type Places, placesOf } from "./titles.ts";

/** Tells which columns of a table are not known, with the row that shows it: somebody can say where they are. */
export function columnsUnknown<Column extends string>(
  file: string,
  kind: TableKind<Column>,
  rows: readonly SplitRow[],
  { named }: KnownLayouts,
): PorteError {
  if (named !== null) return new PorteError("table.layout", { file, name: named, names: [] });
  const judged = rows.map((row) => ({ row, places: placesOf(row.cells, kind.titles, true) }));
  const known = (places: Places<Column>) => Object.keys(places).length;
  const first = judged[0];
  if (first === undefined) return new PorteError("table.format", { file, format: "empty" });
  const { row, places } = judged.reduce((max, one) => (known(one.places) > known(max.places) ? one : max), first);
  return new PorteError("table.columns", {
    file,
    kind: kind.name,
    missing: missingOf(kind, places),
    line: row.line,
    row: row.cells.map((cell) => cell.trim().slice(0, 40)),
  });
}
