/** The failures of files, those that are read from elsewhere and those that are ours. The codes are API: never renamed. */
export interface FileFailures {
  "csv.malformed": {
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
  };
  "table.format": { file: string; format: "xls" | "pdf" | "html" | "picture" | "empty" | "workbook" };
  "table.columns": { file: string; kind: string; missing: readonly string[]; line: number; row: readonly string[] };
  "table.layout": { file: string; name: string; names: readonly string[] };
  "table.no_layout": { name: string; names: readonly string[] };
  "table.dates": { file: string; value: string; kind: string };
  "table.too_long": { most: number };
  "import.malformed": {
    file: string;
    at: string;
    value: string;
    expected: "ics" | "csv" | "json" | "instant" | "known";
  };
  "import.duration": { file: string; at: string; text: string; hours: number };
  "import.too_large": { file: string };
  "import.match": { value: string };
  "file.unreadable": { file: string; reason: string };
  "file.unwritable": { file: string; reason: string };
  /** `at` is the way to the part that is not as it must be, empty where it is the whole; `copy` is beside the file, where it could be kept. */
  "file.damaged": {
    file: string;
    fault: "empty" | "mark" | "bytes" | "json" | "shape";
    at: string;
    copy: string | null;
  };
  "file.newer": { file: string; copy: string | null };
  /** Nothing says which folder is the user's, so that nothing can be kept. */
  "file.no_home": Record<never, never>;
  "file.busy": { file: string };
  "receipt.too_large": { file: string; bytes: number; most: number };
  "receipt.wrong_type": { file: string; found: string };
  "receipt.checksum": { file: string };
  "receipt.fault": { file: string; fault: "encrypted" | "active" | "damaged" };
  "receipt.altered": { receipt: string; found: "missing" | "altered" };
  "receipt.empty": { file: string };
  "receipt.unsure": { file: string; missing: readonly string[]; read: readonly string[] };
  "receipt.credit": { file: string };
  "receipt.no_invoice": { file: string };
  "receipt.quota": { file: string; receipts: number; bytes: number };
  "payslip.unreadable": {
    file: string;
    fault: "not-pdf" | "encrypted" | "damaged" | "too-large" | "no-code" | "two-codes" | "not-signed";
  };
  "payslip.key_file": { file: string };
  "import.row": { file: string; line: number; reason: string };
  "file.act_forgotten": { at: string };
}
