import { type frTables, type frTablesHelp, layoutText } from "../fr/tables.ts";
import { englishLists } from "../lists.ts";
import { columnNames, nameOf } from "../names.ts";
import { englishForm as form } from "../plural.ts";

const delimiters: Readonly<Record<string, string>> = { "\t": "tab" };

const columnName = (column: string) => nameOf(columnNames.en, column);

/** The same in English. */
export const enTables: typeof frTables = {
  columnName,
  read: ({ format, encoding, delimiter, sheet, columns, kept }, own = {}) =>
    `${[
      `Columns read: ${Object.entries(columns)
        .map(([column, title]) => `${own[column] ?? columnName(column)} "${title}"`)
        .join(", ")}`,
      ...(format === "xlsx" ? [`sheet "${sheet}"`] : []),
      ...(delimiter === null ? [] : [`delimiter ${delimiters[delimiter] ?? `"${delimiter}"`}`, encoding ?? ""]),
      ...(kept === null ? [] : [`layout "${kept.name}"`]),
    ].join(", ")}.`,
  asides: (asides) =>
    `${form(asides.length, "Line", "Lines")} skipped (totals, empty days, remarks): ${asides
      .slice(0, 10)
      .map(({ line }) => line)
      .join(", ")}${asides.length > 10 ? ` and ${asides.length - 10} more` : ""}.`,
  sheetsLeft: (names) =>
    `${form(names.length, "Sheet", "Sheets")} skipped, with another structure: ${englishLists.and(names)}.`,
  askHead: (file) => `The columns of ${file} are not recognized. Your answers will be saved for the next time.`,
  askColumn: (column) => `Which column is "${columnName(column)}"?`,
  askName: "Name of this layout:",
  askDates: (value) => `"${value}": what comes first?`,
  orders: { "day-first": "the day", "month-first": "the month", "year-first": "the year" },
  askReturn: (word) => `"${word}": is it a return trip?`,
  doubled: (count) => `${count} ${form(count, "trip", "trips")} counted as return trips.`,
  layoutKept: (name) => `Layout "${name}" saved. To see it: porte expenses layouts show ${name}`,
  layoutForgotten: (name) => `Layout "${name}" deleted.`,
  noLayout: "No layout is saved.",
  layout: layoutText,
};

/** The same in English. */
export const enTablesHelp: typeof frTablesHelp = {
  layout: "layout to use (porte expenses layouts lists them)",
  layouts: "manage layouts: the columns of files read before",
  list: "list the saved layouts",
  show: "show a layout",
  remove: "delete a layout",
  add: "save the columns of a file: column=number or column=title",
  name: "name of the layout",
  file: "sample file, CSV or XLSX",
  columns: 'columns: date=1 label=3 amount="Net amount"',
  kind: "content of this file",
  dates: "order of the dates: what comes first",
  decimal: "decimal separator",
};
