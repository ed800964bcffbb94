import { type Rows, row } from "./row.ts";

/** What a profile without a company cannot do. */
export const localFailures = {
  /** Only a company can do it: the operation of the contract. */
  "local.no_other_end": row<{ operation: string }>({ exit: 5 }),
  /** What nobody said, and what it is. */
  "local.unknown": row<{ what: "fee" | "contract" | "payslip" | "delivery" | "account" }>({ exit: 5 }),
  /** Months that were filed here, and that the company holds otherwise: nothing is changed on either side. */
  "local.differs": row<{ months: readonly string[]; company: string }>({ exit: 2 }),
} satisfies Rows<"local">;
