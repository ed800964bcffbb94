import { type Rows, row } from "./row.ts";

/** Files that are read from elsewhere, and those that are ours. */
export const filesFailures = {
  "file.unreadable": row<{ file: string; reason: string }>({ exit: 2 }),
  "file.unwritable": row<{ file: string; reason: string }>({ exit: 2 }),
  /** `at` is the way to the part that is not as it must be, empty where it is the whole; `copy` is beside the file, where it could be kept. */
  "file.damaged": row<{
    file: string;
    fault: "empty" | "mark" | "bytes" | "json" | "shape";
    at: string;
    copy: string | null;
  }>({ exit: 2 }),
  "file.newer": row<{ file: string; copy: string | null }>({ exit: 2 }),
  /** Nothing says which folder is the user's, so that nothing can be kept. */
  "file.no_home": row({ exit: 2 }),
  "file.busy": row<{ file: string }>({ exit: 2 }),
  "file.act_forgotten": row<{ at: string }>({ exit: 2 }),
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
} satisfies Rows<"file" | "csv" | "table" | "import">;
