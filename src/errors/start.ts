import { type Rows, row } from "./row.ts";

/** A company that does not start, and its backups. */
export const startFailures = {
  "start.database": row<{ address: string; reason: string }>({ exit: 4 }),
  "start.database_address": row<{ address: string }>({ exit: 2 }),
  "start.folder": row<{ folder: string; reason: string }>({ exit: 2 }),
  "start.folder_busy": row<{ folder: string; reason: string }>({ exit: 2 }),
  "start.setting": row<{ setting: string; fault: "unknown" | "kind" | "file" | "twice" }>({ exit: 2 }),
  "start.schema_newer": row<{ migrations: readonly string[] }>({ exit: 2 }),
  "start.listen": row<{ address: string; reason: string }>({ exit: 2 }),
  "start.receipts_elsewhere": row<{ place: string; known: string; found: string }>({ exit: 2 }),
  "start.receipts_taken": row<{ place: string; found: string }>({ exit: 2 }),
  "start.public_url": row<{ value: string }>({ exit: 2 }),
  "start.trust_proxy": row<{ value: string }>({ exit: 2 }),
  "backup.not_empty": row<{ place: string }>({ exit: 2 }),
  "backup.copy": row<{ folder: string; reason: string }>({ exit: 2 }),
  "backup.damaged": row<{ part: string }>({ exit: 2 }),
  "backup.format": row<{ format: string }>({ exit: 2 }),
  "backup.schema": row<{ schema: string }>({ exit: 2 }),
} satisfies Rows<"start" | "backup">;
