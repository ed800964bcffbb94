import { type Rows, row } from "./row.ts";

/** What a profile without a company cannot do. */
export const localFailures = {
  /** Only a company can do it: the operation of the contract. */
  "local.no_other_end": row<{ operation: string }>({ exit: 5 }),
  /** What nobody said, and what it is. */
  "local.unknown": row<{ what: "fee" | "contract" | "payslip" | "delivery" | "account" }>({ exit: 5 }),
  /** Months that were filed here, and that the company holds otherwise: nothing is changed on either side. */
  "local.differs": row<{ months: readonly string[]; company: string }>({ exit: 2 }),
  /** A profile that has a company: its terms are the company's to say. */
  "local.connected": row<{ profile: string; company: string }>({ exit: 5 }),
  /** An option that says what is to be changed is missing. */
  "local.nothing_said": row<{ command: string }>({ exit: 2 }),
  "local.unknown_entry": row<{ id: string }>({ exit: 2 }),
  /** A line of a statement that cannot be read. */
  "local.statement": row<{ line: number; value: string }>({ exit: 2 }),
  "local.contract_days": row<{ start: string; end: string }>({ exit: 2 }),
  "local.mission_exists": row<{ reference: string }>({ exit: 2 }),
  "local.mission_days": row<{ reference: string; start: string; end: string }>({ exit: 2 }),
  /** A mission that a company holds: what changes must be told to it. */
  "local.to_amend": row<{ reference: string }>({ exit: 5 }),
} satisfies Rows<"local">;
