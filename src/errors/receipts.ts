import { type Rows, row } from "./row.ts";

/** Receipts: files, and what is read of them. */
export const receiptsFailures = {
  "receipt.too_large": row<{ file: string; bytes: number; most: number }>({ exit: 2, status: 413 }),
  "receipt.wrong_type": row<{ file: string; found: string }>({ exit: 2, status: 415 }),
  "receipt.checksum": row<{ file: string }>({ exit: 2 }),
  "receipt.fault": row<{ file: string; fault: "encrypted" | "active" | "damaged" }>({ exit: 2 }),
  "receipt.altered": row<{ receipt: string; found: "missing" | "altered" }>({ exit: 2, status: 500 }),
  "receipt.empty": row<{ file: string }>({ exit: 2 }),
  "receipt.unsure": row<{ file: string; missing: readonly string[]; read: readonly string[] }>({ exit: 2 }),
  "receipt.credit": row<{ file: string }>({ exit: 2 }),
  "receipt.no_invoice": row<{ file: string }>({ exit: 2 }),
  "receipt.quota": row<{ file: string; receipts: number; bytes: number }>({ exit: 2, status: 409 }),
} satisfies Rows<"receipt">;
