import { type Rows, row } from "./row.ts";

/** Who asks, and what they may do. */
export const authFailures = {
  "auth.required": row<{ profile: string }>({ exit: 3 }),
  /** The profile is logged in, and the environment names another company. */
  "auth.elsewhere": row<{ profile: string; url: string; asked: string }>({ exit: 3 }),
  /** `isGiven` where the token is the environment's, and not a login's; `isTyped` where it was given to `login`; `isStaff` where it is one of the company's staff's. */
  "auth.refused": row<{ url: string; isGiven?: boolean; isTyped?: boolean; isStaff?: boolean }>({
    exit: 3,
    status: 401,
  }),
  "auth.forbidden": row<{ scope: string }>({ exit: 5, status: 403 }),
  /** Something is still to be sent by the session that would end. */
  "auth.queued": row<{ months: readonly string[] }>({ exit: 2 }),
  /** Something that was typed for others would be erased. */
  "auth.others": row<{ count: number }>({ exit: 2 }),
  "auth.code_expired": row({ exit: 3 }),
  "auth.denied": row({ exit: 3 }),
  "auth.token_empty": row({ exit: 2 }),
  "auth.keyring": row<{ profile: string; reason: string }>({ exit: 3 }),
  "auth.store": row<{ place: string; reason: string }>({ exit: 3 }),
  "auth.staff_role": row<{ role: string; roles: readonly string[] }>({ exit: 3, status: 403 }),
} satisfies Rows<"auth">;
