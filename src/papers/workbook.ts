import writeXlsxFile, { type SheetData } from "write-excel-file/node";

/** Writes a workbook of one sheet, whose first row is its titles; what is a number stays one. */
export function writeWorkbook(rows: readonly (readonly (string | number)[])[], title: string): Promise<Buffer> {
  const data: SheetData = rows.map((cells, row) =>
    cells.map((value) => {
      const cell = typeof value === "number" ? { value, type: Number } : { value, type: String };
      return row === 0 ? { ...cell, fontWeight: "bold" as const } : cell;
    }),
  );
  return writeXlsxFile(data, { sheet: title, stickyRowsCount: 1 }).toBuffer();
}
