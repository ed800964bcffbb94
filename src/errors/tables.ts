import { type Rows, row } from "./row.ts";

/** Tables and calendars that are read from elsewhere. */
export const tablesFailures = {
  "csv.malformed": row<{
    file: string;
    line: number;
    column: string;
    value: string;
    expected:
      | "csv"
      | "day"
      | "month"
      | "kind"
      | "amount"
      | "header"
      | "mission"
      | "hours"
      | "distance"
      | "euros"
      | "return"
      | "width";
  }>({ exit: 2 }),
  "table.format": row<{ file: string; format: "xls" | "pdf" | "html" | "picture" | "empty" | "workbook" }>({ exit: 2 }),
  "table.columns": row<{
    file: string;
    kind: string;
    missing: readonly string[];
    line: number;
    row: readonly string[];
  }>({ exit: 2 }),
  "table.layout": row<{ file: string; name: string; names: readonly string[] }>({ exit: 2 }),
  "table.no_layout": row<{ name: string; names: readonly string[] }>({ exit: 2 }),
  "table.dates": row<{ file: string; value: string; kind: string }>({ exit: 2 }),
  "table.too_long": row<{ most: number }>({ exit: 2 }),
  "import.malformed": row<{
    file: string;
    at: string;
    value: string;
    expected: "ics" | "csv" | "json" | "instant" | "known";
  }>({ exit: 2 }),
  "import.duration": row<{ file: string; at: string; text: string; hours: number }>({ exit: 2 }),
  "import.too_large": row<{ file: string }>({ exit: 2 }),
  "import.match": row<{ value: string }>({ exit: 2 }),
  "import.row": row<{ file: string; line: number; reason: string }>({ exit: 2 }),
} satisfies Rows<"csv" | "table" | "import">;
