import { type Rows, row } from "./row.ts";

/** Who asks, and what they may do. */
export const authFailures = {
  "auth.required": row<{ profile: string }>({ exit: 3 }),
  "auth.refused": row<{ url: string }>({ exit: 3, status: 401 }),
  "auth.forbidden": row<{ scope: string }>({ exit: 5, status: 403 }),
  "auth.code_expired": row({ exit: 3 }),
  "auth.denied": row({ exit: 3 }),
  "auth.token_empty": row({ exit: 2 }),
  "auth.keyring": row<{ profile: string; reason: string }>({ exit: 3 }),
  "auth.store": row<{ place: string; reason: string }>({ exit: 3 }),
  "auth.staff_role": row<{ role: string; roles: readonly string[] }>({ exit: 3, status: 403 }),
} satisfies Rows<"auth">;
