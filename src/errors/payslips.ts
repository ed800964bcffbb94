import { type Rows, row } from "./row.ts";

/** Payslips that are checked here. */
export const payslipsFailures = {
  "payslip.unreadable": row<{
    file: string;
    fault: "not-pdf" | "encrypted" | "damaged" | "too-large" | "no-code" | "two-codes" | "not-signed";
  }>({ exit: 2 }),
  /** The company has made none yet. */
  "payslip.none": row({ exit: 5 }),
  "payslip.none_of_month": row<{ month: string }>({ exit: 5 }),
  /** A folder or a mail that holds no PDF. */
  "payslip.none_in": row<{ file: string }>({ exit: 2 }),
  "payslip.not_pdf": row<{ file: string }>({ exit: 2 }),
  /** Nothing says of which month a file is: none was named, and none can be read. */
  "payslip.which_month": row<{ file: string }>({ exit: 2 }),
  "payslip.ahead": row<{ month: string }>({ exit: 2 }),
  /** A file that was filed is gone, or no longer what it was. */
  "payslip.changed": row<{ file: string }>({ exit: 6 }),
  "payslip.key_file": row<{ file: string }>({ exit: 2 }),
} satisfies Rows<"payslip">;
