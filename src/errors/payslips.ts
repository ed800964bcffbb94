import { type Rows, row } from "./row.ts";

/** Payslips that are checked here. */
export const payslipsFailures = {
  "payslip.unreadable": row<{
    file: string;
    fault: "not-pdf" | "encrypted" | "damaged" | "too-large" | "no-code" | "two-codes" | "not-signed";
  }>({ exit: 2 }),
  /** The company has made none yet. */
  "payslip.none": row({ exit: 5 }),
  "payslip.key_file": row<{ file: string }>({ exit: 2 }),
} satisfies Rows<"payslip">;
