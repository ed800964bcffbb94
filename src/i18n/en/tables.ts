import { type frTables, type frTablesHelp, layoutText } from "../fr/tables.ts";
import { columnNames, nameOf } from "../names.ts";
import { englishForm as form } from "../plural.ts";

const delimiters: Readonly<Record<string, string>> = { "\t": "tab" };

const columnName = (column: string) => nameOf(columnNames.en, column);

/** The same in English. */
export const enTables: typeof frTables = {
  columnName,
  read: ({ format, encoding, delimiter, sheet, columns, kept }, own = {}) =>
    `${[
      `Read so: ${Object.entries(columns)
        .map(([column, title]) => `${own[column] ?? columnName(column)} "${title}"`)
        .join(", ")}`,
      ...(format === "xlsx" ? [`sheet "${sheet}"`] : []),
      ...(delimiter === null ? [] : [`delimiter ${delimiters[delimiter] ?? `"${delimiter}"`}`, encoding ?? ""]),
      ...(kept === null ? [] : [`layout "${kept.name}"`]),
    ].join(", ")}.`,
  asides: (asides) =>
    `${form(asides.length, "Line", "Lines")} set aside, with nothing to count (totals, empty days, remarks): ${asides
      .slice(0, 10)
      .map(({ line }) => line)
      .join(", ")}${asides.length > 10 ? ` and ${asides.length - 10} more` : ""}.`,
  sheetsLeft: (names) => `${form(names.length, "Sheet", "Sheets")} set aside, laid out otherwise: ${names.join(", ")}.`,
  askHead: (file) => `The columns of ${file} are not known. They are asked once, then remembered.`,
  askColumn: (column) => `Which column is "${columnName(column)}"?`,
  askName: "Name of this layout:",
  askDates: (value) => `"${value}": what comes first?`,
  orders: { "day-first": "the day", "month-first": "the month", "year-first": "the year" },
  askReturn: (word) => `"${word}": was it driven there and back?`,
  doubled: (count) => `${count} ${form(count, "drive", "drives")} counted there and back.`,
  layoutKept: (name) => `Layout "${name}" kept: porte expenses layouts show ${name}`,
  layoutForgotten: (name) => `Layout "${name}" forgotten.`,
  noLayout: "No layout is kept.",
  layout: layoutText,
};

/** The same in English. */
export const enTablesHelp: typeof frTablesHelp = {
  layout: "a layout that is kept: porte expenses layouts lists them",
  layouts: "see how files that were shown to porte are read",
  list: "list the layouts that are kept",
  show: "show a layout",
  remove: "forget a layout",
  add: "keep how a file is read: column=number or column=title",
  name: "name of the layout",
  file: "a file that is read so: CSV or XLSX",
  columns: 'columns: date=1 label=3 amount="Net amount"',
  kind: "what this file says",
  dates: "what comes first in its dates",
  decimal: "what stands before its decimals",
};
